import type { AgendaItemId, PersonId } from '../../shared/domain/id.ts'
import type { Meeting } from '../../shared/domain/meeting.ts'
import type { Instant } from '../../shared/lib/time.ts'
import type { OfficeMeetingView } from './office-meeting.ts'

/** What happened to a meeting since it was approved, each with its hour, author and reason (M1). */
export type MeetingEntry = { at: Instant; by: PersonId | null; reason: string } & (
  | { kind: 'invited' | 'cancelled' }
  /** What held before. */
  | { kind: 'changed'; before: Meeting['changes'][number]['before'] }
  | { kind: 'item' | 'item-added' | 'item-withdrawn'; item: AgendaItemId; title: string | null }
)

/** The last one first. */
export function meetingHistory({ meeting, items, withdrawn }: OfficeMeetingView): MeetingEntry[] {
  const { invitedAt, phase, changes } = meeting
  const entries: MeetingEntry[] = changes.map(({ before, at, by, reason }) => ({
    kind: 'changed',
    before,
    at,
    by,
    reason,
  }))
  if (invitedAt !== null) {
    const by = phase.state === 'invited' ? phase.by : null
    entries.push({ kind: 'invited', at: invitedAt, by, reason: '' })
  }
  if (phase.state === 'cancelled') {
    entries.push({ kind: 'cancelled', at: phase.at, by: phase.by, reason: phase.reason })
  }
  for (const { item, content } of [...items, ...withdrawn]) {
    const named = { item: item.id, title: content?.title ?? null }
    item.versions.forEach(({ at, by, reason }, i) => {
      // The first ones went out with the invitation.
      if (invitedAt === null || at <= invitedAt) return
      entries.push({ kind: i === 0 ? 'item-added' : 'item', ...named, at, by, reason })
    })
    if (item.withdrawn && item.versions.length > 0) {
      entries.push({ kind: 'item-withdrawn', ...named, ...item.withdrawn })
    }
  }
  return entries.sort((a, b) => b.at - a.at)
}

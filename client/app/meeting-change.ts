import type { Hash, PersonId } from '../../shared/domain/id.ts'
import { type Meeting, type MeetingContent, scheduleOf } from '../../shared/domain/meeting.ts'
import type { Instant } from '../../shared/lib/time.ts'

/** What was changed of a meeting after its approval, told one thing at a time (M1). */
export type MeetingChange = { at: Instant; reason: string } & (
  | { kind: 'hours'; before: { from: Instant; to: Instant }; now: { from: Instant; to: Instant } }
  | { kind: 'chair'; before: PersonId; now: PersonId }
  /** The place where that is what differs; null for other words, or where this device does not hold both. */
  | { kind: 'words'; before: string | null; now: string | null }
)

/** Those since the invitation, the last one first. */
export function meetingChanges(
  meeting: Meeting,
  contentOf: (hash: Hash) => MeetingContent | undefined,
): MeetingChange[] {
  const { invitedAt, changes } = meeting
  if (invitedAt === null) return []
  return changes
    .flatMap(({ before, at, reason }, i): MeetingChange[] => {
      if (at < invitedAt) return []
      const now = changes[i + 1]?.before ?? scheduleOf(meeting)
      const of = { at, reason }
      const hasMoved = before.startsAt !== now.startsAt || before.endsAt !== now.endsAt
      const [was, is] = [contentOf(before.contentHash)?.place, contentOf(now.contentHash)?.place]
      const place = was !== undefined && is !== undefined && was !== is ? { before: was, now: is } : null
      return [
        ...(hasMoved
          ? [
              {
                kind: 'hours' as const,
                ...of,
                before: { from: before.startsAt, to: before.endsAt },
                now: { from: now.startsAt, to: now.endsAt },
              },
            ]
          : []),
        ...(before.chair === now.chair
          ? []
          : [{ kind: 'chair' as const, ...of, before: before.chair, now: now.chair }]),
        ...(before.contentHash === now.contentHash
          ? []
          : [{ kind: 'words' as const, ...of, ...(place ?? { before: null, now: null }) }]),
      ]
    })
    .reverse()
}

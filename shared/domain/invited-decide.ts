import { permit } from './access.ts'
import type { Act } from './act.ts'
import { type AgendaItem, agendaItemKey, isOpen } from './agenda-item.ts'
import { attendanceKey } from './attendance.ts'
import type { DecideContext } from './decide-context.ts'
import type { PersonId } from './id.ts'
import { type MeetingState, meetingKey } from './meeting.ts'
import { factsOfItem, factsOfMeeting } from './meeting-access.ts'
import { decideShareItemLayer } from './note-layer-decide.ts'
import { accepted, refused, type Verdict } from './verdict.ts'

/** What those who are invited say before the session (M3, M4), all of it offline too. */

export type InvitedAct = Extract<
  Act,
  {
    kind:
      | 'reply-to-invitation'
      | 'take-position'
      | 'mark-item-delivered'
      | 'mark-item-opened'
      | 'share-item-layer'
  }
>

const beforeEnd: readonly MeetingState[] = ['invited', 'in-session']

export function decideInvited(act: InvitedAct, context: DecideContext): Verdict {
  const { reader, at, subject } = context
  const { meeting: id } = act.body
  const meeting = reader.get('meeting', meetingKey(id))
  if (!meeting) return refused({ kind: 'not-found' })
  const { state } = meeting.phase
  if (act.kind === 'reply-to-invitation') {
    if (!beforeEnd.includes(state)) return refused({ kind: 'wrong-state', state })
    const { reply } = act.body
    if (reply.kind === 'substitute') {
      if (reply.to <= reply.from || reply.to <= at) return refused({ kind: 'ends-before-start' })
      // D2: an item that one may not read is answered like one that is not there.
      const facts = { action: 'read-agenda-item', meeting: factsOfMeeting(meeting) } as const
      const isOpenToMember = (key: (typeof reply.items)[number]) => {
        const item = reader.get('agenda-item', agendaItemKey(id, key))
        return item && !item.withdrawn && permit(subject, { ...facts, item: factsOfItem(item) }).allow
      }
      if (!reply.items.every(isOpenToMember)) return refused({ kind: 'not-found' })
      if (!isSubstitute(reply.person, context)) return refused({ kind: 'not-admissible' })
    }
    return accepted({ kind: 'invitation-replied', meeting: id, person: act.person, reply })
  }
  const item = reader.get('agenda-item', agendaItemKey(id, act.body.item))
  if (!item) return refused({ kind: 'not-found' })
  const of = { meeting: id, item: item.id }
  switch (act.kind) {
    case 'mark-item-delivered':
      return item.versions.some(({ hash }) => hash === act.body.contentHash)
        ? accepted({ kind: 'item-delivered', ...of, person: act.person, contentHash: act.body.contentHash })
        : refused({ kind: 'unknown-version' })
    case 'mark-item-opened':
      return act.body.files.every((file) => item.files.includes(file))
        ? accepted({ kind: 'item-opened', ...of, person: act.person, files: [...new Set(act.body.files)] })
        : refused({ kind: 'unknown-version' })
    case 'share-item-layer':
      return decideShareItemLayer(act, { meeting, item }, context)
    case 'take-position': {
      // M4: before the session opens; what arrives later is what was said too late for the block, and is not dropped silently.
      if (state !== 'invited') return refused({ kind: 'wrong-state', state })
      const { member, contentHash, stance, noteCommit } = act.body
      if (item.withdrawn) return refused({ kind: 'wrong-state', state: 'withdrawn' })
      if (!item.versions.some(({ hash }) => hash === contentHash)) return refused({ kind: 'unknown-version' })
      if (!speaksFor(act.person, member, item, context))
        return refused({ kind: 'not-allowed', action: act.kind })
      if (context.opened(noteCommit) === undefined) return refused({ kind: 'opening-missing' })
      return accepted({
        kind: 'position-taken',
        ...of,
        person: member,
        by: act.person,
        contentHash,
        stance,
        noteCommit,
      })
    }
  }
}

function isSubstitute(who: PersonId, { reader }: DecideContext): boolean {
  const person = reader.get('person', `person/${who}`)
  return person?.appointments.some(({ role }) => role === 'substitute') === true
}

/** Oneself, as a member; or the member whose substitute one is, for this item and at this hour (M3). */
function speaksFor(
  who: PersonId,
  member: PersonId,
  item: AgendaItem,
  { at, subject, reader }: DecideContext,
): boolean {
  if (who === member) return subject.isMember
  const isAdmitted = item.admissions.some(
    (admission) =>
      isOpen(admission) &&
      admission.person === who &&
      admission.as === 'substitute' &&
      admission.member === member &&
      admission.from <= at &&
      at <= admission.to,
  )
  // A member who comes after all speaks for themselves. Their word is not on a substitute's tablet: there it is as admitted.
  const last = reader.get('attendance', attendanceKey(item.meeting, member))?.replies.at(-1)?.reply
  return isAdmitted && (last === undefined || (last.kind === 'substitute' && last.person === who))
}

import { permit, type Question } from './access.ts'
import type { ActOf } from './act.ts'
import { agendaItemKey } from './agenda-item.ts'
import type { DecideContext } from './decide-context.ts'
import { directiveKey } from './directive.ts'
import { factsOfDirective } from './directive-access.ts'
import type { Hash } from './id.ts'
import { meetingKey } from './meeting.ts'
import { factsOfItem, factsOfMeeting } from './meeting-access.ts'
import { factsOf } from './scope.ts'
import { faultOfAssignment, faultOfFacts, faultOfNote, openedBy, supportersOf } from './task-fault.ts'
import type { PageHolder } from './task-origin.ts'
import { accepted, refused, type Verdict } from './verdict.ts'

/**
 * A member assigns from the page before them, perhaps without a network (T1, O9). Who says so is who assigns: what is complete
 * as it arrives goes out at once, and what is not (a source without a number, a day that has passed, a directive withdrawn
 * meanwhile) is kept as a draft for the Office to complete. Nothing of it is lost, and nothing stale goes out.
 */
export function decideAsk(act: ActOf<'ask-task'>, context: DecideContext): Verdict {
  const { task, contentHash, source, leadAgency, deadline, holder, page } = act.body
  const content = context.taskContent(contentHash)
  if (!content || content.text.trim() === '') return refused({ kind: 'content-malformed' })
  const held = holderIn(holder, context)
  const mayRead = held !== null && permit(context.subject, held.question).allow
  if (!mayRead || !held.files.includes(page.file)) return refused({ kind: 'not-found' })
  const fault =
    faultOfFacts(act.body, context) ??
    (page.quoteCommit === null ? null : faultOfNote(page.quoteCommit, false, context))
  if (fault) return refused(fault)
  const by = act.person
  const facts = {
    ...{ contentHash, source, leadAgency, supporting: supportersOf(act.body) },
    ...{ security: 'none' as const, assigner: by, deadline },
  }
  const drafted = { kind: 'task-drafted' as const, task, by, ...facts, origin: { ...holder, page } }
  if (deadline === null || faultOfAssignment(facts, context)) return accepted(drafted)
  return accepted(drafted, { kind: 'task-assigned', task, by, deadline }, ...openedBy(facts, context.reader))
}

/** What says who reads the page, and its files of every version: an older one may have been read offline. */
function holderIn(
  holder: PageHolder,
  { reader }: DecideContext,
): { question: Question; files: readonly Hash[] } | null {
  if ('ballot' in holder) {
    const row = reader.get('ballot', `ballot/${holder.ballot}`)
    return row ? { question: { action: 'read-ballot', ballot: factsOf(row) }, files: row.files } : null
  }
  if ('directive' in holder) {
    const row = reader.get('directive', directiveKey(holder.directive))
    if (!row) return null
    const question = { action: 'read-directive' as const, directive: factsOfDirective(row) }
    return { question, files: row.files }
  }
  const meeting = reader.get('meeting', meetingKey(holder.meeting))
  const item = reader.get('agenda-item', agendaItemKey(holder.meeting, holder.item))
  if (!meeting || !item) return null
  const facts = { meeting: factsOfMeeting(meeting), item: factsOfItem(item) }
  return { question: { action: 'read-agenda-item', ...facts }, files: item.files }
}

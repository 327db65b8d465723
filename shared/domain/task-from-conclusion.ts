import { utf8 } from '../lib/bytes.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { sha256Hex } from '../lib/sha256.ts'
import { dayOf } from '../lib/time.ts'
import type { ServerEntry } from './closing.ts'
import type { DecideContext } from './decide-context.ts'
import { Hash, type MeetingId, TaskId } from './id.ts'
import type { ItemSession } from './item-session.ts'
import { meetingKey } from './meeting.ts'
import type { TaskContent } from './task.ts'

/**
 * M9: with the conclusion of the meeting each assignment in an item's conclusion becomes the draft of a task. Not before: until
 * then a conclusion is revised, and every revision would undo drafts that somebody works on. One entry for each item, so that
 * none tells of another; its id is the same on every server, so that it is made once, and their order is that of the items' ids, so that
 * an archive bundle can make them again.
 */

type Context = Pick<DecideContext, 'at' | 'reader' | 'meetingContent' | 'conclusionContent'>

const nameOf = (text: string): Hash => Hash.parse(sha256Hex(utf8(text)))

export function draftsOfMeeting(meeting: MeetingId, context: Context): ServerEntry[] {
  return context.reader
    .list('item-session', `item-session/${meeting}/`)
    .sort((a, b) => (a.item < b.item ? -1 : 1))
    .flatMap((row) => draftsOfItem(row, context) ?? [])
}

function draftsOfItem({ meeting: id, item, conclusions }: ItemSession, context: Context): ServerEntry | null {
  const last = conclusions.at(-1)
  const meeting = context.reader.get('meeting', meetingKey(id))
  const conclusion = last && context.conclusionContent(last.contentHash)
  if (!last || !meeting || !conclusion || conclusion.assignments.length === 0) return null
  // The item's own title is for who reads the item; the agency is told of the meeting.
  const abstract = context.meetingContent(meeting.contentHash)?.title ?? ''
  const drafts = conclusion.assignments.map((assignment, no) => {
    const { agency: leadAgency, deadline, text, product } = assignment
    const content: TaskContent = { text, abstract, product }
    const words = canonicalJson(content)
    return {
      words: { hash: nameOf(words), text: words },
      event: {
        kind: 'task-drafted' as const,
        task: TaskId.parse(nameOf(`${id}/${item}/${no}`).slice(0, 32)),
        by: null,
        contentHash: nameOf(words),
        source: { kind: 'conclusion' as const, number: '', date: dayOf(last.at) },
        leadAgency,
        supporting: [],
        security: 'none' as const,
        assigner: meeting.chair,
        deadline,
        origin: { meeting: id, item, assignment: no },
      },
    }
  })
  return {
    id: `tasks/${id}/${item}`,
    events: drafts.map(({ event }) => event),
    words: drafts.map(({ words }) => words),
  }
}

import { z } from 'zod'
import { inAgendaOrder } from '../../shared/domain/agenda-item.ts'
import { AgendaItemId, type Hash, type MeetingId } from '../../shared/domain/id.ts'
import { EditorItem, editorItemOf, itemPrint } from './agenda-item-editing.ts'
import { withMoved } from './agenda-rank.ts'
import { EditorMeeting, editorMeetingOf, meetingPrint } from './meeting-editing.ts'
import type { OfficeMeetingView } from './office-meeting.ts'

/**
 * A meeting with its agenda as it is being written. This device keeps only those parts that differ from what the Office holds:
 * two officers at two items of one agenda both go on, and each sees what the other has stored.
 */
export type MeetingSheet = { meeting: EditorMeeting; items: EditorItem[] }

const KeptSheet = z.strictObject({
  meeting: EditorMeeting.nullable(),
  items: z.array(EditorItem),
  dropped: z.array(AgendaItemId),
})
export type KeptSheet = z.infer<typeof KeptSheet>

export const nothingKept: KeptSheet = { meeting: null, items: [], dropped: [] }

export const sheetName = (id: MeetingId): string => `meeting/${id}`

export function parseKept(value: unknown): KeptSheet | null {
  const parsed = KeptSheet.safeParse(value)
  return parsed.success ? parsed.data : null
}

export const isNothing = ({ meeting, items, dropped }: KeptSheet): boolean =>
  meeting === null && items.length === 0 && dropped.length === 0

/** As the Office holds it; null where this device lacks words of it. */
export function sheetOf(view: Pick<OfficeMeetingView, 'meeting' | 'content' | 'items'>): MeetingSheet | null {
  const items = view.items.flatMap(({ item, content }) => (content ? [editorItemOf(item, content)] : []))
  if (!view.content || items.length < view.items.length) return null
  return { meeting: editorMeetingOf(view.meeting, view.content), items }
}

/** What the Office holds, with what was written here over it. */
export function sheetOver(base: MeetingSheet, kept: KeptSheet): MeetingSheet {
  const own = new Map(kept.items.map((item) => [item.id, item]))
  const known = new Set(base.items.map(({ id }) => id))
  const items = [
    ...base.items.map((item) => own.get(item.id) ?? item),
    ...kept.items.filter(({ id }) => !known.has(id)),
  ]
  return {
    meeting: kept.meeting ?? base.meeting,
    items: inAgendaOrder(items.filter(({ id }) => !kept.dropped.includes(id))),
  }
}

export function withMeeting(base: MeetingSheet, kept: KeptSheet, part: Partial<EditorMeeting>): KeptSheet {
  const next = { ...(kept.meeting ?? base.meeting), ...part }
  return { ...kept, meeting: meetingPrint(next) === meetingPrint(base.meeting) ? null : next }
}

export function withItem(base: MeetingSheet, kept: KeptSheet, item: EditorItem): KeptSheet {
  const stored = base.items.find(({ id }) => id === item.id)
  const others = kept.items.filter(({ id }) => id !== item.id)
  const isSame = stored !== undefined && itemPrint(stored) === itemPrint(item)
  return {
    ...kept,
    items: isSame ? others : [...others, item],
    dropped: kept.dropped.filter((id) => id !== item.id),
  }
}

export function withoutItem(base: MeetingSheet, kept: KeptSheet, id: AgendaItemId): KeptSheet {
  const isStored = base.items.some((item) => item.id === id)
  return {
    ...kept,
    items: kept.items.filter((item) => item.id !== id),
    dropped: isStored ? [...kept.dropped.filter((other) => other !== id), id] : kept.dropped,
  }
}

export function withMovedItem(base: MeetingSheet, kept: KeptSheet, from: number, to: number): KeptSheet {
  const { items } = sheetOver(base, kept)
  const ranks = new Map(items.map(({ id, rank }) => [id, rank]))
  return withMoved(items, from, to)
    .filter(({ id, rank }) => ranks.get(id) !== rank)
    .reduce((sofar, item) => withItem(base, sofar, item), kept)
}

/** What the Office has received of it needs no copy here. */
export function pruned(base: MeetingSheet, kept: KeptSheet): KeptSheet {
  const stored = new Map(base.items.map((item) => [item.id, item]))
  const isStored = (item: EditorItem) => {
    const known = stored.get(item.id)
    return known !== undefined && itemPrint(known) === itemPrint(item)
  }
  const { meeting } = kept
  return {
    meeting: meeting && meetingPrint(meeting) === meetingPrint(base.meeting) ? null : meeting,
    items: kept.items.filter((item) => !isStored(item)),
    dropped: kept.dropped.filter((id) => stored.has(id)),
  }
}

/** What is left once all that was sent is accepted: only what was written meanwhile. */
export function withoutSent(kept: KeptSheet, sent: KeptSheet): KeptSheet {
  const prints = new Map(sent.items.map((item) => [item.id, itemPrint(item)]))
  const { meeting } = kept
  const isSent = meeting && sent.meeting && meetingPrint(meeting) === meetingPrint(sent.meeting)
  return {
    meeting: isSent ? null : meeting,
    items: kept.items.filter((item) => prints.get(item.id) !== itemPrint(item)),
    dropped: kept.dropped.filter((id) => !sent.dropped.includes(id)),
  }
}

/** Parts that somebody else has stored otherwise since they were begun here; null stands for the meeting itself. */
export function overtaken(base: MeetingSheet, kept: KeptSheet): (AgendaItemId | null)[] {
  const stored = new Map(base.items.map((item) => [item.id, item.basedOn]))
  const isOther = (began: Hash | null, own: Hash, now: Hash | null) => began !== now && began !== own
  const { meeting } = kept
  return [
    ...(meeting && isOther(meeting.basedOn, meetingPrint(meeting), base.meeting.basedOn) ? [null] : []),
    ...kept.items
      .filter((item) => isOther(item.basedOn, itemPrint(item), stored.get(item.id) ?? null))
      .map(({ id }) => id),
  ]
}

/** What is written from now on goes on from what was just stored, of the meeting (null) or of an item. */
export function withStored(kept: KeptSheet, part: AgendaItemId | null, print: Hash): KeptSheet {
  if (part === null) return { ...kept, meeting: kept.meeting && { ...kept.meeting, basedOn: print } }
  const items = kept.items.map((item) => (item.id === part ? { ...item, basedOn: print } : item))
  return { ...kept, items }
}

import type { AgencyId, AgendaItemId, PersonId } from '../../shared/domain/id.ts'
import type { Instant } from '../../shared/lib/time.ts'
import { contentOfItem, type EditorItem } from './agenda-item-editing.ts'
import { contentOfMeeting, endIn, startIn } from './meeting-editing.ts'
import type { MeetingSheet } from './meeting-sheet.ts'

/** What a meeting that was approved or sent out is about to become (M1), in the order in which one reads it. */
export type MeetingChange =
  | { kind: 'words'; field: 'title' | 'place' | 'remarks'; was: string; is: string }
  | { kind: 'hours'; was: Hours; is: Hours }
  | { kind: 'chair'; was: PersonId | null; is: PersonId | null }
  /** `no`: its place in the agenda that will be; of what is withdrawn, in the one that was. */
  | { kind: 'item-added' | 'item-withdrawn' | 'item-moved'; no: number; item: AgendaItemId; title: string }
  | { kind: 'item'; no: number; item: AgendaItemId; title: string; parts: ItemPart[] }

type Hours = { from: Instant | null; to: Instant | null }

export type ItemPart =
  | { kind: 'title' | 'presenter'; was: string; is: string }
  | { kind: 'summary' | 'secrets' | 'document-order' }
  | { kind: 'agency'; was: AgencyId | null; is: AgencyId | null }
  | { kind: 'minutes'; was: number; is: number }
  | { kind: 'readers'; was: PersonId[] | null; is: PersonId[] | null }
  | { kind: 'document-added' | 'document-removed' | 'document-replaced' | 'document-renamed'; title: string }

export function meetingChanges(was: MeetingSheet, is: MeetingSheet): MeetingChange[] {
  const [before, after] = [contentOfMeeting(was.meeting), contentOfMeeting(is.meeting)]
  const hours = (sheet: MeetingSheet): Hours => ({ from: startIn(sheet.meeting), to: endIn(sheet.meeting) })
  const [oldHours, newHours] = [hours(was), hours(is)]
  const changes: MeetingChange[] = []
  for (const field of ['title', 'place', 'remarks'] as const) {
    if (before[field] !== after[field])
      changes.push({ kind: 'words', field, was: before[field], is: after[field] })
  }
  if (oldHours.from !== newHours.from || oldHours.to !== newHours.to) {
    changes.push({ kind: 'hours', was: oldHours, is: newHours })
  }
  if (was.meeting.chair !== is.meeting.chair) {
    changes.push({ kind: 'chair', was: was.meeting.chair, is: is.meeting.chair })
  }
  return [...changes, ...itemChanges(was.items, is.items)]
}

function itemChanges(was: readonly EditorItem[], is: readonly EditorItem[]): MeetingChange[] {
  const common = (list: readonly EditorItem[], other: readonly EditorItem[]) =>
    list.map(({ id }) => id).filter((id) => other.some((item) => item.id === id))
  const [before, after] = [common(was, is), common(is, was)]
  const changed = is.flatMap((item, i): MeetingChange[] => {
    const { id, title } = item
    const named = { no: i + 1, item: id, title }
    const stored = was.find((other) => other.id === id)
    if (!stored) return [{ kind: 'item-added', ...named }]
    const parts = itemParts(stored, item)
    const isMoved = stored.rank !== item.rank && before.indexOf(id) !== after.indexOf(id)
    return [
      ...(parts.length > 0 ? [{ kind: 'item', ...named, parts } as const] : []),
      ...(isMoved ? [{ kind: 'item-moved', ...named } as const] : []),
    ]
  })
  const withdrawn = was.flatMap(({ id, title }, i): MeetingChange[] =>
    after.includes(id) ? [] : [{ kind: 'item-withdrawn', no: i + 1, item: id, title }],
  )
  return [...changed, ...withdrawn]
}

function itemParts(before: EditorItem, after: EditorItem): ItemPart[] {
  const [was, is] = [contentOfItem(before), contentOfItem(after)]
  const parts: ItemPart[] = []
  for (const kind of ['title', 'presenter'] as const) {
    if (was[kind] !== is[kind]) parts.push({ kind, was: was[kind], is: is[kind] })
  }
  if (was.summary !== is.summary) parts.push({ kind: 'summary' })
  if (before.leadAgency !== after.leadAgency) {
    parts.push({ kind: 'agency', was: before.leadAgency, is: after.leadAgency })
  }
  if (before.minutes !== after.minutes)
    parts.push({ kind: 'minutes', was: before.minutes, is: after.minutes })
  const named = (readers: PersonId[] | null) => (readers === null ? '*' : [...readers].sort().join('/'))
  if (named(before.readers) !== named(after.readers)) {
    parts.push({ kind: 'readers', was: before.readers, is: after.readers })
  }
  parts.push(...documentParts(was.documents, is.documents))
  if (JSON.stringify(was.secrets) !== JSON.stringify(is.secrets)) parts.push({ kind: 'secrets' })
  return parts
}

type Papers = ReturnType<typeof contentOfItem>['documents']

function documentParts(was: Papers, is: Papers): ItemPart[] {
  const parts = is.flatMap((document): ItemPart[] => {
    const { title } = document
    const before = was.find(({ id }) => id === document.id)
    if (!before) return [{ kind: 'document-added', title }]
    if (before.hash !== document.hash) return [{ kind: 'document-replaced', title }]
    const isSame = before.title === title && before.kind === document.kind
    return isSame ? [] : [{ kind: 'document-renamed', title }]
  })
  const removed = was
    .filter(({ id }) => is.every((document) => document.id !== id))
    .map(({ title }) => ({ kind: 'document-removed', title }) as const)
  const common = (list: Papers, other: Papers) =>
    list.flatMap(({ id }) => (other.some((document) => document.id === id) ? [id] : [])).join('/')
  const isReordered = common(was, is) !== common(is, was)
  return [...parts, ...removed, ...(isReordered ? [{ kind: 'document-order' } as const] : [])]
}

/** Members who are told: all of them of the meeting itself, of an item those who read it before or after. Null for all. */
export function toldOf(
  changes: readonly MeetingChange[],
  was: MeetingSheet,
  is: MeetingSheet,
): PersonId[] | null {
  const told = new Set<PersonId>()
  for (const change of changes) {
    if (!('item' in change)) return null
    for (const sheet of [was, is]) {
      const item = sheet.items.find(({ id }) => id === change.item)
      if (item?.readers === null) return null
      for (const person of item?.readers ?? []) told.add(person)
      if (sheet.meeting.chair !== null) told.add(sheet.meeting.chair)
    }
  }
  return [...told]
}

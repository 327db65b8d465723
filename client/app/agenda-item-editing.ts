import { z } from 'zod'
import { type AgendaItem, type AgendaItemContent, Rank } from '../../shared/domain/agenda-item.ts'
import { AgencyId, AgendaItemId, Hash, PaperId, PersonId } from '../../shared/domain/id.ts'
import { MatterSource } from '../../shared/domain/matter-source.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { type DocumentGap, EditorDocument, gapsInDocuments } from './editor-document.ts'
import { hashOpening } from './make-act.ts'
import { line, words } from './typed-text.ts'

/** One matter of an agenda being written. */

export const secretLevels = ['mat', 'toi-mat', 'tuyet-mat'] as const

const EditorSecret = z.strictObject({
  id: PaperId,
  number: z.string(),
  level: z.enum(secretLevels),
  custodian: z.string(),
})
export type EditorSecret = z.infer<typeof EditorSecret>

export const EditorItem = z.strictObject({
  id: AgendaItemId,
  rank: Rank,
  title: z.string(),
  presenter: z.string(),
  summary: z.string(),
  leadAgency: AgencyId.nullable(),
  minutes: z.int(),
  /** Null for every member. */
  readers: z.array(PersonId).nullable(),
  documents: z.array(EditorDocument),
  secrets: z.array(EditorSecret),
  /** Sheets that were begun before there was such a thing hold none. */
  source: MatterSource.nullable().default(null),
  /** What the Office held when this began to differ from it; null for an item of which it knew nothing. */
  basedOn: Hash.nullable(),
})
export type EditorItem = z.infer<typeof EditorItem>

const usualMinutes = 20

export const blankItem = (id: AgendaItemId, rank: string): EditorItem => ({
  id,
  rank,
  title: '',
  presenter: '',
  summary: '',
  leadAgency: null,
  minutes: usualMinutes,
  readers: null,
  documents: [],
  secrets: [],
  source: null,
  basedOn: null,
})

export const blankSecret = (newId: () => string): EditorSecret => ({
  id: PaperId.parse(newId()),
  number: '',
  level: 'mat',
  custodian: '',
})

export function editorItemOf(item: AgendaItem, content: AgendaItemContent): EditorItem {
  const { id, rank, leadAgency, plannedMinutes, readers } = item
  const words = { ...content, source: content.source ?? null }
  const editing = { ...words, id, rank, leadAgency, minutes: plannedMinutes, readers, basedOn: null }
  return { ...editing, basedOn: itemPrint(editing) }
}

/** The words as they will be signed; fit where `gapsInItem` is empty. */
export const contentOfItem = (item: EditorItem): AgendaItemContent => ({
  title: line(item.title),
  presenter: line(item.presenter),
  summary: words(item.summary),
  documents: item.documents.map((document) => ({ ...document, title: line(document.title) })),
  secrets: item.secrets.map((paper) => ({
    ...paper,
    number: line(paper.number),
    custodian: line(paper.custodian),
  })),
  ...(item.source && { source: item.source }),
})

const prints = new WeakMap<EditorItem, Hash>()

/** Two with one print would be stored alike. Remembered: with each letter it is asked of every item of the agenda. */
export function itemPrint(item: EditorItem): Hash {
  const known = prints.get(item)
  if (known) return known
  const print = printOf(item)
  prints.set(item, print)
  return print
}

function printOf(item: EditorItem): Hash {
  const { id, rank, leadAgency, minutes, readers } = item
  const content = contentOfItem(item)
  const named = readers && [...readers].sort()
  return hashOpening(canonicalJson({ id, rank, leadAgency, minutes, readers: named, content })).commit
}

export const itemLimits = { title: 300, presenter: 200, summary: 8000, number: 100, custodian: 200 } as const

/** What an item lacks before the Office can store it; of a paper, `no` counts from 1. */
export type ItemGap =
  | { kind: 'title-missing' | 'presenter-missing' | 'agency-missing' | 'minutes-wrong' | 'no-reader' }
  | { kind: 'too-long'; field: 'title' | 'presenter' | 'summary'; over: number }
  | DocumentGap
  | { kind: 'secret-incomplete' | 'secret-too-long'; no: number }
  /** D3 */
  | { kind: 'secret-with-files' }

const gapsByItem = new WeakMap<EditorItem, ItemGap[]>()

/** Remembered, as its print is. */
export function gapsInItem(item: EditorItem): ItemGap[] {
  const known = gapsByItem.get(item) ?? findGaps(item)
  gapsByItem.set(item, known)
  return known
}

function findGaps(item: EditorItem): ItemGap[] {
  const { title, presenter, summary, documents, secrets } = contentOfItem(item)
  const gaps: ItemGap[] = []
  if (title === '') gaps.push({ kind: 'title-missing' })
  if (presenter === '') gaps.push({ kind: 'presenter-missing' })
  const texts = { title, presenter, summary }
  for (const field of ['title', 'presenter', 'summary'] as const) {
    const over = texts[field].length - itemLimits[field]
    if (over > 0) gaps.push({ kind: 'too-long', field, over })
  }
  if (item.leadAgency === null) gaps.push({ kind: 'agency-missing' })
  if (item.minutes < 1 || item.minutes > 600) gaps.push({ kind: 'minutes-wrong' })
  if (item.readers?.length === 0) gaps.push({ kind: 'no-reader' })
  gaps.push(...gapsInDocuments(item.documents))
  secrets.forEach(({ number, custodian }, i) => {
    if (number === '' || custodian === '') gaps.push({ kind: 'secret-incomplete', no: i + 1 })
    const isLong = number.length > itemLimits.number || custodian.length > itemLimits.custodian
    if (isLong) gaps.push({ kind: 'secret-too-long', no: i + 1 })
  })
  if (secrets.length > 0 && documents.length > 0) gaps.push({ kind: 'secret-with-files' })
  return gaps
}

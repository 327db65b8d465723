import { type AgendaItemContent, inAgendaOrder } from '../../shared/domain/agenda-item.ts'
import { type HandedPaper, handedPaperKey, handedPaperPrefix } from '../../shared/domain/handed-paper.ts'
import type { AgendaItemId, MeetingId, PersonId } from '../../shared/domain/id.ts'
import { itemContentIn } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/** Secret papers in people's hands (D3): what this device knows of who holds which copy. */

export type SecretPaper = AgendaItemContent['secrets'][number]
type OfPaper = Pick<HandedPaper, 'meeting' | 'item' | 'paper'>

export type HandedCopy = OfPaper & { person: PersonId } & HandedPaper['copies'][number]

const copiesOf = ({ meeting, item, paper, person, copies }: HandedPaper): HandedCopy[] =>
  copies.map((copy) => ({ ...copy, meeting, item, paper, person }))

/** Of one paper: those that are out first, each part the first handed out first. */
export function copiesOfPaper(of: OfPaper, { reader }: Pick<WorkingCopy, 'reader'>): HandedCopy[] {
  const all = reader
    .list('handed-paper', handedPaperPrefix(of))
    .flatMap(copiesOf)
    .sort((a, b) => a.at - b.at)
  return [...all.filter(({ returned }) => !returned), ...all.filter(({ returned }) => returned)]
}

/** What one was given oneself. */
export const ownCopies = (
  of: OfPaper,
  me: PersonId,
  { reader }: Pick<WorkingCopy, 'reader'>,
): HandedCopy[] => {
  const row = reader.get('handed-paper', handedPaperKey(of, me))
  return row ? copiesOf(row) : []
}

/** `secret` null where its item no longer names it: the copy is still to come back. */
export type OutstandingCopy = HandedCopy & { secret: SecretPaper | null }

/** All copies of a meeting that have not come back, in the order of its agenda; items taken off included. */
export function outstandingCopies(meeting: MeetingId, copy: WorkingCopy): OutstandingCopy[] {
  const out = copy.reader
    .list('handed-paper', `handed-paper/${meeting}/`)
    .flatMap(copiesOf)
    .filter(({ returned }) => returned === null)
  if (out.length === 0) return []
  const items = inAgendaOrder(copy.reader.list('agenda-item', `agenda-item/${meeting}/`))
  const place = new Map(items.map(({ id }, i) => [id, i]))
  const secretsOf = (item: AgendaItemId) => {
    const found = items.find(({ id }) => id === item)
    const hashes = found ? [found.contentHash, ...found.versions.map(({ hash }) => hash)] : []
    return hashes.flatMap((hash) => itemContentIn(copy, hash)?.secrets ?? [])
  }
  return out
    .map((one) => ({ ...one, secret: secretsOf(one.item).find(({ id }) => id === one.paper) ?? null }))
    .sort((a, b) => (place.get(a.item) ?? 0) - (place.get(b.item) ?? 0) || a.at - b.at)
}

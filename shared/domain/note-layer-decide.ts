import { permit, type Question, subjectOn } from './access.ts'
import type { ActOf } from './act.ts'
import type { AgendaItem } from './agenda-item.ts'
import type { DecideContext } from './decide-context.ts'
import { itemDossier } from './dossier.ts'
import type { PersonId } from './id.ts'
import type { Meeting } from './meeting.ts'
import { factsOfItem, factsOfMeeting } from './meeting-access.ts'
import { itemLayerKey, layerKey, logicalDocument } from './note-layer.ts'
import { factsOf } from './scope.ts'
import { accepted, refused, type Verdict } from './verdict.ts'

/** A2: the whole list each time: nobody on it, nobody reads. Only colleagues who may read the document itself. */

export function decideShareLayer(act: ActOf<'share-layer'>, context: DecideContext): Verdict {
  const { ballot: id, document: name } = act.body
  const ballot = context.reader.get('ballot', `ballot/${id}`)
  if (!ballot) return refused({ kind: 'not-found' })
  const document = logicalDocument(id, name)
  const before = context.reader.get('layer', layerKey(document, act.person))?.readers ?? []
  const readers = fitReaders(act, { action: 'share-layer', ballot: factsOf(ballot) }, context)
  if (readers === null) return refused({ kind: 'not-allowed', action: 'read-layer' })
  const removed = before.filter((who) => !readers.includes(who))
  return accepted({ kind: 'layer-shared', document, ballot: id, person: act.person, readers, removed })
}

export function decideShareItemLayer(
  act: ActOf<'share-item-layer'>,
  of: { meeting: Meeting; item: AgendaItem },
  context: DecideContext,
): Verdict {
  const { meeting, item, document: name } = act.body
  const document = logicalDocument(itemDossier(meeting, item), name)
  const before = context.reader.get('item-layer', itemLayerKey(document, act.person))?.readers ?? []
  const facts = { meeting: factsOfMeeting(of.meeting), item: factsOfItem(of.item) }
  const readers = fitReaders(act, { action: 'share-item-layer', ...facts }, context)
  if (readers === null) return refused({ kind: 'not-allowed', action: 'read-item-layer' })
  const removed = before.filter((who) => !readers.includes(who))
  return accepted({
    kind: 'item-layer-shared',
    document,
    meeting,
    item,
    person: act.person,
    readers,
    removed,
  })
}

/** @param question what each of them must be allowed, as its author is */
function fitReaders(
  act: ActOf<'share-layer'> | ActOf<'share-item-layer'>,
  question: Question,
  { reader, at }: DecideContext,
): PersonId[] | null {
  const readers = [...new Set(act.body.readers)].sort()
  const mayRead = (who: PersonId): boolean => {
    const person = reader.get('person', `person/${who}`)
    return person !== undefined && permit(subjectOn(person, null, at), question).allow
  }
  return !readers.includes(act.person) && readers.every(mayRead) ? readers : null
}

/** Rows that sharing on an item reads besides meeting and item. */
export const itemLayerOf = ({ body, person }: ActOf<'share-item-layer'>): string =>
  itemLayerKey(logicalDocument(itemDossier(body.meeting, body.item), body.document), person)

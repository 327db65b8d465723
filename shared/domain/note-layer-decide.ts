import { permit, subjectOn } from './access.ts'
import type { ActOf } from './act.ts'
import type { DecideContext } from './decide-context.ts'
import type { PersonId } from './id.ts'
import { layerKey, logicalDocument } from './note-layer.ts'
import { factsOf } from './scope.ts'
import { accepted, refused, type Verdict } from './verdict.ts'

/** The whole list each time: nobody on it, nobody reads. Only colleagues who may read the document itself. */
export function decideShareLayer(act: ActOf<'share-layer'>, context: DecideContext): Verdict {
  const { ballot: id, document: name } = act.body
  const ballot = context.reader.get('ballot', `ballot/${id}`)
  if (!ballot) return refused({ kind: 'not-found' })
  const document = logicalDocument(id, name)
  const before = context.reader.get('layer', layerKey(document, act.person))?.readers ?? []
  const readers = [...new Set(act.body.readers)].sort()
  const mayRead = (who: PersonId): boolean => {
    const person = context.reader.get('person', `person/${who}`)
    const subject = person && subjectOn(person, null, context.at)
    return subject !== undefined && permit(subject, { action: 'share-layer', ballot: factsOf(ballot) }).allow
  }
  if (readers.includes(act.person) || !readers.every(mayRead)) {
    return refused({ kind: 'not-allowed', action: 'read-layer' })
  }
  return accepted({
    kind: 'layer-shared',
    document,
    ballot: id,
    person: act.person,
    readers,
    removed: before.filter((who) => !readers.includes(who)),
  })
}

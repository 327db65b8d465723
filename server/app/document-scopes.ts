import type { Ballot } from '../../shared/domain/ballot.ts'
import { documentKey, type ProcessedDocument } from '../../shared/domain/document.ts'
import type { EntityKey } from '../../shared/domain/entity.ts'
import type { Hash } from '../../shared/domain/id.ts'
import { type Scope, scopesOfEntity } from '../../shared/domain/scope.ts'
import type { LedgerReads, LedgerWrites } from './ledger-port.ts'

/**
 * A document's row may be read by whoever may read one of the ballots that hold the file: so it carries the scopes of all of
 * them together, and each change of such a ballot sets them anew (decision 0014).
 */

type Change = { n: number; key: EntityKey }

/** Files of the changed ballots as they stand in the store: a draft may be about to let go of some. */
export async function filesOfBallots(
  ledger: Pick<LedgerReads, 'rows'>,
  changes: readonly Change[],
): Promise<Map<EntityKey, readonly Hash[]>> {
  const keys = [...new Set(changes.map(({ key }) => key))].filter((key) => key.startsWith('ballot/'))
  const rows = keys.length === 0 ? [] : await ledger.rows(keys)
  return new Map(rows.flatMap(({ key, entity }) => (entity.kind === 'ballot' ? [[key, entity.files]] : [])))
}

/** After the changed rows have been put. @param before what `filesOfBallots` said before that */
export async function putDocumentScopes(
  ledger: Pick<LedgerWrites, 'rows' | 'ballotsOfFiles' | 'setRowScopes'>,
  changes: readonly Change[],
  before: ReadonlyMap<EntityKey, readonly Hash[]>,
): Promise<void> {
  const after = await filesOfBallots(ledger, changes)
  const touched = new Map<EntityKey, number>()
  for (const { n, key } of changes) {
    if (key.startsWith('document/')) touched.set(key, n)
    for (const file of [...(before.get(key) ?? []), ...(after.get(key) ?? [])])
      touched.set(documentKey(file), n)
  }
  const rows = touched.size === 0 ? [] : await ledger.rows([...touched.keys()])
  const documents = rows.flatMap(({ entity }) => (entity.kind === 'document' ? [entity] : []))
  if (documents.length === 0) return
  const holders = await holdersOf(documents, ledger)
  await ledger.setRowScopes(
    documents.map((document) => {
      const key = documentKey(document.id)
      return { key, n: touched.get(key) ?? 0, scopes: scopesOf(document, holders.get(document.id) ?? []) }
    }),
  )
}

/** Ballots that hold each of the documents, or held it. */
export async function holdersOf(
  documents: readonly ProcessedDocument[],
  ledger: Pick<LedgerReads, 'ballotsOfFiles'>,
): Promise<Map<Hash, Ballot[]>> {
  const holders = new Map<Hash, Ballot[]>(documents.map(({ id }) => [id, []]))
  if (documents.length === 0) return holders
  for (const { entity } of await ledger.ballotsOfFiles([...holders.keys()])) {
    if (entity.kind !== 'ballot') continue
    for (const file of entity.files) holders.get(file)?.push(entity)
  }
  return holders
}

const scopesOf = (document: ProcessedDocument, ballots: readonly Ballot[]): Scope[] => [
  ...new Set(ballots.flatMap((ballot) => scopesOfEntity(document, ballot))),
]

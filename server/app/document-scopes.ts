import { documentKey, type ProcessedDocument } from '../../shared/domain/document.ts'
import type { EntityKey } from '../../shared/domain/entity.ts'
import { filesHeldBy } from '../../shared/domain/file-holder.ts'
import type { Hash } from '../../shared/domain/id.ts'
import { meetingKey } from '../../shared/domain/meeting.ts'
import type { RowOwners } from '../../shared/domain/row-owners.ts'
import { type Scope, scopesOfEntity } from '../../shared/domain/scope.ts'
import type { LedgerReads, LedgerWrites } from './ledger-port.ts'

/**
 * A document's row may be read by whoever may read one of the ballots, agenda items, votes on paper and directives that hold the file: so it carries the
 * scopes of all of them together, and each change of such a holder sets them anew (decision 0014).
 */

type Change = { n: number; key: EntityKey }

/** By a ballot, an agenda item, a directive, a task; a meeting says who reads its items and holds nothing itself. */
const isHolder = (key: EntityKey) => /^(ballot|agenda-item|paper-vote|directive|task)\//.test(key)

/** Files of the changed holders as they stand in the store: a draft may be about to let go of some. */
export async function filesOfHolders(
  ledger: Pick<LedgerReads, 'rows'>,
  changes: readonly Change[],
): Promise<Map<EntityKey, readonly Hash[]>> {
  const keys = [...new Set(changes.map(({ key }) => key))].filter(isHolder)
  const rows = keys.length === 0 ? [] : await ledger.rows(keys)
  return new Map(rows.map(({ key, entity }) => [key, filesHeldBy(entity)]))
}

/**
 * After the changed rows have been put.
 * @param changes rows changed, and rows whose readers are no longer the same because another row changed
 * @param before what `filesOfHolders` said before that
 */
export async function putDocumentScopes(
  ledger: Pick<LedgerWrites, 'rows' | 'holdersOfFiles' | 'setRowScopes'>,
  changes: readonly Change[],
  before: ReadonlyMap<EntityKey, readonly Hash[]>,
): Promise<void> {
  const after = await filesOfHolders(ledger, changes)
  const touched = new Map<EntityKey, number>()
  for (const { n, key } of changes) {
    if (key.startsWith('document/')) touched.set(key, n)
    for (const file of [...(before.get(key) ?? []), ...(after.get(key) ?? [])])
      touched.set(documentKey(file), n)
  }
  const rows = touched.size === 0 ? [] : await ledger.rows([...touched.keys()])
  const documents = rows.flatMap(({ entity }) => (entity.kind === 'document' ? [entity] : []))
  if (documents.length === 0) return
  const owners = await ownersOfDocuments(documents, ledger)
  await ledger.setRowScopes(
    documents.map((document) => {
      const key = documentKey(document.id)
      return { key, n: touched.get(key) ?? 0, scopes: scopesOf(document, owners.get(document.id) ?? []) }
    }),
  )
}

/** The ballots and agenda items that hold each of the documents, or held it; an item with its meeting. */
export async function ownersOfDocuments(
  documents: readonly ProcessedDocument[],
  ledger: Pick<LedgerReads, 'holdersOfFiles' | 'rows'>,
): Promise<Map<Hash, RowOwners[]>> {
  const owners = new Map<Hash, RowOwners[]>(documents.map(({ id }) => [id, []]))
  for (const { files, ...holder } of await holdersWithMeetings([...owners.keys()], ledger)) {
    for (const file of files) owners.get(file)?.push(holder)
  }
  return owners
}

/** Who holds or held one of the files; a file that was made of another is held with it. */
export async function holdersWithMeetings(
  files: readonly Hash[],
  ledger: Pick<LedgerReads, 'holdersOfFiles' | 'rows'>,
): Promise<(RowOwners & { files: readonly Hash[] })[]> {
  const holders = files.length === 0 ? [] : (await ledger.holdersOfFiles(files)).map(({ entity }) => entity)
  const keys = holders.flatMap((one) =>
    one.kind === 'agenda-item' || one.kind === 'paper-vote' ? [meetingKey(one.meeting)] : [],
  )
  const rows = keys.length === 0 ? [] : await ledger.rows([...new Set(keys)])
  const meetings = new Map(
    rows.flatMap(({ key, entity }) => (entity.kind === 'meeting' ? [[key, entity] as const] : [])),
  )
  return holders.flatMap((holder): (RowOwners & { files: readonly Hash[] })[] => {
    if (holder.kind === 'ballot') return [{ ballot: holder, files: holder.files }]
    if (holder.kind === 'directive') return [{ directive: holder, files: holder.files }]
    if (holder.kind === 'task') return [{ task: holder, files: holder.files ?? [] }]
    if (holder.kind !== 'agenda-item' && holder.kind !== 'paper-vote') return []
    const meeting = meetings.get(meetingKey(holder.meeting))
    if (holder.kind === 'paper-vote') return [{ paper: holder, meeting, files: holder.files }]
    return [{ item: holder, meeting, files: holder.files }]
  })
}

const scopesOf = (document: ProcessedDocument, owners: readonly RowOwners[]): Scope[] => [
  ...new Set(owners.flatMap((owner) => scopesOfEntity(document, owner))),
]

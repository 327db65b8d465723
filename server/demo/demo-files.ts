import { type BallotDocument, BallotDocument as Schema } from '../../shared/domain/ballot.ts'
import { Hash } from '../../shared/domain/id.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { dayOf } from '../../shared/lib/time.ts'
import { chunkBytes } from '../../shared/protocol/api.ts'
import type { Uploads } from '../app/upload.ts'
import type { DemoDocument } from './demo-ballot.ts'
import type { DemoCalendar, DemoHour } from './demo-calendar.ts'
import { demoPerson } from './demo-people.ts'
import type { DocumentRequest } from './documents/document-request.ts'

export type MakeDocument = (request: DocumentRequest) => Promise<Uint8Array>

export type FilesDone = { done: number; of: number; pages: number }

/** Papers that lie in one ballot or one item of an agenda, version by version. */
export type DemoDossier = {
  readonly id: string
  readonly handlers: readonly [string, ...string[]]
  readonly issuedOn: DemoHour
  readonly versions: readonly (readonly DemoDocument[])[]
}

/**
 * Writes every paper and sends it in as any other file.
 * @returns the papers of each dossier by its id, version by version.
 */
export async function loadFiles(deps: {
  dossiers: readonly DemoDossier[]
  calendar: DemoCalendar
  uploads: Uploads
  makeDocument: MakeDocument
  onProgress(progress: FilesDone): void
  stopping: AbortSignal
}): Promise<Map<string, BallotDocument[][]>> {
  const { dossiers, calendar, uploads, makeDocument, onProgress, stopping } = deps
  const of = dossiers.flatMap(papersOf).length
  let done = 0
  let pages = 0
  let seed = 0
  const documentsByDossier = new Map<string, BallotDocument[][]>()
  for (const dossier of dossiers) {
    const { id, handlers, issuedOn, versions } = dossier
    const made = new Map<DemoDocument, BallotDocument>()
    const day = dayOf(calendar.at([issuedOn[0] - 4, '09:00']))
    const firstSeed = seed + 1
    seed += Math.max(...versions.map(({ length }) => length))
    for (const { document, place } of papersOf(dossier)) {
      stopping.throwIfAborted()
      // What replaces a paper has its seed: all but what was changed in it is the same.
      const bytes = await makeDocument({ ...requestOf(document), day, seed: firstSeed + place })
      const hash = Hash.parse(sha256Hex(bytes))
      const { title, kind } = document
      const facts = { id: `${id}-${place + 1}`, title, kind, hash, size: bytes.length, pages: document.pages }
      made.set(document, Schema.parse(facts))
      await send(hash, bytes, demoPerson(handlers[0]), uploads)
      done += 1
      pages += document.pages
      onProgress({ done, of, pages })
    }
    documentsByDossier.set(
      id,
      versions.map((documents) => documents.flatMap((document) => made.get(document) ?? [])),
    )
  }
  return documentsByDossier
}

/** Each paper of any version once, with its place in the dossier. */
const papersOf = ({ versions }: DemoDossier): { document: DemoDocument; place: number }[] => [
  ...new Map(
    versions.flatMap((documents) =>
      documents.map((document, place) => [document, { document, place }] as const),
    ),
  ).values(),
]

const requestOf = ({ form, about, agency, number, pages, addedClause, orders }: DemoDocument) => {
  const request = { kind: form, title: about, agency, number, pages, ...(orders && { orders }) }
  return addedClause ? { ...request, addedClause } : request
}

async function send(
  hash: Hash,
  bytes: Uint8Array,
  by: ReturnType<typeof demoPerson>,
  uploads: Uploads,
): Promise<void> {
  const begun = await uploads.begin(by, { hash, size: bytes.length })
  if (!begun.ok) throw new Error(`a paper of the demonstration was refused: ${begun.error.kind}`)
  if (begun.value.kind === 'ready') return
  for (let at = begun.value.received; at < bytes.length; at += chunkBytes) {
    await uploads.write(hash, at, bytes.subarray(at, at + chunkBytes))
  }
  const finished = await uploads.finish(by, hash, 'document')
  if (!finished.ok) throw new Error(`a paper of the demonstration was refused: ${finished.error.kind}`)
}

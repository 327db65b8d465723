import { type BallotDocument, BallotDocument as Schema } from '../../shared/domain/ballot.ts'
import { Hash } from '../../shared/domain/id.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { dayOf } from '../../shared/lib/time.ts'
import { chunkBytes } from '../../shared/protocol/api.ts'
import type { Uploads } from '../app/upload.ts'
import type { DemoBallot, DemoDocument } from './demo-ballot.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import { demoPerson } from './demo-people.ts'
import type { DocumentRequest } from './documents/document-request.ts'

export type MakeDocument = (request: DocumentRequest) => Promise<Uint8Array>

export type FilesDone = { done: number; of: number; pages: number }

/**
 * Writes every paper and sends it in as any other file.
 * @returns the papers of each ballot by its id.
 */
export async function loadFiles(deps: {
  ballots: readonly DemoBallot[]
  calendar: DemoCalendar
  uploads: Uploads
  makeDocument: MakeDocument
  onProgress(progress: FilesDone): void
  stopping: AbortSignal
}): Promise<Map<string, BallotDocument[]>> {
  const { ballots, calendar, uploads, makeDocument, onProgress, stopping } = deps
  const of = ballots.reduce((sum, { words }) => sum + words.documents.length, 0)
  let done = 0
  let pages = 0
  let seed = 0
  const documentsByBallot = new Map<string, BallotDocument[]>()
  for (const { id, handlers, issuedOn, words } of ballots) {
    const documents: BallotDocument[] = []
    documentsByBallot.set(id, documents)
    for (const [i, document] of words.documents.entries()) {
      stopping.throwIfAborted()
      const day = dayOf(calendar.at([issuedOn[0] - 4, '09:00']))
      seed += 1
      const bytes = await makeDocument({ ...requestOf(document), day, seed })
      const hash = Hash.parse(sha256Hex(bytes))
      const { title, kind } = document
      documents.push(
        Schema.parse({ id: `${id}-${i + 1}`, title, kind, hash, size: bytes.length, pages: document.pages }),
      )
      await send(hash, bytes, demoPerson(handlers[0]), uploads)
      done += 1
      pages += document.pages
      onProgress({ done, of, pages })
    }
  }
  return documentsByBallot
}

const requestOf = ({ form, about, agency, number, pages }: DemoDocument) => {
  return { kind: form, title: about, agency, number, pages }
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
  const finished = await uploads.finish(by, hash)
  if (!finished.ok) throw new Error(`a paper of the demonstration was refused: ${finished.error.kind}`)
}

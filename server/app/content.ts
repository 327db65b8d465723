import type { Act } from '../../shared/domain/act.ts'
import { BallotContent } from '../../shared/domain/ballot.ts'
import type { Hash } from '../../shared/domain/id.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import type { Opening } from '../../shared/protocol/envelope.ts'
import type { LedgerBatch } from './ledger-batch.ts'
import type { LedgerReads, StoredFile } from './ledger-port.ts'

/** A ballot's words by their hash; undefined where they are unknown or are not a content in canonical form. */
export function contentOf(batch: Pick<LedgerBatch, 'opened'>, hash: Hash): BallotContent | undefined {
  const text = batch.opened(hash)
  if (text === undefined) return undefined
  try {
    const parsed = BallotContent.safeParse(JSON.parse(text))
    return parsed.success && canonicalJson(parsed.data) === text ? parsed.data : undefined
  } catch {
    return undefined
  }
}

const contentHashOf = (act: Act): Hash | null => ('contentHash' in act.body ? act.body.contentHash : null)

/** Openings that the act itself commits to: anything more in an envelope is nobody's statement and is not kept. */
export function ownOpenings(act: Act, openings: readonly Opening[]): Opening[] {
  const hash = contentHashOf(act)
  const commits = new Set<Hash>(hash === null ? [] : [hash])
  if (act.kind === 'answer-ballot') {
    for (const answer of act.body.answers) commits.add(answer.choiceCommit).add(answer.textCommit)
  }
  return openings.filter(({ commit }) => commits.has(commit))
}

/** The files that a content names, as far as intake has passed them. */
export async function filesOf(
  act: Act,
  batch: Pick<LedgerBatch, 'opened'>,
  ledger: Pick<LedgerReads, 'file'>,
): Promise<Map<Hash, StoredFile>> {
  const files = new Map<Hash, StoredFile>()
  const hash = contentHashOf(act)
  const content = hash === null ? undefined : contentOf(batch, hash)
  for (const document of content?.documents ?? []) {
    const file = await ledger.file(document.hash)
    if (file) files.set(document.hash, file)
  }
  return files
}

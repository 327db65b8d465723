import { attestBundle, type Bundle } from '../../shared/bundle/bundle.ts'
import { hashesNamedBy } from '../../shared/bundle/verify-bundle.ts'
import { permit, type Question, type Subject } from '../../shared/domain/access.ts'
import type { Ballot } from '../../shared/domain/ballot.ts'
import type { EntityKey } from '../../shared/domain/entity.ts'
import type { BallotId } from '../../shared/domain/id.ts'
import { factsOf } from '../../shared/domain/scope.ts'
import { base64 } from '../../shared/lib/base64.ts'
import { type Entry, parseEntry } from '../../shared/protocol/leaf.ts'
import { closingTree } from './closing-tree.ts'
import type { LedgerReads, StoredLeaf } from './ledger-port.ts'
import type { ServerCrypto } from './ports.ts'
import { pathsOf, pathText } from './receipts.ts'

/** The archive bundle of a closed ballot (docs/bundle.md): its leaves, and those that enrolled whoever signed them. */
export type Bundles = {
  /** Empty where there is no such ballot. */
  questionsFor(ballot: BallotId): Promise<(Question & { action: 'read-bundle' })[]>
  /** With texts only as far as the subject may read them; null where there is no closed ballot. */
  make(ballot: BallotId, subject: Subject): Promise<Bundle | null>
}

type Deps = { ledger: LedgerReads; crypto: Pick<ServerCrypto, 'ledgerKey' | 'sign'> }

export const createBundles = ({ ledger, crypto }: Deps): Bundles => {
  const ballotOf = async (id: BallotId): Promise<Ballot | null> => {
    const [row] = await ledger.rows([`ballot/${id}`])
    return row?.entity.kind === 'ballot' ? row.entity : null
  }
  return {
    questionsFor: async (id) => {
      const ballot = await ballotOf(id)
      return ballot ? [{ action: 'read-bundle', ballot: factsOf(ballot) }] : []
    },
    make: async (id, subject) => {
      // The checkpoint first: every leaf below it is then there to be read, and nothing above it is taken.
      const checkpoint = await ledger.checkpoint()
      const ballot = await ballotOf(id)
      if (!checkpoint || ballot?.phase.state !== 'closed') return null
      const leaves = await leavesOf(id, checkpoint.size, ledger)
      const first = leaves.find(({ serverId }) => serverId === `tally/${id}/1`)
      if (!first) return null
      const paths = await pathsOf(leaves, checkpoint, ledger)
      const { name, publicKey } = crypto.ledgerKey
      const bundle = {
        v: 1 as const,
        what: 'e-cabinet bundle' as const,
        ballot: id,
        ledger: { name, publicKey: base64(publicKey) },
        checkpoint: checkpoint.note,
        closing: await closingTree(first.n + 1, checkpoint.size, ledger),
        leaves: leaves.map(({ n, text }, i) => ({ n, leaf: text, path: pathText(paths[i] ?? []) })),
        openings: (await mayReadTexts(subject, ballot, ledger)) ? await openingsOf(leaves, ledger) : null,
      }
      return await attestBundle(bundle, crypto.ledgerKey, crypto.sign)
    },
  }
}

/** The ballot's words and every member's answer: the one right without the other opens nothing. */
async function mayReadTexts(subject: Subject, ballot: Ballot, ledger: LedgerReads): Promise<boolean> {
  const facts = factsOf(ballot)
  const answers = await ledger.rows([`answers/${ballot.id}/`])
  return (
    permit(subject, { action: 'read-ballot', ballot: facts }).allow &&
    answers.every(
      ({ entity }) =>
        entity.kind === 'answers' &&
        permit(subject, { action: 'read-answers', person: entity.person, ballot: facts }).allow,
    )
  )
}

/** Every leaf that made a row of the ballot, and of the people, rules, devices and proposals that those leaves rest on. */
async function leavesOf(id: BallotId, size: number, ledger: LedgerReads): Promise<StoredLeaf[]> {
  const proposals = (await ledger.rowsOfKind('proposal')).filter(
    ({ entity: { body } }) => 'ballot' in body && body.ballot === id,
  )
  const keys = new Set<EntityKey>([
    `ballot/${id}`,
    `answers/${id}/`,
    `progress/${id}/`,
    `opened-documents/${id}/`,
    `tally/${id}`,
    'person/',
    'settings',
    ...proposals.map(({ key }) => key),
  ])
  const found = new Map<number, StoredLeaf>()
  let wanted: EntityKey[] = [...keys]
  while (wanted.length > 0) {
    const rows = await ledger.rows(wanted)
    const numbers = new Set(rows.flatMap(({ trail }) => trail).filter((n) => n < size && !found.has(n)))
    const leaves = await ledger.leaves([...numbers])
    for (const leaf of leaves) found.set(leaf.n, leaf)
    wanted = leaves.flatMap(({ text }) => keysBehind(parseEntry(text))).filter((key) => !keys.has(key))
    for (const key of wanted) keys.add(key)
  }
  return [...found.values()].sort((a, b) => a.n - b.n)
}

/** Rows that an entry's own proof rests on. */
function keysBehind(entry: Entry | null): EntityKey[] {
  if (entry?.kind !== 'act') return []
  const { device, kind, body } = entry.act
  return [`device/${device}`, ...(kind === 'confirm' ? [`proposal/${body.proposal}`] : [])]
}

async function openingsOf(leaves: readonly StoredLeaf[], ledger: LedgerReads) {
  const hashes = leaves.flatMap(({ text }) => {
    const entry = parseEntry(text)
    return entry ? hashesNamedBy(entry) : []
  })
  const openings = await ledger.openings([...new Set(hashes)])
  return [...openings.values()].sort((a, b) => (a.commit < b.commit ? -1 : 1))
}

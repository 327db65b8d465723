import { attestBundle, type Bundle, type Matter } from '../../shared/bundle/bundle.ts'
import { endsMatter, hashesNamedBy } from '../../shared/bundle/verify-bundle.ts'
import { permit, type Question, type Subject } from '../../shared/domain/access.ts'
import type { Ballot } from '../../shared/domain/ballot.ts'
import type { EntityKey } from '../../shared/domain/entity.ts'
import type { BallotId, MeetingId } from '../../shared/domain/id.ts'
import { type Meeting, meetingKey } from '../../shared/domain/meeting.ts'
import { factsOfMeeting } from '../../shared/domain/meeting-access.ts'
import { ownedBy } from '../../shared/domain/row-owners.ts'
import { factsOf } from '../../shared/domain/scope.ts'
import { base64 } from '../../shared/lib/base64.ts'
import { type Entry, parseEntry } from '../../shared/protocol/leaf.ts'
import { closingTree } from './closing-tree.ts'
import type { LedgerReads, StoredLeaf } from './ledger-port.ts'
import type { ServerCrypto } from './ports.ts'
import { pathsOf, pathText } from './receipts.ts'

/**
 * The archive bundle of a closed ballot or of a concluded meeting (docs/bundle.md): its leaves, and those that enrolled whoever
 * signed them.
 */
export type Bundles = {
  /** Empty where there is no such ballot. */
  questionsForBallot(ballot: BallotId): Promise<(Question & { action: 'read-bundle' })[]>
  questionsForMeeting(meeting: MeetingId): Promise<(Question & { action: 'read-meeting-bundle' })[]>
  /** With texts only as far as the subject may read them; null where there is no such matter, or it is not decided yet. */
  make(matter: Matter, subject: Subject): Promise<Bundle | null>
}

type Deps = { ledger: LedgerReads; crypto: Pick<ServerCrypto, 'ledgerKey' | 'sign'> }

export const createBundles = ({ ledger, crypto }: Deps): Bundles => {
  const ballotOf = async (id: BallotId): Promise<Ballot | null> => {
    const [row] = await ledger.rows([`ballot/${id}`])
    return row?.entity.kind === 'ballot' ? row.entity : null
  }
  const meetingOf = async (id: MeetingId): Promise<Meeting | null> => {
    const [row] = await ledger.rows([meetingKey(id)])
    return row?.entity.kind === 'meeting' ? row.entity : null
  }

  /** What every bundle holds; null where the matter has not come to its end. */
  const partsOf = async (matter: Matter, keys: (reads: LedgerReads) => Promise<EntityKey[]>) => {
    // The checkpoint first: every leaf below it is then there to be read, and nothing above it is taken.
    const checkpoint = await ledger.checkpoint()
    if (!checkpoint) return null
    const leaves = await leavesBehind(await keys(ledger), checkpoint.size, ledger)
    const end = leaves.find(({ text }) => {
      const entry = parseEntry(text)
      return entry !== null && endsMatter(entry, matter)
    })
    if (!end) return null
    const paths = await pathsOf(leaves, checkpoint, ledger)
    const { name, publicKey } = crypto.ledgerKey
    const parts = {
      v: 1 as const,
      what: 'e-cabinet bundle' as const,
      ledger: { name, publicKey: base64(publicKey) },
      checkpoint: checkpoint.note,
      closing: await closingTree(end.n + 1, checkpoint.size, ledger),
      leaves: leaves.map(({ n, text }, i) => ({ n, leaf: text, path: pathText(paths[i] ?? []) })),
    }
    return { parts, stored: leaves }
  }

  return {
    questionsForBallot: async (id) => {
      const ballot = await ballotOf(id)
      return ballot ? [{ action: 'read-bundle', ballot: factsOf(ballot) }] : []
    },
    questionsForMeeting: async (id) => {
      const meeting = await meetingOf(id)
      if (!meeting) return []
      const isConcluded = meeting.phase.state === 'concluded'
      return [{ action: 'read-meeting-bundle', meeting: factsOfMeeting(meeting), isConcluded }]
    },
    make: async (matter, subject) => {
      if ('ballot' in matter) {
        const ballot = await ballotOf(matter.ballot)
        if (ballot?.phase.state !== 'closed') return null
        const made = await partsOf(matter, (reads) => rowsOfBallot(matter.ballot, reads))
        if (!made) return null
        const isOpen = await mayReadTexts(subject, ballot, ledger)
        const openings = isOpen ? await openingsOf(made.stored, ledger) : null
        return await attestBundle({ ...made.parts, ...matter, openings }, crypto.ledgerKey, crypto.sign)
      }
      const meeting = await meetingOf(matter.meeting)
      if (meeting?.phase.state !== 'concluded') return null
      const made = await partsOf(matter, async () => rowsOfMeeting(meeting))
      if (!made) return null
      const openings = await openingsOf(made.stored, ledger)
      return await attestBundle({ ...made.parts, ...matter, openings }, crypto.ledgerKey, crypto.sign)
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

/** Every row of a ballot, and of the people, rules and proposals that they rest on. */
async function rowsOfBallot(id: BallotId, ledger: LedgerReads): Promise<EntityKey[]> {
  const proposals = (await ledger.rowsOfKind('proposal')).filter(
    ({ entity: { body } }) => 'ballot' in body && body.ballot === id,
  )
  return [
    ...[
      `ballot/${id}`,
      `answers/${id}/`,
      `progress/${id}/`,
      `opened-documents/${id}/`,
      `tally/${id}`,
      `response/${id}/`,
    ],
    ...['person/', 'settings', ...proposals.map(({ key }) => key)],
  ]
}

/** Every row that hangs on a meeting; who may read one's own cast follows from no other row. */
const rowsOfMeeting = (meeting: Meeting): EntityKey[] => [
  meetingKey(meeting.id),
  // How many papers there once were is counted, and decided nothing.
  ...ownedBy(meeting, undefined).filter((key) => !key.startsWith('past-papers/')),
  `cast/${meeting.id}/`,
  'person/',
  'settings',
]

/** Every leaf that made these rows, and the devices and proposals that those leaves rest on. */
async function leavesBehind(
  rows: readonly EntityKey[],
  size: number,
  ledger: LedgerReads,
): Promise<StoredLeaf[]> {
  const keys = new Set<EntityKey>(rows)
  const found = new Map<number, StoredLeaf>()
  let wanted: EntityKey[] = [...keys]
  while (wanted.length > 0) {
    const rows = await ledger.rows(wanted)
    const numbers = new Set(rows.flatMap(({ trail }) => trail).filter((n) => n < size && !found.has(n)))
    const leaves = (await ledger.leaves([...numbers])).filter(({ text }) => !isBesideIt(parseEntry(text)))
    for (const leaf of leaves) found.set(leaf.n, leaf)
    wanted = leaves.flatMap(({ text }) => keysBehind(parseEntry(text))).filter((key) => !keys.has(key))
    for (const key of wanted) keys.add(key)
  }
  return [...found.values()].sort((a, b) => a.n - b.n)
}

/** A task that a member gives from a page came of the matter, and decides nothing of it. */
const isBesideIt = (entry: Entry | null): boolean => entry?.kind === 'act' && entry.act.kind === 'ask-task'

/** Rows that an entry's own proof rests on. */
function keysBehind(entry: Entry | null): EntityKey[] {
  if (entry?.kind !== 'act') return []
  const { device, kind, body } = entry.act
  return [
    `device/${device}`,
    ...(kind === 'confirm' ? [`proposal/${body.proposal}`] : []),
    // It moved people, and is decided again by what the directory held.
    ...(kind === 'merge-agency' ? ['agency/'] : []),
  ]
}

async function openingsOf(leaves: readonly StoredLeaf[], ledger: LedgerReads) {
  const hashes = leaves.flatMap(({ text }) => {
    const entry = parseEntry(text)
    return entry ? hashesNamedBy(entry) : []
  })
  const openings = await ledger.openings([...new Set(hashes)])
  return [...openings.values()].sort((a, b) => (a.commit < b.commit ? -1 : 1))
}

import type { Ballot } from '../../../shared/domain/ballot.ts'
import { ActId, AgencyId, BallotId, DeviceId, Hash, PersonId } from '../../../shared/domain/id.ts'
import type { Agency } from '../../../shared/domain/people.ts'
import type { Scope } from '../../../shared/domain/scope.ts'
import { appendLeaves } from '../../../shared/ledger/frontier.ts'
import { leafHash } from '../../../shared/ledger/merkle.ts'
import { utf8 } from '../../../shared/lib/bytes.ts'
import { sha256Hex } from '../../../shared/lib/sha256.ts'
import { instant } from '../../../shared/lib/time.ts'
import type { LedgerWrites, StoredLeaf } from '../ledger-port.ts'

/** Leaves and rows that show only what a test is about. */

export const personId = (name: string) => PersonId.parse(name)
export const deviceId = (name: string) => DeviceId.parse(name)
export const actId = (name: string) => ActId.parse(name.padEnd(22, '_'))
export const hashOf = (text: string) => Hash.parse(sha256Hex(utf8(text)))
export const hour = (ms: number) => instant(ms)

export const agency = (name: string): Agency => ({ kind: 'agency', id: AgencyId.parse('a'), name })

export const ballot = (id: string, facts: Partial<Ballot> = {}): Ballot => ({
  kind: 'ballot',
  id: BallotId.parse(id),
  number: null,
  leadAgency: AgencyId.parse('a'),
  createdBy: personId('an'),
  handlers: [personId('an')],
  phase: { state: 'issued' },
  draft: null,
  versions: [],
  deadlineAt: hour(1000),
  deadlines: [],
  files: [],
  ...facts,
})

/** A server entry where no act is named. */
export const leafAt = (n: number, facts: Partial<StoredLeaf> = {}): StoredLeaf => ({
  n,
  at: hour(100 + n),
  text: `leaf ${n} ấ "\\u0000"`,
  actId: null,
  serverId: facts.actId ? null : `entry/${n}`,
  person: null,
  device: null,
  ...facts,
})

export type PutRow = { key: string; scopes: readonly Scope[]; name?: string }

/** Appends one leaf and what it makes, as the intake does. @returns the leaf's number. */
export async function appendOne(
  ledger: LedgerWrites,
  facts: Partial<StoredLeaf> = {},
  made: { rows?: readonly PutRow[]; people?: Readonly<Record<string, readonly Scope[]>> } = {},
): Promise<number> {
  const { size, frontier } = await ledger.head()
  const leaf = leafAt(size, facts)
  await appendAll(ledger, [leaf], frontier)
  const rows = made.rows ?? []
  await ledger.putRows(
    rows.map(({ key, scopes, name }) => ({ key, scopes, n: size, entity: agency(name ?? `${key} ${size}`) })),
  )
  for (const [person, scopes] of Object.entries(made.people ?? {})) {
    await ledger.setPersonScopes(personId(person), scopes, size)
  }
  return size
}

export async function appendAll(
  ledger: LedgerWrites,
  leaves: readonly StoredLeaf[],
  frontier: Parameters<typeof appendLeaves>[0],
): Promise<void> {
  const hashed = leaves.map((leaf) => ({ ...leaf, hash: leafHash(utf8(leaf.text)) }))
  const grown = appendLeaves(
    frontier,
    hashed.map(({ hash }) => hash),
  )
  const size = grown.frontier.size
  await ledger.append(hashed, grown.nodes, { size, note: `note ${size}` })
}

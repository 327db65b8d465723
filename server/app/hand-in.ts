import { type Act, deliveryByKind } from '../../shared/domain/act.ts'
import { type DeviceId, Hash } from '../../shared/domain/id.ts'
import { actTextOf, parseLeaf } from '../../shared/ledger/entry.ts'
import { verifyReceipt } from '../../shared/ledger/receipt.ts'
import { fromBase64 } from '../../shared/lib/base64.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import type { Instant } from '../../shared/lib/time.ts'
import { isOpenedBy, type OpenEnvelope, type Opening } from '../../shared/protocol/envelope.ts'
import { type Entry, parseEntry } from '../../shared/protocol/leaf.ts'
import type { HandInOutcome, HandInRequest } from '../../shared/protocol/restore.ts'
import { acceptAct } from './accept-act.ts'
import type { LedgerBatch } from './ledger-batch.ts'
import type { LedgerWrites } from './ledger-port.ts'
import type { ServerCrypto } from './ports.ts'
import { standsAlready } from './re-entry.ts'
import { phaseOf } from './restore.ts'
import type { HandedIn } from './restore-port.ts'

/**
 * What a device holds of the epochs before a restore. A leaf is believed by its old receipt alone: the ledger's own key stands
 * for it. Until the restore ends it is kept beside the ledger; whatever contradicts the ledger is kept too, and reported.
 */
export type ProvenLeaf = {
  epoch: number
  /** Of the tree that proves it. */
  size: number
  entry: Entry
  leaf: string
  proof: string
  openings: readonly Opening[]
}

/** Null in the place of a leaf that proves nothing. */
export type HandedInBy = {
  device: DeviceId
  seen: HandInRequest['seen']
  left: number
  leaves: readonly (ProvenLeaf | null)[]
}

export async function proveLeaves(
  request: HandInRequest,
  { ledgerKey, verifyEd25519 }: Pick<ServerCrypto, 'ledgerKey' | 'verifyEd25519'>,
): Promise<(ProvenLeaf | null)[]> {
  const proven: (ProvenLeaf | null)[] = []
  for (const { leaf, proof, openings } of request.leaves) {
    const verified = await verifyReceipt({ leaf, proof }, ledgerKey, verifyEd25519)
    const entry = verified.ok ? parseEntry(leaf) : null
    if (!verified.ok || entry?.n !== verified.value.index || !openings.every(isOpenedBy)) {
      proven.push(null)
      continue
    }
    const { epoch, size } = verified.value.checkpoint
    proven.push({ epoch, size, entry, leaf, proof, openings })
  }
  return proven
}

type Ledger = Pick<
  LedgerWrites,
  | 'leaves'
  | 'file'
  | 'announced'
  | 'tasksOfPapers'
  | 'openTasksOf'
  | 'handedIn'
  | 'putHandedIn'
  | 'checkIns'
  | 'putCheckIn'
>
type Rest = { now: Instant; mayRefuse: (device: DeviceId) => boolean }

/** Under the ledger's lock, so that nothing comes between the end of the restore and what arrives beside it. */
export async function keepHandedIn(
  { device, seen, left, leaves }: HandedInBy,
  batch: LedgerBatch,
  ledger: Ledger,
  rest: Rest,
): Promise<HandInOutcome[]> {
  const phase = phaseOf(batch)
  if (phase !== 'declared' && phase !== 'ended') return leaves.map(() => 'refused')
  const known = await ledger.handedIn()
  const outcomes: HandInOutcome[] = []
  const kept: HandedIn[] = []
  for (const proven of leaves) {
    if (proven === null || proven.epoch >= batch.epoch) {
      outcomes.push('refused')
      continue
    }
    const row = rowOf(proven, device, rest.now)
    const before = [...known, ...kept].find(isAt(row))
    const state = before?.hash === row.hash ? before.state : before ? 'apart' : await placeOf(proven, row)
    if (state !== 'known') kept.push({ ...row, state })
    outcomes.push(state === 'waiting' ? 'kept' : state === 'entered' ? 'known' : state)
  }
  await ledger.putHandedIn(kept)
  await checkIn()
  return outcomes

  async function placeOf(proven: ProvenLeaf, row: HandedIn): Promise<HandedIn['state'] | 'known'> {
    if (proven.entry.n < (await heldBelow(proven.epoch, batch, ledger))) {
      const [held] = await ledger.leaves([proven.entry.n])
      return held?.text === proven.leaf ? 'known' : 'apart'
    }
    const stands = await standsAlready(row, proven.entry, batch)
    if (stands !== undefined) return stands ? 'known' : 'apart'
    return phase === 'declared' ? 'waiting' : await decideLate(proven, batch, ledger, rest)
  }

  async function checkIn(): Promise<void> {
    const before = (await ledger.checkIns()).find((one) => one.device === device)
    const ofLast = (epoch: number, size: number) => (epoch === batch.epoch - 1 ? size : 0)
    const sizes = leaves.map((proven) => (proven ? ofLast(proven.epoch, proven.size) : 0))
    await ledger.putCheckIn({
      device,
      at: rest.now,
      leaves: (before?.leaves ?? 0) + leaves.length,
      seen: Math.max(before?.seen ?? 0, ofLast(seen.epoch, seen.size), ...sizes),
      isDone: left === 0,
    })
  }
}

const isAt =
  ({ epoch, n }: HandedIn) =>
  (other: HandedIn): boolean =>
    other.epoch === epoch && other.n === n

const rowOf = (
  { epoch, entry, leaf, proof, openings }: ProvenLeaf,
  device: DeviceId,
  at: Instant,
): HandedIn => ({
  epoch,
  n: entry.n,
  hash: Hash.parse(sha256Hex(utf8(leaf))),
  leaf,
  proof,
  openings,
  device,
  at,
  state: 'waiting',
})

/** Numbers below are the same entries in that epoch and in this ledger: no restore in between went further back. */
async function heldBelow(
  epoch: number,
  { reader }: LedgerBatch,
  ledger: Pick<LedgerWrites, 'announced'>,
): Promise<number> {
  const announced = await ledger.announced()
  const sizes = reader.list('restore').flatMap((restore) => (restore.epoch > epoch ? [restore.size] : []))
  return Math.min(...sizes, announced?.size ?? 0)
}

/**
 * After the end of the restore numbers are given again and ballots are closed: what comes now is decided as of today, an answer
 * thus held as late where its ballot was closed, for two officers to rule on. Acts of authority do not take effect that late.
 */
async function decideLate(
  { entry, leaf, openings }: ProvenLeaf,
  batch: LedgerBatch,
  ledger: Ledger,
  { mayRefuse }: Rest,
): Promise<'decided' | 'apart'> {
  if (entry.kind !== 'act' || deliveryByKind[entry.act.kind] !== 'queue') return 'apart'
  const envelope = envelopeOf(entry.act, entry.sig, leaf, openings)
  if (!envelope) return 'apart'
  const decided = await acceptAct(envelope, batch, ledger, mayRefuse)
  return decided.kind === 'recorded' ? 'decided' : 'apart'
}

/** Its signature was verified before it was first recorded: the receipt stands for that. */
function envelopeOf(
  act: Act,
  sigText: string,
  text: string,
  openings: readonly Opening[],
): OpenEnvelope | null {
  const leaf = parseLeaf(text)
  const signed = leaf && actTextOf(leaf)
  const sig = fromBase64(sigText)
  if (signed === null || !sig) return null
  return { act, bytes: utf8(signed), sig, sigText, openings: [...openings] }
}

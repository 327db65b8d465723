import { base64, fromBase64 } from '../lib/base64.ts'
import type { Bytes } from '../lib/bytes.ts'
import { fail, ok, type Result } from '../lib/result.ts'
import { parseDecimal } from './decimal.ts'
import { hashLength } from './merkle.ts'
import {
  type NoteFailure,
  type NoteKey,
  openNote,
  type SignEd25519,
  signNote,
  type VerifyEd25519,
} from './signed-note.ts'

/**
 * C2SP tlog-checkpoint: what the ledger was at one size, signed. A restored server starts a new epoch, which is a new log
 * with an origin of its own: two checkpoints can be compared only within one epoch. The key outlives epochs, so its name
 * is the origin without the epoch.
 */

/** What tablets pin at enrolment. @property name `e-cabinet/<ledgerId>` */
export type LedgerKey = NoteKey

/** @property origin `e-cabinet/<ledgerId>/<epoch>` @property size leaves @property root 32 bytes */
export type Checkpoint = { origin: string; epoch: number; size: number; root: Bytes }

export type CheckpointFailure =
  | NoteFailure
  | { kind: 'malformed-checkpoint' }
  | { kind: 'foreign-origin'; origin: string }

const originPattern = /^(e-cabinet\/[a-z0-9][a-z0-9.-]*)\/([0-9]+)$/

/** @param ledgerId lowercase letters, digits, dots, hyphens @returns the name of the ledger's key. */
export const ledgerName = (ledgerId: string): string => `e-cabinet/${ledgerId}`

const originOf = (key: LedgerKey, epoch: number): string => `${key.name}/${epoch}`

/** The text that is signed. */
export const formatCheckpoint = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${base64(root)}\n`

/** Strict, without the extension lines that the specification allows and this ledger never writes. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin, sizeText, rootText, end, ...surplus] = text.split('\n')
  if (origin === undefined || sizeText === undefined || rootText === undefined) return null
  if (end !== '' || surplus.length > 0) return null
  const epoch = parseDecimal(originPattern.exec(origin)?.[2] ?? '')
  const size = parseDecimal(sizeText)
  const root = fromBase64(rootText)
  if (epoch === null || size === null || root?.length !== hashLength) return null
  return { origin, epoch, size, root }
}

/**
 * @returns the signed note.
 * @throws TypeError on a ledger name, size, epoch or root that would not parse again: such a thing must never be signed.
 */
export async function signCheckpoint(
  { epoch, size, root }: Omit<Checkpoint, 'origin'>,
  key: LedgerKey,
  sign: SignEd25519,
): Promise<string> {
  const text = formatCheckpoint({ origin: originOf(key, epoch), epoch, size, root })
  if (!parseCheckpoint(text)) throw new TypeError('not a checkpoint')
  return await signNote(text, key, sign)
}

/** Signature first: nothing unsigned is interpreted. */
export async function openCheckpoint(
  note: string,
  key: LedgerKey,
  verify: VerifyEd25519,
): Promise<Result<Checkpoint, CheckpointFailure>> {
  const text = await openNote(note, key, verify)
  if (!text.ok) return text
  const checkpoint = parseCheckpoint(text.value)
  if (!checkpoint) return fail({ kind: 'malformed-checkpoint' })
  const { origin, epoch } = checkpoint
  return origin === originOf(key, epoch) ? ok(checkpoint) : fail({ kind: 'foreign-origin', origin })
}

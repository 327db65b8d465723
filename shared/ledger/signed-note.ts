import { base64, fromBase64 } from '../lib/base64.ts'
import { type Bytes, concat, equalBytes, utf8 } from '../lib/bytes.ts'
import { fail, ok, type Result } from '../lib/result.ts'
import { sha256 } from '../lib/sha256.ts'

/** C2SP signed-note v1.0.0, with its Ed25519 signature type (0x01) alone. */

export type VerifyEd25519 = (publicKey: Bytes, signature: Bytes, data: Bytes) => Promise<boolean>

/** RFC 8032 signature, 64 bytes. */
export type SignEd25519 = (data: Bytes) => Promise<Bytes>

/** @property publicKey 32 bytes (RFC 8032) */
export type NoteKey = { name: string; publicKey: Bytes }

/** @property keyId 4 bytes */
type NoteSignature = { name: string; keyId: Bytes; signature: Bytes }

/** @property text ends in a newline; it is what is signed */
export type SignedNote = { text: string; signatures: NoteSignature[] }

export type NoteFailure =
  | { kind: 'malformed-note' }
  | { kind: 'unknown-note-key' }
  | { kind: 'bad-note-signature' }

/** The specification demands room for 16 signatures of up to 5 kB; beyond that nothing is worth the work. */
const maxSignatures = 16
const maxNoteLength = 128 * 1024

const ed25519Type = Uint8Array.of(0x0a, 0x01)
const keyIdLength = 4

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters refused
const control = /[\u0000-\u0009\u000b-\u001f]/
const isPlain = (text: string) => text.isWellFormed() && !control.test(text)
const isNoteKeyName = (name: string) => name !== '' && !/[\p{White_Space}+]/u.test(name)

export const noteKeyId = ({ name, publicKey }: NoteKey): Bytes =>
  sha256(concat(utf8(name), ed25519Type, publicKey)).slice(0, keyIdLength)

function parseSignatureLine(line: string): NoteSignature | null {
  const [dash, name, encoded, ...surplus] = line.split(' ')
  if (dash !== '—' || name === undefined || encoded === undefined || surplus.length > 0) return null
  const bytes = fromBase64(encoded)
  if (!isNoteKeyName(name) || !bytes || bytes.length <= keyIdLength) return null
  return { name, keyId: bytes.slice(0, keyIdLength), signature: bytes.slice(keyIdLength) }
}

/** @returns the parts, not yet verified, or null where the text is not a signed note. */
export function parseSignedNote(note: string): SignedNote | null {
  if (note.length > maxNoteLength || !isPlain(note) || !note.endsWith('\n')) return null
  const blank = note.lastIndexOf('\n\n')
  if (blank < 0) return null
  const lines = note.slice(blank + 2, -1).split('\n')
  if (lines.length > maxSignatures) return null
  const signatures: NoteSignature[] = []
  for (const line of lines) {
    const signature = parseSignatureLine(line)
    if (!signature) return null
    signatures.push(signature)
  }
  return { text: note.slice(0, blank + 1), signatures }
}

/** The inverse of `parseSignedNote`. @throws TypeError on parts that would not parse again. */
export function formatSignedNote({ text, signatures }: SignedNote): string {
  const lines = signatures.map((it) => `— ${it.name} ${base64(concat(it.keyId, it.signature))}\n`)
  const note = `${text}\n${lines.join('')}`
  const parsed = parseSignedNote(note)
  if (parsed?.text !== text || parsed.signatures.length !== signatures.length) {
    throw new TypeError('not the parts of a signed note')
  }
  return note
}

/** @param text ends in a newline. @throws TypeError on a text or key name that a note cannot hold. */
export async function signNote(text: string, key: NoteKey, sign: SignEd25519): Promise<string> {
  const signature = await sign(utf8(text))
  return formatSignedNote({ text, signatures: [{ name: key.name, keyId: noteKeyId(key), signature }] })
}

/**
 * Signatures by other keys are ignored (witnesses, a key being rotated in); one that names this key and does not hold
 * spoils the whole note.
 * @returns the signed text
 */
export async function openNote(
  note: string,
  key: NoteKey,
  verify: VerifyEd25519,
): Promise<Result<string, NoteFailure>> {
  const parsed = parseSignedNote(note)
  if (!parsed) return fail({ kind: 'malformed-note' })
  const keyId = noteKeyId(key)
  const own = parsed.signatures.filter((it) => it.name === key.name && equalBytes(it.keyId, keyId))
  if (own.length === 0) return fail({ kind: 'unknown-note-key' })
  const data = utf8(parsed.text)
  for (const { signature } of own) {
    if (!(await verify(key.publicKey, signature, data))) return fail({ kind: 'bad-note-signature' })
  }
  return ok(parsed.text)
}

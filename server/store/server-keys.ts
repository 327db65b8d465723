import { createPublicKey, type KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { type LedgerKey, ledgerName, openCheckpoint } from '../../shared/ledger/checkpoint.ts'
import type { SignEd25519 } from '../../shared/ledger/signed-note.ts'
import { base64 } from '../../shared/lib/base64.ts'
import { type Bytes, concat } from '../../shared/lib/bytes.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import type { ServerCrypto } from '../app/ports.ts'
import { type KeyFile, makeKeyFile, readKeyFile } from './key-file.ts'
import { createUnsealEnvelope } from './sealing.ts'
import { verifyEd25519, verifyP256 } from './verify-signature.ts'

export type KeysFault =
  /** The ledger has entries that only the missing keys can continue; every tablet has pinned them. */
  | { kind: 'keys-missing'; file: string; leaves: number }
  /** The newest checkpoint was signed by other keys. */
  | { kind: 'keys-foreign'; file: string }
  | { kind: 'keys-unusable'; file: string; detail: string }

/** @property note the ledger's newest checkpoint, null while it is empty */
type LedgerState = { size: number; note: string | null }

/**
 * The server's keys lie outside the database, so that whoever copies or edits the database can neither read an envelope
 * nor sign a checkpoint. They are made at the first start of an empty ledger, and never again.
 */
export async function openServerKeys(
  folder: string,
  ledger: LedgerState,
): Promise<Result<ServerCrypto, KeysFault>> {
  const file = join(folder, 'server-keys.json')
  try {
    let keys = await readKeyFile(file)
    if (!keys && ledger.size > 0) return fail({ kind: 'keys-missing', file, leaves: ledger.size })
    if (!keys) {
      await makeKeyFile(file)
      keys = await readKeyFile(file)
    }
    if (!keys) return fail({ kind: 'keys-unusable', file, detail: 'not there after it was written' })
    const crypto = await cryptoOf(keys)
    const isOurs =
      ledger.note === null || (await openCheckpoint(ledger.note, crypto.ledgerKey, verifyEd25519)).ok
    return isOurs ? ok(crypto) : fail({ kind: 'keys-foreign', file })
  } catch (error) {
    return fail({
      kind: 'keys-unusable',
      file,
      detail: error instanceof Error ? error.message : String(error),
    })
  }
}

const coordinate = (key: KeyObject, name: 'x' | 'y'): Bytes =>
  new Uint8Array(Buffer.from(key.export({ format: 'jwk' })[name] ?? '', 'base64url'))

const pkcs8 = (key: KeyObject): Bytes => new Uint8Array(key.export({ type: 'pkcs8', format: 'der' }))

async function cryptoOf({ ledgerId, ledger, sealing }: KeyFile): Promise<ServerCrypto> {
  const ledgerPublic = createPublicKey(ledger)
  const sealingPublic = createPublicKey(sealing)
  const ledgerKey: LedgerKey = { name: ledgerName(ledgerId), publicKey: coordinate(ledgerPublic, 'x') }
  const sealingPoint = concat(
    Uint8Array.of(4),
    coordinate(sealingPublic, 'x'),
    coordinate(sealingPublic, 'y'),
  )
  const signingKey = await crypto.subtle.importKey('pkcs8', pkcs8(ledger), 'Ed25519', false, ['sign'])
  const sign: SignEd25519 = async (data) =>
    new Uint8Array(await crypto.subtle.sign('Ed25519', signingKey, data))
  const ecdh = { name: 'ECDH', namedCurve: 'P-256' }
  return {
    keys: { ledgerId, ledgerKey: base64(ledgerKey.publicKey), sealingKey: base64(sealingPoint) },
    ledgerKey,
    sign,
    unseal: createUnsealEnvelope({
      privateKey: await crypto.subtle.importKey('pkcs8', pkcs8(sealing), ecdh, false, ['deriveBits']),
      publicKey: await crypto.subtle.importKey('raw', sealingPoint, ecdh, true, []),
    }),
    verifyP256,
    verifyEd25519,
  }
}

import { ledgerName } from '../ledger/checkpoint.ts'
import { base64 } from '../lib/base64.ts'
import { type Bytes, concat, equalBytes, hex, utf8 } from '../lib/bytes.ts'
import { sha256 } from '../lib/sha256.ts'
import type { SealEnvelope, SignP256, UnsealEnvelope, VerifyP256 } from '../protocol/crypto-ports.ts'

/**
 * Stand-ins for WebCrypto where many schedules must run alike and fast: keyed hashes instead of signatures, a label instead
 * of sealing. Whoever has no key of a pair cannot make its signature; nothing else is claimed.
 */
export function createPlainCrypto(seed: string) {
  const secrets = new Map<string, Bytes>()

  const makePair = (name: string, publicLength: number) => {
    const secret = sha256(utf8(`${seed}/secret/${name}`))
    const stem = sha256(concat(utf8('public'), secret))
    const publicKey = concat(Uint8Array.of(4), stem, stem).slice(0, publicLength) as Bytes
    secrets.set(hex(publicKey), secret)
    return { publicKey, sign: async (data: Bytes) => signature(secret, data) }
  }
  const signature = (secret: Bytes, data: Bytes): Bytes => {
    const half = sha256(concat(secret, data))
    return concat(half, half)
  }
  const verify = async (publicKey: Bytes, sig: Bytes, data: Bytes): Promise<boolean> => {
    const secret = secrets.get(hex(publicKey))
    return secret !== undefined && equalBytes(signature(secret, data), sig)
  }

  const ledger = makePair('ledger', 32)
  const label = (actId: string) => sha256(utf8(`sealed/${actId}`))
  const seal: SealEnvelope = async (plain, actId) => concat(label(actId), plain)
  const unseal: UnsealEnvelope = async (sealed, actId) =>
    equalBytes(sealed.slice(0, 32), label(actId)) ? (sealed.slice(32) as Bytes) : null

  return {
    deviceKey: (name: string): { publicKey: Bytes; sign: SignP256 } => makePair(`device/${name}`, 65),
    seal,
    verifyEd25519: verify,
    server: {
      keys: {
        ledgerId: 'test',
        ledgerKey: base64(ledger.publicKey),
        sealingKey: base64(concat(Uint8Array.of(4), new Uint8Array(64))),
      },
      ledgerKey: { name: ledgerName('test'), publicKey: ledger.publicKey },
      sign: ledger.sign,
      unseal,
      verifyP256: verify satisfies VerifyP256,
      verifyEd25519: verify,
    },
  }
}

export type PlainCrypto = ReturnType<typeof createPlainCrypto>

import { hmac } from '@noble/hashes/hmac.js'
import { sha256 as sha256Hash } from '@noble/hashes/sha2.js'
import type { SignEd25519 } from '../../shared/ledger/signed-note.ts'
import { type Bytes, hex, utf8 } from '../../shared/lib/bytes.ts'
import { sha256 } from '../../shared/lib/sha256.ts'

/** Makes and checks what this office has written itself: 64 hexadecimal digits over a text. */
export type Mac = (text: string) => Promise<string>

/**
 * A secret that every server of one ledger shares and none stores: Ed25519 signatures are deterministic (RFC 8032), so
 * the one over a purpose, never shown to anybody, is a key. The text has the form of no checkpoint and no order.
 */
export function createMac(sign: SignEd25519, purpose: string): Mac {
  let secret: Promise<Bytes> | null = null
  const derive = async () => sha256(await sign(utf8(`e-cabinet/secret/1\n${purpose}\n`)))
  return async (text) => {
    secret ??= derive()
    return hex(hmac(sha256Hash, await secret, utf8(text)))
  }
}

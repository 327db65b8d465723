import { sha256 as hash } from '@noble/hashes/sha2.js'
import { type Bytes, hex } from './bytes.ts'

export const sha256 = (bytes: Uint8Array): Bytes => hash(bytes) as Bytes

/** 64 lowercase hexadecimal digits: how hashes are written in JSON and how documents are named. */
export const sha256Hex = (bytes: Uint8Array): string => hex(hash(bytes))

/** For bytes that come in pieces: `update` any number of times, then `digestHex` once. */
export function createSha256(): { update(bytes: Uint8Array): void; digestHex(): string } {
  const state = hash.create()
  return {
    update: (bytes) => {
      state.update(bytes)
    },
    digestHex: () => hex(state.digest()),
  }
}

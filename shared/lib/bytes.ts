import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

// Present in every runtime this project targets; declared here because shared code has neither DOM nor Node types.
declare const TextDecoder: {
  new (label: 'utf-8', options: { fatal: true; ignoreBOM: true }): { decode(bytes: Uint8Array): string }
}

export type Bytes = Uint8Array<ArrayBuffer>

export const utf8 = (text: string): Bytes => utf8ToBytes(text) as Bytes

/** Strict UTF-8 to text. @throws TypeError on bytes that are not UTF-8. */
export const fromUtf8 = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)

export const hex = (bytes: Uint8Array): string => bytesToHex(bytes)

/** @throws on anything but an even number of hexadecimal digits. */
export const fromHex = (text: string): Bytes => hexToBytes(text) as Bytes

export const concat = (...parts: Uint8Array[]): Bytes => concatBytes(...parts) as Bytes

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0)
  return difference === 0
}

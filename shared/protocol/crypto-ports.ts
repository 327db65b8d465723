import type { Bytes } from '../lib/bytes.ts'

/** The little cryptography that shared code asks of its machine; WebCrypto behind it on both sides. */

/** ECDSA P-256 with SHA-256; `publicKey` is the uncompressed point (65 bytes), `signature` raw r‖s (64 bytes). */
export type VerifyP256 = (publicKey: Bytes, signature: Bytes, data: Bytes) => Promise<boolean>
/** @returns raw r‖s, 64 bytes. */
export type SignP256 = (data: Bytes) => Promise<Bytes>

/** HPKE base mode (RFC 9180): DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM; see docs/protocol.md. */
export type SealEnvelope = (plain: Bytes, actId: string) => Promise<Bytes>
/** @returns null where the bytes were not sealed to this server's key for this act id. */
export type UnsealEnvelope = (sealed: Bytes, actId: string) => Promise<Bytes | null>

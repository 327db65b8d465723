import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fromBase64 } from '../lib/base64.ts'
import { type Bytes, concat, fromHex, hex } from '../lib/bytes.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { verifyConsistency, verifyInclusion } from './merkle.ts'

/** Vectors made by others (RFC 6962 proofs, RFC 8785, Wycheproof). They are kept outside the repository. */

const { VECTORS_DIR } = process.env
const folder = VECTORS_DIR ?? fileURLToPath(new URL('../../../shared/vectors', import.meta.url))
const isThere = existsSync(folder)

const jsonIn = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'))
const filesIn = (path: string): string[] =>
  readdirSync(join(folder, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(path, name))

// What is no base64 becomes bytes of a length that no hash has.
const Base64 = z.string().transform((text): Bytes => fromBase64(text) ?? new Uint8Array(1))
const Hex = z.string().transform(fromHex)
const Path = z
  .array(Base64)
  .nullable()
  .transform((path) => path ?? [])

const Inclusion = z.object({
  leafIdx: z.number(),
  treeSize: z.number(),
  root: Base64,
  leafHash: Base64,
  proof: Path,
  wantErr: z.boolean(),
})
const Consistency = z.object({
  size1: z.number(),
  size2: z.number(),
  root1: Base64,
  root2: Base64,
  proof: Path,
  wantErr: z.boolean(),
})
const expectation = { tcId: z.number(), result: z.enum(['valid', 'invalid']) }
const Ecdsa = z.object({
  testGroups: z.array(
    z.object({
      publicKey: z.object({ uncompressed: Hex }),
      tests: z.array(z.object({ ...expectation, msg: Hex, sig: Hex })),
    }),
  ),
})
const Eddsa = z.object({
  testGroups: z.array(
    z.object({
      publicKey: z.object({ pk: Hex }),
      tests: z.array(z.object({ ...expectation, msg: Hex, sig: Hex })),
    }),
  ),
})
const Aead = z.object({
  testGroups: z.array(
    z.object({
      ivSize: z.number(),
      tests: z.array(z.object({ ...expectation, key: Hex, iv: Hex, aad: Hex, msg: Hex, ct: Hex, tag: Hex })),
    }),
  ),
})

type Outcome = { name: string | number; isValid: boolean }
/** Whole-value equality of what came out with what the vectors say. */
function expectAll(count: number, got: Outcome[], wanted: Outcome[]) {
  expect(got).toEqual(wanted)
  expect(got.length).toBe(count)
}

function runAll() {
  test('[O4] RFC 6962 inclusion: 98', () => {
    const cases = filesIn('merkle/inclusion').map((name) => ({ name, ...Inclusion.parse(jsonIn(name)) }))
    const got = cases.map(({ name, leafIdx, treeSize, root, leafHash, proof }) => ({
      name,
      isValid: verifyInclusion({ leafHash, index: leafIdx, size: treeSize, path: proof, root }),
    }))
    const wanted = cases.map(({ name, wantErr }) => ({ name, isValid: !wantErr }))
    expectAll(98, got, wanted)
  })

  test('[O4] RFC 6962 consistency: 98', () => {
    const cases = filesIn('merkle/consistency').map((name) => ({ name, ...Consistency.parse(jsonIn(name)) }))
    const got = cases.map(({ name, proof, wantErr, ...claim }) => ({
      name,
      isValid: verifyConsistency({ ...claim, path: proof }),
    }))
    const wanted = cases.map(({ name, wantErr }) => ({ name, isValid: !wantErr }))
    expectAll(98, got, wanted)
  })

  test('[O4] RFC 8785 canonical JSON: 6', () => {
    const names = filesIn('jcs/input')
    const got = names.map((name) => canonicalJson(jsonIn(name)))
    expect(got).toEqual(
      names.map((name) => readFileSync(join(folder, name.replace('input', 'output')), 'utf8')),
    )
    expect(names.length).toBe(6)
  })

  test('[O3] ECDSA P-256 with SHA-256, raw signatures: 262', async () => {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
    const got: Outcome[] = []
    const wanted: Outcome[] = []
    const { testGroups } = Ecdsa.parse(jsonIn('wycheproof/ecdsa_secp256r1_sha256_p1363_test.json'))
    for (const { publicKey, tests } of testGroups) {
      const key = await crypto.subtle.importKey('raw', publicKey.uncompressed, algorithm, false, ['verify'])
      for (const { tcId, result, sig, msg } of tests) {
        const isValid = await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, sig, msg)
        got.push({ name: tcId, isValid })
        wanted.push({ name: tcId, isValid: result === 'valid' })
      }
    }
    expectAll(262, got, wanted)
  })

  test('[O4] Ed25519: 151', async () => {
    const got: Outcome[] = []
    const wanted: Outcome[] = []
    for (const { publicKey, tests } of Eddsa.parse(jsonIn('wycheproof/ed25519_test.json')).testGroups) {
      const key = await crypto.subtle.importKey('raw', publicKey.pk, 'Ed25519', false, ['verify'])
      for (const { tcId, result, sig, msg } of tests) {
        got.push({ name: tcId, isValid: await crypto.subtle.verify('Ed25519', key, sig, msg) })
        wanted.push({ name: tcId, isValid: result === 'valid' })
      }
    }
    expectAll(151, got, wanted)
  })

  test('[O5] AES-GCM with 96-bit IVs: 197', async () => {
    const got: { name: number; opened: string }[] = []
    const wanted: { name: number; opened: string }[] = []
    const groups = Aead.parse(jsonIn('wycheproof/aes_gcm_test.json')).testGroups
    for (const { tests } of groups.filter(({ ivSize }) => ivSize === 96)) {
      for (const { tcId, result, key: bytes, iv, aad, msg, ct, tag } of tests) {
        const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
        const parameters = { name: 'AES-GCM', iv, additionalData: aad }
        const opened = await crypto.subtle.decrypt(parameters, key, concat(ct, tag)).then(
          (plain) => hex(new Uint8Array(plain)),
          () => 'refused',
        )
        got.push({ name: tcId, opened })
        wanted.push({ name: tcId, opened: result === 'valid' ? hex(msg) : 'refused' })
        if (result === 'valid') {
          const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters, key, msg))
          expect(hex(sealed)).toBe(hex(concat(ct, tag)))
        }
      }
    }
    expect(got).toEqual(wanted)
    expect(got.length).toBe(197)
  })
}

function reportAbsence() {
  test('[O4] NOT RUN: the folder of vectors is not here; set VECTORS_DIR to run them', () => {
    console.info(`vectors of others were not run: no folder ${folder}`)
    expect(isThere).toBe(false)
  })
}

describe('vectors of others', () => {
  if (isThere) runAll()
  else reportAbsence()
})

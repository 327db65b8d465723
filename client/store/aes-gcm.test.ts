import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Bytes, concat, fromHex, hex, utf8 } from '../../shared/lib/bytes.ts'
import { createAesGcm, decryptAesGcm, encryptAesGcm } from './aes-gcm.ts'
import { random } from './webcrypto.ts'

const importKey = (bytes: Bytes) =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])

const { VECTORS_DIR } = process.env
const folder = VECTORS_DIR ?? fileURLToPath(new URL('../../../shared/vectors', import.meta.url))
const path = join(folder, 'wycheproof/aes_gcm_test.json')
const Hex = z.string().transform(fromHex)
const Vectors = z.object({
  testGroups: z.array(
    z.object({
      ivSize: z.number(),
      tests: z.array(
        z.object({
          tcId: z.number(),
          result: z.enum(['valid', 'invalid', 'acceptable']),
          key: Hex,
          iv: Hex,
          aad: Hex,
          msg: Hex,
          ct: Hex,
          tag: Hex,
        }),
      ),
    }),
  ),
})

function runVectors() {
  const groups = Vectors.parse(JSON.parse(readFileSync(path, 'utf8'))).testGroups
  const cases = groups.flatMap(({ ivSize, tests }) => tests.map((it) => ({ ...it, ivSize })))

  test('[O5] Wycheproof AES-GCM through our own wrapper: IVs of 96 bits', async () => {
    const got: { tcId: number; opened: string | null; sealed: string | null }[] = []
    const wanted: typeof got = []
    for (const { tcId, result, ivSize, key: bytes, iv, aad, msg, ct, tag } of cases) {
      if (ivSize !== 96) continue
      const key = await importKey(bytes)
      const opened = await decryptAesGcm(key, concat(ct, tag), { iv, aad })
      const isValid = result === 'valid'
      const sealed = isValid ? hex(await encryptAesGcm(key, msg, { iv, aad })) : null
      got.push({ tcId, opened: opened && hex(opened), sealed })
      wanted.push({ tcId, opened: isValid ? hex(msg) : null, sealed: isValid ? hex(concat(ct, tag)) : null })
    }
    expect(got).toEqual(wanted)
    expect(got.length).toBe(197)
  })

  test('[O5] Wycheproof AES-GCM: every other length of IV is refused before it is used', async () => {
    const others = cases.filter(({ ivSize }) => ivSize !== 96)
    expect(others.length).toBeGreaterThan(0)
    for (const { key: bytes, iv, aad, msg, ct, tag } of others) {
      const key = await importKey(bytes)
      await expect(encryptAesGcm(key, msg, { iv, aad })).rejects.toThrow(TypeError)
      await expect(decryptAesGcm(key, concat(ct, tag), { iv, aad })).rejects.toThrow(TypeError)
    }
  })
}

describe('vectors of others', () => {
  if (existsSync(path)) runVectors()
  else
    test('[O5] NOT RUN: the folder of vectors is not here; set VECTORS_DIR to run them', () => {
      console.info(`vectors of others were not run: no file ${path}`)
    })
})

test('[O5] what was sealed opens with its key and place only, and any flipped bit closes it', async () => {
  const { seal, open } = createAesGcm(random)
  const [key, otherKey] = [await importKey(random(32)), await importKey(random(32))]
  const sealed = await seal(key, utf8('không đồng ý'), utf8('place'))
  expect(await open(key, sealed, utf8('place'))).toEqual(utf8('không đồng ý'))
  expect(await open(key, sealed, utf8('another place'))).toBeNull()
  expect(await open(otherKey, sealed, utf8('place'))).toBeNull()
  for (let at = 0; at < sealed.length; at++) {
    const bad = sealed.slice()
    bad[at] = (bad[at] ?? 0) ^ 0x10
    expect(await open(key, bad, utf8('place'))).toBeNull()
  }
  expect(await open(key, sealed.slice(0, 20), utf8('place'))).toBeNull()
  expect(await open(key, new Uint8Array(0), utf8('place'))).toBeNull()
})

test('[O5] no two seals use one IV', async () => {
  const { seal } = createAesGcm(random)
  const key = await importKey(random(32))
  const ivs = await Promise.all(
    Array.from({ length: 500 }, async () => hex((await seal(key, utf8('x'), utf8('y'))).slice(1, 13))),
  )
  expect(new Set(ivs).size).toBe(500)
})

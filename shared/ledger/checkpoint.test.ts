import { describe, expect, test } from 'vitest'
import { base64 } from '../lib/base64.ts'
import { firstKey, secondKey, verifyEd25519 } from '../testing/rfc8032-key.ts'
import {
  formatCheckpoint,
  ledgerName,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
} from './checkpoint.ts'
import { emptyRoot } from './merkle.ts'
import { signNote } from './signed-note.ts'

const key = { name: ledgerName('vpcp'), publicKey: firstKey.publicKey }
const head = { epoch: 1, size: 4711, root: emptyRoot }
const text = `e-cabinet/vpcp/1\n4711\n${base64(emptyRoot)}\n`

describe('a checkpoint', () => {
  test('[O4] is three lines, signed, and opened with the pinned key', async () => {
    const note = await signCheckpoint(head, key, firstKey.sign)
    expect(note.startsWith(`${text}\n— e-cabinet/vpcp `)).toBe(true)
    expect(await openCheckpoint(note, key, verifyEd25519)).toEqual({
      ok: true,
      value: { origin: 'e-cabinet/vpcp/1', ...head },
    })
  })

  test('[O4] of another ledger is refused, even when signed with this key', async () => {
    const note = await signNote(text.replace('vpcp', 'khac'), key, firstKey.sign)
    expect(await openCheckpoint(note, key, verifyEd25519)).toEqual({
      ok: false,
      error: { kind: 'foreign-origin', origin: 'e-cabinet/khac/1' },
    })
  })

  test('[O4] signed by another key is refused', async () => {
    const note = await signCheckpoint(head, { ...key, publicKey: secondKey.publicKey }, secondKey.sign)
    expect(await openCheckpoint(note, key, verifyEd25519)).toEqual({
      ok: false,
      error: { kind: 'unknown-note-key' },
    })
  })

  test('[O4] any character changed is refused', async () => {
    const note = await signCheckpoint(head, key, firstKey.sign)
    for (let i = 0; i < note.length; i++) {
      const changed = note.slice(0, i) + (note[i] === 'A' ? 'B' : 'A') + note.slice(i + 1)
      expect((await openCheckpoint(changed, key, verifyEd25519)).ok, `character ${i}`).toBe(false)
    }
  })

  test('[O4] a signed note that is no checkpoint is refused', async () => {
    const note = await signNote('xin chào\n', key, firstKey.sign)
    expect(await openCheckpoint(note, key, verifyEd25519)).toEqual({
      ok: false,
      error: { kind: 'malformed-checkpoint' },
    })
  })

  test.each([
    ['nothing', ''],
    ['no newline at the end', text.slice(0, -1)],
    ['an extension line', `${text}extension\n`],
    ['a blank line', `${text}\n`],
    ['a size with leading zeroes', text.replace('4711', '04711')],
    ['a negative size', text.replace('4711', '-1')],
    ['a size in another notation', text.replace('4711', '4e3')],
    ['a size beyond exact numbers', text.replace('4711', '9007199254740992')],
    ['an empty size', text.replace('4711', '')],
    ['a size in Arabic digits', text.replace('4711', '٤٧')],
    ['no epoch', text.replace('/1\n', '\n')],
    ['an epoch with leading zeroes', text.replace('/1\n', '/01\n')],
    ['a plus in the ledger', text.replace('vpcp', 'a+b')],
    ['a space in the ledger', text.replace('vpcp', 'a b')],
    ['another application', text.replace('e-cabinet', 'e-other')],
    ['a short root', text.replace(base64(emptyRoot), base64(emptyRoot.slice(1)))],
    ['a root that is no base64', text.replace(base64(emptyRoot), 'x'.repeat(44))],
  ])('[O6] with %s is refused', (_, damaged) => {
    expect(parseCheckpoint(damaged)).toBeNull()
  })

  test('[O4] that could not be read again is never signed', async () => {
    const sign = firstKey.sign
    await expect(signCheckpoint({ ...head, size: 1.5 }, key, sign)).rejects.toThrow(TypeError)
    await expect(signCheckpoint({ ...head, epoch: -1 }, key, sign)).rejects.toThrow(TypeError)
    await expect(signCheckpoint({ ...head, root: new Uint8Array(31) }, key, sign)).rejects.toThrow(TypeError)
    await expect(signCheckpoint(head, { ...key, name: ledgerName('Á') }, sign)).rejects.toThrow(TypeError)
  })

  test('[O4] parses into what it was made of', () => {
    const checkpoint = {
      origin: 'e-cabinet/vpcp/0',
      epoch: 0,
      size: Number.MAX_SAFE_INTEGER,
      root: emptyRoot,
    }
    expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual(checkpoint)
  })
})

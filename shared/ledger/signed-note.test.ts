import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base64, fromBase64 } from '../lib/base64.ts'
import { hex } from '../lib/bytes.ts'
import { firstKey, secondKey, verifyEd25519 } from '../testing/rfc8032-key.ts'
import { formatSignedNote, noteKeyId, openNote, parseSignedNote, signNote } from './signed-note.ts'

const key = { name: 'example.com/phòng-họp', publicKey: firstKey.publicKey }
const otherKey = { name: 'witness.example', publicKey: secondKey.publicKey }
const text = 'Tế bào\n\nhai dòng\n'
const note = await signNote(text, key, firstKey.sign)
const otherNote = await signNote(text, otherKey, secondKey.sign)
const signatureLine = (of: string) => of.slice(of.lastIndexOf('\n\n') + 2)

describe('a signed note', () => {
  test('[O4] is opened by the key that signed it', async () => {
    expect(await openNote(note, key, verifyEd25519)).toEqual({ ok: true, value: text })
  })

  test('[O4] made by another program (the Go checksum database) is opened too', async () => {
    const foreign =
      'If you think cryptography is the answer to your problem,\n' +
      "then you don't know what your problem is.\n\n" +
      '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
    const encoded = fromBase64('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')
    const peter = { name: 'PeterNeumann', publicKey: encoded?.slice(1) ?? new Uint8Array() }
    expect(hex(noteKeyId(peter))).toBe('c74f20a3')
    expect((await openNote(foreign, peter, verifyEd25519)).ok).toBe(true)
  })

  test('[O4] may carry signatures of others beside ours, up to 16', async () => {
    const fifteen = signatureLine(otherNote).repeat(15)
    expect((await openNote(note + fifteen, key, verifyEd25519)).ok).toBe(true)
    expect(await openNote(`${note}${fifteen}${signatureLine(otherNote)}`, key, verifyEd25519)).toEqual({
      ok: false,
      error: { kind: 'malformed-note' },
    })
  })

  test('[O4] without a signature of the pinned key is refused, whatever its name', async () => {
    const unknown = { ok: false, error: { kind: 'unknown-note-key' } }
    expect(await openNote(otherNote, key, verifyEd25519)).toEqual(unknown)
    const impostor = await signNote(text, { ...key, publicKey: secondKey.publicKey }, secondKey.sign)
    expect(await openNote(impostor, key, verifyEd25519)).toEqual(unknown)
    const renamed = { ...key, name: 'example.com/other' }
    expect(await openNote(note, renamed, verifyEd25519)).toEqual(unknown)
  })

  test('[O4] with one false signature in our name is refused as a whole', async () => {
    const forged = formatSignedNote({
      text,
      signatures: [{ name: key.name, keyId: noteKeyId(key), signature: new Uint8Array(64) }],
    })
    const bad = { ok: false, error: { kind: 'bad-note-signature' } }
    expect(await openNote(note + signatureLine(forged), key, verifyEd25519)).toEqual(bad)
    expect(await openNote(note.replace('hai', 'hái'), key, verifyEd25519)).toEqual(bad)
  })

  const line = signatureLine(note)
  const [, , encoded = ''] = line.trimEnd().split(' ')
  test.each([
    ['nothing', ''],
    ['no signature', `${text}\n`],
    ['no blank line', `một dòng\n${line}`],
    ['no text', `\n${line}`],
    ['no newline at the end', note.slice(0, -1)],
    ['a blank line after the signatures', `${note}\n`],
    ['a tab', note.replace('hai ', 'hai\t')],
    ['a carriage return', note.replaceAll('\n', '\r\n')],
    ['a zero character', note.replace('hai', 'ha\u0000i')],
    ['a lone surrogate', note.replace('hai', 'ha\ud800i')],
    ['a hyphen for the dash', `${text}\n${line.replace('—', '-')}`],
    ['no key name', `${text}\n—  ${encoded}\n`],
    ['a plus in the key name', `${text}\n— a+b ${encoded}\n`],
    ['a no-break space in the key name', `${text}\n— a\u00a0b ${encoded}\n`],
    ['a next-line character in the key name', `${text}\n— a\u0085b ${encoded}\n`],
    ['a fourth field', `${text}\n— a ${encoded} b\n`],
    ['no base64', `${text}\n— a !!!!\n`],
    ['base64 without padding', `${text}\n— a AAAAAAA\n`],
    ['a key id alone', `${text}\n— a ${base64(new Uint8Array(4))}\n`],
    ['far too long a text', `${'a'.repeat(128 * 1024)}\n\n${line}`],
  ])('[O6] with %s is not a note', (_, damaged) => {
    expect(parseSignedNote(damaged)).toBeNull()
  })

  test('[O6] that could not be read again is not made', async () => {
    await expect(signNote('no newline', key, firstKey.sign)).rejects.toThrow(TypeError)
    await expect(signNote('tab\t\n', key, firstKey.sign)).rejects.toThrow(TypeError)
    await expect(signNote(text, { ...key, name: 'a b' }, firstKey.sign)).rejects.toThrow(TypeError)
    expect(() => formatSignedNote({ text, signatures: [] })).toThrow(TypeError)
  })

  test('[O4] parses into the parts it was made of', () => {
    const bytes = (minLength: number, maxLength: number) =>
      fc.uint8Array({ minLength, maxLength }).map((it) => Uint8Array.from(it))
    const plain = fc.string({ unit: 'grapheme' }).map((it) => it.replace(/\p{Cc}/gu, ''))
    const signature = fc.record({
      name: fc.string({ minLength: 1 }).filter((it) => /^[^\s\p{Cc}+]+$/u.test(it)),
      keyId: bytes(4, 4),
      signature: bytes(1, 80),
    })
    const parts = fc.record(
      {
        text: fc.array(plain, { minLength: 1 }).map((lines) => `${lines.join('\n')}\n`),
        signatures: fc.array(signature, { minLength: 1, maxLength: 16 }),
      },
      { noNullPrototype: true },
    )
    fc.assert(
      fc.property(parts, (it) => {
        expect(parseSignedNote(formatSignedNote(it))).toEqual(it)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Act, actKinds, deliveryByKind, parseAct } from '../domain/act.ts'
import { hashOf } from '../domain/testing/cabinet.ts'
import { base64 } from '../lib/base64.ts'
import { utf8 } from '../lib/bytes.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { parseEnvelope } from './envelope.ts'
import { FeedPage, FeedQuery } from './feed.ts'
import { entryEvents, parseEntry } from './leaf.ts'
import { actOfEveryKind, leafOf, liveBallot } from './testing/lived-ballot.ts'
import { mutationOf } from './testing/mutation.ts'

/** Whatever comes from outside is refused or is exactly what it says; nothing throws, nothing is quietly dropped. */

const office = liveBallot()
const acts = actOfEveryKind(office)
const plain = (value: unknown): unknown => JSON.parse(canonicalJson(value))
const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
const bytesOf = (text: string) => base64(utf8(text))
const sig = base64(new Uint8Array(64))
const envelopeOf = (act: string, more: Record<string, unknown> = {}) =>
  utf8(JSON.stringify({ v: 1, bytes: bytesOf(act), sig, openings: [], ...more }))
const malformed = { ok: false, error: { kind: 'malformed' } }

/** What was written before its kind named what was seen (docs/decisions/0033-conclusions.md), or what a desk says without files. */
const isOfBefore = ({ kind, body }: Act): boolean =>
  (kind === 'conclude-meeting' && !('conclusions' in body)) ||
  (kind === 'conclude-item' && !('basedOn' in body)) ||
  (kind === 'report-progress' && !('attached' in body))

describe('an act', () => {
  test('[O6] of every kind is parsed as it was written', () => {
    expect(acts.map(({ kind }) => kind).sort()).toEqual([...actKinds].sort())
    for (const act of acts) expect(parseAct(plain(act))).toEqual(act)
  })

  test('[O9] says whether it may wait on the tablet: what a member or an agency’s desk says, and the chair’s local record', () => {
    const queued = actKinds.filter((kind) => deliveryByKind[kind] === 'queue')
    expect(queued).toEqual([
      'answer-ballot',
      'mark-delivered',
      'mark-opened',
      'mark-documents-opened',
      'share-layer',
      'report-wiped',
      'reply-to-invitation',
      'take-position',
      'mark-item-delivered',
      'share-item-layer',
      'mark-item-opened',
      'record-session',
      'cast-vote',
      'join-session',
      'leave-session',
      'request-to-speak',
      'withdraw-request',
      'pull-from-block',
      'ask-task',
      'receive-task',
      'report-progress',
      'report-done',
      'ask-extension',
      'answer-urging',
      'set-unit',
      'give-part',
      'note-part',
    ])
  })

  test('[O6] with a field missing or to spare is none; changed, it is none or says just that', () => {
    const mutated = fc.constantFrom(...acts).chain((act) => mutationOf(plain(act)))
    fc.assert(
      fc.property(mutated, ({ kind, value }) => {
        const act = parseAct(value)
        if (kind !== 'changed') expect(act === null || isOfBefore(act)).toBe(true)
        else if (act !== null) expect(canonicalJson(act)).toBe(canonicalJson(value))
      }),
      { numRuns: 2000 },
    )
  })

  test('[O6] is not what anything else is', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parseAct(value)).toBeNull()
      }),
    )
    for (const kind of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])
      expect(parseAct({ ...acts[0], kind })).toBeNull()
    expect(parseAct(JSON.parse(`{"__proto__":${canonicalJson(acts[0])}}`))).toBeNull()
  })

  test('[O6] bears no id that a plain object would not keep', () => {
    const answer = acts.find(({ kind }) => kind === 'answer-ballot')
    expect(parseAct({ ...answer, person: '__proto__' })).toBeNull()
    expect(parseAct({ ...answer, person: 'proto' })).not.toBeNull()
  })
})

describe('an envelope', () => {
  test('[O6] is opened with its act, as signed', () => {
    for (const act of acts) {
      const opened = parseEnvelope(envelopeOf(canonicalJson(act)))
      expect(opened.ok && opened.value.act).toEqual(act)
    }
  })

  const text = canonicalJson(acts[0])
  test.each([
    ['spaces', ` ${text}`],
    ['a line end', `${text}\n`],
    ['a byte order mark', `\ufeff${text}`],
    ['keys in another order', JSON.stringify(Object.fromEntries(Object.entries(acts[0] ?? {}).reverse()))],
    ['a number otherwise written', text.replace(/"castAt":(\d+)/, '"castAt":$1.0')],
    ['a negative zero', text.replace(/"castAt":\d+/, '"castAt":-0')],
    ['a key twice', text.replace('{', '{"v":1,')],
    ['an escape that is not needed', text.replace('"kind"', '"\\u006bind"')],
    ['depth', deep],
    ['nothing', ''],
  ])('[O6] whose act is written with %s is refused', (_, act) => {
    expect(parseEnvelope(envelopeOf(act))).toEqual(malformed)
  })

  test('[O6] with bytes that are no UTF-8, too many openings, or fields to spare is refused', () => {
    const opening = { commit: hashOf('a'), salt: '', value: 'a' }
    expect(parseEnvelope(envelopeOf(text, { openings: [opening] })).ok).toBe(true)
    for (const more of [
      { bytes: base64(Uint8Array.of(0xff, 0xfe)) },
      { bytes: 'not base64' },
      { sig: base64(new Uint8Array(63)) },
      { openings: Array.from({ length: 65 }, () => opening) },
      { openings: [{ ...opening, more: 1 }] },
      { v: 2 },
      { more: 1 },
    ])
      expect(parseEnvelope(envelopeOf(text, more))).toEqual(malformed)
    expect(parseEnvelope(utf8(deep))).toEqual(malformed)
  })

  test('[O6] is padded with spaces at its end, and with nothing else', () => {
    const bytes = envelopeOf(text)
    expect(parseEnvelope(Uint8Array.of(...bytes, 0x20, 0x20)).ok).toBe(true)
    expect(parseEnvelope(Uint8Array.of(...bytes, 0))).toEqual(malformed)
  })

  test('[O4] with a text that is not behind its commitment is refused, a lone surrogate too', () => {
    const salt = base64(new Uint8Array(32))
    const wrong = [
      { commit: hashOf('a'), salt: '', value: 'b' },
      { commit: hashOf('a'), salt, value: 'a' },
      { commit: hashOf('\ufffd'), salt: '', value: '\ud800' },
    ]
    for (const opening of wrong) {
      expect(parseEnvelope(envelopeOf(text, { openings: [opening] }))).toEqual({
        ok: false,
        error: { kind: 'opening-does-not-fit' },
      })
    }
  })

  test('[O6] is not what any bytes are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json().map(utf8)), (bytes) => {
        expect(parseEnvelope(bytes).ok).toBe(false)
      }),
    )
  })
})

describe('a leaf', () => {
  const leaves = office.entries.map((_, n) => leafOf(office, n))

  test('[O4] of the story is read with its meaning', () => {
    for (const [n, leaf] of leaves.entries()) {
      const entry = parseEntry(leaf)
      const written = office.entries[n]
      expect([entry?.n, entry?.at]).toEqual([n, written?.at])
      if (written?.kind === 'server') expect(entry && entryEvents(entry)).toEqual(written.server.events)
      if (written?.kind === 'act')
        expect(entry?.kind === 'act' && [entry.act, entry.verdict]).toEqual([written.act, written.verdict])
    }
  })

  test('[O4] with a field missing is none; otherwise changed, it is none or says just that', () => {
    const mutated = fc.constantFrom(...leaves).chain((leaf) => mutationOf(JSON.parse(leaf)))
    fc.assert(
      fc.property(mutated, ({ kind, value }) => {
        const text = canonicalJson(value)
        const entry = parseEntry(text)
        // A report may be without files: where they are taken away, that is what it says.
        if (kind === 'missing') expect(entry === null || !text.includes('"attached"')).toBe(true)
        if (entry === null) return
        // Counts by option are a record, so one more may stand there; but then it is read, not dropped.
        expect(text).toContain(canonicalJson(entry.kind === 'act' ? entry.verdict : entry.events))
        if (kind === 'surplus') expect(canonicalJson(entry)).toContain('byOption')
      }),
      { numRuns: 1000 },
    )
  })

  test('[O6] is not what any text is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(parseEntry(text)).toBeNull()
      }),
    )
    for (const text of [deep, ` ${leaves[0]}`, `${leaves[0]}\n`, '']) expect(parseEntry(text)).toBeNull()
  })
})

describe('a page of the feed', () => {
  const page = {
    protocol: 1,
    epoch: 0,
    upTo: 3,
    more: false,
    rows: [{ key: 'settings', n: 3, value: { kind: 'settings', changes: [] }, openings: [], trail: [3] }],
    gone: ['ballot/x'],
    leaves: [{ n: 3, leaf: 'text', path: [base64(new Uint8Array(32))] }],
    checkpoint: null,
    consistency: [],
  }

  test('[O6] with a field missing is none; changed, it is none or says just that', () => {
    expect(FeedPage.parse(page)).toEqual(page)
    fc.assert(
      fc.property(mutationOf(page), ({ kind, value }) => {
        const parsed = FeedPage.safeParse(value)
        if (parsed.success) expect(canonicalJson(parsed.data)).toBe(canonicalJson(value))
        // What stands inside a row is judged by the schema of its kind.
        if (kind === 'missing' && parsed.success)
          expect(Object.keys(parsed.data.rows[0]?.value ?? {})).toEqual(['kind'])
      }),
      { numRuns: 1000 },
    )
  })

  test('[O6] is asked for with whole numbers', () => {
    const ask = (after: string) => FeedQuery.safeParse({ epoch: '0', after, tree: '0' }).success
    expect(['-1', '0', '12', '-2', '1.5', 'x', 'Infinity', '1e400', 'NaN'].map(ask)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ])
  })
})

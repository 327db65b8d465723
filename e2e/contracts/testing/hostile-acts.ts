import { base64, fromBase64 } from '../../../shared/lib/base64.ts'
import { concat, hex, utf8 } from '../../../shared/lib/bytes.ts'
import { canonicalJson } from '../../../shared/lib/canonical-json.ts'
import type { Rejection } from '../../../shared/protocol/api.ts'
import { sealedMaxBytes } from '../../../shared/protocol/envelope.ts'
import {
  actOf,
  answerFor,
  type Fields,
  freshId,
  type Sealed,
  sealAct,
  sealPlain,
  sealText,
} from './act-forge.ts'
import type { HostileWorld } from './hostile-world.ts'
import type { RealPerson } from './real-person.ts'

/** Acts that must be turned away before the ledger, each with the reason. */
export type Turned = readonly [name: string, act: Sealed, reason: Rejection]

type World = Pick<HostileWorld, 'people' | 'ballot'>

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
const points = [
  '\ud800',
  'Tế'.normalize('NFD'),
  'a\u202eb',
  'a\u200db',
  'a\u0000b',
  '\ufeffa',
  '\u{e0041}',
  ' ',
]
const spellings = [
  '__proto__',
  'constructor',
  'toString',
  'answer-ballot ',
  'ANSWER-BALLOT',
  '',
  null,
  1,
  ['propose'],
]

const without = (act: Fields, field: string): Fields =>
  Object.fromEntries(Object.entries(act).filter(([name]) => name !== field))

/** Sealed bytes that are none, or not for this act, or not for this server. */
export async function brokenSeals({ people, ballot }: World): Promise<Turned[]> {
  const by = people.botruong
  const act = actOf(by, 'answer-ballot', ballot.body)
  const good = await sealAct(by, act)
  const bytes = fromBase64(good.sealed) ?? new Uint8Array()
  const with_ = (change: (copy: Uint8Array) => Uint8Array): Sealed => ({
    id: good.id,
    sealed: base64(change(bytes.slice())),
  })
  const flipped = (at: number) =>
    with_((copy) => {
      copy[at] = (copy[at] ?? 0) ^ 1
      return copy
    })
  const zeros = (length: number) => with_(() => new Uint8Array(length))
  return [
    ['no base64', { id: good.id, sealed: '*' }, 'malformed'],
    ['base64 that is not canonical', { id: good.id, sealed: `${good.sealed} ` }, 'malformed'],
    ['nothing', { id: good.id, sealed: '' }, 'cannot-unseal'],
    ['zeros', zeros(300), 'cannot-unseal'],
    ['another version', flipped(0), 'cannot-unseal'],
    ['a point off the curve', flipped(40), 'cannot-unseal'],
    ['another text', flipped(100), 'cannot-unseal'],
    ['another tag', flipped(bytes.length - 1), 'cannot-unseal'],
    ['cut off', with_((copy) => copy.subarray(0, 80)), 'cannot-unseal'],
    ['cut off in the key', with_((copy) => copy.subarray(0, 30)), 'cannot-unseal'],
    ['a byte more', with_((copy) => concat(copy, Uint8Array.of(0))), 'cannot-unseal'],
    ["another act's id", { ...good, id: freshId() }, 'cannot-unseal'],
    ['as large as it may be', zeros(sealedMaxBytes), 'cannot-unseal'],
    ['a byte larger', zeros(sealedMaxBytes + 1), 'too-large'],
  ]
}

/** Envelopes around an act that would be good. */
export async function brokenEnvelopes({ people, ballot }: World): Promise<Turned[]> {
  const by = people.botruong
  const act = actOf(by, 'answer-ballot', ballot.body)
  const id = String(act['id'])
  const text = canonicalJson(act)
  const plain = (words: string) => sealPlain(by, id, words)
  const changed = (changes: Fields) => sealText(by, id, text, changes)
  const { openings } = answerFor('i1', 'agree')
  const [opening] = openings
  const sig = base64(await by.sign(utf8(text)))
  const acts = await Promise.all([
    plain(''),
    plain('null'),
    plain('[]'),
    plain(nested(100_000)),
    plain(`{"a":${nested(100_000)}}`),
    plain(`{"v":1,"bytes":"${base64(utf8(text))}","sig":"${sig}","openings":[],"__proto__":{"v":1}}`),
    plain(JSON.stringify({ v: 1, bytes: base64(utf8(text)), sig })),
    changed({ v: 2 }),
    changed({ v: '1' }),
    changed({ surplus: true }),
    changed({ bytes: '' }),
    changed({ bytes: [base64(utf8(text))] }),
    changed({ sig: sig.slice(4) }),
    changed({ sig: '' }),
    changed({ openings: {} }),
    changed({ openings: Array.from({ length: 65 }, () => opening) }),
    changed({ openings: [{ ...opening, value: 'disagree' }] }),
    changed({ openings: [{ ...opening, salt: '' }] }),
    changed({ openings: [{ ...opening, salt: 'AA==' }] }),
    changed({ openings: [{ ...opening, value: '\ud800' }] }),
    changed({ openings: [{ ...opening, more: 1 }] }),
  ])
  return acts.map((sealed, i): Turned => [`envelope ${i}`, sealed, 'malformed'])
}

/** Texts that are validly signed by an enrolled device and are no acts. */
export async function brokenActs({ people, ballot }: World): Promise<Turned[]> {
  const by = people.lanhdao
  const reasonOf = (reason: unknown) => actOf(by, 'recall-ballot', { ballot: ballot.id, reason })
  const honest = reasonOf('vì')
  const answer = (answers: unknown) => actOf(by, 'answer-ballot', { ...ballot.body, answers })
  const anchor = (changes: Fields) => ({
    ...honest,
    id: freshId(),
    anchor: { epoch: 0, size: 0, root: ballot.contentHash, ...changes },
  })
  const has = (changes: Fields) => ({ ...honest, id: freshId(), ...changes })
  const { answer: one } = answerFor('i1', 'agree')
  const acts: Fields[] = [
    ...points.map(reasonOf),
    ...[null, 1, [], {}, '', 'x'.repeat(1001)].map(reasonOf),
    ...spellings.map((kind) => has({ kind })),
    ...['v', 'kind', 'person', 'device', 'prev', 'castAt', 'anchor', 'body'].map((field) =>
      without(has({}), field),
    ),
    ...[1.5, -1, 7_258_118_400_001, 1e21, '0', null].map((castAt) => has({ castAt })),
    ...[
      { size: -1 },
      { size: 0.5 },
      { size: 2 ** 53 },
      { epoch: -1 },
      { root: 'A'.repeat(64) },
      { more: 1 },
    ].map(anchor),
    has({ v: 2 }),
    has({ surplus: 1 }),
    has({ prev: Array.from({ length: 17 }, freshId) }),
    has({ prev: ['short'] }),
    has({ prev: {} }),
    has({ person: '../quantri' }),
    has({ device: '__proto__' }),
    has({ body: { ballot: '__proto__', reason: 'vì' } }),
    has({ body: [] }),
    answer([]),
    answer(Array.from({ length: 31 }, () => one)),
    answer(Array.from({ length: 1500 }, () => one)),
    answer([{ ...one, choiceCommit: 'x' }]),
    answer([{ ...one, more: 'x' }]),
  ]
  const texts = [
    ` ${canonicalJson(honest)}`,
    JSON.stringify(honest),
    `\ufeff${canonicalJson(honest)}`,
    canonicalJson(honest).replace('"v":1', '"v":1.0'),
    canonicalJson(honest).replace('"v":1', '"v":1,"v":1'),
    canonicalJson(honest).replace(/}$/, ',"__proto__":{}}'),
    nested(90_000),
    '',
    '1',
  ]
  const invalid = concat(utf8(canonicalJson(honest)), Uint8Array.of(0xff))
  const id = String(honest['id'])
  const sealed = await Promise.all([
    // JSON.stringify, since a lone surrogate has no canonical form.
    ...acts.map((act) => sealText(by, String(act['id']), sorted(act))),
    ...texts.map((text) => sealText(by, id, text)),
    sealText(by, id, invalid),
    sealText(by, freshId(), canonicalJson(honest)),
  ])
  return sealed.map((act, i): Turned => [`act ${i}`, act, 'malformed'])
}

/** Acts of good form, signed by the wrong hand. */
export async function forgedActs({ people, ballot }: World): Promise<Turned[]> {
  const { botruong, thutuong } = people
  const act = (changes: Fields = {}) => ({ ...actOf(botruong, 'answer-ballot', ballot.body), ...changes })
  const nobody = { device: hex(new Uint8Array(16).fill(7)) }
  const zeros: RealPerson['sign'] = async () => new Uint8Array(64)
  const ones: RealPerson['sign'] = async () => new Uint8Array(64).fill(0xff)
  const other = { ...ballot.answered, castAt: 1 }
  return [
    ["another's signature", await sealAct(thutuong, act()), 'bad-signature'],
    ['a signature of zeros', await sealAct({ ...botruong, sign: zeros }, act()), 'bad-signature'],
    ['a signature of ones', await sealAct({ ...botruong, sign: ones }, act()), 'bad-signature'],
    ['for another person', await sealAct(botruong, act({ person: thutuong.person })), 'unknown-device'],
    ['for nobody', await sealAct(botruong, act({ person: 'nobody' })), 'unknown-device'],
    ['of an unknown device', await sealAct(botruong, act(nobody)), 'unknown-device'],
    ["by another's device", await sealAct(botruong, act({ device: thutuong.device })), 'bad-signature'],
    ['a known id with other bytes', await sealAct(botruong, other), 'id-taken'],
    [
      "another's known id",
      await sealAct(thutuong, {
        ...actOf(thutuong, 'answer-ballot', ballot.body),
        id: ballot.answered['id'],
      }),
      'id-taken',
    ],
  ]
}

/** JSON with its names in canonical order, and whatever lies in it. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const names = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${names.map(([name, inner]) => `${JSON.stringify(name)}:${sorted(inner)}`).join(',')}}`
}

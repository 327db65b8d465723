import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Hash } from '../../shared/domain/id.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { actOf, answerFor, type Fields, freshId, sealAct } from './testing/act-forge.ts'
import { expectServing, expectSoundLedger } from './testing/expect-unharmed.ts'
import { brokenActs, brokenEnvelopes, brokenSeals, forgedActs, type Turned } from './testing/hostile-acts.ts'
import { createHostileWorld, type HostileWorld, pdf, wordsOfBallot } from './testing/hostile-world.ts'

/** The world against the running server, by acts: whatever comes is answered clearly and changes nothing (trust.md, "Proof"). */

const mebi = 1024 * 1024
let world: HostileWorld
let before: Awaited<ReturnType<HostileWorld['state']>>

beforeAll(async () => {
  world = await createHostileWorld()
  before = await world.state()
})
afterAll(() => world.destroy())

/** Nothing that was turned away may have changed anything. */
const expectUnchanged = async () => expect(await world.state()).toEqual(before)

describe('acts', () => {
  it.each<[string, (world: HostileWorld) => Promise<Turned[]>]>([
    ['broken seals', brokenSeals],
    ['broken envelopes', brokenEnvelopes],
    ['no acts at all, though signed', brokenActs],
    ['forged ones', forgedActs],
  ])('[O3] [O6] %s are turned away with a reason, and the ledger does not grow', async (_name, make) => {
    const turned = await make(world)
    const told: string[] = []
    for (let from = 0; from < turned.length; from += 10) {
      told.push(...(await world.verdicts(...turned.slice(from, from + 10).map(([, act]) => act))))
    }
    expect(turned.map(([name], i) => [name, told[i]])).toEqual(
      turned.map(([name, , reason]) => [name, reason]),
    )
    await expectUnchanged()
  })

  it('[O2] an act known already gets its first leaf again, as often as it is sent', async () => {
    const { answered, openings } = world.ballot
    const again = async () => await sealAct(world.people.botruong, answered, openings)
    const [first, ...others] = await world.post(await again(), await again(), await again())
    expect(first?.kind).toBe('recorded')
    for (const other of others) expect(other).toEqual(first)
    await expectUnchanged()
  })

  it('[O3] [D2] what is refused by the rules enters the ledger and changes no row', async () => {
    const { people, ballot } = world
    const { botruong, quantri, kiemtra, vanphong, lanhdao } = people
    const reason = 'vì'
    const recall = { ballot: ballot.id, reason }
    const revoke = { device: lanhdao.device, reason, wipe: true }
    const { answer, openings } = answerFor('i1', 'disagree')
    const answers = (changes: Fields) => ({ ...ballot.body, answers: [{ ...answer, ...changes }] })
    const other = answerFor('i1', 'maybe')
    const hidden = answerFor('i1', 'other', 'a\u202eb')
    const cases = [
      [botruong, actOf(botruong, 'recall-ballot', recall), [], 'not-allowed'],
      [kiemtra, actOf(kiemtra, 'recall-ballot', recall), [], 'not-found'],
      [kiemtra, actOf(kiemtra, 'recall-ballot', { ...recall, ballot: 'none' }), [], 'not-found'],
      [botruong, actOf(botruong, 'revoke-device', revoke), [], 'not-found'],
      [botruong, actOf(botruong, 'revoke-device', { ...revoke, device: 'none' }), [], 'not-found'],
      [quantri, actOf(quantri, 'answer-ballot', ballot.body), ballot.openings, 'not-allowed'],
      [vanphong, actOf(vanphong, 'draft-ballot', ballot.draft), [], 'wrong-state'],
      [botruong, actOf(botruong, 'answer-ballot', answers({})), [], 'opening-missing'],
      [botruong, actOf(botruong, 'answer-ballot', answers({ issue: 'i9' })), openings, 'issues-do-not-match'],
      [
        botruong,
        actOf(botruong, 'answer-ballot', answers(other.answer)),
        other.openings,
        'choice-not-offered',
      ],
      [botruong, actOf(botruong, 'answer-ballot', answers(hidden.answer)), hidden.openings, 'text-not-clean'],
      [
        botruong,
        actOf(botruong, 'answer-ballot', { ...answers({}), versionHash: sha256Hex(pdf) }),
        openings,
        'unknown-version',
      ],
    ] as const
    const sealed = await Promise.all(cases.map(([by, act, opened]) => sealAct(by, act, opened)))
    expect(await world.verdicts(...sealed)).toEqual(cases.map(([, , , verdict]) => verdict))
    const after = await world.state()
    expect(after).toEqual({ size: before.size + cases.length, rows: before.rows })
    before = after
  })

  it('[O6] a document’s name that hides, turns round or is none is refused; a long one with slashes is a name', async () => {
    const { people, ballot } = world
    const { vanphong } = people
    const plain = 'Tờ trình số 45/TTr-BYT về dự án \\\\máy chủ\\..\\'
    const odd = {
      composed: plain.normalize('NFD'),
      turned: 'Tờ trình\u202efdp.exe',
      hidden: 'Tờ\u200b trình',
      control: 'Tờ\u0007 trình',
      nul: 'Tờ\u0000trình',
      empty: '',
      blank: '   ',
      long: 'ê'.repeat(301),
    }
    const drafted = (title: string) => {
      const value = wordsOfBallot(title)
      const contentHash = Hash.parse(sha256Hex(utf8(value)))
      const body = { ...ballot.draft, ballot: 'phieu-ten', contentHash }
      return sealAct(vanphong, actOf(vanphong, 'draft-ballot', body), [
        { commit: contentHash, salt: '', value },
      ])
    }
    const told = await world.verdicts(...(await Promise.all(Object.values(odd).map(drafted))))
    expect(Object.keys(odd).map((name, i) => [name, told[i]])).toEqual(
      Object.keys(odd).map((name) => [name, 'content-malformed']),
    )
    expect((await world.state()).rows).toEqual(before.rows)
    const long = `${plain} `.repeat(9).slice(0, 300).trim()
    expect(await world.verdicts(await drafted(plain), await drafted(long))).toEqual(['accepted', 'accepted'])
    before = await world.state()
  })

  it('[O8] hours and anchors that cannot be, and acts that revise themselves, are taken as nothing more than said', async () => {
    const { people, ballot } = world
    const { thutuong } = people
    const [a, b] = [freshId(), freshId()]
    const strange: Fields[] = [
      { id: a, prev: [a] },
      { id: b, prev: [a, freshId(), b] },
      { castAt: 0 },
      { castAt: 7_258_118_400_000 },
      { anchor: { epoch: 9, size: Number.MAX_SAFE_INTEGER, root: ballot.contentHash } },
      { prev: [String(ballot.answered['id'])] },
    ]
    const sealed = await Promise.all(
      strange.map((changes) => {
        const { answer, openings } = answerFor('i1', 'disagree')
        const body = { ...ballot.body, answers: [answer] }
        return sealAct(thutuong, { ...actOf(thutuong, 'answer-ballot', body), ...changes }, openings)
      }),
    )
    expect(await world.verdicts(...sealed)).toEqual(strange.map(() => 'accepted'))
    const after = await world.state()
    expect(after.size).toBe(before.size + strange.length)
    const isOthers = (key: string) => !key.includes(thutuong.person)
    expect([...after.rows].filter(([key]) => isOthers(key))).toEqual(
      [...before.rows].filter(([key]) => isOthers(key)),
    )
    before = after
  })

  it.each<[string, unknown, number]>([
    ['none', { acts: [] }, 400],
    ['too many', { acts: Array.from({ length: 51 }, () => ({ id: freshId(), sealed: '' })) }, 400],
    ['an id that is none', { acts: [{ id: '../x', sealed: '' }] }, 400],
    ['a surplus field', { acts: [{ id: freshId(), sealed: '', admin: true }] }, 400],
    ['as deep as it fits', [[[[[[[[]]]]]]]], 400],
    ['larger than anything', { acts: 'x'.repeat(9 * mebi) }, 413],
  ])('[O6] a delivery of %s: %s', async (_name, json, status) => {
    const answer = await world.ask('POST', '/api/acts', { json }).catch(() => ({ status: 413 }))
    expect(answer.status).toBe(status)
  })
})

describe('in the end', () => {
  it('[O6] people go on as before, and nothing has failed', async () => {
    await expectUnchanged()
    await expectServing(world)
  })

  it('[O4] it ends in order, and the ledger holds', async () => {
    await expectSoundLedger(world, before.size + 1)
  })
})

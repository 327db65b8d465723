import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AlternativeId, IssueId } from './id.ts'
import { defaultSettings } from './settings.ts'
import { type TallyEntry, tallyIssue } from './tally.ts'
import { person } from './testing/cabinet.ts'
import {
  countsOf,
  type Deed,
  deedsOf,
  expectedOf,
  isOpinion,
  isThere,
  tallyCases,
} from './testing/tally-case.ts'

const issue = IssueId.parse('issue')
const pm = person('pm')

const spoken = (choice: string, late: boolean): TallyEntry => {
  if (choice === 'agree') return { kind: 'agree', late }
  if (choice === 'disagree' || choice === 'other') return { kind: choice, late, former: false }
  return { kind: 'alternatives', chosen: [AlternativeId.parse(choice)], late }
}

const wordsOfCases: Record<string, TallyEntry> = {
  silent: { kind: 'deemed', ruled: false },
  'not-reached': { kind: 'not-reached' },
  'held-late': { kind: 'held', why: 'late' },
  conflict: { kind: 'held', why: 'conflict' },
  'former-agree': { kind: 'held', why: 'former-agree' },
  'former-disagree': { kind: 'disagree', late: false, former: true },
}

const entryOf = (deed: Deed): TallyEntry =>
  deed.kind === 'late-counted'
    ? spoken(deed.choice, true)
    : (wordsOfCases[deed.word] ?? spoken(deed.word, false))

const tallyOf = (
  entries: readonly { person: ReturnType<typeof person>; entry: TallyEntry }[],
  given: Partial<Parameters<typeof tallyIssue>[0]> = {},
) =>
  tallyIssue({
    issue,
    alternatives: null,
    entries: entries.map((one) => ({ ...one, act: null })),
    primeMinister: pm,
    settings: defaultSettings,
    ...given,
  })

describe('the cases of the law', () => {
  test(isThere ? '[G2] are all 30 there' : '[G2] were not run: their folder is not there', () => {
    expect(tallyCases.length).toBe(isThere ? 30 : 0)
  })

  for (const one of tallyCases) {
    const rules = one.settings?.other === undefined ? '[G2]' : '[G2][B10]'
    test(`${rules} ${one.id}: ${one.why}`, () => {
      const { deemed, other } = one.settings ?? {}
      const tally = tallyOf(
        deedsOf(one).map(([who, deed]) => ({ person: person(who), entry: entryOf(deed) })),
        {
          alternatives: isOpinion(one) ? null : one.options.map((id) => AlternativeId.parse(id)),
          settings: {
            ...defaultSettings,
            deemed: deemed ?? defaultSettings.deemed,
            other: other ?? defaultSettings.other,
          },
        },
      )
      expect(countsOf(tally)).toEqual(expectedOf(one))
    })
  }
})

const entryArb: fc.Arbitrary<TallyEntry> = fc.oneof(
  fc.record({ kind: fc.constant('agree' as const), late: fc.boolean() }),
  fc.record({
    kind: fc.constantFrom('disagree' as const, 'other' as const),
    late: fc.boolean(),
    former: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('deemed' as const), ruled: fc.boolean() }),
  fc.constant({ kind: 'not-reached' as const }),
  fc.record({
    kind: fc.constant('held' as const),
    why: fc.constantFrom('late', 'conflict', 'former-agree', 'not-asked', 'device-revoked'),
  }),
)
const votesArb = fc
  .array(entryArb, { minLength: 1, maxLength: 30 })
  .map((entries) => entries.map((entry, i) => ({ person: person(i === 0 ? 'pm' : `m${i + 1}`), entry })))
const settingsArb = fc.record({
  deemed: fc.constantFrom('in-favour' as const, 'not-counted' as const),
  other: fc.constantFrom('not-in-favour' as const, 'in-favour' as const),
  formerAgree: fc.constantFrom('not-in-favour' as const, 'in-favour' as const),
})

const rankOf = { 'not-adopted': 0, undecided: 1, adopted: 2, 'alternative-adopted': 3 } as const

describe('whatever was said', () => {
  test('[G2] every member is in exactly one of the counts', () => {
    fc.assert(
      fc.property(votesArb, settingsArb, (votes, settings) => {
        const t = tallyOf(votes, { settings })
        expect(t.explicit + t.deemed + t.against + t.other + t.notReached + t.held).toBe(votes.length)
      }),
    )
  })

  test('[G2] one objection more never helps adoption', () => {
    fc.assert(
      fc.property(votesArb, settingsArb, fc.nat(), (votes, settings, pick) => {
        const at = pick % votes.length
        const objecting = votes.map((vote, i) =>
          i === at
            ? { ...vote, entry: { kind: 'disagree', late: false, former: false } satisfies TallyEntry }
            : vote,
        )
        const before = rankOf[tallyOf(votes, { settings }).result.kind]
        expect(rankOf[tallyOf(objecting, { settings }).result.kind]).toBeLessThanOrEqual(before)
      }),
    )
  })

  test('[G2] the order of entries is irrelevant', () => {
    const shuffled = votesArb.chain((votes) =>
      fc.tuple(
        fc.constant(votes),
        fc.shuffledSubarray(votes, { minLength: votes.length, maxLength: votes.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, settingsArb, ([votes, others], settings) => {
        const [one, other] = [tallyOf(votes, { settings }), tallyOf(others, { settings })]
        expect({ ...one, entries: [] }).toEqual({ ...other, entries: [] })
      }),
    )
  })

  test('[G2] adopted and not adopted are only ever above and below a half, or the Prime Minister’s signed side', () => {
    fc.assert(
      fc.property(votesArb, settingsArb, (votes, settings) => {
        const { inFavour, result } = tallyOf(votes, { settings })
        const twice = 2 * inFavour - votes.length
        const side = votes[0]?.entry.kind
        const expected =
          twice > 0
            ? 'adopted'
            : twice < 0
              ? 'not-adopted'
              : side === 'agree'
                ? 'adopted'
                : side === 'disagree'
                  ? 'not-adopted'
                  : 'undecided'
        expect(result.kind).toBe(expected)
      }),
    )
  })
})

describe('a tie', () => {
  const tieWith = (entry: TallyEntry, other: TallyEntry) =>
    tallyOf([
      { person: pm, entry },
      { person: person('m2'), entry: other },
    ])
  const against: TallyEntry = { kind: 'disagree', late: false, former: false }

  test('[G2] is never broken by deemed consent, ruled or not', () => {
    for (const ruled of [true, false]) {
      const tally = tieWith({ kind: 'deemed', ruled }, against)
      expect([tally.result, tally.rule]).toEqual([{ kind: 'undecided' }, 'tie-without-prime-minister'])
    }
  })

  test('[G2] is not broken by another member’s agreement when the post of Prime Minister is vacant', () => {
    const votes = [
      { person: person('m2'), entry: spoken('agree', false) },
      { person: person('m3'), entry: against },
    ]
    expect(tallyOf(votes, { primeMinister: null }).result).toEqual({ kind: 'undecided' })
  })

  test('[B5] is decided by the Prime Minister’s objection to a former version', () => {
    const tally = tieWith({ ...against, former: true }, { kind: 'agree', late: false })
    expect([tally.result, tally.rule]).toEqual([{ kind: 'not-adopted' }, 'prime-minister'])
  })
})

describe('alternatives', () => {
  const [a, b] = [AlternativeId.parse('A'), AlternativeId.parse('B')]
  const choosing = (...chosen: AlternativeId[]): TallyEntry => ({ kind: 'alternatives', chosen, late: false })

  test('[G2] two above a half leave it undecided, not the larger of them', () => {
    const entries = [choosing(a, b), choosing(a, b), choosing(a)]
    const tally = tallyOf(
      entries.map((entry, i) => ({ person: person(`m${i + 2}`), entry })),
      { alternatives: [a, b] },
    )
    expect([tally.byOption, tally.result]).toEqual([{ A: 3, B: 2 }, { kind: 'undecided' }])
  })

  test('[G2] exactly a half is not above it, even with the Prime Minister', () => {
    const tally = tallyOf(
      [
        { person: pm, entry: choosing(a) },
        { person: person('m2'), entry: choosing(b) },
      ],
      { alternatives: [a, b] },
    )
    expect([tally.result, tally.rule]).toEqual([{ kind: 'undecided' }, 'no-alternative'])
  })

  test('[B8] silence, objections and former agreement take no side among them', () => {
    const entries: TallyEntry[] = [
      choosing(a),
      { kind: 'deemed', ruled: true },
      { kind: 'held', why: 'former-agree' },
    ]
    const settings = {
      deemed: 'in-favour',
      other: 'in-favour',
      formerAgree: 'in-favour',
    } as const
    const tally = tallyOf(
      entries.map((entry, i) => ({ person: person(`m${i + 2}`), entry })),
      { alternatives: [a, b], settings },
    )
    expect([tally.inFavour, tally.byOption, tally.result]).toEqual([0, { A: 1, B: 0 }, { kind: 'undecided' }])
  })
})

test('[B5] agreement to a former version counts only by the setting, and what nobody was asked never', () => {
  const entries: TallyEntry[] = [
    { kind: 'held', why: 'former-agree' },
    { kind: 'held', why: 'not-asked' },
    { kind: 'held', why: 'late' },
  ]
  const votes = entries.map((entry, i) => ({ person: person(`m${i + 2}`), entry }))
  expect(tallyOf(votes).inFavour).toBe(0)
  expect(tallyOf(votes, { settings: { ...defaultSettings, formerAgree: 'in-favour' } }).inFavour).toBe(1)
})

test('[B10] an other opinion is not in favour, whether for the version of now or a former one; the setting can turn it', () => {
  const entries: TallyEntry[] = [
    { kind: 'agree', late: false },
    { kind: 'other', late: false, former: false },
    { kind: 'other', late: true, former: true },
  ]
  const votes = entries.map((entry, i) => ({ person: person(`m${i + 2}`), entry }))
  const [counted, turned] = [
    tallyOf(votes),
    tallyOf(votes, { settings: { ...defaultSettings, other: 'in-favour' } }),
  ]
  expect([counted.inFavour, counted.other, counted.result]).toEqual([1, 2, { kind: 'not-adopted' }])
  expect([turned.inFavour, turned.other, turned.result]).toEqual([3, 2, { kind: 'adopted' }])
})

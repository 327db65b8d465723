import { describe, expect, it } from 'vitest'
import { instant } from '../../shared/lib/time.ts'
import type { Issue } from './ballot.ts'
import { ActId, AlternativeId, BallotId, Hash, IssueId, PersonId } from './id.ts'
import { type Tally, type TallyEntry, tallyIssue } from './tally.ts'
import { canTurn, waitingIn } from './tally-outlook.ts'

const settings = { deemed: 'in-favour', other: 'not-in-favour', formerAgree: 'not-in-favour' } as const
const agree: TallyEntry = { kind: 'agree', late: false }
const disagree: TallyEntry = { kind: 'disagree', late: false, former: false }
const notReached: TallyEntry = { kind: 'not-reached' }
const held: TallyEntry = { kind: 'held', why: 'late' }

const person = (no: number) => PersonId.parse(`p${no}`)
const [a, b] = [AlternativeId.parse('a'), AlternativeId.parse('b')]
const opinion: Issue = { id: IssueId.parse('i1'), question: 'Đồng ý?', form: { kind: 'opinion' } }
const choice: Issue = {
  id: IssueId.parse('i1'),
  question: 'Phương án nào?',
  form: {
    kind: 'alternatives',
    alternatives: [
      { id: a, label: 'A' },
      { id: b, label: 'B' },
    ],
    atMost: 1,
  },
}
const chose = (id: AlternativeId): TallyEntry => ({ kind: 'alternatives', chosen: [id], late: false })

function count(issue: Issue, entries: TallyEntry[], primeMinister: PersonId | null) {
  return tallyIssue({
    issue: issue.id,
    alternatives: issue.form.kind === 'opinion' ? null : [a, b],
    entries: entries.map((entry, no) => ({ person: person(no), act: null, entry })),
    primeMinister,
    settings,
  })
}

/** The waiting are whoever was not reached or is held. */
function turns(issue: Issue, entries: TallyEntry[], primeMinister: PersonId | null = null): boolean {
  const counted = count(issue, entries, primeMinister)
  const waiting = counted.entries
    .filter(({ entry }) => entry.kind === 'not-reached' || entry.kind === 'held')
    .map((member) => member.person)
  return canTurn({ issue, counted, waiting, primeMinister, settings })
}

describe('whether rulings could make another result', () => {
  it('[B8] few in favour and many not reached: they could', () => {
    expect(turns(opinion, [agree, notReached, notReached, notReached])).toBe(true)
  })

  it('[B8] the waiting are too few to turn it', () => {
    expect(turns(opinion, [agree, disagree, disagree, disagree, notReached])).toBe(false)
  })

  it('[B8] a majority that stands is never lost by a ruling', () => {
    expect(turns(opinion, [agree, agree, agree, notReached, held])).toBe(false)
  })

  it('[G2] up to exactly one half, only the Prime Minister’s side turns it', () => {
    expect(turns(opinion, [agree, disagree, disagree, notReached], person(0))).toBe(true)
    expect(turns(opinion, [disagree, disagree, agree, notReached], person(0))).toBe(false)
    // Half already, and the Prime Minister’s late answer waits.
    expect(turns(opinion, [held, agree, agree, disagree], person(0))).toBe(true)
  })

  it('[B9] a late answer to alternatives could be for any of them; silence for none', () => {
    expect(turns(choice, [chose(a), chose(a), chose(b), held])).toBe(true)
    expect(turns(choice, [chose(a), chose(a), chose(b), notReached])).toBe(false)
    expect(turns(choice, [chose(a), chose(a), chose(a), held])).toBe(false)
  })

  it('nobody waits: nothing turns', () => {
    expect(turns(opinion, [agree, disagree])).toBe(false)
  })
})

describe('who waits, by the counts alone', () => {
  const entry = (no: number, of: TallyEntry) => ({
    person: person(no),
    act: ActId.nullable().parse(null),
    entry: of,
  })
  const tally = (entries: ReturnType<typeof entry>[], replaces: PersonId[][]): Tally => {
    const issue = { ...count(opinion, [], null), entries }
    const versionHash = Hash.parse('1'.repeat(64))
    return {
      kind: 'tally',
      ballot: BallotId.parse('b1'),
      rounds: replaces.map((each, n) => ({
        n,
        at: instant(n),
        versionHash,
        members: entries.length,
        issues: [issue],
        replaces: each,
      })),
    }
  }

  it('[B8] not reached until a ruling replaces the silence', () => {
    const entries = [entry(0, notReached), entry(1, notReached), entry(2, agree)]
    expect(waitingIn(tally(entries, [[]]))).toEqual([person(0), person(1)])
    expect(waitingIn(tally(entries, [[], [person(0)]]))).toEqual([person(1)])
  })

  it('[B9] late until the ruling that follows its arrival; [B5] agreement to a former version waits for none', () => {
    const entries = [entry(0, held), entry(1, { kind: 'held', why: 'former-agree' })]
    expect(waitingIn(tally(entries, [[], [person(0)]]))).toEqual([person(0)])
    expect(waitingIn(tally(entries, [[], [person(0)], [person(0)]]))).toEqual([])
  })
})

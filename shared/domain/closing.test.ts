import { describe, expect, test } from 'vitest'
import { addDays, dayMs, dayOf, hourMs, instant, minuteMs } from '../lib/time.ts'
import { isDue } from './closing.ts'
import {
  actId,
  at,
  cabinetOf,
  contentOf,
  day,
  monday,
  opinionIssue,
  person,
  post,
  someone,
} from './testing/cabinet.ts'
import { Office } from './testing/office.ts'

const silenceOf = (office: Office, who: string) => office.progressOf(who)?.silence ?? null
const lastEntryOf = (office: Office, who: string) =>
  office.rounds.at(-1)?.issues[0]?.entries.find((entry) => entry.person === person(who))?.entry

describe('silence', () => {
  test('[B8] is consent with the evidence that the tablet delivered; opening it is shown', () => {
    const office = new Office().issue()
    office.deliver('m2')
    const [delivered] = office.progressOf('m2')?.delivered ?? []
    office.closeByServer()
    expect(silenceOf(office, 'm2')).toMatchObject({
      kind: 'deemed',
      delivered: { act: delivered?.act },
      opened: null,
    })
    expect(silenceOf(office, 'm3')).toMatchObject({ kind: 'not-reached', why: 'not-delivered' })
  })

  test('[B8][B5] needs the delivery of the version counted, not of a former one', () => {
    const office = new Office().issue()
    office.deliverToAll()
    office.amend(contentOf('second'))
    office.deliver('m2')
    office.closeByServer()
    expect([silenceOf(office, 'm2')?.kind, silenceOf(office, 'm3')?.kind]).toEqual(['deemed', 'not-reached'])
  })

  test('[B8][O8] a delivery that came only while closing waited is none, whatever hour the tablet wrote', () => {
    const office = new Office().issue()
    const early = office.now
    office.closeByServer({ from: office.now, to: office.now })
    const versionHash = office.ballot.versions[0]?.hash
    if (versionHash === undefined) throw new Error('not issued')
    office.take(
      office.act('mark-delivered', 'm2', { ballot: office.ballot.id, versionHash }, { castAt: early }),
    )
    office.mustTake(office.act('close-ballot', 'head', { ballot: office.ballot.id, reason: 'đóng' }))
    expect(silenceOf(office, 'm2')).toMatchObject({ kind: 'not-reached', why: 'not-delivered' })
  })

  test('[B8] has no entry for whoever spoke, even if what they said is held', () => {
    const office = new Office().issue()
    office.deliverToAll()
    office.revoked.add('m2-1')
    expect(office.take(office.answer('m2', 'disagree')).kind).toBe('held')
    office.closeByServer()
    expect(silenceOf(office, 'm2')).toBeNull()
    expect(lastEntryOf(office, 'm2')).toEqual({ kind: 'held', why: 'device-revoked' })
  })

  test('[B8] ruled to count by two officers is shown as ruled', () => {
    const office = new Office().issue().closeByServer()
    const silence = {
      kind: 'rule-silence',
      ballot: office.ballot.id,
      person: person('m2'),
      counts: true,
      reason: 'đã nhận giấy',
    } as const
    const proposal = office.act('propose', 'head', { proposal: silence })
    office.mustTake(proposal)
    office.mustTake(office.act('confirm', 'head2', { proposal: proposal.id }))
    expect(lastEntryOf(office, 'm2')).toEqual({ kind: 'deemed', ruled: true })
    expect(office.rounds.map(({ replaces }) => replaces)).toEqual([[], [person('m2')]])
  })
})

describe('a successor', () => {
  const successorFrom = (from: string, ...former: ReturnType<typeof post>[]) => {
    const office = new Office({
      people: [...cabinetOf(3), someone('new', ...former, post('minister', { from: day(from) }))],
    })
    office.issue(contentOf('first'), { deadlineAt: at('2026-03-06', 17) })
    office.now = at('2026-03-06', 9)
    office.deliver('new')
    office.closeByServer()
    return silenceOf(office, 'new')
  }

  test('[G2][B8] with less than 2 working days left is not reached, though delivered', () => {
    expect(successorFrom('2026-03-05')).toMatchObject({ kind: 'not-reached', why: 'successor' })
  })

  test('[G2] with 2 working days and more is deemed like all', () => {
    expect(successorFrom('2026-03-04')).toMatchObject({ kind: 'deemed' })
  })

  test('[G1][G2] is nobody who only moved from one post to another', () => {
    const until = addDays(day('2026-03-05'), -1)
    expect(successorFrom('2026-03-05', post('deputy-prime-minister', { to: until }))).toMatchObject({
      kind: 'deemed',
    })
    const gap = addDays(day('2026-03-05'), -2)
    expect(successorFrom('2026-03-05', post('minister', { to: gap }))).toMatchObject({ why: 'successor' })
  })

  test('[G1] and who left: only those in post on the day of closing are counted', () => {
    const office = new Office({
      people: [...cabinetOf(2), someone('old', post('minister', { to: day(monday) }))],
    })
    office.issue()
    office.take(office.answer('old', 'disagree'))
    office.closeByServer()
    expect(office.rounds[0]?.issues[0]?.entries.map((entry) => entry.person)).toEqual([
      person('m2'),
      person('pm'),
    ])
  })
})

describe('what comes after closing', () => {
  test('[B9] undoes the deemed consent of its sender at once, by name', () => {
    const office = new Office().issue()
    office.deliverToAll()
    office.closeByServer()
    expect(lastEntryOf(office, 'm2')).toEqual({ kind: 'deemed', ruled: false })
    office.take(office.answer('m2', 'disagree'))
    expect(lastEntryOf(office, 'm2')).toEqual({ kind: 'held', why: 'late' })
    expect(office.rounds.at(-1)?.replaces).toEqual([person('m2')])
  })

  test('[B13] from a revoked tablet does so too', () => {
    const office = new Office().issue()
    office.deliverToAll()
    office.closeByServer()
    office.revoked.add('m2-1')
    office.take(office.answer('m2', 'disagree'))
    expect(lastEntryOf(office, 'm2')).toEqual({ kind: 'held', why: 'device-revoked' })
  })

  test('[B9][G1] is held even if its sender was in post at closing and is no more', () => {
    const office = new Office({
      people: [...cabinetOf(2), someone('old', post('minister', { to: dayOf(at('2026-03-05')) }))],
    })
    office.issue(contentOf('first'), { deadlineAt: at('2026-03-05', 17) })
    office.deliverToAll()
    office.closeByServer()
    office.now = at('2026-03-06', 8)
    expect(office.take(office.answer('old', 'disagree')).kind).toBe('held')
    expect(lastEntryOf(office, 'old')).toEqual({ kind: 'held', why: 'late' })
    expect(office.take(office.answer('sec', 'disagree'))).toEqual({
      kind: 'refused',
      reason: { kind: 'not-allowed', action: 'answer-ballot' },
    })
  })

  test('[B9] counts as the officers last ruled, and what they let count is marked late', () => {
    const office = new Office().issue().closeByServer()
    office.take(office.answer('m2', 'disagree', { id: 'late' }))
    office.ruleHeld('m2', 'late')
    expect(lastEntryOf(office, 'm2')).toEqual({ kind: 'disagree', late: true, former: false })
    office.ruleHeld('m2', 'late', false)
    expect(lastEntryOf(office, 'm2')).toEqual({ kind: 'held', why: 'late' })
    expect(office.rounds.length).toBe(4)
  })
})

describe('the hour of closing', () => {
  test('[B8] is past only after the deadline itself', () => {
    const { ballot } = new Office().issue()
    expect([isDue(ballot, ballot.deadlineAt), isDue(ballot, instant(ballot.deadlineAt + 1))]).toEqual([
      false,
      true,
    ])
  })

  test('[B8] waits after a downtime: extending admits what came in between, conflicts and all', () => {
    const office = new Office().issue()
    office.take(office.answer('m2', 'agree', { id: 'timely' }))
    office.closeByServer({ from: instant(office.now + hourMs), to: instant(office.now + 2 * hourMs) })
    office.take(office.answer('m2', 'disagree', { id: 'late', prev: ['timely'] }))
    office.take(office.answer('m3', 'disagree', { id: 'one', device: 'm3-1' }))
    office.take(office.answer('m3', 'agree', { id: 'two', device: 'm3-2' }))
    office.take(office.answer('m4', 'other', { id: 'same-1', device: 'm4-1' }))
    office.take(office.answer('m4', 'other', { id: 'same-2', device: 'm4-2' }))
    office.take(office.answer('m5', 'agree', { id: 'third', prev: ['second'] }))
    office.take(office.answer('m5', 'disagree', { id: 'second' }))
    const deadlineAt = instant(office.now + dayMs)
    office.mustTake(
      office.act('extend-ballot', 'head', { ballot: office.ballot.id, deadlineAt, reason: 'mất điện' }),
    )
    expect(['m2', 'm3', 'm4', 'm5'].map((who) => office.answersOf(who)?.heads)).toEqual([
      ['late'].map(actId),
      ['one', 'two'].map(actId),
      ['same-2'].map(actId),
      ['third'].map(actId),
    ])
    expect(['m2', 'm3', 'm4', 'm5'].map((who) => office.progressOf(who)?.standing)).toEqual([
      'answered',
      'conflict',
      'answered',
      'answered',
    ])
  })

  test('[B8][B9] waits after a downtime: closing keeps what came in between held', () => {
    const office = new Office().issue()
    office.deliverToAll()
    office.closeByServer({ from: office.now, to: instant(office.now + minuteMs) })
    office.take(office.answer('m2', 'disagree'))
    office.mustTake(office.act('close-ballot', 'head', { ballot: office.ballot.id, reason: 'đóng' }))
    expect([silenceOf(office, 'm2'), lastEntryOf(office, 'm2')]).toEqual([
      null,
      { kind: 'held', why: 'late' },
    ])
  })

  test('[B5] by hand is refused while an answer is to a former version', () => {
    const office = new Office().issue()
    for (const { id } of office.members()) office.take(office.answer(id, 'agree'))
    office.amend(contentOf('second'))
    const close = office.act('close-ballot', 'head', { ballot: office.ballot.id, reason: 'đủ' })
    expect(office.take(close)).toEqual({
      kind: 'refused',
      reason: { kind: 'members-still-silent', count: 5 },
    })
  })
})

test('[B5] an issue that the amendment brought in is asked of nobody who answered before', () => {
  const office = new Office({ settings: { formerAgree: 'in-favour' } }).issue()
  office.take(office.answer('m2', 'disagree'))
  office.amend(contentOf('second', opinionIssue(), opinionIssue('new')))
  office.closeByServer()
  const entries = office.rounds[0]?.issues.map(
    (issue) => issue.entries.find((entry) => entry.person === person('m2'))?.entry,
  )
  expect(entries).toEqual([
    { kind: 'disagree', late: false, former: true },
    { kind: 'held', why: 'not-asked' },
  ])
  expect(office.rounds[0]?.issues[1]?.inFavour).toBe(0)
})

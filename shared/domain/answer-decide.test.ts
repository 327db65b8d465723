import { describe, expect, test } from 'vitest'
import { dayMs, instant } from '../lib/time.ts'
import { decide } from './decide.ts'
import { Hash } from './id.ts'
import { actId, alternativesIssue, contentOf, opinionIssue } from './testing/cabinet.ts'
import { Office } from './testing/office.ts'

const first = contentOf('first')
const second = contentOf('second')
const issued = (given: ConstructorParameters<typeof Office>[0] = {}) => new Office(given).issue(first)
const headsIn = (office: Office) => office.answersOf('m2')?.heads
const standingIn = (office: Office) => office.progressOf('m2')?.standing
const refusedFor = (kind: string, facts: Record<string, unknown> = {}) => ({
  kind: 'refused',
  reason: { kind, ...facts },
})
const heldFor = (kind: string, facts: Record<string, unknown> = {}) => ({
  kind: 'held',
  reason: { kind, ...facts },
})

describe('an answer', () => {
  test('[B6] revises the one it names; every revision is kept, the last accepted one counts', () => {
    const office = issued()
    office.take(office.answer('m2', 'agree', { id: 'a' }))
    office.take(office.answer('m2', 'disagree', { id: 'b', prev: ['a'] }))
    expect(office.answersOf('m2')?.revisions.map(({ act }) => act)).toEqual(['a', 'b'].map(actId))
    expect([headsIn(office), standingIn(office)]).toEqual([[actId('b')], 'answered'])
  })

  test('[B6] is final where the setting says so, but not over an amendment', () => {
    const office = issued({ settings: { answersRevisable: false } })
    office.take(office.answer('m2', 'agree', { id: 'a' }))
    expect(office.take(office.answer('m2', 'disagree', { prev: ['a'] }))).toEqual(
      refusedFor('answer-is-final'),
    )
    office.amend(second)
    expect(office.take(office.answer('m2', 'disagree', { id: 'b', prev: ['a'] })).kind).toBe('accepted')
    expect(headsIn(office)).toEqual([actId('b')])
  })

  test('[B12] another tablet that did not know of a final answer is never turned away', () => {
    const office = issued({ settings: { answersRevisable: false } })
    office.take(office.answer('m2', 'agree', { id: 'a' }))
    expect(office.take(office.answer('m2', 'disagree', { id: 'b', device: 'other' }))).toMatchObject({
      kind: 'held',
      reason: { kind: 'conflict' },
    })
  })

  test('[B2] answers each issue once, with a choice of those offered, and with words for another opinion', () => {
    const office = issued()
    const good = office.answer('m2', 'agree')
    const [one] = good.body.answers
    if (!one) throw new Error('no answer')
    const withAnswers = (...answers: (typeof one)[]) => ({ ...good, body: { ...good.body, answers } })
    const stranger = { ...one, issue: opinionIssue('stranger').id }
    for (const act of [withAnswers(one, one), withAnswers(stranger), withAnswers(one, stranger)])
      expect(office.take(act)).toEqual(refusedFor('issues-do-not-match'))
    const unknown = { ...one, textCommit: Hash.parse('0'.repeat(64)) }
    expect(office.take(withAnswers(unknown))).toEqual(refusedFor('opening-missing'))
    const faultOf = (choice: string, text: string) => office.take(office.answer('m2', choice, { text }))
    const issue = one.issue
    expect(faultOf('perhaps', '')).toEqual(refusedFor('choice-not-offered', { issue }))
    expect(faultOf('["A"]', '')).toEqual(refusedFor('choice-not-offered', { issue }))
    expect(faultOf('other', ' \n ')).toEqual(refusedFor('opinion-text-missing', { issue }))
    expect(faultOf('other', 'ê'.normalize('NFD'))).toEqual(refusedFor('text-not-clean', { issue }))
    expect(faultOf('agree', 'a\u202eb')).toEqual(refusedFor('text-not-clean', { issue }))
    expect(faultOf('agree', 'x'.repeat(10_001))).toEqual(refusedFor('text-not-clean', { issue }))
    expect(office.answersOf('m2')).toBeUndefined()
  })

  test('[B2] to alternatives names up to so many of them, in one form', () => {
    const office = new Office().issue(contentOf('choice', alternativesIssue(['A', 'B', 'C'], 2)))
    const verdictOf = (choice: string) =>
      office.take(office.answer('m2', choice, { id: `c${choice.length}` })).kind
    for (const bad of [
      '[]',
      '["A","B","C"]',
      '["B","A"]',
      '["A","A"]',
      '["D"]',
      '["A"] ',
      'A',
      'agree',
      '{"A":1}',
      '[1]',
    ])
      expect([bad, office.take(office.answer('m3', bad)).kind]).toEqual([bad, 'refused'])
    expect(verdictOf('["A","B"]')).toBe('accepted')
  })

  test('[O3] is the member’s own: not the Office’s, not in another’s name', () => {
    const office = issued()
    expect(office.take(office.answer('sec', 'agree'))).toEqual(
      refusedFor('not-allowed', { action: 'answer-ballot' }),
    )
    const act = office.answer('m2', 'agree')
    const { subject } = office.contextOf(office.answer('m3', 'agree'))
    expect(decide(act, { ...office.contextOf(act), subject })).toEqual(
      refusedFor('not-allowed', { action: 'answer-ballot' }),
    )
  })

  test('[B5] to a version that never was is refused', () => {
    const office = issued()
    expect(office.take(office.answer('m2', 'agree', { version: contentOf('never') }))).toEqual(
      refusedFor('unknown-version'),
    )
  })
})

describe('a former version', () => {
  test('[B5] is answered even after the amendment, recorded for that version, and stands', () => {
    const office = issued().amend(second)
    const verdict = office.take(office.answer('m2', 'disagree', { id: 'a', version: first }))
    expect(verdict).toMatchObject(heldFor('former-version', { versionNo: 1 }))
    expect([headsIn(office), standingIn(office)]).toEqual([[actId('a')], 'former'])
  })

  test('[B5] whose answer is confirmed for the new one is settled by it', () => {
    const office = issued()
    office.take(office.answer('m2', 'agree', { id: 'a' }))
    office.amend(second)
    expect(office.take(office.answer('m2', 'agree', { id: 'b', prev: ['a'] })).kind).toBe('accepted')
    expect([headsIn(office), standingIn(office)]).toEqual([[actId('b')], 'answered'])
  })

  test('[B5][B12] whose objection the new answer does not name is in conflict with it', () => {
    const office = issued()
    office.take(office.answer('m2', 'disagree', { id: 'a' }))
    office.amend(second)
    expect(office.take(office.answer('m2', 'agree', { id: 'b', device: 'm2-2' }))).toMatchObject(
      heldFor('conflict', { with: [actId('a')] }),
    )
    expect(standingIn(office)).toBe('conflict')
  })
})

describe('too late, or of a lost tablet', () => {
  const late = (given: { castAt?: number; anchor?: number; root?: string }) => {
    const office = issued()
    const { deadlineAt } = office.ballot
    const before = office.entries.length
    office.closeByServer()
    const castAt = instant(given.castAt ?? deadlineAt)
    const anchor = before + (given.anchor ?? 0)
    const verdict = office.take(office.answer('m2', 'disagree', { ...given, castAt, anchor }))
    return [verdict.kind, verdict.kind === 'held' ? verdict.reason : null]
  }

  test('[B9] is claimed in time by its hour and an anchor from before the first entry after the deadline', () => {
    expect(late({})).toEqual(['held', { kind: 'late', claimedInTime: true }])
    expect(late({ anchor: 1 })).toEqual(['held', { kind: 'late', claimedInTime: false }])
    const deadlineAt = issued().ballot.deadlineAt
    expect(late({ castAt: deadlineAt + 1 })).toEqual(['held', { kind: 'late', claimedInTime: false }])
  })

  test('[B9][O8] an anchor in another ledger claims nothing', () => {
    expect(late({ root: 'before the restore' })).toEqual(['held', { kind: 'late', claimedInTime: false }])
  })

  test('[B9] is what comes a millisecond after the deadline, not what comes on it', () => {
    const office = issued()
    office.now = office.ballot.deadlineAt
    expect(office.take(office.answer('m2', 'disagree')).kind).toBe('accepted')
    office.now = instant(office.now + 1)
    expect(office.take(office.answer('m3', 'disagree'))).toMatchObject(heldFor('late'))
  })

  test('[O8][B13] a tablet whose clock is a day wrong is neither refused nor late by it', () => {
    const office = issued()
    for (const days of [-1, 1]) {
      const castAt = instant(office.now + days * dayMs)
      expect(office.take(office.answer(days < 0 ? 'm2' : 'm3', 'disagree', { castAt })).kind).toBe('accepted')
    }
  })

  test('[B9] leaves the timely answer where it stood, until two officers rule', () => {
    const office = issued()
    office.take(office.answer('m2', 'agree', { id: 'a' }))
    office.closeByServer()
    office.take(office.answer('m2', 'disagree', { id: 'b', prev: ['a'] }))
    expect(headsIn(office)).toEqual([actId('a')])
    expect(office.rounds.at(-1)?.issues[0]?.explicit).toBe(1)
  })

  test('[B13][O5] from a revoked tablet is held, and settles nothing by the names it gives', () => {
    const office = issued()
    office.revoked.add('m2-lost')
    const forged = office.answer('m2', 'agree', { id: 'forged', device: 'm2-lost', prev: ['mine'] })
    expect(office.take(forged)).toMatchObject(heldFor('device-revoked'))
    expect(standingIn(office)).toBe('held')
    office.take(office.answer('m2', 'disagree', { id: 'mine' }))
    expect([headsIn(office), standingIn(office)]).toEqual([[actId('mine')], 'answered'])
  })

  test('[B13] to a recalled ballot is held with that reason', () => {
    const office = issued()
    office.mustTake(office.act('recall-ballot', 'head', { ballot: office.ballot.id, reason: 'thu hồi' }))
    expect(office.take(office.answer('m2', 'disagree'))).toMatchObject(heldFor('recalled'))
  })
})

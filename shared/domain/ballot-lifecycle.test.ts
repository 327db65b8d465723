import { describe, expect, test } from 'vitest'
import { dayMs, dayOf, instant } from '../lib/time.ts'
import { type Act, type ActKind, actKinds } from './act.ts'
import { agencyBodies } from './agency-act.ts'
import type { BallotState } from './ballot.ts'
import { directiveBodies } from './directive-act.ts'
import { DocumentId, IssueId } from './id.ts'
import { meetingBodies } from './meeting-act.ts'
import { sessionBodies } from './session-act.ts'
import { taskBodies } from './task-act.ts'
import { importBodies } from './task-import.ts'
import { testActTable } from './testing/act-table.ts'
import { actId, at, ballotId, contentHash, contentOf, device, monday, person } from './testing/cabinet.ts'
import { reasonOf } from './testing/meeting-office.ts'
import { Office } from './testing/office.ts'
import { unitBodies } from './unit-act.ts'
import { assumedCosts } from './unit-costs.ts'

/** The life of a ballot as one table, by hand. Where an act is well-formed and its author may do it, only the state decides. */

/** Meetings, tasks and directives have tables of their own (*-lifecycle.test.ts). */
const otherActs = { ...meetingBodies, ...sessionBodies, ...taskBodies, ...importBodies }
const otherBodies = { ...otherActs, ...directiveBodies, ...unitBodies, ...agencyBodies }
type BallotActKind = Exclude<ActKind, keyof typeof otherBodies>
const isOfBallots = (kind: ActKind): kind is BallotActKind => !Object.hasOwn(otherBodies, kind)
const ballotActKinds = actKinds.filter(isOfBallots)

type Cell = 'accepted' | `held:${string}` | `refused:${string}`
/** `none`: there is no such ballot. `withdrawn`: recalled before it was issued. `answered`: issued, and all have answered. */
type State = BallotState | 'none' | 'withdrawn' | 'answered'

const states: readonly State[] = [
  'none',
  'draft',
  'submitted',
  'returned',
  'issued',
  'answered',
  'closing-waits',
  'closed',
  'recalled',
  'withdrawn',
]

const [wrong, absent, ok] = ['refused:wrong-state', 'refused:not-found', 'accepted'] as const
const late = 'held:late'

// Columns in the order of `states`.
const table: Record<BallotActKind, readonly Cell[]> = {
  'draft-ballot': [ok, ok, wrong, ok, wrong, wrong, wrong, wrong, wrong, wrong],
  'submit-ballot': [absent, ok, wrong, ok, wrong, wrong, wrong, wrong, wrong, wrong],
  'return-ballot': [absent, wrong, ok, wrong, wrong, wrong, wrong, wrong, wrong, wrong],
  'issue-ballot': [absent, wrong, ok, wrong, wrong, wrong, wrong, wrong, wrong, wrong],
  'amend-ballot': [absent, wrong, wrong, wrong, ok, ok, wrong, wrong, wrong, wrong],
  'extend-ballot': [absent, wrong, wrong, wrong, ok, ok, ok, wrong, wrong, wrong],
  'recall-ballot': [absent, ok, ok, ok, ok, ok, ok, wrong, wrong, wrong],
  'close-ballot': [absent, wrong, wrong, wrong, 'refused:members-still-silent', ok, ok, wrong, wrong, wrong],
  // What came of it, once it is known what was said (B4).
  'resolve-ballot': [absent, wrong, wrong, wrong, wrong, wrong, wrong, ok, wrong, wrong],
  'send-ballot-to-meeting': [absent, wrong, wrong, wrong, wrong, wrong, wrong, ok, wrong, wrong],
  // Of a point that is none; `point-decide.test.ts` has those that are.
  'respond-to-point': [absent, wrong, wrong, wrong, wrong, wrong, wrong, absent, wrong, wrong],
  'answer-ballot': [absent, absent, absent, absent, ok, ok, late, late, 'held:recalled', absent],
  'mark-delivered': [absent, absent, absent, absent, ok, ok, ok, ok, ok, absent],
  'mark-opened': [absent, absent, absent, absent, ok, ok, ok, ok, ok, absent],
  // Of a file that the ballot holds; `opened-documents.test.ts` has the others.
  'mark-documents-opened': [absent, absent, absent, absent, ok, ok, ok, ok, ok, absent],
  // Notes are shared among those who may read what was issued, for as long as they may.
  'share-layer': [absent, absent, absent, absent, ok, ok, ok, ok, ok, absent],
  // A ruling on a held answer, of which there is one; the ballot must be closed for it to mean anything.
  propose: [absent, wrong, wrong, wrong, wrong, wrong, wrong, ok, wrong, wrong],
  confirm: [absent, wrong, wrong, wrong, wrong, wrong, wrong, ok, wrong, wrong],
  // Of devices, whatever the ballot.
  'revoke-device': [ok, ok, ok, ok, ok, ok, ok, ok, ok, ok],
  // Of tasks, whatever the ballot.
  'set-urging': [ok, ok, ok, ok, ok, ok, ok, ok, ok, ok],
  'set-unit-costs': [ok, ok, ok, ok, ok, ok, ok, ok, ok, ok],
  'report-wiped': [wrong, wrong, wrong, wrong, wrong, wrong, wrong, wrong, wrong, wrong],
}

const first = contentOf('first')
const hash = contentHash(first)
const ballot = ballotId
const reason = 'lý do'

function officeIn(state: State): Office {
  const office = new Office()
  office.rows.set('device/m2-1', {
    kind: 'device',
    id: device('m2-1'),
    person: person('m2'),
    label: 'máy tính bảng',
    publicKey: '',
    askedAt: office.now,
    phase: { state: 'active', since: office.now },
  })
  if (state === 'none') return office
  if (state === 'draft' || state === 'submitted' || state === 'returned' || state === 'withdrawn') {
    office.mustTake(office.draft(first))
    if (state === 'submitted' || state === 'returned')
      office.mustTake(office.act('submit-ballot', 'sec', { ballot, contentHash: hash }))
    if (state === 'returned') office.mustTake(office.act('return-ballot', 'head', { ballot, reason }))
    if (state === 'withdrawn') office.mustTake(office.act('recall-ballot', 'head', { ballot, reason }))
    return office
  }
  office.issue(first)
  office.revoked.add('m3-lost')
  office.take(office.answer('m3', 'disagree', { id: 'held', device: 'm3-lost' }))
  if (state === 'answered') for (const { id } of office.members()) office.take(office.answer(id, 'agree'))
  if (state === 'recalled') office.mustTake(office.act('recall-ballot', 'head', { ballot, reason }))
  if (state === 'closing-waits') office.closeByServer({ from: office.now, to: office.now })
  if (state === 'closed') office.closeByServer()
  return office
}

const ruling = {
  kind: 'rule-held',
  ballot,
  person: person('m3'),
  act: actId('held'),
  counts: true,
  reason,
} as const

function actFor(kind: BallotActKind, office: Office): Act {
  const deadlineAt = instant(at(monday, 8) + 10 * dayMs)
  const said = office.rows.get(`ballot/${ballot}`)
  const prev = said?.kind === 'ballot' ? (office.answersOf('m2')?.heads ?? []) : []
  switch (kind) {
    case 'draft-ballot':
      return office.draft(contentOf('other words'))
    case 'submit-ballot':
    case 'issue-ballot':
      return office.act(kind, kind === 'submit-ballot' ? 'sec' : 'head', { ballot, contentHash: hash })
    case 'amend-ballot':
      return office.act(kind, 'head', {
        ballot,
        contentHash: office.add(contentOf('amended')),
        deadlineAt,
        reason,
      })
    case 'extend-ballot':
      return office.act(kind, 'head', { ballot, deadlineAt, reason })
    case 'return-ballot':
    case 'recall-ballot':
    case 'close-ballot':
      return office.act(kind, 'head', { ballot, reason })
    case 'resolve-ballot':
      return office.act(kind, 'sec', { ballot, number: '15/NQ-CP', date: dayOf(office.now) })
    case 'send-ballot-to-meeting':
      return office.act(kind, 'sec', { ballot })
    case 'respond-to-point': {
      const point = { ballot, issue: IssueId.parse('issue'), point: hash, replaces: null }
      return office.act(kind, 'sec', { ...point, outcome: 'accepted', noteCommit: hash, placeCommit: hash })
    }
    case 'answer-ballot':
      return office.answer('m2', 'disagree', { version: first, prev })
    case 'mark-delivered':
    case 'mark-opened':
      return office.act(kind, 'm2', { ballot, versionHash: hash })
    case 'mark-documents-opened':
      if (said?.kind === 'ballot') office.rows.set(`ballot/${ballot}`, { ...said, files: [hash] })
      return office.act(kind, 'm2', { ballot, files: [hash] })
    case 'propose':
      return office.act(kind, 'head', { proposal: ruling })
    case 'confirm': {
      const by = office.act('propose', 'head', { proposal: ruling }, { id: 'proposal' })
      if (said) {
        const { id, person: proposer, device: on } = by
        const proposal = { id, body: ruling, by: proposer, device: on, at: office.now, confirmed: null }
        office.rows.set(`proposal/${id}`, { kind: 'proposal', ...proposal })
      }
      return office.act(kind, 'head2', { proposal: by.id })
    }
    case 'revoke-device':
      return office.act(kind, 'head', { device: device('m2-1'), reason, wipe: true })
    case 'share-layer':
      return office.act(kind, 'm2', { ballot, document: DocumentId.parse('doc'), readers: [person('m3')] })
    case 'set-urging':
      return office.act(kind, 'head', { rule: { before: [], onDay: true, everyAfter: 0 } })
    case 'set-unit-costs':
      return office.act(kind, 'head', { from: dayOf(at(monday)), costs: { ...assumedCosts, courier: 1 } })
    case 'report-wiped':
      return office.act(kind, 'm2', {})
  }
}

describe('every act in every state', () => {
  testActTable({
    rules: { whole: '[B4]', each: '[B4][B13]', asking: '[O3]' },
    kinds: ballotActKinds,
    states,
    table,
    officeIn,
    actFor,
    asksIn: 'closed',
  })

  test('[O9] a revoked device exercises no authority in any state, and what its member said is held', () => {
    for (const state of states) {
      for (const kind of ballotActKinds) {
        const office = officeIn(state)
        const act = actFor(kind, office)
        office.revoked.add(act.device)
        const { kind: verdict } = office.take(act)
        const isHeard = kind === 'answer-ballot' && table[kind][states.indexOf(state)] !== absent
        expect([state, kind, verdict]).toEqual([state, kind, isHeard ? 'held' : 'refused'])
      }
    }
  })
})

describe('a number', () => {
  test('[B1] is given at issue, serial within the year of Viet Nam, whatever was recalled in between', () => {
    const office = new Office()
    const newYear = at('2027-01-01')
    office.now = instant(newYear - 1)
    office.issue(first, { deadlineAt: instant(newYear + 5 * dayMs) })
    expect(office.ballot.number).toBe('0001/PLYK/2026')
    office.rows.delete(`ballot/${ballot}`)
    office.now = newYear
    office.issue(first, { deadlineAt: instant(newYear + 5 * dayMs) })
    expect(office.ballot.number).toBe('0001/PLYK/2027')
    office.mustTake(office.act('recall-ballot', 'head', { ballot, reason }))
    office.rows.delete(`ballot/${ballot}`)
    office.issue(first, { deadlineAt: instant(newYear + 5 * dayMs) })
    expect(office.ballot.number).toBe('0002/PLYK/2027')
  })
})

describe('the window', () => {
  const issuedWith = (deadlineAt: number, windowReason = '') => {
    const office = new Office()
    office.mustTake(office.draft(first, { deadlineAt: instant(deadlineAt), windowReason }))
    office.mustTake(office.act('submit-ballot', 'sec', { ballot, contentHash: hash }))
    return reasonOf(office.take(office.act('issue-ballot', 'head', { ballot, contentHash: hash })))
  }
  const start = at(monday, 8)
  const friday = at('2026-03-06', 8)

  test('[B3][G4] is 2 to 5 working days to the millisecond, over the weekend', () => {
    const outside = 'refused:deadline-outside-window'
    expect(
      [start + 2 * dayMs - 1, start + 2 * dayMs, start + 7 * dayMs, start + 7 * dayMs + 1].map((end) =>
        issuedWith(end),
      ),
    ).toEqual([outside, ok, ok, outside])
    expect(issuedWith(friday)).toBe(ok)
  })

  test('[B3] may be left with a reason that is more than blanks, but not into the past', () => {
    expect(issuedWith(start + 1, 'khẩn cấp')).toBe(ok)
    expect(issuedWith(start + 1, '   ')).toBe('refused:deadline-outside-window')
    expect(issuedWith(start, 'khẩn cấp')).toBe('refused:deadline-passed')
  })

  test('[B5] an amendment leaves 2 working days, and shortens nothing', () => {
    const amended = (deadlineAt: number, title = 'second') => {
      const office = new Office().issue(first, { deadlineAt: instant(start + 3 * dayMs) })
      office.now = instant(start + 2 * dayMs)
      const content = office.add(contentOf(title))
      const body = { ballot, contentHash: content, deadlineAt: instant(deadlineAt), reason }
      return reasonOf(office.take(office.act('amend-ballot', 'head', body)))
    }
    expect(amended(start + 4 * dayMs - 1)).toBe('refused:deadline-outside-window')
    expect(amended(start + 4 * dayMs)).toBe(ok)
    expect(amended(start + 4 * dayMs, 'first')).toBe('refused:already-done')
  })

  test('[O9] what was approved is what was read: other words than those submitted are not issued', () => {
    const office = new Office()
    office.mustTake(office.draft(first))
    const other = contentHash(contentOf('other'))
    const submit = office.act('submit-ballot', 'sec', { ballot, contentHash: other })
    expect(reasonOf(office.take(submit))).toBe('refused:stale-content')
    office.mustTake(office.act('submit-ballot', 'sec', { ballot, contentHash: hash }))
    const issue = office.act('issue-ballot', 'head', { ballot, contentHash: other })
    expect(reasonOf(office.take(issue))).toBe('refused:stale-content')
  })

  test('[B4] an extension is later than the deadline and than now', () => {
    const office = new Office().issue(first)
    const extend = (deadlineAt: number) =>
      reasonOf(
        office.take(office.act('extend-ballot', 'head', { ballot, deadlineAt: instant(deadlineAt), reason })),
      )
    const old = office.ballot.deadlineAt
    expect([extend(office.now), extend(old), extend(old + 1)]).toEqual([
      'refused:deadline-passed',
      'refused:deadline-not-later',
      ok,
    ])
    expect(office.ballot.deadlines.map(({ deadlineAt }) => deadlineAt)).toEqual([old, old + 1])
  })
})

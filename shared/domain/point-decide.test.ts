import { describe, expect, test } from 'vitest'
import { permit, subjectOn } from './access.ts'
import type { BodyOf } from './act.ts'
import type { Ballot } from './ballot.ts'
import { readerOver } from './entity.ts'
import type { Hash } from './id.ts'
import { type Point, pointsOf, responseKey } from './point.ts'
import { factsOf, mayRead } from './scope.ts'
import {
  agency,
  ballotId,
  cabinetOf,
  contentOf,
  hashOf,
  leadAgency,
  opinionIssue,
  post,
  someone,
} from './testing/cabinet.ts'
import { reasonOf } from './testing/meeting-office.ts'
import { Office } from './testing/office.ts'

const clerkOf = (of: typeof leadAgency, id = 'desk') => someone(id, post('clerk', { agency: of }))
const withDesk = (...more: ReturnType<typeof someone>[]) =>
  new Office({ people: [...cabinetOf(5), clerkOf(leadAgency), ...more] }).issue()

const pointsIn = (office: Office): Point[] => {
  const reader = readerOver(office.rows)
  return pointsOf(reader.get('tally', `tally/${ballotId}`), reader.list('answers'), (commit) =>
    office.openings.get(commit),
  )
}
const firstPoint = (office: Office): Point => {
  const [point] = pointsIn(office)
  if (!point) throw new Error('no point')
  return point
}
const responseIn = (office: Office, { issue, point }: Point) =>
  readerOver(office.rows).get('response', responseKey(ballotId, issue, point))?.given ?? []

type Said = Partial<Pick<BodyOf<'respond-to-point'>, 'outcome' | 'replaces'>> & {
  note?: string
  place?: string
}
function respond(
  office: Office,
  who: string,
  { issue, point }: Pick<Point, 'issue' | 'point'>,
  said: Said = {},
) {
  const { outcome = 'accepted', replaces = null, note = 'lý do', place = 'Điều 5 khoản 2' } = said
  const commit = (text: string): Hash => {
    const hash = hashOf(`${office.entries.length}|${text}`)
    office.openings.set(hash, text)
    return hash
  }
  const words = { noteCommit: commit(note), placeCommit: commit(place) }
  return office.act('respond-to-point', who, { ballot: ballotId, issue, point, outcome, replaces, ...words })
}

/** m2 says something else, m3 disagrees with words, m4 without. */
function closed(office = withDesk()): Office {
  office.take(office.answer('m2', 'other', { text: 'Đề nghị bổ sung chế tài' }))
  office.take(office.answer('m3', 'disagree', { text: 'Chưa rõ nguồn lực' }))
  office.take(office.answer('m4', 'disagree'))
  office.take(office.answer('m5', 'agree', { text: 'Xin chúc mừng' }))
  return office.closeByServer()
}

describe('points', () => {
  test('[B15] are every other opinion and every disagreement with words, once the ballot is closed', () => {
    const office = withDesk()
    office.take(office.answer('m2', 'other'))
    expect(pointsIn(office)).toEqual([])
    expect(pointsIn(closed()).map(({ person: who, choice, text }) => [who, choice, text])).toEqual([
      ['m2', 'other', 'Đề nghị bổ sung chế tài'],
      ['m3', 'disagree', 'Chưa rõ nguồn lực'],
    ])
  })

  test('[B15][B9] of a late answer only when two officers let it count, in the place of the one before', () => {
    const office = closed()
    office.take(office.answer('m2', 'other', { id: 'late', text: 'Đề nghị giãn thời hạn' }))
    expect(firstPoint(office).text).toBe('Đề nghị bổ sung chế tài')
    office.ruleHeld('m2', 'late')
    expect(firstPoint(office).text).toBe('Đề nghị giãn thời hạn')
  })

  test('[B15][B5] of an opinion on a former version stand, and say so', () => {
    const office = withDesk()
    office.take(office.answer('m2', 'other'))
    office.amend(contentOf('second'))
    office.closeByServer()
    expect(pointsIn(office).map(({ isFormer }) => isFormer)).toEqual([true])
  })

  test('[B15][B6] are of the last revision', () => {
    const office = withDesk()
    office.take(office.answer('m2', 'other', { id: 'first', text: 'một' }))
    office.take(office.answer('m2', 'other', { prev: ['first'], text: 'hai' }))
    expect(pointsIn(office.closeByServer()).map(({ text }) => text)).toEqual(['hai'])
  })
})

describe('a response', () => {
  test('[B15] is the desk of the lead agency’s, with the reason and the place, and names nobody who spoke', () => {
    const office = closed()
    const point = firstPoint(office)
    const verdict = office.take(respond(office, 'desk', point, { outcome: 'partly' }))
    expect(reasonOf(verdict)).toBe('accepted')
    expect(responseIn(office, point)).toMatchObject([{ outcome: 'partly', by: 'desk' }])
    expect(JSON.stringify([verdict, responseIn(office, point)])).not.toContain('m2')
  })

  test('[B15] gives a reason unless all is accepted, and a place unless nothing is', () => {
    const office = closed()
    const point = firstPoint(office)
    const said = (given: Said) => reasonOf(office.take(respond(office, 'desk', point, given)))
    expect([
      said({ outcome: 'partly', note: ' ' }),
      said({ outcome: 'not-accepted', note: '' }),
      said({ outcome: 'accepted', place: ' ' }),
      said({ outcome: 'partly', place: '' }),
      said({ outcome: 'accepted', place: 'Đ'.repeat(501) }),
      said({ outcome: 'accepted', note: '' }),
    ]).toEqual([
      'refused:reason-missing',
      'refused:reason-missing',
      'refused:place-missing',
      'refused:place-missing',
      'refused:content-malformed',
      'accepted',
    ])
    const other = pointsIn(office)[1] ?? point
    expect(
      reasonOf(office.take(respond(office, 'desk', other, { outcome: 'not-accepted', place: '' }))),
    ).toBe('accepted')
  })

  test('[B15] whose words are missing is none', () => {
    const office = closed()
    const act = respond(office, 'desk', firstPoint(office))
    office.openings.delete(act.body.noteCommit)
    expect(reasonOf(office.take(act))).toBe('refused:opening-missing')
  })

  test('[B15] is amended by who has read the last one, every one kept, until it is decided what becomes of the ballot', () => {
    const office = closed()
    const [point, waiting] = pointsIn(office)
    if (!point || !waiting) throw new Error('two points')
    const first = respond(office, 'desk', point, { outcome: 'not-accepted', place: '' })
    office.mustTake(first)
    expect(reasonOf(office.take(respond(office, 'desk', point)))).toBe('refused:stale-content')
    const second = respond(office, 'desk', point, { replaces: first.id })
    office.mustTake(second)
    office.mustTake(office.act('send-ballot-to-meeting', 'sec', { ballot: ballotId }))
    expect(reasonOf(office.take(respond(office, 'desk', point, { replaces: second.id })))).toBe(
      'refused:already-done',
    )
    expect(reasonOf(office.take(respond(office, 'desk', waiting)))).toBe('accepted')
    expect(responseIn(office, point).map(({ act }) => act)).toEqual([first.id, second.id])
  })

  test('[B15][O3] is nobody else’s: not a member’s, not another desk’s, the Office’s only where there is no desk', () => {
    const office = closed(withDesk(clerkOf(agency('finance'), 'other-desk')))
    const point = firstPoint(office)
    const by = (who: string) => reasonOf(office.take(respond(office, who, point)))
    expect([by('m2'), by('other-desk'), by('sec2'), by('sec'), by('head')]).toEqual([
      'refused:not-allowed',
      'refused:not-found',
      'refused:not-found',
      'refused:agency-has-desk',
      'refused:agency-has-desk',
    ])
    const alone = closed(new Office().issue())
    expect(reasonOf(alone.take(respond(alone, 'sec', firstPoint(alone))))).toBe('accepted')
  })

  test('[B15] answers a point of this ballot and no other', () => {
    const office = closed()
    const { issue } = firstPoint(office)
    const nothing = { issue, point: hashOf('nothing') }
    expect(reasonOf(office.take(respond(office, 'desk', nothing)))).toBe('refused:not-found')
    const elsewhere = { ...firstPoint(office), issue: opinionIssue('elsewhere').id }
    expect(reasonOf(office.take(respond(office, 'desk', elsewhere)))).toBe('refused:not-found')
  })

  test('[B15] stays when a ruling no longer counts the answer that raised its point', () => {
    const office = closed()
    const point = firstPoint(office)
    office.mustTake(respond(office, 'desk', point))
    office.take(office.answer('m2', 'agree', { id: 'late' }))
    office.ruleHeld('m2', 'late')
    expect(pointsIn(office).map(({ person: who }) => who)).toEqual(['m3'])
    expect(responseIn(office, point)).toHaveLength(1)
  })

  test('[B15][B11][D2] is read by members, the Office and that desk, who reads no name: neither count nor answers', () => {
    const office = closed(withDesk(clerkOf(agency('finance'), 'other-desk')))
    const point = firstPoint(office)
    office.mustTake(respond(office, 'desk', point))
    const reader = readerOver(office.rows)
    const ballot: Ballot = office.ballot
    const reads = (who: string) => {
      const someoneThere = reader.get('person', `person/${who}`)
      if (!someoneThere) throw new Error(who)
      const subject = subjectOn(someoneThere, null, office.now)
      const may = (row: Parameters<typeof mayRead>[1] | undefined) =>
        row !== undefined && mayRead(subject, row, { ballot })
      return [
        may(reader.get('response', responseKey(ballotId, point.issue, point.point))),
        may(reader.get('tally', `tally/${ballotId}`)),
        may(office.answersOf('m2')),
        permit(subject, { action: 'read-points', ballot: factsOf(ballot) }).allow,
      ]
    }
    expect(['m2', 'm3', 'sec', 'sec2', 'desk', 'other-desk'].map(reads)).toEqual([
      [true, true, true, false],
      [true, true, false, false],
      [true, true, true, false],
      [false, false, false, false],
      [true, false, false, true],
      [false, false, false, false],
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { subjectOn } from '../../shared/domain/access.ts'
import { readerOver } from '../../shared/domain/entity.ts'
import { BallotId } from '../../shared/domain/id.ts'
import type { MatterSource } from '../../shared/domain/matter-source.ts'
import { ownersOf } from '../../shared/domain/row-owners.ts'
import { mayRead } from '../../shared/domain/scope.ts'
import { ballotId, contentOf, day, person } from '../../shared/domain/testing/cabinet.ts'
import { DirectiveOffice, directiveId } from '../../shared/domain/testing/directive-office.ts'
import { itemId, matterOf, meetingId } from '../../shared/domain/testing/meeting-office.ts'
import { SessionOffice } from '../../shared/domain/testing/session-office.ts'
import { TaskOffice, taskId } from '../../shared/domain/testing/task-office.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { dayMs, instant } from '../../shared/lib/time.ts'
import { matterTrail } from './matter-trail.ts'
import type { TrailPlace } from './trail-links.ts'

const ofItem = (id: string): MatterSource => ({ kind: 'item', meeting: meetingId, item: itemId(id) })
const ofBallot: MatterSource = { kind: 'ballot', ballot: ballotId }

/** A ballot that was sent to a meeting; its item, and another that goes on from it and is for m2 and m3 alone. */
function considered(): SessionOffice {
  const office = new SessionOffice()
  office.issue(contentOf('Nghị định'))
  office.mustTake(office.draftMeeting())
  office.mustTake(office.draftItem('a', null, matterOf('a', { source: ofBallot })))
  office.mustTake(office.draftItem('b', ['m2', 'm3'], matterOf('b', { source: ofItem('a') })))
  office.mustTake(office.draftItem('c'))
  for (const act of [() => office.submit(), () => office.approve(), () => office.invite()]) {
    office.mustTake(act())
  }
  return office
}

/** What the tablet of a person holds. */
function copyFor(office: SessionOffice, who: string) {
  const all = readerOver(office.rows)
  const self = all.get('person', `person/${who}`)
  if (!self) throw new Error(`nobody called ${who}`)
  const subject = subjectOn(self, null, office.now)
  const rows = [...office.rows].filter(([, entity]) => mayRead(subject, entity, ownersOf(entity, all)))
  const words = [
    office.contents,
    office.meetingContents,
    office.agendaItemContents,
    office.voteContents,
    office.conclusionContents,
    ...(office instanceof TaskOffice ? [office.taskContents, office.directiveContents] : []),
  ].flatMap((contents) => [...contents].map(([hash, content]) => [hash, canonicalJson(content)] as const))
  const texts = new Map(words)
  return { reader: readerOver(new Map(rows)), opened: (hash: string) => texts.get(hash as never) }
}

const namesOf = (office: SessionOffice, who: string, here: MatterSource) =>
  matterTrail(here, copyFor(office, who)).map((step) => ('title' in step ? step.title : step.key))

describe('what became of a matter', () => {
  it('[B4] from the ballot to the meeting and on, the same from wherever one stands', () => {
    const office = considered()
    const whole = ['Nghị định', 'a', 'b']
    expect(namesOf(office, 'm2', ofBallot)).toEqual(whole)
    expect(namesOf(office, 'm2', ofItem('a'))).toEqual(whole)
    expect(namesOf(office, 'm2', ofItem('b'))).toEqual(whole)
    const [first, second] = matterTrail(ofItem('a'), copyFor(office, 'm2'))
    expect(first).toMatchObject({ kind: 'ballot', ballot: ballotId, state: 'issued', isHere: false })
    expect(second).toMatchObject({ kind: 'item', state: 'planned', isHere: true, decided: [] })
  })

  it('[D2] of what one may not read there is no entry', () => {
    const office = considered()
    expect(namesOf(office, 'm4', ofBallot)).toEqual(['Nghị định', 'a'])
    expect(namesOf(office, 'sec', ofBallot)).toEqual(['Nghị định', 'a', 'b'])
  })

  it('[M6] [M9] an item tells how it was voted and what was concluded', () => {
    const office = considered()
    office.now = instant(office.meeting.startsAt)
    for (const { id } of office.members()) office.mustTake(office.join(id))
    for (const act of [() => office.open(), () => office.startItem('a'), () => office.openVote()]) {
      office.mustTake(act())
    }
    office.mustTake(office.cast('m2', 'agree'))
    office.mustTake(office.closeVote())
    office.mustTake(office.conclude('a'))
    const step = matterTrail(ofBallot, copyFor(office, 'm4'))[1]
    expect(step).toMatchObject({
      kind: 'item',
      state: 'concluded',
      conclusion: 'Kết luận của Thủ tướng',
      decided: [{ tally: { explicit: 1, result: { kind: 'not-adopted' } } }],
    })
  })

  it('[M10] a ballot by which a draft goes round stands with the item whose draft it is, both ways', () => {
    const office = considered()
    const round = BallotId.parse('round')
    office.mustTake(
      office.act('draft-ballot', 'sec', {
        ballot: round,
        contentHash: office.add({ ...contentOf('Dự thảo kết luận'), source: ofItem('c') }),
        leadAgency: office.matter('c').leadAgency,
        handlers: [person('sec')],
        deadlineAt: instant(office.now + 3 * dayMs),
        windowReason: '',
      }),
    )
    const here: MatterSource = { kind: 'ballot', ballot: round }
    expect(namesOf(office, 'sec', here).sort()).toEqual(['Dự thảo kết luận', 'c'])
    expect(namesOf(office, 'sec', ofItem('c')).sort()).toEqual(['Dự thảo kết luận', 'c'])
    expect(namesOf(office, 'm2', ofItem('c'))).toEqual([])
  })

  it('a matter that stands alone has no trail', () => {
    const office = considered()
    office.now = instant(office.now + dayMs)
    expect(namesOf(office, 'm2', ofItem('c'))).toEqual([])
    expect(namesOf(office, 'm2', { kind: 'ballot', ballot: BallotId.parse('other') })).toEqual([])
  })
})

describe('tasks in the trail', () => {
  const fromBallot = () => {
    const office = new TaskOffice()
    office.issue(contentOf('Nghị định'))
    office.mustTake(office.draftTask({ ballot: ballotId }))
    office.mustTake(office.assign())
    const text = { text: 'Việc khác', abstract: '', product: '' }
    const other = { task: taskId('other'), contentHash: office.addTask(text), ballot: ballotId }
    office.mustTake(office.draftTask(other))
    office.mustTake(office.progress(40))
    return office
  }
  const kindsOf = (office: TaskOffice, who: string, here: TrailPlace) =>
    matterTrail(here, copyFor(office, who)).map((step) =>
      step.kind === 'task' ? `task ${step.id} ${step.report?.percent ?? ''}` : step.kind,
    )

  it('[M9] are found from the ballot they come from, and it from them, with their last report', () => {
    const office = fromBallot()
    expect(kindsOf(office, 'head', ofBallot)).toEqual(['ballot', 'task task 40', 'task other '])
    expect(kindsOf(office, 'head', { kind: 'task', task: taskId() })).toEqual(['ballot', 'task task 40'])
  })

  it('[D2] not for who may read but one of the two', () => {
    const office = fromBallot()
    // A member reads the ballot, and neither the task of another ministry nor the draft.
    expect(kindsOf(office, 'm4', ofBallot)).toEqual([])
    // The desk of finance supports the task, and has nothing to do with the ballot.
    expect(kindsOf(office, 'fin', { kind: 'task', task: taskId() })).toEqual([])
    expect(kindsOf(office, 'pm', ofBallot)).toEqual(['ballot', 'task task 40', 'task other '])
  })
})

describe('papers of the library in the trail', () => {
  const here: TrailPlace = { kind: 'directive', directive: directiveId() }
  const stepsOf = (office: DirectiveOffice, who: string, place: TrailPlace) =>
    matterTrail(place, copyFor(office, who)).map(({ key, isHere }) => (isHere ? `[${key}]` : key))
  const ballotKey = `ballot/${ballotId}`

  /** Two tasks name the paper, one of them comes from a ballot, too. */
  const library = () => {
    const office = new DirectiveOffice()
    office.issue(contentOf('Nghị định'))
    office.published()
    const source = {
      kind: 'directive' as const,
      number: '12/CT-TTg',
      date: day('2026-02-20'),
      directive: directiveId(),
    }
    office.assigned({ source, ballot: ballotId })
    office.assigned({ source, task: taskId('other') })
    return office
  }

  it('[T1] stand with their tasks, and behind these what they come from, the same both ways', () => {
    const office = library()
    expect(stepsOf(office, 'pm', here)).toEqual(['[directive/paper]', ballotKey, 'task/task', 'task/other'])
    expect(stepsOf(office, 'pm', { kind: 'task', task: taskId() })).toEqual([
      'directive/paper',
      ballotKey,
      '[task/task]',
    ])
    expect(stepsOf(office, 'clk', { kind: 'task', task: taskId('other') })).toEqual([
      'directive/paper',
      '[task/other]',
    ])
  })

  it('[T1] from a ballot the paper is reached, and not all that else came of the paper', () => {
    expect(stepsOf(library(), 'head', ofBallot)).toEqual(['directive/paper', `[${ballotKey}]`, 'task/task'])
  })

  it('[D2] a desk that reads the paper learns of no ballot, and of no task of another agency', () => {
    const office = library()
    expect(stepsOf(office, 'fin', here)).toEqual(['[directive/paper]', 'task/task', 'task/other'])
    expect(stepsOf(office, 'm4', here)).toEqual([])
  })

  it('[T1] a page of the paper leads back to the paper', () => {
    const office = new DirectiveOffice().published()
    office.mustTake(office.askTask())
    expect(stepsOf(office, 'pm', { kind: 'task', task: taskId() })).toEqual([
      'directive/paper',
      '[task/task]',
    ])
  })

  it('[B4] what a ballot became is found in the library by its number and year, unless it was withdrawn', () => {
    const office = new DirectiveOffice()
    office.issue(contentOf('Nghị định'))
    office.closeByServer()
    office.mustTake(
      office.act('resolve-ballot', 'sec', { ballot: ballotId, number: '15/nq-cp', date: day('2026-03-20') }),
    )
    office.published({ type: 'resolution', number: '15/NQ-CP', date: day('2026-03-20') })
    expect(stepsOf(office, 'm4', ofBallot)).toEqual([`[${ballotKey}]`, 'directive/paper'])
    expect(stepsOf(office, 'm4', here)).toEqual([ballotKey, '[directive/paper]'])
    office.mustTake(office.withdraw())
    expect(stepsOf(office, 'm4', ofBallot)).toEqual([])
  })
})

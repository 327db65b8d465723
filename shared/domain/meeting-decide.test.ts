import { describe, expect, test } from 'vitest'
import { dayMs, instant } from '../lib/time.ts'
import type { MeetingContent } from './meeting.ts'
import { day, hashOf, paperOf, person, post, someone } from './testing/cabinet.ts'
import {
  afterMeeting,
  endsAt,
  itemId,
  MeetingOffice,
  matterOf,
  meetingId,
  reasonOf,
  secretPaper,
  startsAt,
} from './testing/meeting-office.ts'

const meeting = meetingId
const reason = 'lý do'
const stale = 'refused:stale-content'

describe('a meeting in the hands of the Office', () => {
  test('[M1] is submitted and approved as it was read: agenda, order, papers, readers, hour and chair', () => {
    const office = new MeetingOffice().drafted()
    const before = office.submit()
    office.mustTake(office.draftItem('a', null, matterOf('a-with-other-papers')))
    expect(reasonOf(office.take(before))).toBe(stale)
    office.mustTake(office.submit())
    const approved = office.approve()
    for (const edit of [
      () => office.draftMeeting({ chair: 'm2' }),
      () => office.draftItem('c'),
      () => office.draftItem('c', ['m2']),
    ]) {
      office.mustTake(office.act('return-meeting', 'head', { meeting, reason }))
      office.mustTake(edit())
      office.mustTake(office.submit())
      expect(reasonOf(office.take(approved))).toBe(stale)
    }
    expect(reasonOf(office.take(office.approve()))).toBe('accepted')
  })

  test('[M1] two officers who edit at once: each item as its last writer left it, and what one of them submits is what both read', () => {
    const office = new MeetingOffice().drafted()
    const [mine, hers] = [
      office.draftItem('a', null, matterOf('mine')),
      office.draftItem('b', null, matterOf('hers')),
    ]
    const submit = office.submit()
    office.mustTake(mine)
    office.mustTake(hers)
    expect([office.item('a').contentHash, office.item('b').contentHash]).toEqual([
      mine.body.contentHash,
      hers.body.contentHash,
    ])
    expect(reasonOf(office.take(submit))).toBe(stale)
  })

  test('[M1] stands in the order of its ranks; one item is moved without touching the others', () => {
    const office = new MeetingOffice().drafted()
    const other = office.item('a')
    const move = { ...office.matter('b', ['m2', 'm3']), rank: 'A' }
    office.mustTake(office.act('draft-agenda-item', 'sec', move))
    expect(office.item('a')).toEqual(other)
    expect(office.item('b').rank < other.rank).toBe(true)
  })

  test('[M1] is not sent out without an item, after its hour, or ending before it begins', () => {
    const office = new MeetingOffice()
    office.mustTake(office.draftMeeting())
    expect(reasonOf(office.take(office.submit()))).toBe('refused:agenda-empty')
    office.mustTake(office.draftItem('a'))
    office.mustTake(office.submit())
    office.mustTake(office.approve())
    office.mustTake(office.act('withdraw-agenda-item', 'head', { meeting, item: itemId('a'), reason }))
    expect(reasonOf(office.take(office.invite()))).toBe('refused:agenda-empty')
    office.now = startsAt
    expect(reasonOf(office.take(office.invite()))).toBe('refused:deadline-passed')
    const back = { ...office.schedule({ startsAt: instant(startsAt + dayMs), endsAt: startsAt }), reason }
    expect(reasonOf(office.take(office.act('change-meeting', 'head', back)))).toBe(
      'refused:ends-before-start',
    )
  })

  test('[M11][G1] is chaired by a member of that day', () => {
    const office = new MeetingOffice()
    office.put(someone('leaver', post('minister', { to: day('2026-03-04') })))
    for (const chair of ['leaver', 'sec', 'nobody']) {
      expect(reasonOf(office.take(office.draftMeeting({ chair })))).toBe('refused:chair-not-member')
    }
    expect(reasonOf(office.take(office.draftMeeting({ chair: 'm2' })))).toBe('accepted')
  })

  test('[M1] sent out: every item that stands has its first version, the dropped ones none', () => {
    const office = new MeetingOffice().drafted()
    office.mustTake(office.draftItem('c'))
    office.mustTake(office.act('drop-agenda-item', 'sec', { meeting, item: itemId('c') }))
    for (const act of [() => office.submit(), () => office.approve(), () => office.invite()])
      office.mustTake(act())
    expect(office.items.map(({ id, versions }) => [id, versions.length])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 0],
    ])
    expect(office.meeting.invitedAt).toBe(office.now)
  })

  test('[M1][D1] papers changed after the invitation are a version of their own, with hour, author and reason; the old ones stay', () => {
    const office = new MeetingOffice().invited()
    const first = office.item('a')
    office.now = instant(startsAt - dayMs)
    office.mustTake(office.changeItem('a', null, matterOf('a-late')))
    const { versions, files, contentHash } = office.item('a')
    expect(versions).toEqual([
      ...first.versions,
      { hash: contentHash, at: office.now, by: 'head', reason: 'bổ sung' },
    ])
    expect(files).toEqual([hashOf('a-paper'), hashOf('a-late-paper')])
    expect(versions.map(({ at }) => startsAt - at >= 3 * dayMs)).toEqual([true, false])
  })

  test('[M1] approved and not yet sent, a change goes out with the invitation and is no second version', () => {
    const office = new MeetingOffice().drafted()
    office.mustTake(office.submit())
    office.mustTake(office.approve())
    office.mustTake(office.changeItem('a', null, matterOf('a-changed')))
    expect(office.item('a').versions).toEqual([])
    office.mustTake(office.invite())
    expect(office.item('a').versions.length).toBe(1)
    expect(office.item('a').files).toEqual([hashOf('a-changed-paper')])
  })

  test('[M1] each change of hour or chair keeps what held before, and why; a cancelled meeting says why and takes no more', () => {
    const office = new MeetingOffice().invited()
    const { contentHash } = office.meeting
    const later = office.schedule({ chair: 'm2', startsAt: endsAt, endsAt: afterMeeting })
    office.mustTake(office.act('change-meeting', 'head', { ...later, reason }))
    const before = { startsAt, endsAt, chair: person('pm'), contentHash }
    expect(office.meeting.changes).toEqual([{ before, at: office.now, by: 'head', reason }])
    expect(office.meeting.chair).toBe('m2')
    office.mustTake(office.act('cancel-meeting', 'head', { meeting, reason }))
    expect(office.meeting.phase).toEqual({ state: 'cancelled', by: 'head', at: office.now, reason })
    expect(reasonOf(office.take(office.reply('m2', { kind: 'attends', how: 'in-room' })))).toBe(
      'refused:wrong-state',
    )
  })
})

describe('the papers of an item', () => {
  const submitted = (...papers: ReturnType<typeof paperOf>[]) => {
    const office = new MeetingOffice()
    office.mustTake(office.draftMeeting())
    office.mustTake(office.draftItem('a', null, matterOf('a', { documents: papers })))
    return { office, told: reasonOf(office.take(office.submit())) }
  }
  const summary = (pages: number) => ({ ...paperOf('summary', 'summary', pages), kind: 'summary' as const })

  test('[M2] over 10 pages need a summary of at most 6, when submitted and when changed afterwards', () => {
    expect(submitted(paperOf('p', 'p', 10)).told).toBe('accepted')
    expect(submitted(paperOf('p', 'p', 11)).told).toBe('refused:summary-missing')
    expect(submitted(paperOf('p', 'p', 11), summary(7)).told).toBe('refused:summary-too-long')
    const { office, told } = submitted(paperOf('p', 'p', 11), summary(6))
    expect(told).toBe('accepted')
    office.mustTake(office.approve())
    const long = matterOf('a', { documents: [paperOf('q', 'q', 11)] })
    expect(reasonOf(office.take(office.changeItem('a', null, long)))).toBe('refused:summary-missing')
  })

  test('[D3] a state secret is a placeholder: a file beside it is refused, and the refusal is in the ledger', () => {
    const office = new MeetingOffice()
    office.mustTake(office.draftMeeting())
    const withFile = matterOf('a', { secrets: [secretPaper] })
    expect(reasonOf(office.take(office.draftItem('a', null, withFile)))).toBe(
      'refused:secret-item-holds-files',
    )
    expect(office.entries.at(-1)).toMatchObject({ verdict: { reason: { kind: 'secret-item-holds-files' } } })
    expect(office.items).toEqual([])
    const placeholder = matterOf('a', { secrets: [secretPaper], documents: [] })
    expect(reasonOf(office.take(office.draftItem('a', null, placeholder)))).toBe('accepted')
    expect(office.item('a').files).toEqual([])
  })

  test('[D3] an item whose file has been sent cannot become one: the file would still be there', () => {
    const office = new MeetingOffice().invited()
    const placeholder = matterOf('a', { secrets: [secretPaper], documents: [] })
    expect(reasonOf(office.take(office.changeItem('a', null, placeholder)))).toBe(
      'refused:secret-item-holds-files',
    )
    expect(reasonOf(office.take(office.changeItem('c', null, placeholder)))).toBe('accepted')
  })

  test('[D1] are files that have passed, of just that size and number of pages', () => {
    const office = new MeetingOffice()
    office.mustTake(office.draftMeeting())
    const act = office.draftItem('a')
    office.files.set(hashOf('a-paper'), { size: 1000, pages: 5 })
    expect(reasonOf(office.take(act))).toBe('refused:file-missing')
    office.files.clear()
    expect(reasonOf(office.take(act))).toBe('refused:file-missing')
  })

  test('[O6] words that are not there, or are those of something else, are none', () => {
    const office = new MeetingOffice().drafted()
    const other: MeetingContent = { title: 'Khác', place: 'P', remarks: '' }
    office.meetingContents.set(hashOf('x'), other)
    const body = { ...office.matter('a'), contentHash: hashOf('x') }
    expect(reasonOf(office.take(office.act('draft-agenda-item', 'sec', body)))).toBe(
      'refused:content-malformed',
    )
  })
})

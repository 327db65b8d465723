import { describe, expect, it } from 'vitest'
import { AgendaItemContent, standingItems } from '../../shared/domain/agenda-item.ts'
import { readerOver } from '../../shared/domain/entity.ts'
import type { Stance } from '../../shared/domain/position.ts'
import { hashOf, person } from '../../shared/domain/testing/cabinet.ts'
import { itemId, MeetingOffice, meetingId } from '../../shared/domain/testing/meeting-office.ts'
import { meetingCalendar } from './meeting-calendar.ts'
import { meetingHistory } from './meeting-history.ts'
import { itemsToAdmit, meetingPicture } from './meeting-picture.ts'
import type { OfficeMeetingView } from './office-meeting.ts'

const note = hashOf('note')

const viewOf = (office: MeetingOffice): OfficeMeetingView => ({
  meeting: office.meeting,
  content: { title: 'Phiên họp', place: 'Phòng 1', remarks: '' },
  items: standingItems(office.items).map((item) => {
    return { item, content: AgendaItemContent.parse(office.agendaItemContents.get(item.contentHash)) }
  }),
  withdrawn: [],
})
const pictureOf = (office: MeetingOffice) =>
  meetingPicture(viewOf(office), { reader: readerOver(office.rows), opened: () => undefined })

describe('the Office’s picture before the session', () => {
  it('[D2] each member is counted on what they read, the chair on everything', () => {
    const { members } = pictureOf(new MeetingOffice().invited())
    const counts = Object.fromEntries(members.map(({ member, items }) => [member.id, items]))
    expect(counts).toMatchObject({ pm: 2, m2: 2, m3: 2, m4: 1, m5: 1 })
  })

  it('[M4] what nobody objects to and somebody agrees to is proposed as a block; one objection takes it out', () => {
    const office = new MeetingOffice().invited()
    const inBlock = () => pictureOf(office).items.map(({ isInBlock }) => isInBlock)
    expect(inBlock()).toEqual([false, false])
    const say = (who: string, stance: Stance) => {
      const { contentHash } = office.item('a')
      const member = person(who)
      const said = { meeting: meetingId, item: itemId('a'), member, contentHash, stance, noteCommit: note }
      office.openings.set(note, '')
      office.mustTake(office.act('take-position', who, said))
    }
    say('m2', 'no-objection')
    expect(inBlock()).toEqual([true, false])
    say('m3', 'wishes-to-speak')
    expect(inBlock()).toEqual([false, false])
    say('m3', 'no-objection')
    expect(inBlock()).toEqual([true, false])
  })

  it('[M3] a substitute is to be let in to what the member named them for', () => {
    const office = new MeetingOffice().invited()
    office.mustTake(office.namesSubstitute('m2'))
    const picture = pictureOf(office)
    const line = picture.members.find(({ member }) => member.id === 'm2')
    if (!line) throw new Error('no line')
    expect(line.reply?.kind).toBe('substitute')
    expect(itemsToAdmit(line, picture.items)).toEqual(['a'])
    expect(
      itemsToAdmit(
        { ...line, decision: { approved: false, by: person('head'), at: office.now, reason: '' } },
        picture.items,
      ),
    ).toEqual([])
  })

  it('[M1] what changed since the invitation is told with its hour, author and reason', () => {
    const office = new MeetingOffice().invited()
    expect(meetingHistory(viewOf(office)).map(({ kind }) => kind)).toEqual(['invited'])
  })

  it('[M1] the calendar names no item, and grows with each change', () => {
    const drafted = viewOf(new MeetingOffice().drafted())
    expect(drafted.content && meetingCalendar(drafted.meeting, drafted.content)).toBeNull()
    const { meeting, content } = viewOf(new MeetingOffice().invited())
    const text = content && meetingCalendar(meeting, content)
    expect(text).toContain(`UID:meeting-${meetingId}`)
    expect(text).toContain('SEQUENCE:0')
    const cancelled = {
      ...meeting,
      phase: { state: 'cancelled', by: meeting.chair, at: meeting.startsAt, reason: '' },
    } as const
    expect(content && meetingCalendar(cancelled, content)).toContain('METHOD:CANCEL')
  })
})

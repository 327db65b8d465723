import { describe, expect, test } from 'vitest'
import { person } from '../../shared/domain/testing/cabinet.ts'
import {
  endsAt,
  itemId,
  MeetingOffice,
  matterOf,
  meetingId,
} from '../../shared/domain/testing/meeting-office.ts'
import { formatHour, instant } from '../../shared/lib/time.ts'
import { meetingTablet } from './testing/meeting-tablet.ts'

type Tablet = Awaited<ReturnType<typeof meetingTablet>>

const viewOn = ({ meetings }: Tablet) => {
  const view = meetings.get(meetingId)
  if (!view) throw new Error('not on this tablet')
  return view
}
const itemOn = (tablet: Tablet, id: string) => {
  const { items, withdrawn } = viewOn(tablet)
  const found = [...items, ...withdrawn].find(({ item }) => item.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}
const position = (tablet: Tablet, stance: 'objection' | 'no-objection', note = '') =>
  tablet.meetings.takePosition({ meeting: meetingId, item: itemId('a'), stance, note })

describe('a meeting on a member’s tablet', () => {
  test('[M1][D2] shows what its owner reads, numbered and timed by what is there, and what was taken off apart', async () => {
    const office = new MeetingOffice().invited()
    const shown = async (who: string) => {
      const view = viewOn(await meetingTablet(office, who))
      return view.items.map(({ no, item, planned }) => [no, item.id, formatHour(planned.from)])
    }
    expect(await shown('m2')).toEqual([
      [1, 'a', '08:00'],
      [2, 'b', '08:20'],
    ])
    expect(await shown('m4')).toEqual([[1, 'a', '08:00']])
    office.mustTake(
      office.act('withdraw-agenda-item', 'head', { meeting: meetingId, item: itemId('a'), reason: 'lùi' }),
    )
    const { items, withdrawn } = viewOn(await meetingTablet(office, 'm2'))
    expect([items.map(({ item }) => item.id), withdrawn.map(({ item }) => item.id)]).toEqual([['b'], ['a']])
  })

  test('[M1] is not there before the invitation, for the Office’s own list or for who is not let in', async () => {
    const drafted = new MeetingOffice().drafted()
    expect((await meetingTablet(drafted, 'm2')).meetings.list()).toEqual([])
    const office = new MeetingOffice().invited()
    for (const who of ['sec', 'guest', 'sub']) {
      expect((await meetingTablet(office, who)).meetings.list()).toEqual([])
    }
  })

  test('[O1][M4] a position is saved, then recorded with its number; after a change of the item it is about former papers', async () => {
    const office = new MeetingOffice().invited()
    const tablet = await meetingTablet(office, 'm2')
    expect(itemOn(tablet, 'a').position).toEqual({ kind: 'none' })
    await position(tablet, 'objection', 'Làm rõ nguồn vốn')
    expect(itemOn(tablet, 'a').position).toMatchObject({
      kind: 'saved',
      outlook: { kind: 'accepted' },
      said: { stance: 'objection', note: 'Làm rõ nguồn vốn', by: 'm2' },
    })
    const n = office.entries.length
    await tablet.send()
    expect(itemOn(tablet, 'a').position).toMatchObject({ kind: 'recorded', n })
    await tablet.pull()
    expect(itemOn(tablet, 'a').position).toMatchObject({ kind: 'recorded', n, said: { stance: 'objection' } })
    office.mustTake(office.changeItem('a', null, matterOf('a-2')))
    await tablet.pull()
    const { item, position: stands } = itemOn(tablet, 'a')
    expect('said' in stands && stands.said.contentHash === item.contentHash).toBe(false)
    await position(tablet, 'no-objection')
    await tablet.send()
    expect(itemOn(tablet, 'a').position).toMatchObject({
      kind: 'recorded',
      said: { stance: 'no-objection', contentHash: item.contentHash },
    })
  })

  test('[O1] what another device said is told as the Office’s word; what came too late is refused and says why', async () => {
    const office = new MeetingOffice().invited()
    const tablet = await meetingTablet(office, 'm2')
    office.mustTake(office.takePosition('m2', 'a'))
    await tablet.pull()
    expect(itemOn(tablet, 'a').position).toMatchObject({ kind: 'told', said: { stance: 'objection' } })
    await position(tablet, 'no-objection')
    office.mustTake(office.act('cancel-meeting', 'head', { meeting: meetingId, reason: 'bão' }))
    await tablet.send()
    expect(itemOn(tablet, 'a').position).toMatchObject({ kind: 'refused', reason: { kind: 'wrong-state' } })
  })

  test('[M3][O1] a reply is saved, recorded, and has the Office’s word once that has come', async () => {
    const office = new MeetingOffice().invited()
    const tablet = await meetingTablet(office, 'm2')
    expect(viewOn(tablet).reply).toEqual({ kind: 'none' })
    await tablet.meetings.reply(meetingId, { kind: 'absent', reason: 'công tác' })
    expect(viewOn(tablet).reply).toMatchObject({ kind: 'saved', said: { kind: 'absent' } })
    await tablet.send()
    const decided = { meeting: meetingId, person: person('m2'), approved: false, reason: 'cần dự' }
    office.mustTake(office.act('decide-absence', 'head', decided))
    await tablet.pull()
    expect(viewOn(tablet)).toMatchObject({
      reply: { kind: 'recorded', said: { kind: 'absent' } },
      decision: { approved: false, reason: 'cần dự' },
    })
    await tablet.meetings.reply(meetingId, { kind: 'attends', how: 'remote' })
    await tablet.send()
    expect(viewOn(tablet).reply).toMatchObject({ kind: 'recorded', said: { kind: 'attends' } })
  })
})

describe('those who are let in', () => {
  test('[M3] a substitute sees their items and states the member’s opinion, until their hour has passed', async () => {
    const office = new MeetingOffice().invited()
    office.mustTake(office.namesSubstitute('m2'))
    office.mustTake(office.admit('a', 'sub', 'm2'))
    const tablet = await meetingTablet(office, 'sub')
    const { as, items } = viewOn(tablet)
    expect([as, items.map(({ item, speaksFor, isOver }) => [item.id, speaksFor, isOver])]).toEqual([
      'substitute',
      [['a', 'm2', false]],
    ])
    await position(tablet, 'objection')
    await tablet.send()
    expect(itemOn(tablet, 'a').position).toMatchObject({ kind: 'recorded', said: { by: 'sub' } })
    const member = await meetingTablet(office, 'm2')
    expect(itemOn(member, 'a').position).toMatchObject({ kind: 'told', said: { by: 'sub' } })
    office.now = instant(endsAt + 1)
    expect(itemOn(tablet, 'a').isOver).toBe(true)
    office.endAdmission('a', 'sub')
    await tablet.pull()
    expect(tablet.meetings.list()).toEqual([])
  })

  test('[D2] a guest sees one item and speaks for nobody', async () => {
    const office = new MeetingOffice().invited()
    office.mustTake(office.admit('a', 'guest'))
    const tablet = await meetingTablet(office, 'guest')
    const { as, items } = viewOn(tablet)
    expect([as, items.map(({ item, speaksFor }) => [item.id, speaksFor])]).toEqual(['guest', [['a', null]]])
    expect((await position(tablet, 'objection')).ok).toBe(false)
    expect(tablet.waiting()).toEqual([])
  })
})

describe('marks of delivery and of reading', () => {
  test('[D4][B8] one for each version of each item, of whoever is to read it, and not of the Office', async () => {
    const office = new MeetingOffice().invited()
    office.mustTake(office.admit('a', 'guest'))
    const [member, guest, secretary] = [
      await meetingTablet(office, 'm2'),
      await meetingTablet(office, 'guest'),
      await meetingTablet(office, 'sec'),
    ]
    for (const { meetings } of [member, guest, secretary]) await meetings.markDelivered()
    await member.meetings.markDelivered()
    expect([member, guest, secretary].map(({ waiting }) => waiting().length)).toEqual([2, 1, 0])
    await member.send()
    office.mustTake(office.changeItem('a', null, matterOf('a-2')))
    await member.pull()
    await member.meetings.markDelivered()
    expect(member.waiting()).toEqual(['mark-item-delivered'])
  })

  test('[B8] files of an item that were opened are told once, in one act', async () => {
    const office = new MeetingOffice().invited()
    const tablet = await meetingTablet(office, 'm2')
    const { dossier, item } = itemOn(tablet, 'a')
    const [file] = item.files
    if (file === undefined) throw new Error('no file')
    expect(tablet.openedDocuments.has(dossier, file)).toBe(false)
    await tablet.openedDocuments.add(dossier, file)
    await tablet.openedDocuments.tell()
    await tablet.openedDocuments.tell()
    expect([tablet.waiting(), tablet.openedDocuments.has(dossier, file)]).toEqual([
      ['mark-item-opened'],
      true,
    ])
    await tablet.send()
    expect(office.positionOf('m2', 'a')?.opened.map((one) => one.file)).toEqual([file])
  })
})

import { describe, expect, test } from 'vitest'
import { instant, minuteMs } from '../lib/time.ts'
import { person } from './testing/cabinet.ts'
import { meetingId, reasonOf } from './testing/meeting-office.ts'
import { SessionOffice } from './testing/session-office.ts'

const meeting = meetingId

describe('the chair’s local record', () => {
  test('[M8][O8] writes down what happened without the server: kept with that tablet’s hours, moving nothing', () => {
    const office = new SessionOffice().started()
    const before = office.itemSession('a')
    const from = instant(office.now - 20 * minuteMs)
    const record = office.record({ what: 'spoke', person: person('m3'), from, to: office.now })
    office.mustTake(record)
    const { records, ...rest } = office.itemSession('a')
    const { records: _, ...same } = before
    expect(rest).toEqual(same)
    expect(records).toMatchObject([{ what: 'spoke', person: 'm3', from, to: office.now, by: 'pm' }])
    const upside = office.record({ from: office.now, to: from })
    expect(reasonOf(office.take(upside))).toBe('refused:ends-before-start')
    expect(reasonOf(office.take(office.record({}, 'sec')))).toBe('refused:not-allowed')
  })

  test('[M8][M11] what a former chair wrote down while they chaired is taken when it comes, what they wrote afterwards is not', () => {
    const office = new SessionOffice().started()
    const from = office.now
    office.now = instant(office.now + 5 * minuteMs)
    office.mustTake(office.act('hand-over-chair', 'pm', { meeting, person: person('m2') }))
    const handedOver = office.now
    office.now = instant(office.now + 5 * minuteMs)
    office.mustTake(office.act('hand-over-chair', 'm2', { meeting, person: person('m3') }))
    const told = [
      office.record({ from }),
      office.record({ from: handedOver }),
      office.record({ from }, 'm2'),
      office.record({ from: handedOver }, 'm2'),
      office.record({ from: office.now }, 'm2'),
      office.record({ from }, 'm3'),
    ].map((act) => reasonOf(office.take(act)))
    const [ok, no] = ['accepted', 'refused:not-allowed']
    expect(told).toEqual([ok, no, no, ok, no, ok])
    expect(office.itemSession('a').records.map(({ by, from: hour }) => [by, hour])).toEqual([
      ['pm', from],
      ['m2', handedOver],
      ['m3', from],
    ])
    office.mustTake(office.act('end-session', 'm3', { meeting }))
    expect(reasonOf(office.take(office.record({ from })))).toBe('accepted')
  })
})

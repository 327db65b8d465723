import { expect, test } from 'vitest'
import { person } from '../../shared/domain/testing/cabinet.ts'
import { endsAt, itemId, startsAt } from '../../shared/domain/testing/meeting-office.ts'
import { substituteReply } from './substitute-reply.ts'

const meeting = { startsAt, endsAt }
const whole = {
  person: person('sub'),
  letter: '15/BYT-VP ngày 02/03/2026',
  items: [itemId('a')],
  from: '08:00',
  to: '11:00',
  reason: 'Đi công tác',
}

test('[M3] a substitute is named with person, letter, items, hours and reason', () => {
  expect(substituteReply(whole, meeting)).toEqual({
    ok: true,
    value: { kind: 'substitute', ...whole, from: startsAt, to: endsAt },
  })
})

test('[O6] what is missing is named, all of it at once', () => {
  const empty = { person: null, letter: ' ', items: [], from: '11:00', to: '08:00', reason: '' }
  expect(substituteReply(empty, meeting)).toEqual({
    ok: false,
    error: ['person', 'letter', 'items', 'span', 'reason'],
  })
  expect(substituteReply({ ...whole, to: '' }, meeting)).toEqual({ ok: false, error: ['span'] })
})

import type { Device } from '../../shared/domain/device.ts'
import type { Event } from '../../shared/domain/event.ts'
import { AgencyId, DeviceId, Hash, PersonId } from '../../shared/domain/id.ts'
import type { Appointment, Person, Role } from '../../shared/domain/people.ts'
import type { Settings } from '../../shared/domain/settings.ts'
import { base64 } from '../../shared/lib/base64.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { addDays, dayOf, type Instant, minuteMs } from '../../shared/lib/time.ts'
import type { Browser } from './browser.ts'
import type { Dice } from './dice.ts'

/** Who there is in a schedule: three to five members with one or two tablets, an Office of three, sometimes an auditor. */

export type Seat = { label: string; person: PersonId; role: Role }

export const agency = AgencyId.parse('health')
export const passPhrase = 'sương sớm trên sông Đà'
export const passwordOf = (person: PersonId) => `mật khẩu của ${person}`

/** Comes into post when the schedule says so. */
export const successor: Seat = { label: 'successor-1', person: PersonId.parse('successor'), role: 'minister' }

const officeSeats: readonly Seat[] = [
  { label: 'sec-1', person: PersonId.parse('sec'), role: 'secretary' },
  { label: 'sec2-1', person: PersonId.parse('sec2'), role: 'secretary' },
  { label: 'head-1', person: PersonId.parse('head'), role: 'head-of-office' },
]

export function seatsOf(dice: Dice): Seat[] {
  const seats: Seat[] = [{ label: 'pm-1', person: PersonId.parse('pm'), role: 'prime-minister' }]
  for (let i = 2; i <= dice.pick([3, 3, 4, 5]); i++) {
    seats.push({ label: `m${i}-1`, person: PersonId.parse(`m${i}`), role: 'minister' })
  }
  const second = seats.filter(() => dice.chance(0.35))
  seats.push(...second.map((seat) => ({ ...seat, label: seat.label.replace('-1', '-2') })))
  if (dice.chance(0.25)) seats.push(successor)
  seats.push(...officeSeats)
  if (dice.chance(0.1)) seats.push({ label: 'auditor-1', person: PersonId.parse('auditor'), role: 'auditor' })
  return seats
}

export const isMemberSeat = ({ role }: Seat) => role === 'prime-minister' || role === 'minister'

/** Short, so that virtual days cost little. */
export const downtimeWindowMs = 20 * minuteMs

export function settingsFor(dice: Dice): Partial<Settings> {
  return {
    downtimeWindowMs,
    amendMinDays: dice.pick([0, 0, 2]),
    answersRevisable: !dice.chance(0.1),
    formerAgree: dice.pick(['not-in-favour', 'in-favour']),
  }
}

export const file = utf8('%PDF-1.7 tờ trình và dự thảo')
export const fileHash = Hash.parse(sha256Hex(file))

export const deviceOf = (label: string) => DeviceId.parse(`device-${label}`)

/** A post from a day to a day; `to` null: without end. */
export const appointment = (
  role: Role,
  from: Appointment['from'],
  to: Appointment['to'] = null,
): Appointment => ({ role, title: role, agency: role === 'clerk' ? agency : null, from, to })

export const personWith = (id: PersonId, appointments: Appointment[]): Person => ({
  kind: 'person',
  id,
  name: `Đồng chí ${id}`,
  appointments,
})

/** The ledger's first events: everybody with their devices, all known before the schedule begins. */
export function foundingEvents(
  seats: readonly Seat[],
  browsers: readonly Browser[],
  settings: Partial<Settings>,
  now: Instant,
): Event[] {
  const from = addDays(dayOf(now), -100)
  const people = new Map(seats.map((seat) => [seat.person, seat]))
  const devices = seats.map(({ label, person }): Device => {
    const publicKey = browsers.find((browser) => browser.label === label)?.profile.keyPair.publicKey
    return {
      kind: 'device',
      id: deviceOf(label),
      person,
      label,
      publicKey: base64(publicKey ?? new Uint8Array(65)),
      askedAt: now,
      phase: { state: 'pending' },
    }
  })
  return [
    { kind: 'agency-set', agency: { kind: 'agency', id: agency, name: 'Bộ Y tế' } },
    { kind: 'settings-set', settings: { kind: 'settings', changes: [{ from, values: settings }] } },
    ...[...people.values()].map(({ person, role }): Event => {
      // The successor's post begins only when the schedule says so; until then they prepare drafts.
      const held = person === successor.person ? 'assistant' : role
      return { kind: 'person-set', person: personWith(person, [appointment(held, from)]) }
    }),
    ...devices.flatMap((device): Event[] => [
      { kind: 'device-asked', device },
      { kind: 'device-enrolled', device: device.id },
    ]),
  ]
}

import { z } from 'zod'
import { addDays, type Day } from '../lib/time.ts'
import { AgencyId, DayField, PersonId, textField } from './id.ts'

/** Who is who, and since when (G1). A person holds appointments; a role is held through one of them, on its days only. */

export const Role = z.enum([
  'prime-minister',
  'deputy-prime-minister',
  'minister',
  'substitute',
  'assistant',
  'secretary',
  'head-of-office',
  'clerk',
  'guest',
  'auditor',
  'admin',
])
export type Role = z.infer<typeof Role>

const memberRoles: ReadonlySet<Role> = new Set(['prime-minister', 'deputy-prime-minister', 'minister'])
export const isMemberRole = (role: Role): boolean => memberRoles.has(role)

export const Appointment = z.strictObject({
  role: Role,
  /** The post as written on paper: "Bộ trưởng Bộ Y tế". */
  title: textField(200),
  agency: AgencyId.nullable(),
  /** First and last day in post, both included. */
  from: DayField,
  to: DayField.nullable(),
})
export type Appointment = z.infer<typeof Appointment>

export const Person = z.strictObject({
  kind: z.literal('person'),
  id: PersonId,
  name: textField(120),
  appointments: z.array(Appointment).max(50),
})
export type Person = z.infer<typeof Person>

export const Agency = z.strictObject({
  kind: z.literal('agency'),
  id: AgencyId,
  name: textField(200),
  /** Names that it or what was merged into it had: tables of before still say them. */
  formerNames: z.array(textField(200)).max(30).optional(),
  /** Names that it had here, each with its last day; oldest first. */
  pastNames: z
    .array(z.strictObject({ name: textField(200), until: DayField }))
    .max(30)
    .optional(),
  /** The agency that took its work over; it is given none itself. */
  successor: AgencyId.nullable().optional(),
  /** The first day on which it was no more. */
  closedFrom: DayField.optional(),
})
export type Agency = z.infer<typeof Agency>

export const formerNamesOf = ({ formerNames = [], pastNames = [] }: Agency): string[] => [
  ...formerNames,
  ...pastNames.map(({ name }) => name),
]

/** Who does its work now: itself, or what took it over, through as many mergers as there were. */
export function successorOf(agency: Agency, byId: ReadonlyMap<AgencyId, Agency>): AgencyId {
  const passed = new Set<AgencyId>()
  let last = agency
  while (last.successor && !passed.has(last.id)) {
    passed.add(last.id)
    const next = byId.get(last.successor)
    if (!next) return last.successor
    last = next
  }
  return last.id
}

export const holdsOn = (appointment: Appointment, day: Day): boolean =>
  appointment.from <= day && (appointment.to === null || day <= appointment.to)

export const appointmentsOn = (person: Person, day: Day): Appointment[] =>
  person.appointments.filter((appointment) => holdsOn(appointment, day))

export const memberAppointmentOn = (person: Person, day: Day): Appointment | undefined =>
  appointmentsOn(person, day).find(({ role }) => isMemberRole(role))

/** First day of an unbroken membership that holds on a day, whatever posts it went through; undefined for no member. */
export function memberSince(person: Person, day: Day): Day | undefined {
  let since: Day | undefined
  let current = memberAppointmentOn(person, day)
  while (current) {
    since = current.from
    current = memberAppointmentOn(person, addDays(since, -1))
  }
  return since
}

/** "All members" of a day (G1), in the order of their ids so that every machine counts alike. */
export const membersOn = (people: readonly Person[], day: Day): Person[] =>
  people
    .filter((person) => memberAppointmentOn(person, day) !== undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1))

/** Place in the order of the State: Prime Minister, deputies, ministers and so on. */
export const rankOn = (person: Person, day: Day): number =>
  Math.min(Role.options.length, ...appointmentsOn(person, day).map(({ role }) => Role.options.indexOf(role)))

export const primeMinisterOn = (people: readonly Person[], day: Day): Person | undefined =>
  people.find((person) =>
    appointmentsOn(person, day).some((appointment) => appointment.role === 'prime-minister'),
  )

import { foldText } from '../lib/text.ts'
import { addDays, type Day, dayOf } from '../lib/time.ts'
import type { Act } from './act.ts'
import type { agencyBodies } from './agency-act.ts'
import type { DecideContext } from './decide-context.ts'
import type { Event } from './event.ts'
import type { AgencyId } from './id.ts'
import { type Agency, appointmentsOn, type Person } from './people.ts'
import { accepted, type Refusal, refused, type Verdict } from './verdict.ts'

type AgencyAct = Extract<Act, { kind: keyof typeof agencyBodies }>

const mostPastNames = 30
const mostAppointments = 50

/** The directory of agencies is the administrator's; nothing of it is ever taken away, since papers of before name it. */
export function decideAgency(act: AgencyAct, { reader, at }: DecideContext): Verdict {
  const agencies = reader.list('agency', 'agency/')
  const today = dayOf(at)
  if (act.kind === 'add-agency') {
    const { agency: id, name } = act.body
    const isTaken = agencies.some((one) => one.id === id)
    const fault = isTaken ? ({ kind: 'agency-exists', agency: id } as const) : faultOfName(name, agencies)
    if (fault) return refused(fault)
    return accepted({ kind: 'agency-set', agency: { kind: 'agency', id, name: name.trim() } })
  }
  const agency = agencies.find(({ id }) => id === act.body.agency)
  if (!agency) return refused({ kind: 'agency-unknown', agency: act.body.agency })
  if (agency.successor) return refused({ kind: 'agency-closed', agency: agency.id })
  if (act.body.from > today) return refused({ kind: 'day-not-come' })
  return act.kind === 'rename-agency'
    ? renamed(agency, act.body, agencies)
    : merged(act, agency, agencies, reader.list('person', 'person/'), today)
}

function faultOfName(name: string, others: readonly Agency[]): Refusal | null {
  const sought = foldText(name.trim())
  if (sought === '') return { kind: 'content-malformed' }
  const same = others.find((one) => !one.successor && foldText(one.name) === sought)
  return same ? { kind: 'agency-exists', agency: same.id } : null
}

function renamed(agency: Agency, body: { name: string; from: Day }, agencies: readonly Agency[]): Verdict {
  const name = body.name.trim()
  const { pastNames = [] } = agency
  if (name === agency.name) return refused({ kind: 'already-done' })
  const last = pastNames.at(-1)
  const until = addDays(body.from, -1)
  if (last && until <= last.until) return refused({ kind: 'day-not-later' })
  const others = agencies.filter(({ id }) => id !== agency.id)
  const fault =
    pastNames.length < mostPastNames ? faultOfName(name, others) : { kind: 'content-malformed' as const }
  if (fault) return refused(fault)
  const next: Agency = { ...agency, name, pastNames: [...pastNames, { name: agency.name, until }] }
  return accepted({ kind: 'agency-set', agency: next })
}

/** Its tasks follow in the server's own entries (agency-merge.ts); its desks become desks of the other, too. */
function merged(
  act: Extract<AgencyAct, { kind: 'merge-agency' }>,
  agency: Agency,
  agencies: readonly Agency[],
  people: readonly Person[],
  today: Day,
): Verdict {
  const { into, from } = act.body
  const heir = agencies.find(({ id }) => id === into)
  if (!heir || into === agency.id) return refused({ kind: 'agency-unknown', agency: into })
  if (heir.successor) return refused({ kind: 'agency-closed', agency: into })
  const closed = {
    kind: 'agency-merged' as const,
    agency: agency.id,
    into,
    from,
    by: act.person,
    merge: act.id,
  }
  return accepted(closed, ...people.flatMap((person) => deskMoved(person, agency.id, into, today)))
}

/** What the agency did stays its own, to be read by who did it: the post there goes on beside the new one. */
function deskMoved(person: Person, from: AgencyId, to: AgencyId, today: Day): Event[] {
  const desks = appointmentsOn(person, today).filter(({ role }) => role === 'clerk')
  const own = desks.find(({ agency }) => agency === from)
  const isThere = desks.some(({ agency }) => agency === to)
  if (!own || isThere || person.appointments.length >= mostAppointments) return []
  const appointments = [...person.appointments, { ...own, agency: to, from: today }]
  return [{ kind: 'person-set', person: { ...person, appointments } }]
}

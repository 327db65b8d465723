import type { EntityReader } from '../domain/entity.ts'
import type { Event } from '../domain/event.ts'
import type { DeviceId } from '../domain/id.ts'
import { memberAppointmentOn } from '../domain/people.ts'
import { dayOf, type Instant } from '../lib/time.ts'

/** Devices that the server let in by itself although a member's further device counts only by the word of two officers. */
export function enrolledAlone(events: readonly Event[], reader: EntityReader, at: Instant): DeviceId[] {
  return events.flatMap((event) => {
    if (event.kind !== 'device-enrolled') return []
    const asked = events.flatMap((other) =>
      other.kind === 'device-asked' && other.device.id === event.device ? [other.device] : [],
    )
    const owner = (asked[0] ?? reader.get('device', `device/${event.device}`))?.person
    const person = owner && reader.get('person', `person/${owner}`)
    if (!person || !memberAppointmentOn(person, dayOf(at))) return []
    const isOther = reader
      .list('device')
      .some(({ id, person: of, phase }) => of === owner && id !== event.device && phase.state === 'active')
    return isOther ? [event.device] : []
  })
}

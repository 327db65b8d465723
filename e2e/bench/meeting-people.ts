import { join } from 'node:path'
import { makeSigningKey } from '../../client/store/signing-key.ts'
import { systemClock } from '../../client/system-time.ts'
import { createActIntake } from '../../server/app/act-intake.ts'
import { openDatabase } from '../../server/store/open-database.ts'
import { openServerKeys } from '../../server/store/server-keys.ts'
import type { Event } from '../../shared/domain/event.ts'
import { AgencyId, DeviceId, PersonId } from '../../shared/domain/id.ts'
import type { Role } from '../../shared/domain/people.ts'
import { base64 } from '../../shared/lib/base64.ts'
import { addDays, dayOf } from '../../shared/lib/time.ts'
import type { Seat } from './meeting-seat.ts'

type Enrolled = Omit<Seat, 'identity'> & { role: Role; device: DeviceId; publicKey: string }

export const agency = AgencyId.parse('vpcp')

const officeRoles: Readonly<Record<string, Role>> = { secretary: 'secretary', head: 'head-of-office' }

/**
 * An Office with so many members in a new data folder. As in the demonstration the server sets people and devices alone, so
 * that nobody waits for six hundred password hashes; whatever else happens, the tablets sign.
 */
export async function foundOffice(dataDir: string, members: number): Promise<Seat[]> {
  const roles: [string, Role][] = [
    ...Object.entries(officeRoles),
    ['chair', 'prime-minister'],
    ...Array.from({ length: members - 1 }, (_, i): [string, Role] => [`member-${i + 2}`, 'minister']),
  ]
  const enrolled = await Promise.all(roles.map(([label, role]) => enrol(label, role)))
  const log = () => {}
  const opened = await openDatabase({ databaseUrl: null, dataDir, onProgress: () => {}, log })
  if (!opened.ok) throw new Error(`no database: ${JSON.stringify(opened.error)}`)
  const database = opened.value
  try {
    const keys = await openServerKeys(join(dataDir, 'keys'), { size: 0, note: null })
    if (!keys.ok) throw new Error(`no keys: ${keys.error.kind}`)
    const intake = createActIntake({
      store: database.ledger,
      crypto: keys.value,
      clock: systemClock,
      uptime: { downBetween: async () => null },
      signals: database.signals,
      log,
    })
    await intake.appendServer(() => [
      {
        id: 'bench/office',
        events: [
          { kind: 'settings-set', settings: { kind: 'settings', changes: [] } },
          { kind: 'agency-set', agency: { kind: 'agency', id: agency, name: 'Văn phòng Chính phủ' } },
        ],
      },
      ...enrolled.map((one) => ({ id: `bench/${one.label}`, events: eventsOf(one) })),
    ])
    return enrolled.map(({ label, person, device, publicKey, pkcs8 }) => ({
      ...{ label, person, pkcs8 },
      identity: { person, device, publicKey, keys: keys.value.keys, label: null, state: 'active' },
    }))
  } finally {
    await database.close()
  }
}

async function enrol(label: string, role: Role): Promise<Enrolled> {
  const { pkcs8, publicKey } = await makeSigningKey()
  const device = DeviceId.parse(`device-${label}`)
  return { label, person: PersonId.parse(label), role, device, pkcs8, publicKey: base64(publicKey) }
}

function eventsOf({ label, person, role, device: id, publicKey }: Enrolled): Event[] {
  const now = systemClock.now()
  const from = addDays(dayOf(now), -100)
  const appointments = [{ role, title: role, agency, from, to: null }]
  const device = { id, person, label, publicKey, askedAt: now }
  return [
    { kind: 'person-set', person: { kind: 'person', id: person, name: `Đồng chí ${label}`, appointments } },
    { kind: 'device-asked', device: { kind: 'device', ...device, phase: { state: 'pending' } } },
    { kind: 'device-enrolled', device: id },
  ]
}

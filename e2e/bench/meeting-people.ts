import { join } from 'node:path'
import { importSigningKey, makeSigningKey } from '../../client/store/signing-key.ts'
import { systemClock } from '../../client/system-time.ts'
import { createActIntake } from '../../server/app/act-intake.ts'
import { openDatabase } from '../../server/store/open-database.ts'
import { openServerKeys } from '../../server/store/server-keys.ts'
import type { Event } from '../../shared/domain/event.ts'
import { AgencyId, DeviceId, PersonId } from '../../shared/domain/id.ts'
import type { Role } from '../../shared/domain/people.ts'
import { base64 } from '../../shared/lib/base64.ts'
import { addDays, dayOf } from '../../shared/lib/time.ts'
import { createProfile, type Profile } from '../simulation/profile.ts'

/** One person with an enrolled tablet that has never met the server. */
export type Seat = { label: string; person: PersonId; role: Role; profile: Profile }

export const agency = AgencyId.parse('vpcp')
export const passPhrase = 'sương sớm trên sông Đà'

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
  const seats = await Promise.all(roles.map(([label, role]) => seatOf(label, role)))
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
      ...seats.map((seat) => ({ id: `bench/${seat.label}`, events: eventsOf(seat) })),
    ])
    for (const { person, profile } of seats) {
      const owner = { person, device: deviceOf(profile) }
      const publicKey = base64(profile.keyPair.publicKey)
      profile.disk.identity = { ...owner, publicKey, keys: keys.value.keys, label: null, state: 'active' }
      profile.disk.passPhrase = passPhrase
      profile.own(owner)
    }
  } finally {
    await database.close()
  }
  return seats
}

async function seatOf(label: string, role: Role): Promise<Seat> {
  const { pkcs8, publicKey } = await makeSigningKey()
  const keyPair = { publicKey, sign: await importSigningKey(pkcs8) }
  const profile = createProfile({ label, keyPair, clock: systemClock })
  return { label, person: PersonId.parse(label), role, profile }
}

const deviceOf = ({ label }: Profile) => DeviceId.parse(`device-${label}`)

function eventsOf({ label, person, role, profile }: Seat): Event[] {
  const now = systemClock.now()
  const from = addDays(dayOf(now), -100)
  const appointments = [{ role, title: role, agency, from, to: null }]
  const id = deviceOf(profile)
  const device = { id, person, label, publicKey: base64(profile.keyPair.publicKey), askedAt: now }
  return [
    { kind: 'person-set', person: { kind: 'person', id: person, name: `Đồng chí ${label}`, appointments } },
    { kind: 'device-asked', device: { kind: 'device', ...device, phase: { state: 'pending' } } },
    { kind: 'device-enrolled', device: id },
  ]
}

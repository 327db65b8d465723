import { createMakeAct, noAnchor } from '../../../client/app/make-act.ts'
import { type Bundle, bundleText, type Matter, parseBundle } from '../../../shared/bundle/bundle.ts'
import { subjectOn } from '../../../shared/domain/access.ts'
import type { ActKind, BodyOf } from '../../../shared/domain/act.ts'
import type { Event } from '../../../shared/domain/event.ts'
import { type ActId, DeviceId, PersonId } from '../../../shared/domain/id.ts'
import type { Person, Role } from '../../../shared/domain/people.ts'
import { base64 } from '../../../shared/lib/base64.ts'
import { utf8 } from '../../../shared/lib/bytes.ts'
import { sha256 } from '../../../shared/lib/sha256.ts'
import { addDays, dayOf, type Instant, instant } from '../../../shared/lib/time.ts'
import type { Opening } from '../../../shared/protocol/envelope.ts'
import { createPlainCrypto } from '../../../shared/testing/plain-crypto.ts'
import { createActIntake } from '../act-intake.ts'
import { createBundles } from '../bundle.ts'
import { createMemoryDatabase } from './memory-database.ts'

/** People and their devices at the real intake, on stand-ins for signatures; each act a second after the one before. */

const monday = instant(Date.UTC(2026, 2, 2, 1))

export async function createBundleOffice(roles: Readonly<Record<string, Role>>) {
  const plain = createPlainCrypto('bundle')
  const database = createMemoryDatabase().connect()
  const { read } = database.ledger
  let now: Instant = monday
  let dice = 0
  const clock = { now: () => now }
  const random = (length: number) => sha256(utf8(`dice ${dice++}`)).slice(0, length)
  const intake = createActIntake({
    store: database.ledger,
    crypto: plain.server,
    clock,
    uptime: { downBetween: async () => null },
    signals: database.signals,
    log: () => undefined,
  })
  const keyOf = (device: string) => plain.deviceKey(device)
  const people = Object.entries(roles).map(
    ([id, role]): Person => ({
      kind: 'person',
      id: PersonId.parse(id),
      name: id,
      appointments: [{ role, title: id, agency: null, from: addDays(dayOf(monday), -60), to: null }],
    }),
  )
  const asked = (device: string, owner: string): Event => ({
    kind: 'device-asked',
    device: {
      kind: 'device',
      id: DeviceId.parse(device),
      person: PersonId.parse(owner),
      label: device,
      publicKey: base64(keyOf(device).publicKey),
      askedAt: now,
      phase: { state: 'pending' },
    },
  })
  const serve = (id: string, events: Event[]) =>
    intake.appendServer(() => [{ id, events }], ['person/', 'device/'])
  await serve('begin', [
    { kind: 'settings-set', settings: { kind: 'settings', changes: [] } },
    ...people.map((person): Event => ({ kind: 'person-set', person })),
  ])
  for (const id of Object.keys(roles)) {
    await serve(`device-asked/d-${id}`, [
      asked(`d-${id}`, id),
      { kind: 'device-enrolled', device: DeviceId.parse(`d-${id}`) },
    ])
  }

  const act = async <K extends ActKind>(
    who: string,
    kind: K,
    body: BodyOf<K>,
    more: { prev?: ActId[]; openings?: Opening[]; device?: string } = {},
  ) => {
    now = instant(now + 1000)
    const { device = `d-${who}`, prev = [], openings = [] } = more
    const make = createMakeAct({
      person: PersonId.parse(who),
      device: DeviceId.parse(device),
      sign: keyOf(device).sign,
      seal: plain.seal,
      random,
      clock,
      anchor: () => noAnchor,
    })
    const item = await make({ kind, body, prev, openings })
    const { outcomes } = await intake.accept([item])
    const [outcome] = outcomes
    if (outcome?.kind !== 'recorded' || outcome.leaf.includes('"kind":"refused"')) {
      throw new Error(`${kind} of ${who}: ${JSON.stringify(outcome)}`)
    }
    return item.id
  }

  /** A second tablet, by the word of two officers. */
  const enrolSecond = async (owner: string): Promise<string> => {
    const device = `d-${owner}-b`
    await serve(`device-asked/${device}`, [asked(device, owner)])
    const proposal = { kind: 'enrol-device', device: DeviceId.parse(device) } as const
    await act('head2', 'confirm', { proposal: await act('head', 'propose', { proposal }) })
    return device
  }

  const subjectOf = (who: string) => {
    const person = people.find(({ id }) => id === who)
    if (!person) throw new Error(`nobody called ${who}`)
    return subjectOn(person, null, now)
  }
  const bundleOf = async (matter: Matter, who: string): Promise<Bundle> => {
    const made = await createBundles({ ledger: read, crypto: plain.server }).make(matter, subjectOf(who))
    const bundle = made && parseBundle(bundleText(made))
    if (!bundle) throw new Error('no bundle')
    return bundle
  }
  return {
    plain,
    database,
    act,
    serve,
    enrolSecond,
    random,
    subjectOf,
    bundleOf,
    clock,
    monday,
    /** Moves the clock, and lets the server do what is due. */
    passTo: async (at: Instant) => {
      now = at
      await intake.tick()
    },
    leaves: async () => (await read.leavesFrom(0, 1000)).map(({ text }) => text),
  }
}

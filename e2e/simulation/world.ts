import type { OpenApp } from '../../client/app/open-app.ts'
import { base64 } from '../../shared/lib/base64.ts'
import { type Instant, instant } from '../../shared/lib/time.ts'
import { createPlainCrypto, type PlainCrypto } from '../../shared/testing/plain-crypto.ts'
import { type Browser, createBrowser } from './browser.ts'
import {
  deviceOf,
  file,
  fileHash,
  foundingEvents,
  isMemberSeat,
  passPhrase,
  passwordOf,
  type Seat,
  seatsOf,
  settingsFor,
} from './cabinet.ts'
import { createDice, type Dice } from './dice.ts'
import { createFleet, type Fleet } from './fleet.ts'
import { createLink } from './link.ts'
import { createOutcomes, type Outcomes } from './outcomes.ts'
import type { HostLog } from './server-host.ts'
import { checkDecided } from './stored-rooms.ts'
import { createVirtualTime, type VirtualTime } from './virtual-time.ts'
import { createWitness, type Witness } from './witness.ts'

/** Everything of one schedule: an Office, its members' tablets, the network between them, one clock, one pair of dice. */
export type World = {
  seed: string
  time: VirtualTime
  dice: Dice
  fleet: Fleet
  witness: Witness
  outcomes: Outcomes
  desks: Desk[]
  /** Another browser of a person, with nothing in it. */
  addDesk(seat: Seat): Desk
  crypto: PlainCrypto
  /** Every room that was ever asked for, and the last outbox of each device. */
  rooms: Set<string>
  lastRoomOf: Map<string, string>
  /** Ballots that somebody drafted, in order. */
  drafted: string[]
  restored: boolean
  /** Injected failures of the database so far. */
  failedWrites: number
  logged: { level: string; event: string; facts: Record<string, unknown> }[]
}

export type Desk = { seat: Seat; browser: Browser }

/** Monday morning in Hà Nội. */
const startAt = Date.UTC(2026, 2, 2, 1)

export async function createWorld(seed: string): Promise<World> {
  const dice = createDice(seed)
  const time = createVirtualTime(startAt + dice.below(4 * 86_400_000))
  const crypto = createPlainCrypto('simulation')
  const outcomes = createOutcomes()
  const slowShare = dice.pick([0, 0.01, 0.04])
  const logged: World['logged'] = []
  const log: HostLog = (level, event, facts) => {
    if (level === 'warn' || level === 'error') logged.push({ level, event, facts })
    outcomes.add(`log ${event}`)
  }
  const desks: Desk[] = []
  const rooms = new Set<string>()
  const lastRoomOf = new Map<string, string>()
  const fleet = createFleet({
    seed,
    time,
    crypto,
    slowShare,
    log,
    onDeath: (host) => {
      for (const { browser } of desks) browser.link.leave(host)
      void checkDecided({ fleet, rooms }, witness)
    },
  })
  const witness = createWitness(fleet)

  function addDesk(seat: Seat): Desk {
    const own = createDice(`${seed}/${seat.label}`)
    const link = createLink({
      time,
      dice: own,
      address: `192.0.2.${desks.length + 1}`,
      server: fleet.any,
      onActsReply: witness.checkReply,
      onDial: (room) => {
        rooms.add(room)
        const [kind, device = ''] = room.split('/')
        if (kind === 'acts') lastRoomOf.set(device, room)
      },
    })
    const browser: Browser = createBrowser({
      label: seat.label,
      time,
      dice: own,
      crypto,
      link,
      slowShare,
      onOpen: (app) => lookAtEveryChange(browser, app, witness),
    })
    witness.watch(browser)
    const desk = { seat, browser }
    desks.push(desk)
    return desk
  }

  const seats = seatsOf(dice)
  for (const seat of seats) addDesk(seat)
  const host = await time.until(fleet.start())
  const now: Instant = instant(time.now())
  const events = foundingEvents(
    seats,
    desks.map(({ browser }) => browser),
    settingsFor(dice),
    now,
  )
  await time.until(host.intake.appendServer(() => [{ id: 'founding', events }]))
  const { blobs, accounts } = fleet.reader
  const [first] = seats
  if (first) await blobs.begin(fileHash, file.length, first.person, now)
  await blobs.write(fileHash, 0, file)
  await blobs.markReady(fileHash, 1)
  for (const { person } of seats) {
    await accounts.put({ account: person, person, passwordHash: `plain:${passwordOf(person)}` })
  }
  for (const { seat, browser } of desks) {
    const { profile } = browser
    const owner = { person: seat.person, device: deviceOf(seat.label) }
    const publicKey = base64(profile.keyPair.publicKey)
    profile.disk.identity = { ...owner, publicKey, keys: crypto.server.keys, label: null, state: 'active' }
    profile.disk.passPhrase = passPhrase
    profile.own(owner)
  }
  return {
    seed,
    time,
    dice,
    fleet,
    witness,
    outcomes,
    desks,
    addDesk,
    crypto,
    rooms,
    lastRoomOf,
    drafted: [],
    restored: false,
    failedWrites: 0,
    logged,
  }
}

/** At every tenth change: a screen is drawn often, and drawing is dear here. */
function lookAtEveryChange(browser: Browser, app: OpenApp, witness: Witness): void {
  let changes = 0
  app.copy.subscribe(() => {
    changes += 1
    if (changes % 10 === 1 && browser.app() === app) void witness.look(browser, app)
  })
}

export const memberDesks = (world: World): Desk[] => world.desks.filter(({ seat }) => isMemberSeat(seat))

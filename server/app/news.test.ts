import { describe, expect, it } from 'vitest'
import type { Event } from '../../shared/domain/event.ts'
import { ActId, AgencyId, BallotId, Hash } from '../../shared/domain/id.ts'
import { base64 } from '../../shared/lib/base64.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { createManualTime } from '../live/testing/manual-time.ts'
import { createNews } from './news.ts'
import { createTestOffice, device, fileHash, person, startAt } from './testing/test-office.ts'

const rest = async () => {
  for (let turns = 0; turns < 20; turns++) await new Promise((resolve) => setImmediate(resolve))
}

async function createWorld() {
  const office = await createTestOffice()
  const told: unknown[] = []
  const time = createManualTime()
  const { ledger, signals, sessions } = office.database
  const news = createNews({
    ledger: ledger.read,
    signals,
    sessions,
    live: {
      poke: (persons, upTo) => told.push(['poke', [...persons].sort(), upTo]),
      recheck: async (who) => void told.push(['recheck', who]),
    },
    timers: time,
    log: (level, event) => told.push([level, event]),
  })
  await news.start()
  await rest()
  const head = async () => (await ledger.read.head()).size - 1
  let acts = 0
  /** A member's tablet says that the ballot has arrived: one of those acts that come by the hundred. */
  const deliver = async (who: string) => {
    acts += 1
    const id = ActId.parse(`delivered-${acts}`.padEnd(22, '-'))
    const by = { person: person(who), device: device(`device-${who}`) }
    const body = { ballot: 'issued', versionHash: fileHash('content of issued') }
    const anchor = { epoch: 0, size: 0, root: Hash.parse(sha256Hex(new Uint8Array())) }
    const act = { v: 1, id, kind: 'mark-delivered', ...by, prev: [], castAt: startAt, anchor, body }
    const bytes = utf8(canonicalJson(act))
    const envelope = { v: 1, bytes: base64(bytes), sig: await office.key.sign(bytes), openings: [] }
    const { outcomes } = await office.intake.accept([{ id, sealed: utf8(JSON.stringify(envelope)) }])
    expect(outcomes.map(({ kind }) => kind)).toEqual(['recorded'])
    await rest()
    return await head()
  }
  return { office, news, told, head, deliver, time }
}

const recalled: Event = {
  kind: 'ballot-recalled',
  ballot: BallotId.parse('issued'),
  by: person('head'),
  reason: 'x',
}

describe('news', () => {
  it('[D2] only who may read what changed is called, with the number up to which there is news', async () => {
    const { office, told, head } = await createWorld()
    expect(told).toEqual([])
    await office.append('recall', [recalled])
    await rest()
    const readers = ['clerk', 'deputy', 'handler', 'head', 'minister', 'prime-minister']
    expect(told).toEqual([['poke', readers, await head()]])
  })

  it('[O5] a revoked device: its sessions are gone and its sockets judged before anybody is called', async () => {
    const { office, told } = await createWorld()
    const cookie = await office.cookieOf('minister', true)
    await office.append('revoke', [
      { kind: 'device-revoked', device: device('device-minister'), reason: 'lost', wipe: true },
    ])
    await rest()
    expect(told.map((line) => (Array.isArray(line) ? line.slice(0, 2) : line))).toEqual([
      ['recheck', 'minister'],
      ['poke', ['admin', 'admin-minister', 'handler', 'head', 'minister', 'secretary']],
    ])
    expect(await office.desk.sessions.sessionOf(cookie)).toBe(null)
  })

  it('[O3] who gains or loses a post is judged again', async () => {
    const { office, told } = await createWorld()
    await office.append('out', [
      {
        kind: 'person-set',
        person: { kind: 'person', id: person('clerk'), name: 'clerk', appointments: [] },
      },
    ])
    await office.append('access', [
      {
        kind: 'access-changed',
        person: person('guest'),
        gained: [`agency/${AgencyId.parse('health')}`],
        lost: [],
      },
    ])
    await rest()
    const rechecked = told.filter((line) => Array.isArray(line) && line[0] === 'recheck')
    expect(rechecked).toEqual([
      ['recheck', 'clerk'],
      ['recheck', 'guest'],
    ])
  })

  it('[O2] what could not be told is told with the next notice; after stopping nothing is', async () => {
    const { office, news, told, head } = await createWorld()
    const { read } = office.database.ledger
    const readersOf = read.readersOf
    read.readersOf = async () => {
      throw new Error('the database is away')
    }
    await office.append('recall', [recalled])
    await rest()
    expect(told).toEqual([['error', 'news-failed']])
    read.readersOf = readersOf
    await office.append('tallied', [
      {
        kind: 'ballot-drafted',
        ballot: BallotId.parse('other'),
        by: person('handler'),
        contentHash: fileHash('c'),
        leadAgency: AgencyId.parse('health'),
        handlers: [person('handler')],
        deadlineAt: office.desk.clock.now(),
        windowReason: '',
        files: [],
      },
    ])
    await rest()
    expect(told.at(-1)).toEqual([
      'poke',
      ['clerk', 'deputy', 'handler', 'head', 'minister', 'prime-minister'],
      await head(),
    ])
    await news.stop()
    await office.append('again', [{ ...recalled, ballot: BallotId.parse('other') }])
    await rest()
    expect(told.length).toBe(2)
  })

  it('[M6] what members say one after another is told in sips, and nothing of it is left out', async () => {
    const { told, deliver, time } = await createWorld()
    const first = await deliver('minister')
    expect(told).toEqual([['poke', ['handler', 'head', 'minister'], first]])
    await deliver('deputy')
    const third = await deliver('prime-minister')
    expect(told).toHaveLength(1)
    await time.advance(14)
    expect(told).toHaveLength(1)
    await time.advance(2)
    expect(told.slice(1)).toEqual([['poke', ['deputy', 'handler', 'head', 'prime-minister'], third]])
    await time.advance(1000)
    expect(told).toHaveLength(2)
  })

  it('[M5] what the Office or a chair does waits for nobody, and takes along what was waiting', async () => {
    const { office, told, deliver, head } = await createWorld()
    await deliver('minister')
    await deliver('deputy')
    expect(told).toHaveLength(1)
    await office.append('recall', [recalled])
    await rest()
    const readers = ['clerk', 'deputy', 'handler', 'head', 'minister', 'prime-minister']
    expect(told.slice(1)).toEqual([['poke', readers, await head()]])
  })
})

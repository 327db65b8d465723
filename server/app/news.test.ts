import { describe, expect, it } from 'vitest'
import type { Event } from '../../shared/domain/event.ts'
import { AgencyId, BallotId } from '../../shared/domain/id.ts'
import { createNews } from './news.ts'
import { createTestOffice, device, fileHash, person } from './testing/test-office.ts'

const rest = async () => {
  for (let turns = 0; turns < 20; turns++) await new Promise((resolve) => setImmediate(resolve))
}

async function createWorld() {
  const office = await createTestOffice()
  const told: unknown[] = []
  const { ledger, signals, sessions } = office.database
  const news = createNews({
    ledger: ledger.read,
    signals,
    sessions,
    live: {
      poke: (persons, upTo) => told.push(['poke', [...persons].sort(), upTo]),
      recheck: async (who) => void told.push(['recheck', who]),
    },
    log: (level, event) => told.push([level, event]),
  })
  await news.start()
  await rest()
  const head = async () => (await ledger.read.head()).size - 1
  return { office, news, told, head }
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
})

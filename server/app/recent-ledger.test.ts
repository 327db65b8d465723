import { describe, expect, it } from 'vitest'
import type { Event } from '../../shared/domain/event.ts'
import { AgencyId } from '../../shared/domain/id.ts'
import { createFeedFor } from './feed-for.ts'
import type { LedgerReads } from './ledger-port.ts'
import { createRecentLedger } from './recent-ledger.ts'
import { createTestOffice, person, startAt } from './testing/test-office.ts'

const agency = (name: string): Event => ({
  kind: 'agency-set',
  agency: { kind: 'agency', id: AgencyId.parse('new'), name },
})

/** The ledger's reads, with the name of each that was asked for. */
function watched(reads: LedgerReads) {
  const asked: string[] = []
  const failing = new Set<string>()
  const ledger = new Proxy(reads, {
    get: (target, name, receiver) => {
      const read = Reflect.get(target, name, receiver)
      if (typeof read !== 'function') return read
      return async (...given: unknown[]) => {
        asked.push(String(name))
        if (failing.delete(String(name))) throw new Error('silent')
        return await Reflect.apply(read, target, given)
      }
    },
  })
  return { ledger, asked, failing }
}

const count = (asked: readonly string[], name: string) => asked.filter((one) => one === name).length

describe('the recent ledger', () => {
  it('a word that reaches many is read once, with what proves it, and each is given what is theirs', async () => {
    const office = await createTestOffice()
    const { ledger, asked } = watched(office.database.ledger.read)
    const feedFor = createFeedFor({
      ledger,
      recent: createRecentLedger(ledger),
      clock: { now: () => startAt },
      log: () => {},
    })
    const who = ['minister', 'deputy', 'prime-minister', 'minister', 'deputy', 'prime-minister']
    const { upTo } = await feedFor(person('minister'), { epoch: 0, after: -1, tree: 0 })
    await office.append('renamed', [agency('Bộ Y tế')])
    asked.length = 0
    const pages = await Promise.all(
      who.map((id) => feedFor(person(id), { epoch: 0, after: upTo, tree: upTo + 1 })),
    )
    for (const page of pages) {
      expect(page.rows.map(({ key }) => key)).toEqual(['agency/new'])
      expect(page.consistency.length).toBeGreaterThan(0)
    }
    expect(count(asked, 'feed')).toBe(0)
    expect(count(asked, 'moved')).toBeLessThanOrEqual(2)
    expect(count(asked, 'checkpoint')).toBe(1)
    expect(count(asked, 'nodes')).toBe(1)
    expect(count(asked, 'rows')).toBe(2)
  })

  it('[O3] a row that has moved is read anew, and no other', async () => {
    const office = await createTestOffice()
    const { ledger, asked } = watched(office.database.ledger.read)
    const recent = createRecentLedger(ledger)
    const nameIn = async () => {
      const [row] = await recent.rows(['agency/new', 'person/minister'])
      return row?.entity.kind === 'agency' ? row.entity.name : null
    }
    expect(await nameIn()).toBe(null)
    await office.append('named', [agency('một')])
    expect(await nameIn()).toBe('một')
    await office.append('named anew', [agency('hai')])
    expect(await nameIn()).toBe('hai')
    expect(await nameIn()).toBe('hai')
    expect(count(asked, 'rows')).toBe(3)
  })

  it('[O1] whoever asks while a read is under way gets none that is older than their question', async () => {
    const office = await createTestOffice()
    const { read } = office.database.ledger
    const waiting: (() => void)[] = []
    const slow: LedgerReads = {
      ...read,
      moved: async (after) => {
        const moved = await read.moved(after)
        await new Promise<void>((resume) => waiting.push(resume))
        return moved
      },
    }
    const { present } = createRecentLedger(slow)
    const goOn = async () => {
      while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve))
      waiting.shift()?.()
    }
    const { size } = await read.head()
    const early = present()
    while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve))
    await office.append('named', [agency('một')])
    const late = Promise.all([present(), present()])
    await goOn()
    await goOn()
    const selection = { person: person('minister'), after: size - 1, limit: 1000 }
    const keysAt = ({ select }: Awaited<typeof early>) => select(selection)?.rows.map(({ key }) => key)
    expect(keysAt(await early)).not.toContain('agency/new')
    const [after, same] = await late
    expect(keysAt(after)).toContain('agency/new')
    expect(after).toBe(same)
    expect(waiting).toEqual([])
  })

  it('[O6] what failed is not kept', async () => {
    const office = await createTestOffice()
    const { ledger, failing } = watched(office.database.ledger.read)
    const recent = createRecentLedger(ledger)
    const { reads } = await recent.present()
    for (const name of ['rows', 'checkpoint']) failing.add(name)
    await expect(reads.rows(['person/minister'])).rejects.toThrow('silent')
    await expect(reads.checkpoint()).rejects.toThrow('silent')
    expect(await reads.rows(['person/minister'])).toHaveLength(1)
    expect(await reads.checkpoint()).not.toBe(null)
    failing.add('reached')
    await expect(recent.present()).rejects.toThrow('silent')
    expect((await recent.present()).epoch).toBe(0)
    await office.append('named', [agency('một')])
    failing.add('moved')
    await expect(recent.present()).rejects.toThrow('silent')
    expect(await recent.rows(['agency/new'])).toHaveLength(1)
  })
})

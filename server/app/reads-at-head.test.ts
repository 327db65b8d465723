import { describe, expect, it } from 'vitest'
import type { Event } from '../../shared/domain/event.ts'
import { AgencyId } from '../../shared/domain/id.ts'
import { createFeedFor } from './feed-for.ts'
import type { LedgerReads } from './ledger-port.ts'
import { createReadsAtHead } from './reads-at-head.ts'
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

describe('reads at one head', () => {
  it('a word that reaches many: each asks for their own rows, and what is the same for all is read once', async () => {
    const office = await createTestOffice()
    const { ledger, asked } = watched(office.database.ledger.read)
    const feedFor = createFeedFor({ ledger, clock: { now: () => startAt }, log: () => {} })
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
    expect(count(asked, 'feed')).toBe(who.length)
    expect(count(asked, 'head')).toBeLessThanOrEqual(2)
    expect(count(asked, 'checkpoint')).toBe(1)
    expect(count(asked, 'nodes')).toBe(1)
    expect(count(asked, 'rows')).toBe(3)
  })

  it('[O3] after the next leaf everything is asked anew', async () => {
    const office = await createTestOffice()
    const { ledger } = office.database
    const atHead = createReadsAtHead(ledger.read)
    const nameIn = async () => {
      const { reads } = await atHead()
      const [row] = await reads.rows(['agency/new'])
      return row?.entity.kind === 'agency' ? row.entity.name : null
    }
    expect(await nameIn()).toBe(null)
    await office.append('named', [agency('một')])
    expect(await nameIn()).toBe('một')
    await office.append('named anew', [agency('hai')])
    expect(await nameIn()).toBe('hai')
  })

  it('[O1] whoever asks while a read is under way gets none that is older than their question', async () => {
    const office = await createTestOffice()
    const { read } = office.database.ledger
    const waiting: (() => void)[] = []
    const slow = {
      ...read,
      head: async () => {
        const head = await read.head()
        await new Promise<void>((resume) => waiting.push(resume))
        return head
      },
    }
    const atHead = createReadsAtHead(slow)
    const goOn = async () => {
      while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve))
      waiting.shift()?.()
    }
    const early = atHead()
    await office.append('named', [agency('một')])
    const late = Promise.all([atHead(), atHead()])
    await goOn()
    await goOn()
    const { reads: before } = await early
    const [{ reads: after }, { reads: same }] = await late
    expect(after).not.toBe(before)
    expect(after).toBe(same)
    expect(waiting).toEqual([])
  })

  it('[O6] what failed is not kept', async () => {
    const office = await createTestOffice()
    const { ledger, failing } = watched(office.database.ledger.read)
    const atHead = createReadsAtHead(ledger)
    const { reads } = await atHead()
    for (const name of ['rows', 'checkpoint']) failing.add(name)
    await expect(reads.rows(['person/minister'])).rejects.toThrow('silent')
    await expect(reads.checkpoint()).rejects.toThrow('silent')
    expect(await reads.rows(['person/minister'])).toHaveLength(1)
    expect(await reads.checkpoint()).not.toBe(null)
    failing.add('head')
    await expect(atHead()).rejects.toThrow('silent')
    expect((await atHead()).epoch).toBe(0)
  })
})

import { expect, it } from 'vitest'
import { instant } from '../../shared/lib/time.ts'
import type { ConfirmedRow } from './ports.ts'
import { createMemoryDisk } from './testing/memory-disk.ts'
import { createMemoryStores } from './testing/memory-stores.ts'
import { agencyRow, cursorAt, outboxItem } from './testing/sample-record.ts'
import { createWorkingCopy } from './working-copy.ts'

it('[O7] a screen drawn while rows are being read finds no row without its words', async () => {
  const stores = createMemoryStores(createMemoryDisk())
  const [opening] = outboxItem('any').openings
  if (!opening) throw new Error('no words')
  const seen: boolean[] = []
  const look = () => {
    const hasRow = copy.reader.get('agency', 'agency/byt') !== undefined
    seen.push(hasRow === (copy.opened(opening.commit) !== undefined))
  }
  const copy = createWorkingCopy({
    ...stores,
    rows: {
      ...stores.rows,
      cursor: () => {
        look()
        return stores.rows.cursor()
      },
    },
    outbox: {
      ...stores.outbox,
      all: () => {
        look()
        return stores.outbox.all()
      },
    },
  })
  await stores.rows.takePage({
    rows: [{ ...agencyRow('byt', 0), openings: [opening] }],
    gone: [],
    settled: [],
    cursor: cursorAt(0),
  })
  await copy.refresh('rows')
  look()
  expect(seen).toEqual([true, true, true])
  expect(copy.reader.get('agency', 'agency/byt')?.name).toBe('Bộ Y tế')
})

it('a page that was taken is held as the store holds it, with what was queued meanwhile', async () => {
  const stores = createMemoryStores(createMemoryDisk())
  const copy = createWorkingCopy(stores)
  const again = createWorkingCopy(stores)
  const [first, second] = [outboxItem('first'), outboxItem('second')]
  await stores.outbox.add(first)
  await copy.refresh('all')
  const page = (...rows: ConfirmedRow[]) => ({ rows, gone: [], settled: [], cursor: cursorAt(rows.length) })
  await copy.takePage(page(agencyRow('byt', 0), agencyRow('btc', 1)))
  const { id, act, openings } = first
  const receipt = { leaf: 'leaf', proof: 'proof' }
  const taking = copy.takePage({
    rows: [agencyRow('bgd', 2)],
    gone: ['agency/byt'],
    settled: [{ id, act, openings, receipt, settledAt: instant(1) }],
    cursor: cursorAt(3),
  })
  await stores.outbox.add(second)
  await Promise.all([taking, copy.refresh('outbox')])
  await again.refresh('all')
  const seen = (of: typeof copy) => ({
    keys: of.reader.list('agency').map((agency) => agency.id),
    outbox: of.outbox().map((item) => item.id),
    settled: of.settled().map((settledAct) => settledAct.id),
    cursor: of.cursor(),
    words: openings.map(({ commit }) => of.opened(commit)),
  })
  expect(seen(copy)).toEqual(seen(again))
  expect(seen(copy)).toMatchObject({ keys: ['btc', 'bgd'], outbox: [second.id], settled: [first.id] })
})

it('[O5] nothing comes back into memory after the lock', async () => {
  const stores = createMemoryStores(createMemoryDisk())
  const copy = createWorkingCopy(stores)
  const taking = copy.takePage({
    ...{ rows: [agencyRow('byt', 0)], gone: [], settled: [], cursor: cursorAt(0) },
  })
  const reading = copy.refresh('all')
  copy.clear()
  await Promise.all([taking, reading])
  expect(copy.reader.list('agency')).toEqual([])
})

it('[D2] words that no row here holds any more are forgotten, and those that another holds stay', async () => {
  const copy = createWorkingCopy(createMemoryStores(createMemoryDisk()))
  const [opening] = outboxItem('any').openings
  if (!opening) throw new Error('no words')
  const page = (rows: ConfirmedRow[], gone: string[] = []) =>
    copy.takePage({ rows, gone, settled: [], cursor: cursorAt(rows.length) })
  const holding = (id: string, n: number) => ({ ...agencyRow(id, n), openings: [opening] })
  await page([holding('byt', 0), holding('btc', 1)])
  await page([agencyRow('byt', 2)])
  expect(copy.opened(opening.commit)).toBe(opening.value)
  await page([], ['agency/btc'])
  expect(copy.opened(opening.commit)).toBeUndefined()
})

it('[D4] what is made of rows of one kind is made anew for those, for words of this device, and for no other row', async () => {
  const copy = createWorkingCopy(createMemoryStores(createMemoryDisk()))
  const page = (rows: ConfirmedRow[], gone: string[] = []) =>
    copy.takePage({ rows, gone, settled: [], cursor: cursorAt(rows.length) })
  const seen: number[] = []
  const hasChanged = () => {
    const now = copy.changesOf(['agency'])
    const before = seen.at(-1)
    seen.push(now)
    return now !== before
  }
  hasChanged()
  await page([agencyRow('byt', 0)])
  expect(hasChanged()).toBe(true)
  expect(copy.changesOf(['meeting'])).toBe(0)
  await page([])
  expect(hasChanged()).toBe(false)
  await page([agencyRow('byt', 1)])
  expect(hasChanged()).toBe(true)
  await page([], ['agency/byt'])
  expect(hasChanged()).toBe(true)
  await copy.setLocal('asked', [])
  expect(hasChanged()).toBe(true)
  await copy.refresh('outbox')
  expect(hasChanged()).toBe(true)
})

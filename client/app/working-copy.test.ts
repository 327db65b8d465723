import { expect, it } from 'vitest'
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

import { expect, test } from 'vitest'
import { hashOf } from '../../shared/domain/testing/cabinet.ts'
import { createFreedFiles } from './freed-files.ts'
import { storeFault } from './store-fault.ts'

test('[O2] a tablet too full for a note of what makes way still makes way, and writes it down when it can', async () => {
  const [old, older] = [hashOf('old'), hashOf('older')]
  const written = new Map<string, unknown>()
  let isFull = true
  const copy = {
    local: (name: string) => written.get(name),
    setLocal: async (name: string, value: unknown) => {
      if (isFull) throw storeFault({ kind: 'storage-full' })
      written.set(name, value)
    },
  }
  const freed = createFreedFiles(copy)
  await freed.add(old)
  expect(freed.has(old)).toBe(true)
  expect(createFreedFiles(copy).has(old)).toBe(false)

  isFull = false
  await freed.add(older)
  const again = createFreedFiles(copy)
  expect([again.has(old), again.has(older)]).toEqual([true, true])
  await again.forget([old])
  expect(createFreedFiles(copy).has(old)).toBe(false)
})

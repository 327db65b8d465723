import { describe, expect, test } from 'vitest'
import { createReading, type ReadingPlace } from './reading.ts'

const place: ReadingPlace = { page: 7, at: [0, 512.5], scale: 'width', rotation: 90, mode: 'single' }

function memory() {
  const kept = new Map<string, unknown>()
  return {
    kept,
    copy: {
      local: (name: string) => kept.get(name),
      setLocal: async (name: string, value: unknown) => void kept.set(name, structuredClone(value)),
    },
  }
}

describe('reading', () => {
  test('the place in each document is remembered', async () => {
    const { copy } = memory()
    await createReading(copy).keepPlace('a', place)
    await createReading(copy).keepPlace('b', { ...place, page: 1, at: null })
    await createReading(copy).keepPlace('a', { ...place, page: 8 })
    expect(createReading(copy).place('a')).toEqual({ ...place, page: 8 })
    expect(createReading(copy).place('b')?.at).toBeNull()
    expect(createReading(copy).place('c')).toBeNull()
  })
  test('the ones left longest ago are forgotten, the last one never', async () => {
    const { copy } = memory()
    const reading = createReading(copy)
    for (let i = 0; i < 405; i++) await reading.keepPlace(`d${i}`, place)
    expect(reading.place('d4')).toBeNull()
    expect(reading.place('d5')).toEqual(place)
    expect(reading.place('d404')).toEqual(place)
  })
  test('what an older or broken program left is no place', () => {
    const { copy, kept } = memory()
    kept.set('places', [['a', { page: 'x' }]])
    kept.set('looks', 5)
    expect(createReading(copy).place('a')).toBeNull()
    expect(createReading(copy).looks()).toEqual({ night: false })
    kept.set('places', 'x')
    expect(createReading(copy).place('a')).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { readTogether } from './read-together.ts'

/** A table that answers when it is told to. */
function slowTable() {
  const rows = new Map<string, number>()
  const asked: string[][] = []
  const waiting: { answer(): void; fail(): void }[] = []
  const get = readTogether((keys: readonly string[]) => {
    asked.push([...keys])
    return new Promise<Map<string, number>>((resolve, reject) => {
      waiting.push({ answer: () => resolve(new Map(rows)), fail: () => reject(new Error('silent')) })
    })
  })
  const next = async (how: 'answer' | 'fail') => {
    while (waiting.length === 0) await Promise.resolve()
    waiting.shift()?.[how]()
  }
  return { rows, asked, get, next }
}

describe('reading together', () => {
  it('who asks while a question is under way shares the next one, which begins after it', async () => {
    const { rows, asked, get, next } = slowTable()
    rows.set('a', 1)
    const first = get('a')
    const others = Promise.all([get('a'), get('b'), get('none')])
    await next('answer')
    expect(await first).toBe(1)
    rows.set('a', 2).set('b', 3)
    await next('answer')
    expect(await others).toEqual([2, 3, undefined])
    expect(asked).toEqual([['a'], ['a', 'b', 'none']])
    const last = get('b')
    await next('answer')
    expect(await last).toBe(3)
  })

  it('[O6] a question that fails fails for those who asked it alone', async () => {
    const { rows, get, next } = slowTable()
    rows.set('b', 3)
    const first = get('a')
    const second = get('b')
    const third = expect(first).rejects.toThrow('silent')
    await next('fail')
    await third
    await next('answer')
    expect(await second).toBe(3)
  })
})

import { expect, it } from 'vitest'
import { createLog } from './log.ts'

it('a line of JSON for who keeps, a short one for who watches, nothing below the level', () => {
  const lines: string[] = []
  const write = (line: string) => void lines.push(line)
  createLog({ level: 'info', isPretty: false, write })('warn', 'feed-row-refused', { person: 'an', n: 3 })
  createLog({ level: 'warn', isPretty: false, write })('info', 'request')
  createLog({ level: 'info', isPretty: true, write })('info', 'ledger-checked', { size: 3, who: ['a'] })
  const [kept, watched, ...more] = lines
  expect(JSON.parse(kept ?? '')).toEqual({
    level: 'warn',
    event: 'feed-row-refused',
    person: 'an',
    n: 3,
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  })
  expect(watched).toMatch(/^\d\d:\d\d:\d\d info ledger-checked size=3 who=\["a"\]\n$/)
  expect(more).toEqual([])
})

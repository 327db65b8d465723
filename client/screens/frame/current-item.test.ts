import { describe, expect, it } from 'vitest'
import { currentItem } from './current-item.ts'

const items = [
  { id: 'home', href: '/' },
  { id: 'ballots', href: '/ballots' },
  { id: 'desk', href: '/ballots/desk' },
]

describe('the place of the rail that is open', () => {
  it.each([
    ['/', 'home'],
    ['/ballots', 'ballots'],
    ['/ballots/0f3a', 'ballots'],
    ['/ballots/desk/1', 'desk'],
  ])('[B17] %s belongs to %s', (path, id) => {
    expect(currentItem(items, path)).toBe(id)
  })

  it('[B17] an address outside every place belongs to none', () => {
    for (const path of ['/storage', '/ballots-old']) expect(currentItem(items, path)).toBe(null)
  })
})

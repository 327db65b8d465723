import { describe, expect, it } from 'vitest'
import { readBugs, runSeeds, withTree } from './planted-bug.ts'

const bugs = await readBugs()

describe('[O2] a bug in the product turns the simulation red', () => {
  it('at least twelve are planted', () => {
    expect(bugs.length).toBeGreaterThanOrEqual(12)
  })

  it('without any of them the same schedules are green', async () => {
    const seeds = [...new Set(bugs.map(({ seed }) => seed))]
    expect(await withTree(null, (tree) => runSeeds(tree, seeds))).toEqual({ code: 0, rules: [] })
  })

  it.each(bugs)('$name', async ({ path, seed, rule }) => {
    const ran = await withTree(path, (tree) => runSeeds(tree, [seed]))
    expect(ran.code).toBe(1)
    expect(ran.rules).toContain(rule)
  })
})

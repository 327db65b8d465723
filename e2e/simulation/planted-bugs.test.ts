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
    await withTree(path, async (tree) => {
      const { rules } = await runSeeds(tree, [seed])
      if (rules.includes(rule)) return
      // One more die asked for anywhere in the product, and the same seed is another schedule: the next ones may show it.
      expect((await runSeeds(tree, seedsAfter(Number(seed)))).rules).toContain(rule)
    })
  })
})

const seedsAfter = (seed: number) => Array.from({ length: 80 }, (_, i) => String(seed + 1 + i))

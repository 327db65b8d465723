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
      // One more die asked for anywhere in the product, and the same seed is another schedule: the next ones show it.
      let broken = (await runSeeds(tree, [seed])).rules
      for (let tried = 1; tried < mostTried && !broken.includes(rule); tried += atOnce) {
        broken = (await runSeeds(tree, seedsFrom(Number(seed) + tried))).rules
      }
      expect(broken).toContain(rule)
    })
  })
})

/** The rarest shows in one schedule of a hundred. */
const mostTried = 500
const atOnce = 25

const seedsFrom = (first: number) => Array.from({ length: atOnce }, (_, i) => String(first + i))

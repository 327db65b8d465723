import './virtual-globals.ts'
import { describe, it } from 'vitest'
import { foundSeeds } from './found-seeds.ts'
import { mustHold, testHalf } from './range.ts'

describe('what was found once', () => {
  it.each(foundSeeds)('[O2] $seed: $found', async ({ seed }) => {
    await mustHold(seed)
  })
})

testHalf(1)

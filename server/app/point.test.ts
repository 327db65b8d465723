import { beforeAll, expect, it } from 'vitest'
import { subjectOn } from '../../shared/domain/access.ts'
import { agency, post, someone } from '../../shared/domain/testing/cabinet.ts'
import { createPointsFor } from './point.ts'
import { type BundleStory, tellBundleStory } from './testing/bundle-story.ts'

let story: BundleStory
beforeAll(async () => {
  story = await tellBundleStory()
})

const toldTo = (of: string) => {
  const desk = subjectOn(someone('desk', post('clerk', { agency: agency(of) })), null, story.clock.now())
  return createPointsFor(story.ledger)(desk)
}

it('[B15][D2] the desk of the lead agency is told the words that count, in no order that tells whose, and no name', async () => {
  const lead = await toldTo('health')
  expect(lead.map(({ choice, text }) => [choice, text]).sort()).toEqual([
    ['disagree', 'Ý kiến của m2'],
    // Late, and counted by a ruling.
    ['disagree', 'Ý kiến của m5'],
    ['disagree', 'Ý kiến của m6'],
  ])
  expect(lead.map(({ point }) => point)).toEqual(lead.map(({ point }) => point).sort())
  expect(lead.every((one) => !('person' in one))).toBe(true)
})

it('[B15][D2] another desk is told nothing, nor is the Office, which has its rows', async () => {
  expect(await toldTo('elsewhere')).toEqual([])
  expect(await createPointsFor(story.ledger)(story.subjectOf('sec'))).toEqual([])
})

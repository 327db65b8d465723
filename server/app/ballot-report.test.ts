import { beforeAll, describe, expect, it } from 'vitest'
import { type BallotReportFacts, createBallotReports } from './ballot-report.ts'
import { type BundleStory, tellBundleStory } from './testing/bundle-story.ts'

let story: BundleStory
let told: BallotReportFacts[]
const reports = () =>
  createBallotReports({
    ...story,
    write: async (facts) => {
      told.push(facts)
      return new Uint8Array([1])
    },
  })
beforeAll(async () => {
  story = await tellBundleStory()
  told = []
  await reports().make(story.ballot, story.subjectOf('sec'), 'pdf')
})

describe('[B14] what a report is told', () => {
  it('[B14] every answer that stands or is held aside, opened, and none that a later one has replaced', () => {
    const said = told[0]?.voices.map(({ person, held, answers }) => [
      person,
      held?.kind ?? null,
      answers.map(({ choice, text }) => [choice.kind, text]),
    ])
    const pick = ['alternatives', '']
    expect(said).toEqual([
      ['m2', null, [['disagree', 'Ý kiến của m2'], pick]],
      ['m3', null, [['agree', ''], pick]],
      ['m3', 'conflict', [['other', 'Ý kiến của m3'], pick]],
      ['m5', 'late', [['disagree', 'Ý kiến của m5'], pick]],
      ['m6', null, [['disagree', 'Ý kiến của m6'], pick]],
      ['pm', null, [['agree', ''], pick]],
    ])
  })

  it('[O4] the root at the first count, as every archive bundle of the ballot has it, and a checkpoint above the last', () => {
    const facts = told[0]
    const { size, root } = story.open.closing
    expect(facts?.ledger.closing).toEqual({ size, root })
    expect(facts?.ledger.checkpoint.note).toBe(story.later[0]?.checkpoint)
    expect(facts && facts.ledger.checkpoint.size > facts.countedAt && facts.countedAt >= size).toBe(true)
    expect(facts?.tally.rounds.length).toBe(3)
  })

  it('[B5] the version that was counted, and under whose name it goes out', () => {
    expect([told[0]?.content.title, told[0]?.signer?.id]).toEqual(['Dự thảo Nghị định (sửa)', 'head'])
  })

  it('the file bears the number that people know the ballot by', async () => {
    const made = await reports().make(story.ballot, story.subjectOf('head2'), 'docx')
    expect(made?.fileName).toBe('bao-cao-tong-hop-0001-PLYK-2026.docx')
    expect(told.at(-1)?.signer?.id).toBe('head2')
  })
})

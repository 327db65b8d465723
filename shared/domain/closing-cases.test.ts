import { describe, expect, test } from 'vitest'
import { alternativesIssue, cabinetOf, contentOf, opinionIssue } from './testing/cabinet.ts'
import { Office } from './testing/office.ts'
import {
  countsOf,
  type Deed,
  deedsOf,
  expectedOf,
  isOpinion,
  isThere,
  type TallyCase,
  tallyCases,
} from './testing/tally-case.ts'

/** A case lived through: issued, amended where the case needs a former version, answered, closed, ruled. */
function live(one: TallyCase): Office {
  const { deemed, other } = one.settings ?? {}
  const settings = { ...(deemed && { deemed }), ...(other && { other }) }
  const office = new Office({ people: cabinetOf(one.members), settings })
  const issue = isOpinion(one) ? opinionIssue() : alternativesIssue(one.options)
  const [first, second] = [contentOf('first', issue), contentOf('second', issue)]
  const deeds = deedsOf(one)
  const doing = (word: string) =>
    deeds.flatMap(([who, deed]) => (deed.kind === 'plain' && deed.word === word ? [who] : []))
  office.issue(first)
  for (const who of doing('former-agree')) office.take(office.answer(who, 'agree'))
  for (const who of doing('former-disagree')) office.take(office.answer(who, 'disagree'))
  if (deeds.some(([, deed]) => deed.kind === 'plain' && deed.word.startsWith('former'))) office.amend(second)
  const reached = deeds.filter(([, deed]) => deed.kind !== 'plain' || deed.word !== 'not-reached')
  for (const [who] of reached) office.deliver(who)
  for (const [who, deed] of deeds) actIn(office, one, who, deed)
  office.closeByServer()
  for (const who of doing('held-late')) office.take(office.answer(who, 'agree'))
  for (const [who, deed] of deeds) {
    if (deed.kind !== 'late-counted') continue
    office.take(office.answer(who, deed.choice, { id: `late-${who}` }))
    expect(office.ruleHeld(who, `late-${who}`).kind).toBe('accepted')
  }
  return office
}

function actIn(office: Office, one: TallyCase, who: string, deed: Deed): void {
  if (deed.kind !== 'plain') return
  const { word } = deed
  if (word === 'conflict') {
    office.take(office.answer(who, 'agree', { device: `${who}-1` }))
    office.take(office.answer(who, 'disagree', { device: `${who}-2` }))
  }
  if (one.options.includes(word)) office.take(office.answer(who, isOpinion(one) ? word : `["${word}"]`))
}

describe(isThere ? 'the cases of the law, lived' : 'the cases of the law were not run: not there', () => {
  test('[B8] are as many as there are files', () => expect(tallyCases.length).toBe(isThere ? 30 : 0))
  for (const one of tallyCases) {
    test(`[G2][B5][B8][B9][B12] ${one.id}: ${one.why}`, () => {
      const [issue] = live(one).rounds.at(-1)?.issues ?? []
      expect(issue && countsOf(issue)).toEqual(expectedOf(one))
    })
  }
})

import { describe, expect, test } from 'vitest'
import { instant } from '../lib/time.ts'
import type { ProposalBody } from './proposal.ts'
import { type Restore, restorePhase, silencedWithin } from './restore.ts'
import { hashOf, person } from './testing/cabinet.ts'
import { Office } from './testing/office.ts'

const announced = { epoch: 1, size: 9, root: hashOf('root'), keptTo: instant(1000), reason: 'hỏng đĩa' }
const begin: ProposalBody = {
  kind: 'begin-epoch',
  epoch: 1,
  size: 9,
  root: hashOf('root'),
  reason: 'hỏng đĩa',
}
const end: ProposalBody = { kind: 'end-restore', epoch: 1, missing: 0, reason: 'đủ' }

function officeOf(): Office {
  const office = new Office()
  office.announced = announced
  return office
}

/** What becomes of a proposal, and of its confirming where it got so far. */
function twoOfficers(office: Office, body: ProposalBody, second = 'head') {
  const proposal = office.act('propose', 'sec', { proposal: body })
  const first = office.take(proposal)
  if (first.kind !== 'accepted') return first
  return office.take(office.act('confirm', second, { proposal: proposal.id }))
}

const refused = (reason: object) => ({ kind: 'refused', reason })

describe('two officers', () => {
  test('[O9] declare what was announced, once, and end it, once', () => {
    const office = officeOf()
    expect(twoOfficers(office, end)).toEqual(refused({ kind: 'not-found' }))
    expect(twoOfficers(office, begin)).toMatchObject({ kind: 'accepted' })
    expect(office.rows.get('restore/1')).toEqual({
      kind: 'restore',
      ...announced,
      at: office.now,
      by: [person('sec'), person('head')],
      ended: null,
    })
    expect(twoOfficers(office, begin)).toEqual(refused({ kind: 'already-done' }))
    expect(twoOfficers(office, end)).toMatchObject({ kind: 'accepted' })
    expect(twoOfficers(office, end)).toEqual(refused({ kind: 'already-done' }))
  })

  test('[O9] are two', () => {
    expect(twoOfficers(officeOf(), begin, 'sec')).toMatchObject({ kind: 'refused' })
    expect(twoOfficers(officeOf(), begin, 'm2')).toMatchObject({ kind: 'refused' })
  })

  test.each([
    ['another epoch', { epoch: 2 }],
    ['another size', { size: 8 }],
    ['another root', { root: hashOf('other') }],
  ])('[O4] declare no %s than was announced', (_, change) => {
    expect(twoOfficers(officeOf(), { ...begin, ...change })).toEqual(refused({ kind: 'stale-content' }))
  })

  test('[O4] declare nothing where nothing was announced', () => {
    const reason = { kind: 'wrong-state', state: 'not-restored' }
    expect(twoOfficers(new Office(), begin)).toEqual(refused(reason))
  })
})

const ended = { at: instant(5000), by: [person('sec'), person('head')], missing: 0, reason: '' } as const
const restore: Restore = {
  kind: 'restore',
  ...announced,
  at: instant(4000),
  by: [person('sec'), person('head')],
  ended: { ...ended, by: [...ended.by] },
}

test('[B8] a restore silences from the last entry of the backup to its end', () => {
  const within = (from: number, to: number) => silencedWithin([restore], instant(from), instant(to))
  const whole = { from: 1000, to: 5000 }
  expect([within(0, 1000), within(0, 1001), within(4999, 9000), within(5000, 9000)]).toEqual([
    null,
    whole,
    whole,
    null,
  ])
})

test('[O4] the first epoch is nobody’s restore; another is one until it has ended', () => {
  const open = { ...restore, ended: null }
  expect([
    restorePhase(0, undefined),
    restorePhase(1, undefined),
    restorePhase(1, open),
    restorePhase(1, restore),
  ]).toEqual(['none', 'announced', 'declared', 'ended'])
})

import { describe, expect, it } from 'vitest'
import { BallotContent, type BallotPhase } from '../../shared/domain/ballot.ts'
import { ActId, AgencyId, BallotId, DeviceId, Hash, PersonId } from '../../shared/domain/id.ts'
import { hourMs, instant } from '../../shared/lib/time.ts'
import type { BallotView } from './ballot.ts'
import { cameBack, cameBackOf } from './came-back.ts'
import type { MyAnswer, SaidAnswer } from './my-answer.ts'

const at = instant(1_700_000_000_000)
const hash = Hash.parse('1'.repeat(64))
const by = PersonId.parse('lanhdao')
const said = (name: string): SaidAnswer => ({
  act: ActId.parse(name.padEnd(22, '0')),
  versionHash: hash,
  castAt: at,
  device: DeviceId.parse('d1'),
  answers: [],
})
const one = said('one')
const numbered = { said: one, n: 7, at }

const open: BallotPhase = { state: 'issued' }
const closed: BallotPhase = { state: 'closed', at, by: null, reason: '' }
const recalled: BallotPhase = { state: 'recalled', by, at, reason: 'Rút hồ sơ' }

function view(phase: BallotPhase, mine: MyAnswer, isOpened = false): BallotView {
  const version = { no: 1, hash, at, by, reason: '' }
  return {
    ballot: {
      kind: 'ballot',
      id: BallotId.parse('b1'),
      number: '0001/PLYK/2026',
      leadAgency: AgencyId.parse('byt'),
      createdBy: by,
      handlers: [by],
      phase,
      draft: null,
      versions: [version],
      deadlineAt: at,
      deadlines: [],
      files: [],
    },
    version,
    content: BallotContent.parse({
      title: 'Phiếu',
      reason: '',
      summary: '',
      advice: '',
      documents: [],
      issues: [{ id: 'i', question: '?', form: { kind: 'opinion' } }],
    }),
    mine,
    workingMsLeft: 0,
    tally: null,
    counted: null,
    isOpened,
  }
}

const drafts = (...names: string[]) => ({
  of: (name: string) => (names.includes(name) ? {} : undefined),
  names: () => names,
  keep: async () => true,
})
const none: MyAnswer = { kind: 'none' }
const late: MyAnswer = { kind: 'held', ...numbered, reason: { kind: 'late', claimedInTime: true } }
const saved = (rejected: string | null): MyAnswer => ({
  kind: 'saved',
  said: one,
  storedAt: at,
  outlook: { kind: 'accepted', events: [] },
  rejected,
})

describe('what came back', () => {
  it.each<[string, BallotView, string[], [string, boolean] | null]>([
    ['[B9] a late answer waits until it is dealt with', view(closed, late), [], ['held', true]],
    [
      '[B12] two answers ask for a choice',
      view(open, { kind: 'conflict', heads: [one, said('two')] }),
      [],
      ['conflict', false],
    ],
    [
      '[B12] after closing a conflict can be put aside',
      view(closed, { kind: 'conflict', heads: [one, said('two')] }),
      [],
      ['conflict', true],
    ],
    [
      '[B5] an amended ballot asks again',
      view(open, { kind: 'former-version', ...numbered }),
      [],
      ['former-version', false],
    ],
    [
      '[O1] a refusal is told',
      view(open, { kind: 'refused', ...numbered, reason: { kind: 'answer-is-final' } }),
      [],
      ['refused', true],
    ],
    [
      '[O1] what the server could not read is told, and stays',
      view(open, saved('cannot-unseal')),
      [],
      ['rejected', false],
    ],
    ['[O1] what is only on its way has not come back', view(open, saved(null)), [], null],
    [
      '[B13] a recall is told to who had opened the ballot',
      view(recalled, none, true),
      [],
      ['recalled', true],
    ],
    ['[B13] a recall is told to who was writing', view(recalled, none), ['answer/b1'], ['recalled', true]],
    ['[B13] a recall is no news to who never saw the ballot', view(recalled, none), [], null],
    ['[B13] closing over an unsigned answer is told', view(closed, none), ['answer/b1'], ['unsigned', true]],
    ['[B13] closing over nothing is not', view(closed, none), [], null],
    ['[O1] a recorded answer has not come back', view(closed, { kind: 'recorded', ...numbered }), [], null],
  ])('%s', (_, given, kept, told) => {
    const item = cameBackOf(given, drafts(...kept))
    expect(item && [item.kind, item.canClose]).toEqual(told)
  })

  it('[B13] once dealt with, it is gone; a second conflict is another', () => {
    const first = view(open, { kind: 'conflict', heads: [one, said('two')] })
    const second = view(open, { kind: 'conflict', heads: [one, said('three')] })
    const key = cameBackOf(first, drafts())?.key
    const dealt = { has: (name: string) => name === key, add: async () => undefined }
    expect(cameBack([first, second], dealt, drafts()).map((item) => item.view)).toEqual([second])
  })

  it('[B17] by urgency: what can still be answered by its deadline, then what is over, the latest first', () => {
    const lasting = (hours: number, phase: BallotPhase, mine: MyAnswer) => {
      const { ballot, ...rest } = view(phase, mine, true)
      return { ...rest, ballot: { ...ballot, deadlineAt: instant(at + hours * hourMs) } }
    }
    const former: MyAnswer = { kind: 'former-version', ...numbered }
    const weeksAgo: BallotPhase = { ...closed, at: instant(at - 999 * hourMs) }
    const views = [
      lasting(9, weeksAgo, late),
      lasting(2, recalled, none),
      lasting(50, open, former),
      lasting(3, open, { kind: 'conflict', heads: [one, said('two')] }),
    ]
    const kinds = cameBack(views, { has: () => false, add: async () => undefined }, drafts())
    expect(kinds.map(({ kind }) => kind)).toEqual(['conflict', 'former-version', 'recalled', 'held'])
  })
})

it('[B9] what two officers ruled on a late answer is told again to who had dealt with it', () => {
  const held = view(closed, late)
  const ruled = { ...held, counted: 'counted-by-ruling' as const }
  const first = cameBackOf(held, drafts())
  const marks = { has: (key: string) => key === first?.key, add: async () => {} }
  expect(cameBack([held], marks, drafts())).toEqual([])
  expect(cameBack([ruled], marks, drafts())).toMatchObject([{ kind: 'held', canClose: true }])
})

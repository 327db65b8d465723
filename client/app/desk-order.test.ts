import { expect, it } from 'vitest'
import type { BallotPhase } from '../../shared/domain/ballot.ts'
import { BallotId, PersonId } from '../../shared/domain/id.ts'
import { hourMs, instant } from '../../shared/lib/time.ts'
import { inDeskOrder } from './desk-order.ts'

const start = 1_700_000_000_000
const by = PersonId.parse('lanhdao')
const row = (name: string, hours: number, phase: BallotPhase) => ({
  ballot: { id: BallotId.parse(name), phase, deadlineAt: instant(start + hours * hourMs) },
})

it('[B16] what closes next stands on top, the past below with the newest first', () => {
  const closed: BallotPhase = { state: 'closed', at: instant(start), by: null, reason: '' }
  const rows = [
    row('closed-old', -90, closed),
    row('closed-new', -2, closed),
    row('draft', 1, { state: 'draft' }),
    row('far', 200, { state: 'issued' }),
    row('within-the-hour', 0.5, { state: 'issued' }),
    row('waits', -1, { state: 'closing-waits', downFrom: instant(start), downTo: instant(start) }),
    row('submitted', 48, { state: 'submitted', by, at: instant(start) }),
  ]
  expect(rows.sort(inDeskOrder).map(({ ballot }) => ballot.id)).toEqual([
    'waits',
    'within-the-hour',
    'far',
    'draft',
    'submitted',
    'closed-new',
    'closed-old',
  ])
})

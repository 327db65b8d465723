import { describe, expect, test } from 'vitest'
import type { Act } from './act.ts'
import { directiveBodies } from './directive-act.ts'
import { testActTable } from './testing/act-table.ts'
import { DirectiveOffice } from './testing/directive-office.ts'
import { reasonOf } from './testing/meeting-office.ts'

/** Every act about a directive in every state of it, as one table, written by hand. */

type Kind = keyof typeof directiveBodies
type Cell = 'accepted' | `refused:${string}`

const states = ['none', 'draft', 'published', 'withdrawn'] as const
type State = (typeof states)[number]

const ok = 'accepted'
const no = 'refused:not-found'
const wrong = 'refused:wrong-state'

// Columns in the order of `states`.
const table: Record<Kind, readonly Cell[]> = {
  'draft-directive': [ok, ok, wrong, wrong],
  'publish-directive': [no, ok, wrong, wrong],
  'amend-directive': [no, wrong, ok, wrong],
  'withdraw-directive': [no, ok, ok, wrong],
}

const kinds = Object.keys(directiveBodies).filter((kind): kind is Kind =>
  Object.hasOwn(directiveBodies, kind),
)

function officeIn(state: State): DirectiveOffice {
  const office = new DirectiveOffice()
  if (state === 'none') return office
  office.mustTake(office.draftDirective())
  if (state === 'draft') return office
  office.mustTake(office.publish())
  if (state === 'withdrawn') office.mustTake(office.withdraw())
  return office
}

function actFor(kind: Kind, office: DirectiveOffice): Act {
  switch (kind) {
    case 'draft-directive':
      return office.draftDirective({ isForAll: true })
    case 'publish-directive':
      return office.publish()
    case 'amend-directive':
      return office.amendDirective()
    case 'withdraw-directive':
      return office.withdraw()
  }
}

describe('every act about a directive in every state', () => {
  testActTable({
    rules: { whole: '[D1]', each: '[D1]', asking: '[O3]' },
    kinds,
    states,
    table,
    officeIn,
    actFor,
    asksIn: 'published',
  })

  test('[O5] of a revoked device has no effect', () => {
    for (const kind of kinds) {
      const office = officeIn('published')
      const act = actFor(kind, office)
      office.revoked.add(act.device)
      expect([kind, reasonOf(office.take(act))]).toEqual([kind, 'refused:not-allowed'])
    }
  })
})

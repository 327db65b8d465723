import { canonicalJson } from '../lib/canonical-json.ts'
import type { ActOf } from './act.ts'
import type { DecideContext } from './decide-context.ts'
import { mostChanges, settingsOn } from './settings.ts'
import { accepted, refused, type Verdict } from './verdict.ts'

/** Prices hold from any day, a past one too: they decide nothing, and figures of then are computed with what it cost then. */
export function decideUnitCosts(act: ActOf<'set-unit-costs'>, { reader, at }: DecideContext): Verdict {
  const { from, costs } = act.body
  const history = reader.get('settings', 'settings')
  if (canonicalJson(settingsOn(history, from).unitCosts) === canonicalJson(costs)) {
    return refused({ kind: 'already-done' })
  }
  const before = history?.changes ?? []
  if (before.length >= mostChanges) return refused({ kind: 'content-malformed' })
  const changes = [...before, { from, values: { unitCosts: costs }, set: { by: act.person, at } }]
  return accepted({ kind: 'settings-set', settings: { kind: 'settings', changes } })
}

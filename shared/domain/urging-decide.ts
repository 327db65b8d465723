import { canonicalJson } from '../lib/canonical-json.ts'
import { addDays, dayOf } from '../lib/time.ts'
import type { ActOf } from './act.ts'
import type { DecideContext } from './decide-context.ts'
import { mostChanges, settingsOn } from './settings.ts'
import { accepted, refused, type Verdict } from './verdict.ts'

/** T6: the rule holds from the next day on, so that it is the same one all of a day, whatever the hour of the change. */
export function decideUrging(act: ActOf<'set-urging'>, { reader, at }: DecideContext): Verdict {
  const from = addDays(dayOf(at), 1)
  const history = reader.get('settings', 'settings')
  const urging = { ...act.body.rule, before: [...act.body.rule.before].sort((a, b) => b - a) }
  if (canonicalJson(settingsOn(history, from).urging) === canonicalJson(urging)) {
    return refused({ kind: 'already-done' })
  }
  // A second thought of the same day replaces the first one.
  const kept = (history?.changes ?? []).filter(
    ({ from: day, values }) => day !== from || Object.keys(values).some((name) => name !== 'urging'),
  )
  if (kept.length >= mostChanges) return refused({ kind: 'content-malformed' })
  const changes = [...kept, { from, values: { urging } }]
  return accepted({ kind: 'settings-set', settings: { kind: 'settings', changes } })
}

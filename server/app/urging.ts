import { isReadOnly } from '../../shared/domain/restore.ts'
import { type SettingsHistory, settingsOn, urgingSince } from '../../shared/domain/settings.ts'
import { taskKey } from '../../shared/domain/task.ts'
import { latestUrged, urgingDue, urgingEntry, workBegins } from '../../shared/domain/urging-rule.ts'
import { weekendsOnly } from '../../shared/domain/working-day.ts'
import { type Day, dayOf, type Instant } from '../../shared/lib/time.ts'
import type { ActIntake } from './act-intake.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { Clock } from './ports.ts'
import { storedPhase } from './restore.ts'

/** As many as one transaction makes: acts wait for it. */
const atOnce = 50

/**
 * Urges agencies by rule (T6). What is due is looked for outside of the ledger's lock and asked again under it, since meanwhile a
 * desk may have reported. A day is done when nothing is left; whatever ends before that is made up by the next run.
 */
export function createUrging(deps: {
  ledger: LedgerReads
  appendServer: ActIntake['appendServer']
  clock: Clock
}): () => Promise<number> {
  const { ledger, clock } = deps
  let doneOn: Day | null = null

  return async () => {
    const at = clock.now()
    const today = dayOf(at)
    if (doneOn === today || isReadOnly(await storedPhase(ledger))) return 0
    const due = await dueTasks(ledger, at)
    for (let from = 0; from < due.length; from += atOnce) {
      const keys = due.slice(from, from + atOnce)
      await deps.appendServer(
        (reader) => {
          const inForce = inForceOn(reader.get('settings', 'settings'), today)
          return keys.flatMap((key) => {
            const task = reader.get('task', key)
            const point = task && urgingDue(task, inForce, at, weekendsOnly)
            return task && point ? [urgingEntry(task, point)] : []
          })
        },
        [...keys],
      )
    }
    // Before the hour at which a working day begins nothing is due yet.
    if (hasBegun(at)) doneOn = today
    return due.length
  }
}

const hasBegun = (at: Instant): boolean => at >= workBegins(dayOf(at))

const inForceOn = (history: SettingsHistory | undefined, day: Day) => ({
  rule: settingsOn(history, day).urging,
  since: urgingSince(history, day),
})

async function dueTasks(ledger: LedgerReads, at: Instant): Promise<string[]> {
  if (!hasBegun(at)) return []
  const [row] = await ledger.rows(['settings'])
  const inForce = inForceOn(row?.entity.kind === 'settings' ? row.entity : undefined, dayOf(at))
  const rows = await ledger.tasksDue(latestUrged(inForce.rule, dayOf(at), weekendsOnly))
  return rows.flatMap(({ entity }) =>
    entity.kind === 'task' && urgingDue(entity, inForce, at, weekendsOnly) ? [taskKey(entity.id)] : [],
  )
}

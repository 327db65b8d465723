import { settingsOn } from '../../shared/domain/settings.ts'
import { dayOf, type Instant } from '../../shared/lib/time.ts'
import type { Tablet } from './tablet.ts'

/** The hour of the last contact where it lies further back than the lease allows (trust.md, "offline lease"). */
export async function leaseLapsed({ rows }: Tablet, now: Instant): Promise<Instant | null> {
  const { syncedAt } = await rows.cursor()
  if (syncedAt === null) return null
  const row = (await rows.all()).find(({ key }) => key === 'settings')
  const history = row?.entity.kind === 'settings' ? row.entity : undefined
  return now - syncedAt > settingsOn(history, dayOf(now)).offlineLeaseMs ? syncedAt : null
}

import { expect, test } from 'vitest'
import { instant } from '../../shared/lib/time.ts'
import { type SyncState, statusOf } from './status.ts'

const yesterday = instant(Date.UTC(2026, 10, 20, 2))
const thisMorning = instant(Date.UTC(2026, 10, 21, 1))

const stateOf = (more: Partial<SyncState>) =>
  statusOf({
    sync: { feed: 'offline', lastOkAt: null, hasNetwork: false, files: { kind: 'idle' }, ...more },
    syncedAt: yesterday,
    waiting: 0,
    fault: null,
    isRestoring: false,
  })

test('[O8] offline since the server was last heard, in an earlier run too, not since the page was opened', () => {
  expect(stateOf({})).toEqual({ kind: 'offline', since: yesterday, waiting: 0 })
  expect(stateOf({ hasNetwork: true })).toEqual({ kind: 'server-silent', since: yesterday, waiting: 0 })
  expect(stateOf({ lastOkAt: thisMorning })).toEqual({ kind: 'offline', since: thisMorning, waiting: 0 })
})

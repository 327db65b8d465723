import { expect, test } from 'vitest'
import { instant } from '../../shared/lib/time.ts'
import { type SyncState, statusOf } from './status.ts'

const yesterday = instant(Date.UTC(2026, 10, 20, 2))
const thisMorning = instant(Date.UTC(2026, 10, 21, 1))

const stateOf = (more: Partial<SyncState>, lacking = 0) =>
  statusOf({
    sync: { feed: 'offline', lastOkAt: null, hasNetwork: false, files: { kind: 'idle' }, ...more },
    syncedAt: yesterday,
    waiting: 0,
    fault: null,
    isRestoring: false,
    lacking,
  })

test('[O8] offline since the server was last heard, in an earlier run too, not since the page was opened', () => {
  expect(stateOf({})).toEqual({ kind: 'offline', since: yesterday, waiting: 0 })
  expect(stateOf({ hasNetwork: true })).toEqual({ kind: 'server-silent', since: yesterday, waiting: 0 })
  expect(stateOf({ lastOkAt: thisMorning })).toEqual({ kind: 'offline', since: thisMorning, waiting: 0 })
})

test('[O1] nothing is called synchronised while the first pages of this run are still coming', () => {
  const online = { hasNetwork: true } as const
  expect(stateOf({ ...online, feed: 'pulling' })).toEqual({ kind: 'syncing', waiting: 0 })
  const again = { ...online, feed: 'pulling', lastOkAt: thisMorning } as const
  expect(stateOf(again)).toEqual({ kind: 'synced', at: thisMorning, waiting: 0 })
})

test('[D4] documents on their way are told in all, and never as whole; what does not fit comes first', () => {
  const online = { feed: 'idle', hasNetwork: true } as const
  const fetching = (have: number) => stateOf({ ...online, files: { kind: 'fetching', have, total: 1000 } })
  expect(fetching(455)).toEqual({ kind: 'synced', at: yesterday, waiting: 0, fetching: 45 })
  expect(fetching(999)).toMatchObject({ fetching: 99 })
  expect(fetching(1000)).toEqual({ kind: 'synced', at: yesterday, waiting: 0 })
  expect(stateOf(online, 2)).toEqual({ kind: 'storage-full', lacking: 2, waiting: 0 })
  expect(stateOf({}, 2)).toMatchObject({ kind: 'offline' })
})

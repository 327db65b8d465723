import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Log, Signals } from '../app/ports.ts'
import type { ConnectionConfig, Postgres } from './postgres.ts'

const channel = 'e_cabinet_ledger'

/**
 * LISTEN/NOTIFY with a pointer: the payload is the ledger's last number, no content. What is missed while the connection
 * is broken is made up for by asking the ledger itself once it stands again.
 */
export type PostgresSignals = Signals & { close(): Promise<void> }

export function createSignals(config: ConnectionConfig, { pool }: Postgres, log: Log): PostgresSignals {
  const listeners = new Set<(upTo: number) => void>()
  let client: pg.Client | null = null
  let isClosed = false
  let delivered = -1
  let wanted = -1
  let sending: Promise<void> | null = null

  const deliver = (upTo: number) => {
    if (upTo <= delivered) return
    delivered = upTo
    for (const listener of listeners) listener(upTo)
  }

  const listen = async () => {
    const fresh = new pg.Client({ ...config, keepAlive: true, application_name: 'e-cabinet news' })
    const lost = new Promise<void>((resolve) => {
      fresh.on('error', () => resolve())
      fresh.on('end', () => resolve())
    })
    fresh.on('notification', ({ payload }) => deliver(Number(payload)))
    client = fresh
    await fresh.connect()
    await fresh.query(`listen ${channel}`)
    const { rows } = await fresh.query<{ last: string }>('select coalesce(max(n), -1) as last from leaf')
    deliver(Number(rows[0]?.last ?? -1))
    await lost
  }

  const keepListening = async () => {
    for (let delayMs = 100; !isClosed; delayMs = Math.min(5000, delayMs * 2)) {
      const startedAt = performance.now()
      try {
        await listen()
      } catch (error) {
        if (!isClosed) log('warn', 'signals-lost', { error: String(error) })
      }
      if (performance.now() - startedAt > 10_000) delayMs = 100
      if (!isClosed) await wait(delayMs, undefined, { ref: false })
    }
  }
  void keepListening()

  const send = async () => {
    while (wanted > delivered) {
      const upTo = wanted
      // The own listeners need not wait for the way round.
      deliver(upTo)
      await pool.query('select pg_notify($1, $2)', [channel, String(upTo)])
    }
  }

  return {
    publish: (upTo) => {
      wanted = Math.max(wanted, upTo)
      sending ??= send().finally(() => {
        sending = null
      })
      return sending
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      isClosed = true
      listeners.clear()
      await client?.end().catch(() => {})
    },
  }
}

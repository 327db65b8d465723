import type { Log, Signals } from '../app/ports.ts'
import { keepListening } from './keep-listening.ts'
import type { ConnectionConfig, Postgres } from './postgres.ts'

const channel = 'e_cabinet_ledger'

/**
 * LISTEN/NOTIFY with a pointer: the payload is the ledger's last number, no content. What is missed while the connection
 * is broken is made up for by asking the ledger itself once it stands again.
 */
export type PostgresSignals = Signals & { close(): Promise<void> }

export function createSignals(config: ConnectionConfig, { pool }: Postgres, log: Log): PostgresSignals {
  const listeners = new Set<(upTo: number) => void>()
  let delivered = -1
  let wanted = -1
  let sending: Promise<void> | null = null

  const deliver = (upTo: number) => {
    if (upTo <= delivered) return
    delivered = upTo
    for (const listener of listeners) listener(upTo)
  }

  const listening = keepListening({
    config,
    channel,
    onPayload: (payload) => deliver(Number(payload)),
    onListening: async (client) => {
      const { rows } = await client.query<{ last: string }>('select coalesce(max(n), -1) as last from leaf')
      deliver(Number(rows[0]?.last ?? -1))
    },
    log,
  })

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
      listeners.clear()
      await listening.close()
    },
  }
}

import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '../app/ports.ts'
import type { ConnectionConfig } from './postgres.ts'

export type Listening = { close(): Promise<void> }

type Options = {
  config: ConnectionConfig
  channel: string
  onPayload(payload: string): void
  /** Each time it listens, first and after every break: what came in between was not heard. */
  onListening(client: pg.Client): Promise<void>
  log: Log
}

/** LISTEN on a connection of its own, made again whenever it breaks. */
export function keepListening({ config, channel, onPayload, onListening, log }: Options): Listening {
  let client: pg.Client | null = null
  let isClosed = false

  const listen = async () => {
    const fresh = new pg.Client({ ...config, keepAlive: true, application_name: 'e-cabinet news' })
    const lost = new Promise<void>((resolve) => {
      fresh.on('error', () => resolve())
      fresh.on('end', () => resolve())
    })
    fresh.on('notification', ({ payload }) => onPayload(payload ?? ''))
    client = fresh
    await fresh.connect()
    await fresh.query(`listen ${channel}`)
    await onListening(fresh)
    await lost
  }

  const keep = async () => {
    for (let delayMs = 100; !isClosed; delayMs = Math.min(5000, delayMs * 2)) {
      const startedAt = performance.now()
      try {
        await listen()
      } catch (error) {
        if (!isClosed) log('warn', 'signals-lost', { channel, error: String(error) })
      }
      if (performance.now() - startedAt > 10_000) delayMs = 100
      if (!isClosed) await wait(delayMs, undefined, { ref: false })
    }
  }
  void keep()

  return {
    close: async () => {
      isClosed = true
      await client?.end().catch(() => {})
    },
  }
}

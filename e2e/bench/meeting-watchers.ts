import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { secondMs } from '../../shared/lib/time.ts'

/** As many clients of the bare server as there are tablets, in the process of the tablets. */
export type Watchers = {
  /** @returns for each socket, from the word to its arrival. */
  tell(item: string): Promise<number[]>
  /** The same for clients that ask every second, as pages without sockets do. */
  poll(changes: number): Promise<number[]>
  end(): void
}

const everyMs = secondMs

export async function startWatchers(count: number): Promise<Watchers> {
  const server = spawn(process.execPath, [join(import.meta.dirname, 'meeting-broadcast.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(server.stdout, 'data')
  const port = Number(said)
  const url = `http://127.0.0.1:${port}`
  const sockets = await Promise.all(
    Array.from({ length: count }, async () => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false })
      await once(socket, 'open')
      return socket
    }),
  )
  const post = (item: string) => fetch(url, { method: 'POST', body: item })

  async function pollOnce(item: string): Promise<number[]> {
    const arrivals = sockets.map(async () => {
      for (await wait(Math.random() * everyMs); ; await wait(everyMs)) {
        if ((await (await fetch(url)).text()) === item) return performance.now()
      }
    })
    await wait(everyMs)
    const toldAt = performance.now()
    await post(item)
    return (await Promise.all(arrivals)).map((at) => at - toldAt)
  }

  return {
    tell: async (item) => {
      const arrivals = sockets.map(async (socket) => {
        await once(socket, 'message')
        return performance.now()
      })
      const toldAt = performance.now()
      await post(item)
      return (await Promise.all(arrivals)).map((at) => at - toldAt)
    },
    poll: async (changes) => {
      const all: number[] = []
      for (let i = 0; i < changes; i++) all.push(...(await pollOnce(`polled ${i}`)))
      return all
    },
    end: () => {
      for (const socket of sockets) socket.terminate()
      server.kill()
    },
  }
}

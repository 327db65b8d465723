import { type ChildProcess, spawn } from 'node:child_process'
import { type BrowserContext, chromium } from '@playwright/test'
import { chromiumArgs, requireChromium } from '../../tools/find-chromium.ts'

/** A browser of our own over a profile that stays, so that it can be killed like a tablet's, and its files searched. */
export type KillableChromium = {
  context: BrowserContext
  /** SIGKILL to the whole group: the process that writes the database is not the one that shows the page. */
  kill(): Promise<void>
  /** As a user leaves it, with everything written that Chromium writes on leaving. */
  close(): Promise<void>
}

/** @param profile folder of the browser's files; one browser at a time */
export async function startChromium(profile: string): Promise<KillableChromium> {
  const path = await requireChromium()
  const args = [...chromiumArgs, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank']
  const child = spawn(path, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  const kill = async (): Promise<void> => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      process.kill(-child.pid, 'SIGKILL')
    }
    await gone
  }
  try {
    const browser = await chromium.connectOverCDP(await addressOf(child))
    const close = async (): Promise<void> => {
      const devTools = await browser.newBrowserCDPSession()
      // It may be gone before it has answered.
      await devTools.send('Browser.close').catch(() => {})
      await gone
    }
    return { context: browser.contexts()[0] ?? (await browser.newContext()), kill, close }
  } catch (error) {
    await kill()
    throw error
  }
}

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = ''
    child.once('exit', () => reject(new Error(`Chromium ended: ${output}`)))
    child.stderr?.on('data', (data: Buffer) => {
      output += data.toString()
      const found = /DevTools listening on (ws:\S+)/.exec(output)
      if (found?.[1] !== undefined) resolve(found[1])
    })
  })

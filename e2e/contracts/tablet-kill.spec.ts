import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, type Page, test } from '@playwright/test'
import { encodings, holdsBytes } from '../../client/store/testing/raw-database.ts'
import { chromiumArgs, requireChromium } from '../../tools/find-chromium.ts'
import { bundleTabletPage, serveTabletPage, tabletAddress } from './serve-tablet-page.ts'
import type { TabletPage } from './tablet-page.ts'

// A browser of our own, so that it can be killed, and its files searched as on a lost tablet.

declare const tabletPage: TabletPage
declare const tell: (name: string) => Promise<void>

const canary = 'không đồng ý: chim hoàng yến'
// The runner would ask the killed browser for them.
test.use({ trace: 'off', screenshot: 'off' })

let script = ''
let profile = ''
let killAll: (() => Promise<void>)[] = []

test.beforeAll(async () => {
  script = await bundleTabletPage()
})
test.beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'tablet-profile-'))
})
test.afterEach(async () => {
  for (const kill of killAll) await kill()
  killAll = []
  rmSync(profile, { recursive: true, force: true, maxRetries: 10 })
})

type Life = { page: Page; kill(): Promise<void> }

async function startBrowser(onTold: (name: string) => void = () => {}): Promise<Life> {
  const path = await requireChromium()
  const args = [...chromiumArgs, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank']
  const child = spawn(path, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  const kill = async (): Promise<void> => {
    // The whole group: the process that writes the database is not the one that shows the page.
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      process.kill(-child.pid, 'SIGKILL')
    }
    await gone
  }
  killAll.push(kill)
  const browser = await chromium.connectOverCDP(await addressOf(child))
  const context = browser.contexts()[0] ?? (await browser.newContext())
  await serveTabletPage(context, script)
  await context.exposeFunction('tell', onTold)
  const page = await context.newPage()
  await page.goto(tabletAddress)
  await page.waitForFunction(() => 'tabletPage' in globalThis)
  return { page, kill }
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

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** Files of the profile in which any of these bytes lies. */
function filesHolding(wanted: readonly Uint8Array[]): string[] {
  return filesOf(profile).filter((path) => {
    const bytes = readFileSync(path)
    return wanted.some((it) => holdsBytes(bytes, it))
  })
}

/** Fills a tablet, kills the browser, and counts the files that hold the text, the root key, the signing key. */
async function searchAfter(sealing: 'sealed' | 'in-clear') {
  const life = await startBrowser()
  await life.page.evaluate(([how, text]) => tabletPage.fill(how, text), [sealing, canary] as const)
  const secrets = await life.page.evaluate(() => tabletPage.secrets())
  await life.kill()
  expect([secrets.root.length, secrets.scalar.length]).toEqual([1, 1])
  return {
    // Stored as base64 in the key record, so looked for in both forms.
    text: filesHolding(encodings(canary)).length > 0,
    root: filesHolding(secrets.root.flatMap(formsOf)).length > 0,
    scalar: filesHolding(secrets.scalar.flatMap(formsOf)).length > 0,
  }
}

/** As bytes, and as base64 at each of its three alignments. */
function formsOf(secret: string): Uint8Array[] {
  const bytes = Buffer.from(secret, 'hex')
  const texts = [0, 1, 2].map((shift) =>
    bytes
      .subarray(shift)
      .toString('base64')
      .slice(0, 4 * Math.floor((bytes.length - shift) / 3)),
  )
  return [bytes, ...texts.flatMap(encodings)]
}

test('[O1] of the acts said to be saved none is lost when the browser is killed', async () => {
  const names: string[] = []
  let enough = () => {}
  const reached = new Promise<void>((resolve) => {
    enough = resolve
  })
  const first = await startBrowser((name) => {
    names.push(name)
    if (names.length === 60) enough()
  })
  void first.page.evaluate(() => tabletPage.addForEver(tell)).catch(() => {})
  await reached
  await first.kill()
  const second = await startBrowser()
  expect(await second.page.evaluate((wanted) => tabletPage.namesMissing(wanted), names)).toEqual([])
  await second.kill()
})

test('[O5] neither content nor keys lie readable anywhere in the files of the browser', async () => {
  expect(await searchAfter('sealed')).toEqual({ text: false, root: false, scalar: false })
})

test('[O5] the same search finds them where sealing is switched off', async () => {
  expect(await searchAfter('in-clear')).toEqual({ text: true, root: true, scalar: true })
})

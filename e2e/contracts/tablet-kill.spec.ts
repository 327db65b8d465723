import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { encodings } from '../../client/store/testing/raw-database.ts'
import { filesHolding } from '../testing/files-holding.ts'
import { startChromium } from '../testing/killable-chromium.ts'
import { bundleTabletPage, serveTabletPage, tabletAddress } from './serve-tablet-page.ts'
import type { TabletPage } from './tablet-page.ts'

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
  const { context, kill } = await startChromium(profile)
  killAll.push(kill)
  await serveTabletPage(context, script)
  await context.exposeFunction('tell', onTold)
  const page = await context.newPage()
  await page.goto(tabletAddress)
  await page.waitForFunction(() => 'tabletPage' in globalThis)
  return { page, kill }
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
    text: filesHolding(profile, encodings(canary)).length > 0,
    root: filesHolding(profile, secrets.root.flatMap(formsOf)).length > 0,
    scalar: filesHolding(profile, secrets.scalar.flatMap(formsOf)).length > 0,
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

/** Lets the page write until it has told sixty names, kills the browser, and asks the next one which it does not have. */
async function missingAfterKill(what: 'acts' | 'notes'): Promise<string[]> {
  const names: string[] = []
  let enough = () => {}
  const reached = new Promise<void>((resolve) => {
    enough = resolve
  })
  const first = await startBrowser((name) => {
    names.push(name)
    if (names.length === 60) enough()
  })
  const write = async (kind: 'acts' | 'notes') =>
    kind === 'acts' ? await tabletPage.addForEver(tell) : await tabletPage.writeForEver(tell)
  void first.page.evaluate(write, what).catch(() => {})
  await reached
  await first.kill()
  const second = await startBrowser()
  const ask = async ([kind, wanted]: readonly ['acts' | 'notes', string[]]) =>
    kind === 'acts' ? await tabletPage.namesMissing(wanted) : await tabletPage.notesMissing(wanted)
  const missing = await second.page.evaluate(ask, [what, names] as const)
  await second.kill()
  return missing
}

test('[O1] of the acts said to be saved none is lost when the browser is killed', async () => {
  expect(await missingAfterKill('acts')).toEqual([])
})

test('[O1][A3] of the notes said to be saved none is lost when the browser is killed', async () => {
  expect(await missingAfterKill('notes')).toEqual([])
})

test('[O5] neither content nor keys lie readable anywhere in the files of the browser', async () => {
  expect(await searchAfter('sealed')).toEqual({ text: false, root: false, scalar: false })
})

test('[O5] the same search finds them where sealing is switched off', async () => {
  expect(await searchAfter('in-clear')).toEqual({ text: true, root: true, scalar: true })
})

import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { fileContract } from '../../client/app/testing/file-contract.ts'
import { keyringContract } from '../../client/app/testing/keyring-contract.ts'
import { noteContract } from '../../client/app/testing/note-contract.ts'
import { outboxContract } from '../../client/app/testing/outbox-contract.ts'
import { rowContract } from '../../client/app/testing/row-contract.ts'
import { bundleTabletPage, serveTabletPage, tabletAddress } from './serve-tablet-page.ts'
import type { TabletPage } from './tablet-page.ts'

// The sealed tablet on the IndexedDB of a real browser.

declare const tabletPage: TabletPage
declare const tell: (state: string) => Promise<void>

let script = ''
test.beforeAll(async () => {
  script = await bundleTabletPage()
})

async function openPage(context: BrowserContext): Promise<Page> {
  await serveTabletPage(context, script)
  const page = await context.newPage()
  await page.goto(tabletAddress)
  await page.waitForFunction(() => 'tabletPage' in globalThis)
  return page
}

const canary = 'không đồng ý: chim hoàng yến'
const sealedTables = ['chunks', 'cursor', 'files', 'local', 'notes', 'outbox', 'rows', 'settled']

test.describe('the sealed tablet in Chromium keeps the contract', () => {
  let page: Page
  test.beforeAll(async ({ browser }) => {
    page = await openPage(await browser.newContext())
  })
  for (const { name } of [
    ...rowContract,
    ...outboxContract,
    ...fileContract,
    ...noteContract,
    ...keyringContract,
  ]) {
    test(name, async () => await page.evaluate((wanted) => tabletPage.runContract(wanted), name))
  }
})

test('[O5] nothing of the content lies readable in any record, nor a file or a name', async ({ context }) => {
  const page = await openPage(context)
  const hash = await page.evaluate((text) => tabletPage.fill('sealed', text), canary)
  for (const text of [canary, hash, 'agency/a', 'mark-opened']) {
    expect(await page.evaluate((wanted) => tabletPage.tablesHolding(wanted), text)).toEqual([])
  }
})

test('[O5] the same search finds everything where sealing is switched off', async ({ context }) => {
  const page = await openPage(context)
  await page.evaluate((text) => tabletPage.fill('in-clear', text), canary)
  const found = await page.evaluate((text) => tabletPage.tablesHolding(text), canary)
  expect(found).toEqual(sealedTables.filter((table) => table !== 'cursor' && table !== 'files'))
})

test('[O5] a wipe leaves neither database nor cache', async ({ context }) => {
  const page = await openPage(context)
  await page.evaluate((text) => tabletPage.fill('sealed', text), canary)
  expect(await page.evaluate(() => tabletPage.wipe())).toEqual({ databases: [], caches: [] })
})

test('[O1] a full disk is told, what was said to be saved is there, and the tablet goes on', async ({
  context,
}) => {
  const page = await openPage(context)
  const devTools = await context.newCDPSession(page)
  const origin = new URL(tabletAddress).origin
  await devTools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 20 * 1024 * 1024 })
  const outcome = await page.evaluate(() => tabletPage.fillDisk())
  expect(outcome).toEqual({ fault: 'storage-full', isAllThere: true, rows: 0, acts: 1 })
})

test('[O2] of two tabs one leads; the other takes over after the first has stopped', async ({ context }) => {
  const told: string[] = []
  await context.exposeFunction('tell', (state: string) => {
    told.push(state)
  })
  const lead = async (page: Page, who: string) =>
    await page.evaluate((name) => {
      tabletPage.lead((state) => tell(`${name} ${state}`))
    }, who)
  const first = await openPage(context)
  await lead(first, 'first')
  await expect.poll(() => told).toEqual(['first leading'])
  const second = await openPage(context)
  await lead(second, 'second')
  await second.evaluate(() => tabletPage.takeOver())
  await expect.poll(() => told.at(-1)).toBe('second leading')
  expect(told).toEqual(['first leading', 'first aside', 'first stopped work', 'second leading'])
  await second.close()
  await first.evaluate(() => tabletPage.takeOver())
  await expect.poll(() => told.at(-1)).toBe('first leading')
})

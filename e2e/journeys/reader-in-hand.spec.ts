import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, type Page } from '@playwright/test'
import { paperOf } from '../testing/heavy-papers.ts'
import { issueBallot, makePaper } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { readerHand } from './testing/reader-hand.ts'
import { lying, untilReadyOffline, upright } from './testing/tablet.ts'

const title = 'Nghị định về quản lý, sử dụng tài sản công'
const draft = 'Dự thảo Nghị định'
const annex = 'Phụ lục số liệu'

/** The page at the upper edge, and how far down it that edge lies, in its heights. */
const place = (page: Page) =>
  page.locator('.ec-reader-scroll').evaluate((container) => {
    const { top } = container.getBoundingClientRect()
    const pages = [...container.querySelectorAll<HTMLElement>('.page')]
    const first = pages.find((each) => each.getBoundingClientRect().bottom > top + 2)
    const box = first?.getBoundingClientRect()
    return Number(first?.dataset['pageNumber']) + (box ? (top - box.top) / box.height : 0)
  })

async function withEmptyPage(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes)
  pdf.insertPage(1)
  return await pdf.save()
}

test('[A1] [D1] a tablet in the hand: documents first, contents from the words, pen and fingers apart, turned without losing the place', async ({
  officers,
  tabletOf,
}) => {
  await issueBallot(officers, {
    title,
    papers: [
      { title: 'Tờ trình số 45/TTr-BTC', bytes: await makePaper(title) },
      { title: draft, bytes: await paperOf('draft-decree', 8) },
      { title: annex, bytes: await withEmptyPage(await paperOf('statistics', 2)) },
    ],
  })
  const { page } = await tabletOf(accounts.health, { viewport: upright })
  const hand = await readerHand(page)
  const pageNo = page.getByRole('textbox', { name: 'Đến trang' })
  const drawn = page.locator('.page[data-loaded=true] canvas').first()
  const notes = page.locator('.ec-note-row')
  await untilReadyOffline(page)

  await test.step('held upright, the documents of the dossier are what is seen first', async () => {
    await hand.openBallot(title)
    for (const name of [draft, annex])
      await expect(page.locator('.ec-paper').filter({ hasText: name })).toBeInViewport({ ratio: 1 })
    await checkScreen(page)
    await hand.openPaper(draft)
    await expect(page.locator('.ec-dossier-pick')).toContainText('2 trên 3')
  })

  await test.step('a file without contents: its headings lead to their pages', async () => {
    await hand.tap(page.getByRole('button', { name: 'Mục lục, trang và tìm kiếm' }))
    await hand.tap(page.getByRole('button', { name: 'Mục lục', exact: true }))
    const headings = page.locator('.ec-reader-outline button')
    // The server reads the words of the papers in the background.
    await expect(headings.first()).toHaveText(/^Chương I\./, { timeout: 60_000 })
    await checkScreen(page)
    await hand.tap(headings.filter({ hasText: /^Điều 9\./ }))
    await expect(pageNo).not.toHaveValue('1')
    await hand.closeSide()
  })

  await test.step('the pen writes; a finger scrolls, writes nothing, and what each does is said', async () => {
    await hand.goTo(2)
    const before = await place(page)
    await hand.take('Bút')
    await expect.poll(() => place(page)).toBeCloseTo(before, 1)
    await hand.scribble(2)
    await expect(page.getByText('Ngón tay chỉ để cuộn.')).toBeVisible()
    const written = await place(page)
    for (const no of [1, 2]) await hand.swipe({ x: 400, y: 900 }, { x: 400 + no, y: 500 })
    await expect.poll(() => place(page)).toBeGreaterThan(written + 0.3)
    await checkScreen(page)
    const edge = async () => (await page.locator('.ec-reader-scroll').boundingBox())?.y
    const above = await edge()
    await hand.take('Tẩy')
    expect(await edge()).toBe(above)
    await hand.tap(page.getByRole('button', { name: 'Ghi bằng cả ngón tay' }))
    await expect(page.getByText('Hai ngón để cuộn.')).toBeVisible()
    await hand.tap(page.getByRole('button', { name: 'Chỉ ghi bằng bút' }))
    await expect((await hand.notes()).locator('.ec-note-row')).toHaveCount(1)
    await hand.closeSide()
  })

  await test.step('turned and turned back, the tablet shows what it showed', async () => {
    const before = await place(page)
    for (const size of [lying, upright, lying, upright]) {
      await page.setViewportSize(size)
      await expect.poll(() => place(page)).toBeCloseTo(before, 1)
    }
    expect(await place(page)).toBeCloseTo(before, 2)
  })

  await test.step('a stroke to the side turns to the next document and back, and loses nothing', async () => {
    const { pathname } = new URL(page.url())
    await hand.swipe({ x: 600, y: 700 }, { x: 200, y: 690 })
    await expect(page.locator('.ec-dossier-pick')).toContainText(annex)
    await drawn.waitFor()
    await hand.goTo(2)
    await expect(page.getByText('Trang 2 không có nội dung nào')).toBeVisible()
    await checkScreen(page)
    await hand.swipe({ x: 200, y: 700 }, { x: 600, y: 690 })
    await expect(page.locator('.ec-dossier-pick')).toContainText(draft)
    await drawn.waitFor()
    await hand.notes()
    await expect(notes).toHaveText(/Nét bút/)
    expect(new URL(page.url()).pathname).toBe(pathname)
  })
})

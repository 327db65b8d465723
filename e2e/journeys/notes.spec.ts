import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { handAndPen } from '../testing/hand-and-pen.ts'
import { issueBallot } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { cutNetwork, mendNetwork, unlock, untilReadyOffline } from './testing/tablet.ts'

const said = 'Đề nghị làm rõ nguồn vốn đối ứng của địa phương'
const shared = 'Cùng xem lại biểu số liệu này'
const later = 'Số liệu đã được Tổng cục Thống kê xác nhận'

/** What another program reads in the file that the tablet hands out. */
async function exported(page: Page): Promise<{ name: string; notes: string[] }> {
  await page.getByRole('button', { name: 'Cách xem' }).click()
  await page.getByRole('menuitem', { name: 'Xuất tài liệu kèm ghi chú' }).click()
  await expect(page.getByRole('checkbox', { name: /^Ghi chú riêng của tôi/ })).toBeChecked()
  await checkScreen(page)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Xuất tệp' }).click()
  const download = await coming
  const task = getDocument({ data: new Uint8Array(await readFile(await download.path())), verbosity: 0 })
  const first = await (await task.promise).getPage(1)
  const found: { subtype: string; contentsObj?: { str: string } }[] = await first.getAnnotations()
  await task.destroy()
  const notes = found
    .filter(({ subtype }) => subtype !== 'Popup' && subtype !== 'Watermark')
    .map(({ subtype, contentsObj }) => `${subtype}: ${contentsObj?.str ?? ''}`)
  return { name: download.suggestedFilename(), notes }
}

test('[A1] [A2] [A5] notes written offline outlive the page and go out in a file; a colleague reads the shared layer and not the private one', async ({
  officers,
  tabletOf,
}) => {
  const { title } = await issueBallot(officers, { title: 'Nghị định về đấu thầu thuốc' })
  const mine = await tabletOf(accounts.health)
  const theirs = await tabletOf(accounts.finance)
  const openBallot = (page: Page) =>
    page.getByRole('article', { name: title }).getByRole('button', { name: title }).click()
  const openPaper = async (page: Page) => {
    await page.locator('.ec-paper').nth(1).click()
    await page.locator('.page[data-loaded=true] canvas').first().waitFor()
  }
  const list = async (page: Page) => {
    await page.getByRole('button', { name: 'Mục lục, trang và tìm kiếm' }).click()
    await page.getByRole('button', { name: 'Ghi chú', exact: true }).click()
    return page.locator('.ec-notes-list')
  }
  const stick = async (page: Page, words: string, at: { x: number; y: number }) => {
    await page.getByRole('button', { name: 'Giấy ghi nhớ' }).click()
    await page.locator('.pdfViewer .page').first().click({ position: at })
    await page.getByRole('textbox', { name: 'Nội dung ghi chú' }).fill(words)
    await page.getByRole('button', { name: 'Xong' }).click()
  }
  const state = (page: Page) => page.locator('.ec-mark-state')

  await expect(mine.page.getByText('Đọc được khi không có mạng').first()).toBeVisible()
  await untilReadyOffline(mine.page)
  await cutNetwork(mine)
  await openBallot(mine.page)
  await openPaper(mine.page)
  await mine.page.getByRole('button', { name: 'Ghi chú lên tài liệu' }).click()
  const box = await mine.page.locator('.pdfViewer .page').first().boundingBox()
  if (!box) throw new Error('no page')
  await mine.page.mouse.move(box.x + 80, box.y + 120)
  await mine.page.mouse.down()
  for (let i = 1; i <= 20; i++) await mine.page.mouse.move(box.x + 80 + i * 8, box.y + 120 + (i % 5) * 4)
  await mine.page.mouse.up()
  await stick(mine.page, said, { x: 200, y: 220 })
  await expect(state(mine.page)).toHaveText('Ghi chú đã lưu trên máy, chờ có mạng')
  await checkScreen(mine.page)
  const out = await exported(mine.page)
  expect(out.name).toMatch(/\.pdf$/)
  expect(out.notes).toEqual(['Ink: ', `Text: ${said}`])

  await mine.page.reload()
  await unlock(mine.page)
  await openPaper(mine.page)
  await expect(await list(mine.page)).toContainText(said)
  await expect(mine.page.locator('.ec-notes-list')).toContainText('Nét bút')
  await checkScreen(mine.page)
  await mine.page.getByRole('button', { name: 'Đóng bảng bên' }).last().click()

  await mendNetwork(mine)
  await mine.page.getByRole('button', { name: 'Ghi chú lên tài liệu' }).click()
  await expect(state(mine.page)).toHaveText('Ghi chú đã đồng bộ')

  await test.step('a finger that begins and ends within words marks them whole', async () => {
    const { page } = mine
    await page.getByRole('button', { name: 'Tô sáng' }).click()
    const line = page
      .locator('.textLayer > span')
      .filter({ hasText: /(\S+\s+){5}\S+/ })
      .first()
    const at = await line.boundingBox()
    if (!at) throw new Error('no line')
    const [from, to, y] = [at.x + at.width * 0.23, at.x + at.width * 0.71, at.y + at.height / 2]
    const { swipe } = await handAndPen(page)
    await swipe({ x: from, y }, { x: to, y })
    await list(page)
    const marked = page.locator('.ec-note-row').filter({ hasText: 'Tô sáng' }).locator('.ec-note-words')
    const [quote, whole] = await Promise.all([marked.textContent(), line.textContent()])
    expect(quote).toMatch(/\S \S/)
    expect(` ${(whole ?? '').normalize('NFC').replace(/\s+/g, ' ')} `).toContain(` ${quote} `)
    await page.getByRole('button', { name: 'Đóng bảng bên' }).last().click()
  })

  await mine.page.getByRole('button', { name: /^Ghi vào/ }).click()
  await mine.page.getByRole('menuitem', { name: 'Lớp chia sẻ' }).click()
  await stick(mine.page, shared, { x: 320, y: 300 })
  await mine.page.getByRole('button', { name: /^Ghi vào/ }).click()
  await mine.page.getByRole('menuitem', { name: 'Chia sẻ với ai' }).click()
  const sheet = mine.page.getByRole('dialog')
  await sheet.getByRole('searchbox', { name: 'Tìm người' }).fill('tai chinh')
  await sheet.getByRole('checkbox').first().check()
  await checkScreen(mine.page)
  await sheet.getByRole('button', { name: 'Chia sẻ với 1 người' }).click()
  await expect(mine.page.getByText(/^Đã chia sẻ với .*tài chính/i)).toBeVisible()

  await openBallot(theirs.page)
  await openPaper(theirs.page)
  const seen = await list(theirs.page)
  await expect(seen).toContainText(shared)
  await expect(seen).not.toContainText(said)
  await expect(seen).not.toContainText('Nét bút')

  await test.step('a private note is shared by a sheet that says what and with whom, and comes back at a touch', async () => {
    const { page } = mine
    await page.getByRole('button', { name: /^Ghi vào/ }).click()
    await page.getByRole('menuitem', { name: 'Riêng tôi' }).click()
    const box = await page.locator('.pdfViewer .page').first().boundingBox()
    if (!box) throw new Error('no page')
    await page.getByRole('button', { name: 'Chọn và di chuyển' }).click()
    await page.mouse.click(box.x + 206, box.y + 226)
    await page.getByRole('button', { name: 'Chia sẻ…' }).click()
    await expect(sheet).toContainText(said)
    await expect(sheet).toContainText(/Chia sẻ với: .*tài chính/i)
    await checkScreen(page)
    await sheet.getByRole('button', { name: 'Chia sẻ với 1 người' }).click()
    await expect(page.getByText(/^Đã chia sẻ với .*tài chính/i)).toBeVisible()
    await expect(seen).toContainText(said)
    await page.locator('.ec-toast-place').getByRole('button', { name: 'Hoàn tác' }).click()
    await expect(page.getByText('Đã thu lại. Ai đã mở trong lúc đó có thể đã đọc.')).toBeVisible()
    await expect(seen).not.toContainText(said)
    await page.getByRole('button', { name: /^Ghi vào/ }).click()
    await page.getByRole('menuitem', { name: 'Lớp chia sẻ' }).click()
  })

  await test.step('what its author writes now appears on the open page, and opens at a touch of who only reads', async () => {
    await stick(mine.page, later, { x: 320, y: 420 })
    await expect(seen).toContainText(later)
    await theirs.page.getByRole('button', { name: 'Đóng bảng bên' }).last().click()
    await theirs.page
      .locator('.pdfViewer .page')
      .first()
      .tap({ position: { x: 326, y: 426 } })
    const note = theirs.page.getByRole('region', { name: 'Ghi chú', exact: true })
    await expect(note).toContainText(later)
    await expect(note.getByRole('textbox')).toHaveCount(0)
    await checkScreen(theirs.page)
  })
})

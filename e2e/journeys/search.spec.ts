import { expect, type Page } from '@playwright/test'
import { issueBallot } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { cutNetwork, lock, stickNote, unlock, untilReadyOffline } from './testing/tablet.ts'

const words = 'Cần hỏi lại về nguồn vốn đối ứng'
const other = 'Thông tư hướng dẫn đấu thầu thuốc tập trung'

test('[O2] [A1] words are found offline with and without diacritics: in the document, in its dossier, over the tablet; one’s own notes apart; after a lock nothing is left', async ({
  officers,
  tabletOf,
}) => {
  const { title } = await issueBallot(officers, { title: 'Nghị định về đấu thầu thuốc' })
  await issueBallot(officers, { title: other })
  const tablet = await tabletOf(accounts.health)
  const { page } = tablet
  const search = page.getByRole('link', { name: 'Tra cứu' })
  const field = page.getByRole('searchbox', { name: 'Tìm trong phiếu và tài liệu' })
  const none = page.getByRole('heading', { name: 'Không tìm thấy' })
  const everywhere = page.getByRole('button', { name: 'Tìm trong mọi phiếu' })
  const inDossier = page.getByRole('button', { name: 'Tìm trong hồ sơ này' })
  const cards = page.getByRole('main').getByRole('article')
  const hit = page.locator('.ec-search-hit mark').first()
  const notes = page.getByRole('region', { name: 'Trong 1 ghi chú của đồng chí' })

  // The Office's reading of the files goes on behind the issue: only with it come the words.
  await search.click()
  await expect(page.getByText('Phạm vi tìm: 2 tài liệu trên máy này.')).toBeVisible({ timeout: 60_000 })
  await untilReadyOffline(page)
  await cutNetwork(tablet)

  await page.getByRole('link', { name: 'Việc cần làm' }).click()
  await page.getByRole('article', { name: title }).getByRole('button', { name: title }).click()
  await openPaper(page)
  await findInDocument(page)

  await test.step('the same words in the dossier that it lies in, and everywhere once the limit is taken away', async () => {
    await page.locator('.ec-reader-find').getByRole('button', { name: 'Tìm trong hồ sơ này' }).click()
    await expect(field).toHaveValue('đấu thầu thuốc')
    await expect(hit).toHaveText(/đấu thầu thuốc/i)
    await expect(cards).toHaveCount(1)
    await expect(page.getByText('Phạm vi tìm: 1 tài liệu trên máy này.')).toBeVisible()
    await checkScreen(page)
    await everywhere.click()
    await expect(cards).toHaveCount(2)
    await page.goBack()
    await inDossier.click()
    await expect(field).toHaveValue('')
    await field.fill('dau thau thuoc')
    await expect(hit).toHaveText(/đấu thầu thuốc/i)
    await expect(cards).toHaveCount(1)
    await field.fill('dau thau thuoc tap trung')
    await expect(none).toBeVisible()
    await checkScreen(page)
    await everywhere.last().click()
    await expect(cards).toHaveCount(1)
    await expect(cards).toContainText(other)
    await page.goBack()
  })

  await openPaper(page)
  await stickNote(page, words)
  await expect(page.locator('.ec-mark-state')).toHaveText('Ghi chú đã lưu trên máy, chờ có mạng')

  await search.click()
  await field.fill('t')
  await expect(page.getByText('Đồng chí cần tìm gì?')).toBeVisible()
  await field.fill('khong co chu wxyz')
  await expect(none).toBeVisible()
  await field.fill('đâu thâu')
  await expect(none).toBeVisible()
  await expect(notes).toHaveCount(0)
  await test.step('words that stand apart in a line are found, each of them marked', async () => {
    await field.fill('doi ung hoi lai')
    await expect(notes.locator('mark')).toHaveText(['hỏi', 'lại', 'đối', 'ứng'])
  })
  await field.fill('nguon von doi ung')
  await expect(notes.locator('mark')).toHaveText(['nguồn vốn đối ứng'])
  await checkScreen(page)
  await notes.getByRole('button').click()
  await expect(page.getByRole('textbox', { name: 'Nội dung ghi chú' })).toHaveValue(words)

  await search.click()
  await field.fill('đấu thầu thuốc')
  await page.locator('.ec-search-hit').first().click()
  await expect(page.locator('.textLayer .highlight').first()).toBeVisible()

  await lock(page)
  await expect(page.locator('mark, .highlight')).toHaveCount(0)
  await unlock(page)
  await search.click()
  await expect(field).toHaveValue('')
})

async function openPaper(page: Page): Promise<void> {
  await page.locator('.ec-paper').nth(1).click()
  await page.locator('.page[data-loaded=true] canvas').first().waitFor()
}

/** By the keys of whoever has just chosen the document in the list. */
async function findInDocument(page: Page): Promise<void> {
  const unfold = page.getByRole('button', { name: 'Mở danh sách tài liệu' })
  await unfold.click()
  await page.locator('.ec-paper').nth(1).focus()
  await page.keyboard.press('Control+f')
  const field = page.getByRole('searchbox', { name: 'Tìm trong tài liệu' })
  await expect(field).toBeFocused()
  const count = page.locator('.ec-reader-find-row').getByRole('status')
  await field.fill('dau thau thuoc')
  await expect(count).toHaveText(/^Kết quả 1 trên \d+$/)
  await expect(page.locator('.textLayer .highlight.selected').first()).toBeVisible()
  await checkScreen(page)
  await field.fill('đâu thâu')
  await expect(count).toHaveText('Không tìm thấy.')
  await expect(page.locator('.textLayer .highlight')).toHaveCount(0)
  await field.fill('đấu thầu thuốc')
  await expect(count).toHaveText(/^Kết quả 1 trên \d+$/)
}

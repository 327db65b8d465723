import { expect, type Page } from '@playwright/test'
import { oddFiles } from '../../server/intake/testing/odd-files.ts'
import { type ArrangedBallot, issueBallot, makePaper } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { choose, cutNetwork, stickNote, type Tablet, unlock, untilReadyOffline } from './testing/tablet.ts'

/** Flips the last bit of every sealed record of a table, through the page's own IndexedDB. */
const flipBits = (page: Page, table: string) =>
  page.evaluate(async (wanted) => {
    const settle = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const names = (await indexedDB.databases()).map(({ name = '' }) => name)
    const name = names.find((each) => each.startsWith('e-cabinet.')) ?? ''
    const database = await settle(indexedDB.open(name))
    const store = database.transaction(wanted, 'readwrite').objectStore(wanted)
    for (const record of await settle(store.getAll())) {
      record.s[record.s.length - 1] ^= 1
      await settle(store.put(record))
    }
    database.close()
  }, table)

/** The room that the browser gives this origin, from now on. */
async function giveRoom({ page, context }: Tablet, quotaSize?: number): Promise<void> {
  const devtools = await context.newCDPSession(page)
  const origin = new URL(page.url()).origin
  await devtools.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(quotaSize !== undefined && { quotaSize }),
  })
}

/** Whether a byte can be kept: the browser remembers for a while how much room there was. */
const hasRoom = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open('probe', 1)
        opening.onupgradeneeded = () => opening.result.createObjectStore('probe')
        opening.onerror = () => resolve(false)
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('probe', 'readwrite')
          transaction.objectStore('probe').put(new Uint8Array(1), 1)
          const end = (is: boolean) => () => {
            opening.result.close()
            resolve(is)
          }
          transaction.oncomplete = end(true)
          transaction.onabort = end(false)
        }
      }),
  )

const paperOf = (page: Page, title: string) => page.locator('.ec-paper').filter({ hasText: title })
const drawn = (page: Page) => page.locator('.ec-reader .page[data-loaded=true] canvas').first()
const card = (page: Page, { title }: ArrangedBallot) => page.getByRole('article', { name: title })

async function openBallot(page: Page, ballot: ArrangedBallot): Promise<void> {
  await card(page, ballot).getByRole('button', { name: ballot.title }).click()
}

async function openPaper(page: Page, title: string): Promise<void> {
  const list = page.getByRole('button', { name: 'Mở danh sách tài liệu' })
  await expect(paperOf(page, title).or(list).first()).toBeVisible()
  if (await list.isVisible()) await list.click()
  await paperOf(page, title).click()
}

test('[D1] [D4] [O1] odd files are read; damaged storage comes back, full storage loses nothing, and storage that is deleted says so', async ({
  officers,
  tabletOf,
}) => {
  const odd = await oddFiles()
  const bytesOf = (name: string) => odd.find((file) => file.name === name)?.bytes ?? new Uint8Array()
  const plain = 'Báo cáo thẩm định'
  const papers = [
    { title: 'Ảnh quá lớn', bytes: bytesOf('image beyond memory') },
    { title: 'Bản đồ khổ lớn', bytes: bytesOf('200 inches') },
    { title: 'Biểu mẫu đã điền', bytes: bytesOf('form filled, without looks') },
    { title: plain, bytes: await makePaper('Về bảo hiểm y tế') },
  ]
  const ballot = await issueBallot(officers, { title: 'Nghị định về bảo hiểm y tế', papers })
  const second = await issueBallot(officers, { title: 'Nghị định về dược phẩm' })
  const tablet = await tabletOf(accounts.health)
  const { page } = tablet
  await expect(card(page, ballot).getByText('Đọc được khi không có mạng')).toBeVisible()
  await untilReadyOffline(page)
  await openBallot(page, ballot)

  await test.step('an image beyond memory keeps no other document from being opened', async () => {
    for (const { title } of papers) {
      await openPaper(page, title)
      await drawn(page).waitFor()
    }
    await openPaper(page, 'Bản đồ khổ lớn')
    await drawn(page).waitFor()
    const percent = page.locator('.ec-reader').getByText(/^\d+%$/)
    const before = await percent.textContent()
    await page.getByRole('button', { name: 'Phóng to' }).click()
    await expect(percent).not.toHaveText(before ?? '')
  })

  await test.step('a flipped bit in every piece of every document: said, and fetched again', async () => {
    await flipBits(page, 'chunks')
    await openPaper(page, plain)
    await expect(page.getByText('Bản lưu trên máy bị hỏng').or(drawn(page)).first()).toBeVisible()
    await expect(async () => {
      const again = page.getByRole('button', { name: 'Thử lại' })
      if (await again.isVisible()) await again.click()
      await expect(drawn(page)).toBeVisible({ timeout: 2000 })
    }).toPass()
    await checkScreen(page)
  })

  await test.step('no room while a note and an answer are written: said, and kept once there is room', async () => {
    await giveRoom(tablet, 1)
    await expect.poll(() => hasRoom(page), { timeout: 60_000, intervals: [500] }).toBe(false)
    await stickNote(page, 'Cần làm rõ nguồn chi')
    await expect(page.locator('.ec-mark-state')).toContainText('Chưa lưu được ghi chú')
    await checkScreen(page)
    await page.getByRole('link', { name: 'Việc cần làm' }).click()
    await choose(card(page, second), 'Không đồng ý')
    const sheet = page.getByRole('dialog', { name: 'Gửi “Không đồng ý” cho Phiếu' })
    await sheet.getByRole('button', { name: 'Ký và gửi' }).click()
    await expect(sheet.getByRole('alert')).toBeVisible()
    await checkScreen(page)
    await giveRoom(tablet)
    await sheet.getByRole('button', { name: 'Ký và gửi' }).click()
    await expect(card(page, second).getByText('Văn phòng đã ghi nhận', { exact: true })).toBeVisible()
  })

  await test.step('a flipped bit in every row, the note and every small fact: all comes back', async () => {
    await openBallot(page, ballot)
    await openPaper(page, plain)
    await page.getByRole('button', { name: 'Ghi chú lên tài liệu' }).click()
    await expect(page.locator('.ec-mark-state')).toHaveText('Ghi chú đã đồng bộ')
    for (const table of ['rows', 'cursor', 'notes', 'local']) await flipBits(page, table)
    await page.reload()
    await unlock(page)
    await openPaper(page, plain)
    await page.getByRole('button', { name: 'Mục lục, trang và tìm kiếm' }).click()
    await page.getByRole('button', { name: 'Ghi chú', exact: true }).click()
    await expect(page.locator('.ec-notes-list')).toContainText('Cần làm rõ nguồn chi')
  })

  await test.step('a ballot recalled while it is read: said, and the other is there', async () => {
    await ballot.recall()
    await expect(page.getByText('Văn phòng đã thu hồi phiếu này')).toBeVisible()
    await checkScreen(page)
    await page.getByRole('link', { name: 'Việc cần làm' }).click()
  })

  await test.step('storage deleted under the open page: said, and what was signed is handed over', async () => {
    await page.getByRole('link', { name: 'Phiếu' }).first().click()
    await cutNetwork(tablet)
    await page.evaluate(async () => {
      for (const { name = '' } of await indexedDB.databases()) indexedDB.deleteDatabase(name)
    })
    await expect(page.getByText('Dữ liệu trên thiết bị này đã bị trình duyệt xóa')).toBeVisible()
    await checkScreen(page)
  })
})

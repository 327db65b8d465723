import { expect } from '@playwright/test'
import { issueBallot } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import {
  choose,
  cutNetwork,
  goByMenu,
  lock,
  mendNetwork,
  statusLine,
  unlock,
  untilReadyOffline,
} from './testing/tablet.ts'

test('[O1] answered without a network: saved on the tablet, recorded by the Office only with a receipt', async ({
  officers,
  tabletOf,
}) => {
  const documentTitle = 'Tờ trình số 45/TTr-BYT'
  const { title } = await issueBallot(officers, {
    title: 'Dự thảo Nghị định về khám bệnh, chữa bệnh',
    documentTitle,
  })
  const tablet = await tabletOf(accounts.health)
  const { page } = tablet
  const card = page.getByRole('article', { name: title })
  await expect(card.getByText('Đọc được khi không có mạng')).toBeVisible()
  await untilReadyOffline(page)
  await checkScreen(page)

  await cutNetwork(tablet)
  await expect(statusLine(page)).toContainText('goại tuyến')
  // Still the page of the first visit, which was loaded from the server.
  await card.getByRole('button', { name: title }).click()
  await page.getByRole('button', { name: documentTitle }).first().click()
  await expect(page.locator('.page[data-loaded=true] canvas').first()).toBeVisible()
  await page.getByRole('link', { name: 'Việc cần làm' }).click()
  await choose(card, 'Không đồng ý')
  const sheet = page.getByRole('dialog', { name: 'Gửi “Không đồng ý” cho Phiếu' })
  await expect(sheet).toBeVisible()
  await checkScreen(page)
  await sheet.getByRole('button', { name: 'Ký và gửi' }).click()
  await expect(card.getByText('Đã lưu trên máy tính bảng này', { exact: true })).toBeVisible()
  await expect(statusLine(page)).toContainText('1 trả lời chờ gửi')
  await expect(page.getByText('Văn phòng đã ghi nhận')).toHaveCount(0)

  await page.reload()
  await unlock(page)
  await expect(card.getByText('Đã lưu trên máy tính bảng này', { exact: true })).toBeVisible()

  await mendNetwork(tablet)
  await expect(card.getByText('Văn phòng đã ghi nhận', { exact: true })).toBeVisible()
  await expect(statusLine(page)).toContainText('Đã đồng bộ lúc')

  await goByMenu(page, 'Biên nhận')
  await page.getByRole('button', { name: 'Kiểm tra tất cả' }).click()
  await expect(page.getByText('biên nhận đều hợp lệ')).toBeVisible()
  await checkScreen(page)
  await page.getByRole('button', { name: /^Biên nhận số/ }).click()
  const receipt = page.getByRole('dialog')
  await expect(receipt).toContainText('Không đồng ý')
  await receipt.getByRole('button', { name: 'Kiểm tra biên nhận' }).click()
  await expect(receipt.getByText('Biên nhận hợp lệ')).toBeVisible()
  await checkScreen(page)
  await receipt.getByRole('button', { name: 'Đóng' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tải tệp mang về' }).click()
  expect((await download).suggestedFilename()).toMatch(/^e-cabinet-bien-nhan-\d{4}-\d\d-\d\d\.json$/)

  await goByMenu(page, 'Lưu trữ')
  await expect(page.getByText('Không còn gì chờ gửi.')).toBeVisible()
  await checkScreen(page)
  await lock(page)
  await expect(page.getByRole('heading', { name: 'Mở khóa' })).toBeVisible()
})

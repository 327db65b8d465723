import type { Page } from '@playwright/test'
import {
  choose,
  cutNetwork,
  goByMenu,
  lying,
  mendNetwork,
  statusLine,
  type Tablet,
} from '../journeys/testing/tablet.ts'
import type { Camera } from './camera.ts'

const scholarships = /chính sách học bổng/
const projects = /dự án giao thông trọng điểm/
const budget = /nguồn tăng thu, tiết kiệm chi/

/** A member's week, on an opened tablet. */
export async function takeMember(take: Camera, tablet: Tablet): Promise<void> {
  const { page } = tablet
  await page.setViewportSize(lying)
  await page.getByText('Đọc được khi không có mạng').nth(4).waitFor()
  await take(page, 'member-home')

  await go(page, 'Phiếu lấy ý kiến')
  await take(page, 'member-ballots')
  await page.getByRole('button', { name: projects }).click()
  await take(page, 'member-ballot')
  await page.setViewportSize(lying)
  await page.getByRole('button', { name: /^Tờ trình số 431/ }).click()
  await page.locator('.page[data-loaded=true]').first().waitFor()
  await take(page, 'member-ballot-document')
  await page.setViewportSize(lying)
  await page
    .getByRole('region', { name: 'Trả lời' })
    .getByRole('checkbox')
    .first()
    .locator('xpath=..')
    .click()
  await take(page, 'member-ballot-chosen')
  await page.setViewportSize(lying)
  await go(page, 'Việc cần làm')
  await take(page, 'member-leaves-unsigned')
  await page.getByRole('button', { name: 'Rời đi, giữ bản viết dở' }).click()

  const card = page.getByRole('article', { name: scholarships })
  await cutNetwork(tablet)
  await choose(card, 'Không đồng ý')
  await page.getByRole('button', { name: 'Ký và gửi' }).waitFor()
  await take(page, 'member-sign')
  await page.setViewportSize(lying)
  await page.getByRole('button', { name: 'Ký và gửi' }).click()
  await card.getByText('Đã lưu trên máy tính bảng này').waitFor()
  await take(page, 'member-saved-offline')
  await page.setViewportSize(lying)
  await goByMenu(page, 'Lưu trữ')
  await take(page, 'storage-offline')
  await page.setViewportSize(lying)
  await goByMenu(page, 'Thiết bị')
  await take(page, 'member-devices-offline')
  await page.setViewportSize(lying)
  await mendNetwork(tablet)
  await statusLine(page).getByText('Đã đồng bộ lúc').waitFor()
  await goByMenu(page, 'Lưu trữ')
  await take(page, 'storage')
  await page.setViewportSize(lying)

  await goByMenu(page, 'Biên nhận')
  await page.getByRole('button', { name: 'Kiểm tra tất cả' }).click()
  await page.getByText('biên nhận đều hợp lệ').waitFor()
  await take(page, 'member-receipts')
  await page.setViewportSize(lying)
  await page
    .getByRole('button', { name: /^Biên nhận số/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Kiểm tra biên nhận' }).click()
  await page.getByText('Biên nhận hợp lệ').waitFor()
  await take(page, 'member-receipt')
  await page.setViewportSize(lying)
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click()
  await goByMenu(page, 'Thiết bị')
  await take(page, 'member-devices')
  await page.setViewportSize(lying)

  await go(page, 'Phiếu lấy ý kiến')
  await page.getByRole('button', { name: budget }).click()
  await page.getByRole('button', { name: 'Xem danh sách' }).first().waitFor()
  await take(page, 'member-ballot-closed')
  await page.setViewportSize(lying)
  await page.getByRole('button', { name: 'Xem danh sách' }).first().click()
  await page.getByRole('table').first().scrollIntoViewIfNeeded()
  await take(page, 'member-ballot-names')
  await page.setViewportSize(lying)
}

/** The same home in English and in the dark. */
export async function takeLooks(take: Camera, page: Page): Promise<void> {
  await page.setViewportSize(lying)
  await go(page, 'Việc cần làm')
  await page.getByRole('button', { name: /^Tài khoản của/ }).click()
  await take(page, 'person-menu')
  await page.setViewportSize(lying)
  await page.getByText('Tối', { exact: true }).click()
  await page.keyboard.press('Escape')
  await take(page, 'member-home-dark')
  await page.setViewportSize(lying)
  await page.getByRole('button', { name: /^Tài khoản của/ }).click()
  await page.getByText('Sáng', { exact: true }).click()
  await page.getByText('English', { exact: true }).click()
  await page.keyboard.press('Escape')
  await take(page, 'member-home-english')
}

export const go = (page: Page, place: string): Promise<void> =>
  page.getByRole('navigation').getByRole('link', { name: place }).click()

import type { Page } from '@playwright/test'
import { makePaper } from '../journeys/testing/arranged-ballot.ts'
import { desk, goByMenu } from '../journeys/testing/tablet.ts'
import type { Camera } from './camera.ts'
import { go } from './member-pictures.ts'

const storms = /khắc phục hậu quả bão/
const medicines = /thuốc, thiết bị y tế/

/** The secretary writes, the head of office issues, both look. */
export async function takeOffice(take: Camera, secretary: Page, head: Page): Promise<void> {
  await takeEditor(take, secretary)
  await head.getByText('Chờ duyệt phát hành').waitFor()
  await take(head, 'office-home')
  await head.setViewportSize(desk)
  await head.getByRole('button', { name: 'Nghị định về quản lý trang thiết bị' }).first().click()
  await take(head, 'office-ballot-submitted')
  await sheet(take, head, 'Duyệt và phát hành', 'office-issue')
  await sheet(take, head, 'Trả lại', 'office-return')

  await go(head, 'Phiếu')
  await take(head, 'office-ballots')
  await head.setViewportSize(desk)
  await head.getByRole('button', { name: storms }).click()
  await head.getByRole('table').waitFor()
  await take(head, 'office-watch')
  for (const [act, name] of [
    ['Gia hạn', 'office-extend'],
    ['Thu hồi', 'office-recall'],
    ['Danh sách cần nhắc', 'office-remind'],
  ] as const) {
    await sheet(take, head, act, name)
  }
  await tabs(take, head, { 'Nội dung': 'office-content', 'Lịch sử': 'office-history' })
  await head.getByRole('button', { name: 'Sửa đổi' }).click()
  await head.getByLabel('Trích yếu').waitFor()
  await take(head, 'office-amend')

  await head.setViewportSize(desk)
  await go(head, 'Phiếu')
  await head.getByRole('button', { name: medicines }).click()
  await tabs(take, head, {
    'Kết quả': 'office-result',
    'Trả lời': 'office-said',
    'Cần quyết định': 'office-rulings',
  })
  await goByMenu(head, 'Thiết bị')
  await head.getByRole('table').waitFor()
  await take(head, 'office-devices')
  await head.setViewportSize(desk)
  await head.getByRole('row').nth(1).getByRole('button').click()
  await take(head, 'office-device')
  await sheet(take, head, 'Trao mã đăng ký', 'office-code')
}

async function takeEditor(take: Camera, page: Page): Promise<void> {
  await page.setViewportSize(desk)
  await page.getByRole('button', { name: 'Soạn phiếu mới' }).click()
  await page.getByLabel('Trích yếu').waitFor()
  await take(page, 'office-editor-empty')
  await page.setViewportSize(desk)
  await page.getByRole('button', { name: 'Lưu và trình duyệt' }).click()
  await take(page, 'office-editor-gaps')
  await page.setViewportSize(desk)
  await page.getByLabel('Trích yếu').fill('Nghị định về quản lý trang thiết bị y tế')
  await page.getByLabel('Tóm tắt').fill('Nghị định gồm 4 chương, 21 điều.')
  await page.getByLabel('Nội dung vấn đề').fill('Đồng chí có đồng ý ban hành Nghị định không?')
  await page.getByRole('combobox', { name: 'Cơ quan chủ trì' }).click()
  await page.getByRole('option', { name: 'Bộ Y tế' }).click()
  const mimeType = 'application/pdf'
  const buffer = Buffer.from(await makePaper('Nghị định về quản lý trang thiết bị y tế'))
  const files = page.locator('.ec-editor-drop input[type=file]')
  await files.setInputFiles({ name: 'To_trinh.pdf', mimeType, buffer })
  await page.getByRole('textbox', { name: 'Tên tài liệu 1' }).waitFor()
  await files.setInputFiles({ name: 'khong-phai.pdf', mimeType, buffer: Buffer.from('văn bản') })
  await page.getByText('“khong-phai.pdf” không nằm trong hồ sơ').scrollIntoViewIfNeeded()
  await take(page, 'office-editor')
  await page.setViewportSize(desk)
  await page.getByRole('button', { name: 'Bỏ khỏi danh sách' }).click()
  await page.getByRole('button', { name: 'Lưu và trình duyệt' }).click()
  await page.getByRole('button', { name: 'Ký và trình' }).waitFor()
  await take(page, 'office-submit')
  await page.setViewportSize(desk)
  await page.getByRole('button', { name: 'Ký và trình' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** What an act says before it is signed; then left alone. */
export async function sheet(take: Camera, page: Page, act: string, name: string): Promise<void> {
  await page.setViewportSize(desk)
  await page.getByRole('button', { name: act, exact: true }).click()
  await page.getByRole('dialog').waitFor()
  await take(page, name)
  await page.setViewportSize(desk)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

async function tabs(take: Camera, page: Page, names: Readonly<Record<string, string>>): Promise<void> {
  for (const [tab, name] of Object.entries(names)) {
    await page.setViewportSize(desk)
    await page.getByRole('tab', { name: tab }).click()
    await take(page, name)
  }
  await page.setViewportSize(desk)
}

import type { Page } from '@playwright/test'
import { lying } from '../journeys/testing/tablet.ts'
import type { Camera } from './camera.ts'
import { go } from './member-pictures.ts'

const projects = /dự án giao thông trọng điểm/

/** A document in all the ways to look at it, with what is written on it and what goes out of it. */
export async function takeReader(take: Camera, page: Page): Promise<void> {
  const seen = async (name: string) => {
    await take(page, name)
    await page.setViewportSize(lying)
  }
  const tap = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const choose = async (name: string) => {
    await tap('Cách xem')
    await page.getByRole('menuitem', { name }).or(page.getByRole('menuitemcheckbox', { name })).click()
  }
  await page.setViewportSize(lying)
  await go(page, 'Phiếu lấy ý kiến')
  await page.getByRole('button', { name: projects }).click()
  await page.getByRole('button', { name: /^Tờ trình số 431/ }).click()
  await page.locator('.page[data-text=yes]').first().waitFor()

  await tap('Mục lục, trang và tìm kiếm')
  await page.locator('.ec-reader-pages img').nth(5).waitFor()
  await seen('reader-pages')
  await tap('Mục lục')
  await seen('reader-outline')
  await tap('Tìm')
  await page.getByRole('searchbox', { name: 'Tìm trong tài liệu' }).fill('giao thong')
  await page.getByText(/^Kết quả 1 trên/).waitFor()
  await seen('reader-find')
  await page.getByRole('searchbox', { name: 'Tìm trong tài liệu' }).fill('không có chữ này')
  await page.getByText('Không tìm thấy.').waitFor()
  await seen('reader-find-none')
  await page.getByRole('searchbox', { name: 'Tìm trong tài liệu' }).fill('')
  await page.keyboard.press('Escape')

  await tap('Cách xem')
  await page.getByRole('menu').waitFor()
  await seen('reader-menu')
  await page.keyboard.press('Escape')
  await choose('Nền tối')
  await seen('reader-night')
  await choose('Nền tối')
  await choose('Từng trang')
  await tap('Vừa cả trang')
  await seen('reader-single')
  await choose('Cuộn liên tục')
  await tap('Vừa chiều rộng')
  await tap('Toàn màn hình')
  await seen('reader-full')
  await tap('Thoát toàn màn hình')
  await takeNotes(page, seen, tap)
  await choose('Xuất cả hồ sơ')
  await page.getByRole('dialog').waitFor()
  await seen('reader-export')
  await tap('Để sau')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.evaluate(() => {
    window.print = () => {}
  })
  await choose('In (tên người in')
  await page.getByText('Đang chuẩn bị trang 10 trên 10').waitFor()
  await seen('reader-print')
  await tap('Thôi in')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

async function takeNotes(
  page: Page,
  seen: (name: string) => Promise<void>,
  tap: (name: string) => Promise<void>,
) {
  await tap('Ghi chú lên tài liệu')
  const paper = page.locator('.pdfViewer .page').first()
  const box = await paper.boundingBox()
  if (!box) throw new Error('no page')
  await page.mouse.move(box.x + 60, box.y + 100)
  await page.mouse.down()
  for (let i = 1; i <= 30; i++) {
    await page.mouse.move(box.x + 60 + i * 5, box.y + 100 + Math.round(14 * Math.sin(i / 3)))
  }
  await page.mouse.up()
  await seen('notes-tools')
  await tap('Tô sáng')
  await page.locator('.ec-reader-scroll').focus()
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'End', 'Home']) await page.keyboard.press(key)
  for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowRight')
  await seen('notes-by-keys')
  await page.locator('.ec-reader-scroll').focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await tap('Giấy ghi nhớ')
  await paper.click({ position: { x: 300, y: 260 } })
  await page
    .getByRole('textbox', { name: 'Nội dung ghi chú' })
    .fill('Đề nghị Bộ Tài chính làm rõ nguồn vốn đối ứng của địa phương.')
  await seen('notes-editor')
  await tap('Xong')
  await tap('Mục lục, trang và tìm kiếm')
  await tap('Ghi chú')
  await page.locator('.ec-note-row').nth(1).waitFor()
  await seen('notes-panel')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Ghi vào/ }).click()
  await page.getByRole('menu').waitFor()
  await seen('notes-layer')
  await page.getByRole('menuitem', { name: 'Chia sẻ với ai' }).click()
  await page.getByRole('dialog').getByRole('checkbox').first().waitFor()
  await seen('notes-share')
  await tap('Để sau')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await tap('Thôi ghi chú')
}

/** The search over everything: before, with something found, with nothing. */
export async function takeSearch(take: Camera, page: Page): Promise<void> {
  await page.setViewportSize(lying)
  await go(page, 'Tra cứu')
  await page.getByText(/^Phạm vi tìm/).waitFor()
  await take(page, 'search')
  await page.setViewportSize(lying)
  const field = page.getByRole('searchbox', { name: 'Tìm trong phiếu và tài liệu' })
  await field.fill('giao thong')
  await page.getByText(/^Tìm thấy trong/).waitFor()
  await take(page, 'search-found')
  await page.setViewportSize(lying)
  await field.fill('không có chữ này ở đâu cả')
  await page.getByText('Không tìm thấy', { exact: true }).waitFor()
  await take(page, 'search-none')
  await page.setViewportSize(lying)
}

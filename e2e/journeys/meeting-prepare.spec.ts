import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { makePaper } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts, titleOf } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { desk } from './testing/tablet.ts'

test.use({ government: [accounts.primeMinister, accounts.health] })

const title = 'Phiên họp Chính phủ thường kỳ tháng 11 năm 2026'
const law = 'Dự án Luật Thủ đô (sửa đổi)'
const decree = 'Dự thảo Nghị định quy định chi tiết một số điều của Luật Khám bệnh, chữa bệnh'
const economy = 'Tình hình kinh tế - xã hội tháng 11'

test('[M1] [M2] [O9] an agenda is written, put in order by keyboard, returned, approved and sent; members find it', async ({
  tabletOf,
}) => {
  const { page } = await tabletOf(accounts.secretary, { viewport: desk })
  await page.getByRole('link', { name: 'Phiên họp' }).click()
  await expect(page.getByText('Chưa có phiên họp nào')).toBeVisible()
  await page.getByRole('button', { name: 'Soạn phiên họp' }).click()
  await page.getByLabel('Tên phiên họp').fill(title)
  await page.getByLabel('Địa điểm').fill('Phòng họp số 1, Trụ sở Chính phủ')
  for (const item of [decree, law, economy]) await addItem(page, item)
  await expect(page.getByText('Chương trình 1 giờ, phiên họp 3 giờ 30 phút')).toBeVisible()
  const buffer = Buffer.from(await makePaper(economy))
  const paper = { name: 'Bao_cao_KTXH.pdf', mimeType: 'application/pdf', buffer }
  await page.locator('input[type=file]').setInputFiles(paper)
  await expect(page.getByRole('textbox', { name: 'Tên tài liệu 1' })).toHaveValue('Bao cao KTXH')
  await checkScreen(page)

  await row(page, economy).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByText(`“${economy}” chuyển đến vị trí 2 trên 3.`)).toBeAttached()
  await expect(row(page, economy)).toBeFocused()
  await page.getByRole('button', { name: 'Chuyển Nội dung 1 xuống' }).click()
  await expect(page.locator('.ec-agenda-title')).toHaveText([economy, decree, law])

  await page.getByRole('button', { name: 'Lưu và trình duyệt' }).click()
  await expect(page.getByRole('dialog')).toContainText('Chương trình 3 nội dung, 1 giờ.')
  await page.getByRole('button', { name: 'Ký và trình' }).click()
  await expect(page.getByText('Chờ duyệt').first()).toBeVisible()
  await checkScreen(page)

  const head = await tabletOf(accounts.head, { viewport: desk })
  await expect(head.page.getByText('Phiên họp chờ duyệt')).toBeVisible()
  await head.page.getByRole('button', { name: title }).click()
  await head.page.getByRole('button', { name: 'Trả lại' }).click()
  await head.page.getByLabel('Lý do').fill('Đề nghị ghi rõ địa điểm.')
  await head.page.getByRole('button', { name: 'Ký và trả lại' }).click()
  await expect(head.page.getByText('Đề nghị ghi rõ địa điểm.')).toBeVisible()

  await expect(page.getByText('Đề nghị ghi rõ địa điểm.')).toBeVisible()
  await page.getByRole('button', { name: 'Sửa', exact: true }).click()
  await page.getByLabel('Địa điểm').fill('Phòng họp số 1, Trụ sở Chính phủ, số 1 Hoàng Hoa Thám')
  await page.getByRole('button', { name: 'Lưu và trình duyệt' }).click()
  await page.getByRole('button', { name: 'Ký và trình' }).click()

  await head.page.getByRole('button', { name: 'Duyệt', exact: true }).click()
  await expect(head.page.getByRole('dialog')).toContainText('số 1 Hoàng Hoa Thám')
  await head.page.getByRole('button', { name: 'Ký và duyệt' }).click()
  await head.page.getByRole('button', { name: 'Gửi giấy mời', exact: true }).click()
  await expect(head.page.getByRole('dialog')).toContainText('máy của 2 thành viên')
  await head.page.getByRole('button', { name: 'Ký và gửi giấy mời' }).click()
  await expect(head.page.getByText('Đã gửi giấy mời', { exact: true })).toBeVisible()
  const download = head.page.waitForEvent('download')
  await head.page.getByRole('button', { name: 'Tải lịch (.ics)' }).click()
  const calendar = await readFile(await (await download).path(), 'utf8')
  expect(calendar).toContain('METHOD:PUBLISH\r\n')
  expect(calendar).not.toContain('Nghị định')

  const member = await tabletOf(accounts.health)
  await member.page.getByRole('link', { name: 'Phiên họp' }).click()
  await member.page.getByRole('button', { name: title }).click()
  await expect(member.page.getByText(economy).first()).toBeVisible()

  await head.page.getByRole('tab', { name: 'Người dự họp' }).click()
  const line = head.page.getByRole('row', { name: titleOf(accounts.health) })
  await expect(line).toContainText('3/3 nội dung')
  await expect(line).toContainText('Chưa trả lời')
  await checkScreen(head.page)
})

const row = (page: Page, item: string) =>
  page.getByRole('button', { name: new RegExp(`^Mở nội dung \\d: .*${item.slice(0, 20)}`) })

async function addItem(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Thêm nội dung' }).click()
  await page.getByRole('textbox', { name: 'Tên nội dung' }).fill(item)
  await page.getByRole('textbox', { name: 'Người trình bày' }).fill('Bộ trưởng Bộ Y tế')
  await page.getByRole('combobox', { name: 'Cơ quan chủ trì' }).click()
  await page.getByRole('option', { name: 'Bộ Y tế' }).click()
}

import { expect, type Page } from '@playwright/test'
import { type Cell, makeWorkbook } from '../../server/intake/testing/make-workbook.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { desk } from './testing/tablet.ts'

const head: readonly Cell[] = [
  ...['TT', 'Số, ký hiệu', 'Ngày VB', 'Trích yếu', 'Nội dung nhiệm vụ', 'Đơn vị chủ trì', 'Thời hạn'],
]
const row = (no: number, lead: string): readonly Cell[] => [
  ...[
    no,
    `${no}/CT-TTg`,
    { day: 46_073 },
    'Về phòng, chống thiên tai',
    `Rà soát khu vực ${no}`,
    lead,
    '31/12/2030',
  ],
]
const workbook = (...rows: (readonly Cell[])[]) => ({
  name: 'so-nhiem-vu.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(
    makeWorkbook([{ name: 'Sổ', rows: [['SỔ THEO DÕI NHIỆM VỤ'], head, ...rows], merges: ['A1:G1'] }]),
  ),
})
const choose = (page: Page, file: ReturnType<typeof workbook>) =>
  page.getByTestId('workbook').setInputFiles(file)

test('[T8] a register from a workbook: refused with words, shown row by row, signed once; again it changes nothing', async ({
  tabletOf,
}) => {
  const { page } = await tabletOf(accounts.secretary, { viewport: desk })
  await page.getByRole('link', { name: 'Nhiệm vụ' }).click()
  await page.getByRole('button', { name: 'Nhập từ tệp' }).click()
  await checkScreen(page)

  await choose(page, {
    ...workbook(),
    name: 'trang.xlsx',
    buffer: Buffer.from('<html><table></table></html>'),
  })
  await expect(page.getByRole('alert')).toContainText('Đây không phải tệp XLSX')

  await choose(page, workbook(row(1, 'Bộ Y tế'), row(2, 'bo y te'), row(3, 'Bộ Y tá')))
  await expect(page.getByRole('alert')).toBeHidden()
  await expect(page.getByText('Có phải là “Bộ Y tế”?')).toBeVisible()
  await checkScreen(page)
  await page.getByRole('button', { name: 'Nhập 2 nhiệm vụ' }).click()
  const sheet = page.getByRole('dialog', { name: 'Nhập 2 nhiệm vụ làm dự thảo' })
  await expect(sheet).toContainText('Bỏ qua 1 dòng có lỗi')
  await checkScreen(page)
  await sheet.getByRole('button', { name: 'Ký và nhập' }).click()
  await expect(page.getByText('Đã nhập xong.')).toBeVisible()

  await choose(page, workbook(row(1, 'Bộ Y tế'), row(2, 'bo y te')))
  await expect(page.getByText('Không có gì thay đổi')).toBeVisible()
  await page.getByRole('link', { name: 'Nhiệm vụ' }).click()
  await expect(page.getByRole('button', { name: 'Rà soát khu vực 1' })).toBeVisible()
  await page.getByRole('button', { name: 'Rà soát khu vực 1' }).click()
  await expect(page.getByText('Văn phòng nhập dòng 3')).toBeVisible()
})

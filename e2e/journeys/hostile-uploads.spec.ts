import { PDFDocument } from '@cantoo/pdf-lib'
import { expect } from '@playwright/test'
import { onePage, rawPdf } from '../../server/intake/testing/raw-pdf.ts'
import { isCleanText } from '../../shared/lib/text.ts'
import { makePaper } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { desk } from './testing/tablet.ts'

const mimeType = 'application/pdf'
const script = '/OpenAction<</S/JavaScript/JS(app.alert(1))>>'
const override = '\u202e'
const zeroWidth = '\u200b'

async function encrypted(): Promise<Uint8Array> {
  const made = await PDFDocument.create()
  made.addPage()
  made.encrypt({ userPassword: 'mat-khau', ownerPassword: 'mat-khau' })
  return made.save({ useObjectStreams: false })
}

test('[O6] files that are none, locked or armed, and text that hides something: a clear word, and nothing is changed', async ({
  tabletOf,
}) => {
  const { page } = await tabletOf(accounts.secretary, { viewport: desk })
  await page.getByRole('button', { name: 'Soạn phiếu mới' }).click()
  const drop = (name: string, bytes: Uint8Array | string) =>
    page
      .locator('.ec-editor-drop input[type=file]')
      .setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) })
  for (const [name, bytes, words] of [
    ['khong-phai.pdf', 'Đây là văn bản thường.', 'Tệp không phải PDF, dù tên có đuôi .pdf.'],
    ['rong.pdf', '', 'Tệp rỗng.'],
    ['khoa.pdf', await encrypted(), 'Tệp có mật khẩu hoặc bị mã hóa.'],
    ['ma-chay.pdf', rawPdf(onePage({ catalog: script })), 'Tệp chứa mã chạy (JavaScript).'],
    ['cut.pdf', (await makePaper('Bị cắt')).slice(0, 2000), 'Tệp bị hỏng hoặc bị cắt giữa chừng.'],
  ] as const) {
    await drop(name, bytes)
    const alert = page.getByRole('alert').filter({ hasText: `“${name}” không nằm trong hồ sơ` })
    await expect(alert).toContainText(words)
  }
  await checkScreen(page)
  await expect(page.getByRole('textbox', { name: 'Tên tài liệu 1' })).toHaveCount(0)

  const long = `${'Tờ trình/về việc\\'.normalize('NFD').repeat(12)}${zeroWidth}${override}.pdf`
  await drop(long, await makePaper('Tên dài'))
  const title = page.getByRole('textbox', { name: 'Tên tài liệu 1' })
  await expect(title).toHaveValue(/^Tờ trình/)
  expect(isCleanText(await title.inputValue())).toBe(true)

  const nfd = 'Nghị định về đất đai'.normalize('NFD')
  await page.getByLabel('Trích yếu').fill(`${override}${nfd}${zeroWidth} <img src=x onerror=alert(1)>`)
  await page.getByLabel('Nội dung vấn đề').fill('Đồng ý\u0000 không\ud800?')
  await page.getByRole('combobox', { name: 'Cơ quan chủ trì' }).click()
  await page.getByRole('option', { name: 'Bộ Y tế' }).click()
  await page.getByRole('button', { name: 'Lưu ở Văn phòng' }).click()
  await expect(page.getByText('Đã lưu ở Văn phòng', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Phiếu' }).click()
  await expect(
    page.getByRole('button', { name: 'Nghị định về đất đai <img src=x onerror=alert(1)>' }),
  ).toBeVisible()
})

import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { readDocx, readPdf, textOfXml, wordsOf } from '../../server/reports/testing/read-paper.ts'
import { makePaper } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts, titleOf } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { choose, desk, stickNote, upright } from './testing/tablet.ts'

test.use({ government: [accounts.health, accounts.finance] })

const title = 'Dự thảo Nghị định quy định chi tiết một số điều của Luật Khám bệnh, chữa bệnh'
const mimeType = 'application/pdf'
const note = 'Đề nghị làm rõ nguồn kinh phí'
const opinion = 'Đề nghị giao Bộ Y tế quy định chi tiết điều kiện hậu kiểm trong quý I.'
const reason = 'Giao Bộ Y tế quy định, nhưng trong quý II.'

test('[B1] [B11] [B15] [G2] from the secretary who writes a ballot to the names in its count, two tablets in between', async ({
  tabletOf,
}) => {
  const secretary = await tabletOf(accounts.secretary, { viewport: desk })
  await writeBallot(secretary.page)
  await secretary.page.getByRole('button', { name: 'Lưu và trình duyệt' }).click()
  await secretary.page.getByRole('button', { name: 'Ký và trình' }).click()
  await expect(secretary.page.getByText('Chờ duyệt').first()).toBeVisible()

  const head = await tabletOf(accounts.head, { viewport: desk })
  await expect(head.page.getByText('Chờ duyệt phát hành')).toBeVisible()
  await checkScreen(head.page)
  await head.page.getByRole('button', { name: title }).click()
  await head.page.getByRole('button', { name: 'Duyệt và phát hành' }).click()
  await expect(head.page.getByRole('dialog')).toContainText('gửi tới 2 thành viên Chính phủ')
  await head.page.getByRole('button', { name: 'Ký và phát hành' }).click()
  await expect(head.page.getByText(/^0001\/PLYK\/\d{4}$/)).toBeVisible()

  const first = await tabletOf(accounts.health)
  await readPaper(first.page, 2)
  await test.step('[A4] [B5] a new file in the place of the paper: what changes is said first, and the note on it stays', async () => {
    await stickNote(first.page, note)
    await expectNote(first.page)
    await replaceFile(head.page)
    await first.page.getByRole('button', { name: 'Mở bản mới' }).click()
    await expect(first.page.getByText('trên 3')).toBeVisible()
    await expectNote(first.page)
    await expect(first.page.locator('.ec-note-tray .ec-note-row')).toHaveCount(0)
    await first.page.getByRole('button', { name: 'Đóng bảng bên' }).last().click()
  })
  const answer = first.page.getByRole('region', { name: 'Trả lời' })
  await choose(answer, 'Không đồng ý')
  await checkScreen(first.page)
  await answer.getByRole('button', { name: 'Xem và ký' }).click()
  await first.page.getByRole('button', { name: 'Ký và gửi' }).click()
  await expect(answer.getByText('Văn phòng đã ghi nhận', { exact: true })).toBeVisible()

  const second = await tabletOf(accounts.finance, { viewport: upright })
  await readPaper(second.page, 3)
  await checkScreen(second.page)
  await second.page.getByRole('button', { name: 'Trả lời', exact: true }).click()
  const sheet = second.page.getByRole('dialog', { name: 'Trả lời' })
  await choose(sheet, 'Ý kiến khác')
  await sheet.getByRole('button', { name: 'Xem và ký' }).click()
  await expect(sheet.getByText('Đồng chí đã chọn “Ý kiến khác”, xin ghi rõ nội dung.')).toBeVisible()
  await sheet.getByRole('textbox').fill(opinion)

  const line = (of: typeof accounts.health | typeof accounts.finance) =>
    head.page.getByRole('row', { name: titleOf(of) })
  await expect(line(accounts.health)).toContainText('Đã trả lời')
  await expect(line(accounts.finance)).toContainText('Đã mở bản mới, chưa trả lời')
  await expect(head.page.getByText('Không đồng ý')).toHaveCount(0)
  await expect(head.page.getByRole('button', { name: 'Đóng phiếu' })).toBeDisabled()
  await checkScreen(head.page)

  await sheet.getByRole('button', { name: 'Xem và ký' }).click()
  await second.page.getByRole('button', { name: 'Ký và gửi' }).click()
  await expect(second.page.getByText('Văn phòng đã ghi nhận', { exact: true })).toBeVisible()

  await head.page.getByRole('button', { name: 'Đóng phiếu' }).click()
  await head.page.getByLabel('Lý do').fill('Mọi thành viên đã trả lời.')
  await head.page.getByRole('button', { name: 'Ký và đóng phiếu' }).click()
  await first.page.getByRole('button', { name: 'Mở danh sách tài liệu' }).click()
  await first.page.getByRole('button', { name: 'Nội dung phiếu' }).click()
  for (const { page } of [head, first]) {
    await expect(page.getByText('Không được thông qua')).toBeVisible()
    await page.getByRole('button', { name: 'Xem danh sách' }).click()
    const names = page.getByRole('table', { name: 'Danh sách thành viên' })
    await expect(names.getByRole('row', { name: titleOf(accounts.health) })).toContainText('Không đồng ý')
    await expect(names.getByRole('row', { name: titleOf(accounts.finance) })).toContainText('Ý kiến khác')
    await checkScreen(page)
  }
  await head.page.getByRole('tab', { name: 'Trả lời' }).click()
  await expect(head.page.getByText(opinion)).toBeVisible()
  await head.page.getByRole('tab', { name: 'Giải trình' }).click()
  const points = head.page.getByRole('region', { name: 'Tiếp thu, giải trình ý kiến' })
  await expect(points.getByText('Còn 1 ý kiến chờ giải trình')).toBeVisible()

  await test.step('[B15] the lead agency’s desk responds to words without a name, and their author is told', async () => {
    const ministry = await tabletOf(accounts.clerk, { viewport: desk })
    await respond(ministry.page)
    const { page } = second
    await page.getByRole('link', { name: 'Việc cần làm' }).click()
    const news = page.getByRole('region', { name: /^Ý kiến của đồng chí đã được giải trình/ })
    await expect(news.getByText('Tiếp thu một phần')).toBeVisible()
    await expect(news.getByText(reason)).toBeVisible()
    await checkScreen(page)
    await news.getByRole('button', { name: 'Tôi đã rõ' }).click()
    await expect(news).toHaveCount(0)
    await expect(first.page.getByText(reason)).toBeVisible()
    await expect(first.page.getByText(opinion)).toHaveCount(0)
    await expect(points.getByText('Đã giải trình đủ 1 ý kiến')).toBeVisible()
  })
  await readReport(head.page)
})

/** The report that the Office signs, in both forms, as they come out of the browser (B14). */
async function readReport(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Kết quả' }).click()
  const fetched = async (form: 'DOCX' | 'PDF') => {
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: `Báo cáo tổng hợp (${form})` }).click()
    const download = await coming
    expect(download.suggestedFilename()).toMatch(/^bao-cao-tong-hop-0001-PLYK-\d{4}\.(docx|pdf)$/)
    return new Uint8Array(await readFile(await download.path()))
  }
  const pdf = (await readPdf(await fetched('PDF'))).map(wordsOf).join(' ')
  const docx = textOfXml(readDocx(await fetched('DOCX'), 'word/document.xml'))
  for (const text of [pdf, docx]) {
    expect(text).toContain(opinion)
    expect(text).toContain('0 trên 2 thành viên tán thành, không quá nửa tổng số thành viên Chính phủ.')
    expect(text).toContain('Mã gốc lúc kiểm phiếu')
    expect(text).toContain('BẢNG TIẾP THU, GIẢI TRÌNH Ý KIẾN')
    expect(text).toContain(reason)
  }
}

async function respond(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Phiếu của cơ quan' }).click()
  await page.getByRole('button', { name: title }).click()
  await expect(page.getByText(opinion)).toBeVisible()
  await expect(page.getByText(titleOf(accounts.finance))).toHaveCount(0)
  await page.getByRole('button', { name: 'Giải trình', exact: true }).click()
  const sheet = page.getByRole('dialog')
  await choose(sheet, 'Tiếp thu một phần')
  await sheet.getByLabel('Vị trí trong dự thảo mới').fill('Điều 9 khoản 2')
  await sheet.getByRole('button', { name: 'Ký và gửi giải trình' }).click()
  await expect(sheet.getByText('Xin ghi lý do')).toHaveCount(1)
  await sheet.getByLabel('Lý do, nội dung giải trình').fill(reason)
  await checkScreen(page)
  // What is written stays: the sheet goes by its button alone, and is found again as it was left.
  await page.keyboard.press('Escape')
  await expect(sheet).toBeVisible()
  await sheet.getByRole('button', { name: 'Để sau' }).click()
  await expect(sheet).toHaveCount(0)
  await page.getByRole('button', { name: 'Viết tiếp giải trình' }).click()
  await expect(sheet.getByLabel('Vị trí trong dự thảo mới')).toHaveValue('Điều 9 khoản 2')
  await expect(sheet.getByLabel('Lý do, nội dung giải trình')).toHaveValue(reason)
  await sheet.getByRole('button', { name: 'Ký và gửi giải trình' }).click()
  await expect(sheet).toHaveCount(0)
  await expect(page.getByText('Trong dự thảo mới: Điều 9 khoản 2')).toBeVisible()
  await checkScreen(page)
}

async function writeBallot(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Soạn phiếu mới' }).click()
  await page.getByLabel('Trích yếu').fill(title)
  await page.getByLabel('Tóm tắt').fill('Nghị định gồm 4 chương, 21 điều.')
  await page.getByLabel('Nội dung vấn đề').fill('Đồng chí có đồng ý ban hành Nghị định không?')
  await page.getByRole('combobox', { name: 'Cơ quan chủ trì' }).click()
  await page.getByRole('option', { name: 'Bộ Y tế' }).click()
  const buffer = Buffer.from(await makePaper(title))
  const paper = { name: 'To_trinh_45.pdf', mimeType, buffer }
  await page.locator('.ec-editor-drop input[type=file]').setInputFiles(paper)
  await expect(page.getByRole('textbox', { name: 'Tên tài liệu 1' })).toHaveValue('To trinh 45')
  await page.getByRole('textbox', { name: 'Tên tài liệu 1' }).fill('Tờ trình số 45/TTr-BYT')
  await checkScreen(page)
}

async function expectNote(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mục lục, trang và tìm kiếm' }).click()
  await page.getByRole('button', { name: 'Ghi chú', exact: true }).click()
  await expect(page.locator('.ec-note-row')).toHaveText([new RegExp(note)])
}

/** A file that is none leaves the former one where it is; the next one takes its place and goes out. */
async function replaceFile(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sửa đổi' }).click()
  const choose = page.locator('.ec-editor-document input[type=file]')
  await choose.setInputFiles({ name: 'hong.pdf', mimeType, buffer: Buffer.from('văn bản') })
  await expect(page.getByText('Chưa thay bằng “hong.pdf”; tệp trước vẫn giữ nguyên')).toBeVisible()
  const buffer = Buffer.from(await makePaper(`${title} (đã tiếp thu)`, 3))
  await choose.setInputFiles({ name: 'To_trinh_tiep_thu.pdf', mimeType, buffer })
  await expect(page.getByText('Tệp mới “To_trinh_tiep_thu.pdf” thay cho')).toBeVisible()
  await checkScreen(page)
  await page.getByRole('button', { name: 'Xem và phát hành bản sửa đổi' }).click()
  const sheet = page.getByRole('dialog')
  await expect(sheet).toContainText(/Thay tệp.*Tờ trình số 45.*trước 2 trang, nay 3 trang/s)
  await checkScreen(page)
  await sheet.getByLabel('Lý do').fill('Tiếp thu ý kiến thẩm định.')
  await sheet.getByRole('button', { name: 'Ký và phát hành bản mới' }).click()
  await expect(sheet).toHaveCount(0)
}

/** Home, the ballot, its paper, offline: everything that a member does before answering. */
async function readPaper(page: Page, pages: number): Promise<void> {
  const card = page.getByRole('article', { name: title })
  await expect(card.getByText('Đọc được khi không có mạng')).toBeVisible()
  await card.getByRole('button', { name: title }).click()
  await page.getByRole('button', { name: /^Tờ trình số 45\/TTr-BYT/ }).click()
  await expect(page.getByText(`trên ${pages}`)).toBeVisible()
  await expect(page.locator('.page[data-loaded=true]').first()).toBeVisible()
}

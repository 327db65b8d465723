import { expect, type Page } from '@playwright/test'
import { makeDocument } from '../../server/demo/documents/make-document.ts'
import { addDays, dayOf, formatDay, instant } from '../../shared/lib/time.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { cutNetwork, desk, mendNetwork, statusLine, untilReadyOffline, upright } from './testing/tablet.ts'

const today = dayOf(instant(Date.now()))
const abstract = 'Về khắc phục nhanh hậu quả mưa lũ'
// Longer than a line of its page.
const order =
  'Bộ Y tế bảo đảm thuốc cho các xã bị ngập, cử đội y tế lưu động đến từng thôn, báo cáo kết quả trước khi các trường học mở lại.'
const name = 'Công điện số 38/CĐ-TTg'

test('[T1] [D2] [D4] [O1] [O9] a directive is entered, read and searched on a tablet, and a task assigned from its page offline reaches the ministry’s desk', async ({
  tabletOf,
}) => {
  const paper = await makeDocument({
    ...{ kind: 'telegram', title: abstract, agency: 'Thủ tướng Chính phủ', number: '38/CĐ-TTg' },
    ...{ day: today, pages: 1, orders: [order], seed: 7 },
  })
  const { page: library } = await tabletOf(accounts.secretary, { viewport: desk })
  await library.getByRole('link', { name: 'Văn bản' }).click()
  await library.getByRole('button', { name: 'Nhập văn bản' }).click()
  const form = library.getByRole('dialog', { name: 'Nhập văn bản' })
  await form.getByRole('combobox', { name: 'Loại văn bản' }).click()
  await library.getByRole('option', { name: 'Công điện' }).click()
  await form.getByRole('textbox', { name: 'Số, ký hiệu' }).fill('38/CĐ-TTg')
  await form.getByRole('textbox', { name: 'Ngày ban hành' }).fill(formatDay(today))
  await form.getByRole('textbox', { name: 'Cơ quan ban hành' }).fill('Thủ tướng Chính phủ')
  await form.getByRole('textbox', { name: 'Trích yếu' }).fill(abstract)
  await form.locator('input[type=file]').setInputFiles({
    ...{ name: 'Cong_dien_38.pdf', mimeType: 'application/pdf', buffer: Buffer.from(paper) },
  })
  await expect(form.getByRole('textbox', { name: 'Tên tài liệu 1' })).toHaveValue('Cong dien 38')
  await checkScreen(library)
  await form.getByRole('button', { name: 'Lưu dự thảo' }).click()
  await library.getByRole('button', { name: 'Công bố trong thư viện' }).click()
  await library.getByRole('dialog').getByRole('button', { name: 'Công bố trong thư viện' }).click()
  await expect(library.getByRole('button', { name: 'Rút văn bản' })).toBeVisible()
  await checkScreen(library)

  // The Prime Minister finds it by a word that stands on its page alone.
  const chief = await tabletOf(accounts.primeMinister, { viewport: upright })
  const { page } = chief
  await page.getByRole('link', { name: 'Tra cứu' }).click()
  await expect(page.getByText('Phạm vi tìm: 1 tài liệu trên máy này.')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('searchbox').fill('thuoc cho cac xa')
  await untilReadyOffline(page)
  // In the library the Office searches all of it; without a network the list says that it is only what is here.
  await library.getByRole('link', { name: 'Văn bản' }).click()
  await library.getByRole('searchbox').fill('thuoc cho cac xa')
  await expect(library.getByText('Đã tìm trong chữ của toàn bộ thư viện tại Văn phòng.')).toBeVisible()
  await expect(library.locator('.ec-directive-hit')).toContainText('thuốc cho các xã')
  await checkScreen(library)
  await library.getByRole('button', { name }).click()
  await expect(library.locator('.textLayer').first()).toContainText('bảo đảm thuốc')
  await library.getByText('Thông tin văn bản').click()
  await cutNetwork(chief)
  await expect(statusLine(page)).toContainText('goại tuyến')
  await page.getByRole('searchbox').fill('')
  await page.getByRole('link', { name: 'Mở thư viện văn bản' }).click()
  await page.getByRole('searchbox').fill('thuoc cho cac xa')
  await expect(page.getByText('chỉ tìm trong văn bản đã có trên máy này')).toBeVisible()
  await expect(page.locator('.ec-directive-hit')).toContainText('thuốc cho các xã')
  await page.getByRole('link', { name: 'Tra cứu' }).click()
  await page.getByRole('searchbox').fill('thuoc cho cac xa')
  await page.locator('.ec-search-hit').first().click()
  await markWords(page, 'Bộ Y tế bảo', 'mở lại.')
  await page.getByRole('button', { name: 'Giao nhiệm vụ từ trang này' }).click()
  const sheet = page.getByRole('dialog', { name: 'Giao nhiệm vụ từ trang 1' })
  await expect(sheet).toContainText(name)
  await expect(sheet.getByRole('textbox', { name: 'Nội dung nhiệm vụ' })).toHaveValue(order)
  await sheet.getByRole('combobox', { name: 'Cơ quan chủ trì' }).fill('y te')
  await page.getByRole('option', { name: 'Bộ Y tế' }).click()
  const day = sheet.getByRole('textbox', { name: 'Thời hạn' })
  await day.fill(formatDay(addDays(today, -1)))
  await expect(sheet.getByRole('alert')).toContainText('Thời hạn trước ngày của văn bản')
  await day.fill(formatDay(addDays(today, 7)))
  await day.press('Tab')
  await checkScreen(page)
  await sheet.getByRole('button', { name: 'Ký và lưu, gửi khi có mạng' }).click()
  await expect(sheet).toBeHidden()
  // It waits for the network, and no longer for whoever signed it.
  await expect(page.getByRole('navigation').getByText('việc đang chờ đồng chí')).toHaveCount(0)
  await page.getByRole('button', { name: '1 nhiệm vụ từ trang này' }).click()
  await expect(page.locator('.ec-task').getByText('Đã lưu trên máy này, chờ gửi về Văn phòng')).toBeVisible()
  await checkScreen(page)
  await mendNetwork(chief)
  await expect(page.locator('.ec-task').getByText('Chưa tiếp nhận')).toBeVisible()
  await page.getByRole('button', { name: 'Mở trang 1' }).click()
  await expect(page.locator('.textLayer span').first()).toBeAttached()

  // The desk learns of the task and of the directive; the Office sees from where it came.
  const { page: ministry } = await tabletOf(accounts.clerk)
  await ministry.getByRole('button', { name: order }).first().click()
  await ministry.getByRole('button', { name: 'Mở văn bản trong thư viện' }).click()
  await expect(ministry.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(ministry.getByText('Rút văn bản')).toHaveCount(0)
  await checkScreen(ministry)
  // The Office is led from the directive to its task, and from the task to the page.
  await library.getByRole('button', { name: order }).click()
  await library.getByRole('button', { name: 'Mở trang 1' }).click()
  await expect(library.locator('.textLayer').first()).toContainText('bảo đảm thuốc')
})

/** As a finger drags from these words to those, whose letters stand in short pieces. */
async function markWords(page: Page, from: string, to: string): Promise<void> {
  const layer = page.locator('.textLayer').first()
  await expect(layer).toContainText(to)
  await layer.evaluate(
    (element, [begin, end]) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const letters: { node: Node; offset: number }[] = []
      let text = ''
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const piece = node.textContent ?? ''
        for (let offset = 0; offset < piece.length; offset += 1) letters.push({ node, offset })
        text += piece
      }
      const start = text.indexOf(begin)
      const [first, last] = [letters[start], letters[text.indexOf(end, start) + end.length - 1]]
      if (!first || !last) throw new Error(`not on the page: ${begin} … ${end}`)
      document.getSelection()?.setBaseAndExtent(first.node, first.offset, last.node, last.offset + 1)
    },
    [from, to] as const,
  )
}

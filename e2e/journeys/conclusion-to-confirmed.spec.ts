import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import readXlsxFile from 'read-excel-file/node'
import { addDays, dayMs, dayOf, formatDay, hourMs, instant } from '../../shared/lib/time.ts'
import { idsOf, inviteToMeeting } from './testing/arranged-meeting.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { need } from './testing/officer.ts'
import {
  choose,
  cutNetwork,
  desk,
  enrol,
  mendNetwork,
  statusLine,
  unlock,
  untilReadyOffline,
  upright,
} from './testing/tablet.ts'

const today = dayOf(instant(Date.now()))
const title = 'Phiên họp Chính phủ chuyên đề'
const matter = 'Dự thảo Nghị quyết về y tế cơ sở'
const words = 'Trình đề án bệnh viện vệ tinh giai đoạn 2'
const given = [
  { text: words, agency: 'Bộ Y tế', due: addDays(today, 1) },
  { text: 'Rà soát trạm y tế xã', agency: 'Bộ Y tế', due: addDays(today, 30) },
  { text: 'Bố trí vốn cho y tế cơ sở', agency: 'Bộ Tài chính', due: addDays(today, 1) },
]

test('[T2] [T3] [T4] [T7] [T8] [M9] [O1] [O9] a conclusion becomes three tasks: reported offline, an extension refused, done late, confirmed, seen offline, and in a file with the figures of the page', async ({
  office,
  officers,
  newTablet,
  tabletOf,
}) => {
  const { secretary, head } = officers
  const meeting = await inviteToMeeting(officers, {
    title,
    inMs: hourMs,
    items: [{ title: matter, paper: 'Tờ trình số 1655/TTr-BYT' }],
  })
  const idOf = await idsOf(head)
  for (const who of [accounts.primeMinister, accounts.finance, accounts.health]) {
    const body = { meeting, person: idOf(who), presence: 'in-room' as const }
    await secretary.perform({ kind: 'mark-presence', body })
  }
  const chief = await tabletOf(accounts.primeMinister, { viewport: desk })
  const { page: chair } = chief
  const table = await newTablet({ viewport: desk })
  await enrol(table, office, accounts.head, need(await secretary.api.handOutCode(head.person)))
  const { page: register } = table
  const ministry = await tabletOf(accounts.clerk)
  const { page } = ministry
  const sheetOf = (on: Page) => on.getByRole('dialog')

  await test.step('[M9] the chair concludes with three assignments; the Office assigns them', async () => {
    await untilReadyOffline(chair)
    await chair.getByRole('link', { name: 'Phiên họp' }).click()
    await chair.getByRole('button', { name: title }).click()
    await chair.getByRole('button', { name: 'Mở bàn điều hành' }).click()
    await chair.getByRole('button', { name: 'Khai mạc' }).click()
    const sheet = sheetOf(chair)
    await sheet.getByRole('button', { name: 'Khai mạc' }).click()
    await chair.getByRole('button', { name: 'Bắt đầu bàn' }).click()
    await chair.getByRole('button', { name: 'Ghi kết luận' }).click()
    await sheet.getByRole('textbox', { name: 'Kết luận' }).fill('Thống nhất với Tờ trình của Bộ Y tế.')
    for (const [i, { text, agency, due }] of given.entries()) {
      await sheet.getByRole('button', { name: 'Thêm nhiệm vụ' }).click()
      const line = sheet.getByRole('group', { name: `Nhiệm vụ giao ${i + 1}` })
      await line.getByRole('combobox', { name: 'Cơ quan chủ trì' }).click()
      await chair.getByRole('option', { name: agency }).click()
      await line.getByRole('textbox', { name: 'Việc phải làm' }).fill(text)
      const day = line.getByRole('textbox', { name: 'Hạn' })
      await day.fill(formatDay(due))
      await day.press('Tab')
    }
    await checkScreen(chair)
    await sheet.getByRole('button', { name: 'Ký kết luận' }).click()
    await expect(chair.getByRole('heading', { name: 'Kết luận của chủ trì' })).toBeVisible()
    await chair.getByRole('button', { name: 'Bế mạc' }).click()
    await sheet.getByRole('button', { name: 'Bế mạc' }).click()
    await expect(chair.getByText('Đã bế mạc lúc')).toBeVisible()

    await register.getByRole('link', { name: 'Phiên họp' }).click()
    await expect(register.locator('.ec-desk-link')).toHaveCount(0)
    await register.getByRole('button', { name: title }).click()
    await register.getByRole('button', { name: 'Kết thúc, ban hành kết luận' }).click()
    await expect(sheetOf(register).getByText(words)).toBeVisible()
    await sheetOf(register).getByRole('button', { name: 'Ký kết thúc' }).click()
    await register.getByRole('link', { name: 'Nhiệm vụ' }).click()
    for (const { text } of given) {
      await register.getByRole('button', { name: text }).first().click()
      const side = register.getByRole('complementary', { name: text })
      await side.getByRole('button', { name: 'Sửa dự thảo' }).click()
      await sheetOf(register).getByRole('textbox', { name: 'Số, ký hiệu' }).fill('215/TB-VPCP')
      await sheetOf(register).getByRole('button', { name: 'Lưu dự thảo' }).click()
      await expect(side.getByText('số 215/TB-VPCP').first()).toBeVisible()
      await side.getByRole('button', { name: 'Giao nhiệm vụ' }).click()
      await sheetOf(register).getByRole('button', { name: 'Giao nhiệm vụ' }).click()
      await expect(side.getByText('Chưa tiếp nhận')).toBeVisible()
    }
  })

  await test.step('[O1] the ministry’s desk receives, reports and asks for more time without a network', async () => {
    await page.getByRole('button', { name: words }).first().click()
    await untilReadyOffline(page)
    await cutNetwork(ministry)
    await expect(statusLine(page)).toContainText('goại tuyến')
    await page.getByRole('button', { name: 'Tiếp nhận' }).click()
    await page.getByRole('button', { name: 'Báo cáo tiến độ' }).click()
    const sheet = sheetOf(page)
    await sheet.getByRole('textbox', { name: 'Mức hoàn thành, %' }).fill('60')
    await sheet.getByRole('textbox', { name: 'Kết quả và việc còn lại' }).fill('Còn chờ ý kiến địa phương.')
    await sheet.getByRole('button', { name: 'Ký và lưu, gửi khi có mạng' }).click()
    await expect(sheet).toBeHidden()
    await page.getByRole('button', { name: 'Xin gia hạn' }).click()
    await sheet.getByRole('textbox', { name: 'Xin gia hạn đến' }).fill(formatDay(addDays(today, 20)))
    await sheet.getByRole('textbox', { name: 'Lý do' }).fill('Địa phương chưa gửi ý kiến.')
    await sheet.getByRole('button', { name: 'Ký và lưu, gửi khi có mạng' }).click()
    await expect(sheet).toBeHidden()
    const saved = page.getByText('Đã lưu trên máy này, chờ gửi về Văn phòng')
    await expect(saved).toHaveCount(3)
    await mendNetwork(ministry)
    await expect(saved).toHaveCount(0)
  })

  await test.step('[T4] the Prime Minister refuses', async () => {
    await chair.setViewportSize(upright)
    await chair.getByRole('link', { name: 'Nhiệm vụ' }).click()
    await chair.getByRole('button', { name: words }).first().click()
    await chair.getByRole('button', { name: 'Quyết định gia hạn' }).click()
    await choose(sheetOf(chair), 'Không đồng ý')
    await sheetOf(chair).getByRole('textbox', { name: 'Lý do' }).fill('Việc gấp, giữ nguyên thời hạn.')
    await sheetOf(chair).getByRole('button', { name: 'Không đồng ý' }).click()
    const news = page.getByRole('region', { name: 'Cần trả lời, cần biết' })
    await expect(news).toContainText('Việc gấp, giữ nguyên thời hạn.')
  })

  await test.step('[T2] the day passes; the desk reports its completion, the Office confirms: done, and late', async () => {
    await office.kill()
    await office.startAgain({ aheadMs: 3 * dayMs })
    for (const tablet of [page, register, chair]) {
      await tablet.clock.install({ time: Date.now() + 3 * dayMs })
      await tablet.reload()
      await unlock(tablet)
    }
    await expect(page.getByText('quá hạn 2 ngày').first()).toBeVisible({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Xin gia hạn' }).click()
    await expect(sheetOf(page)).toContainText('đã qua nên không xin gia hạn được nữa')
    await sheetOf(page).getByRole('button', { name: 'Đóng' }).click()
    await page.getByRole('button', { name: 'Báo cáo hoàn thành' }).click()
    await sheetOf(page).getByRole('textbox', { name: 'Số, ký hiệu văn bản sản phẩm' }).fill('45/TTr-BYT')
    await sheetOf(page)
      .getByRole('button', { name: /^Ký và/ })
      .click()
    await register.getByRole('button', { name: words }).first().click()
    const side = register.getByRole('complementary', { name: words })
    await side.getByRole('button', { name: 'Xác nhận hoàn thành' }).click({ timeout: 60_000 })
    await expect(sheetOf(register)).toContainText('45/TTr-BYT')
    await sheetOf(register).getByRole('button', { name: 'Xác nhận hoàn thành' }).click()
    await expect(side.getByText('Hoàn thành quá hạn').first()).toBeVisible()
  })

  await test.step('[T7] the Prime Minister sees it without a network, and walks to the conclusion and back', async () => {
    const shown = chair.locator('.ec-task')
    await expect(shown.getByText('Hoàn thành quá hạn').first()).toBeVisible()
    await cutNetwork(chief)
    await chair.reload()
    await unlock(chair)
    await expect(shown.getByText('Hoàn thành quá hạn').first()).toBeVisible()
    await expect(chair.getByText('Báo cáo hoàn thành: văn bản số 45/TTr-BYT')).toBeVisible()
    await expect(chair.getByText('Việc gấp, giữ nguyên thời hạn.')).toBeVisible()
    await checkScreen(chair)
    await chair
      .getByRole('region', { name: 'Quá trình xem xét' })
      .getByRole('button', { name: matter })
      .click()
    const became = chair.getByRole('region', { name: 'Quá trình xem xét' })
    for (const { text } of given) await expect(became.getByRole('button', { name: text })).toBeVisible()
    await expect(became.getByText('Hoàn thành quá hạn')).toBeVisible()
    await checkScreen(chair)
    await became.getByRole('button', { name: words }).click()
    await expect(shown.getByText('Hoàn thành quá hạn').first()).toBeVisible()
  })

  await test.step('[T8] the files say what the page says', async () => {
    await register.getByRole('button', { name: 'Đóng phần chi tiết' }).click()
    const list = await rowsOnPage(register, /Sổ theo dõi nhiệm vụ/)
    expect(list.map(([text, , , , status]) => [text, status])).toEqual(
      expect.arrayContaining([
        [words, expect.stringContaining('Hoàn thành quá hạn')],
        [given[1]?.text, expect.stringContaining('Trong hạn')],
        [given[2]?.text, expect.stringContaining('Quá hạn')],
      ]),
    )
    const file = await fileFrom(register)
    expect(file.column('Nội dung nhiệm vụ')).toEqual(list.map(([text]) => text))
    expect(file.column('Cơ quan chủ trì')).toEqual(list.map(([, lead]) => lead))
    const days = file
      .column('Thời hạn')
      .map((day) => (day instanceof Date ? formatDay(dayOf(instant(+day))) : ''))
    for (const [i, day] of days.entries()) expect(list[i]?.[3]).toContain(day)
    for (const [i, status] of file.column('Tình trạng').entries())
      expect(list[i]?.[4]).toContain(String(status))

    await register.getByRole('button', { name: 'Theo cơ quan' }).click()
    const ranking = await rowsOnPage(register, 'Theo cơ quan')
    const counted = await fileFrom(register)
    const percent = new Intl.NumberFormat('vi', { style: 'percent', minimumFractionDigits: 2 })
    const shown = (cell: unknown) => (typeof cell === 'number' ? percent.format(cell) : '–')
    expect(counted.column('Cơ quan chủ trì')).toEqual(ranking.map(([name]) => name))
    expect(counted.column('Hạng').map((place) => String(place ?? '–'))).toEqual(
      ranking.map(([, place]) => place),
    )
    const heads = ['Tổng số', 'Hoàn thành đúng hạn', 'Hoàn thành quá hạn', 'Trong hạn', 'Quá hạn']
    for (const [i, head] of heads.entries()) {
      expect(counted.column(head).map(String)).toEqual(ranking.map((row) => row[i + 2]))
    }
    expect(counted.column('Hoàn thành trên đến hạn').map(shown)).toEqual(ranking.map((row) => row[7]))
    expect(counted.column('Hoàn thành trên tổng số').map(shown)).toEqual(ranking.map((row) => row[8]))
  })
})

/** What stands in a table, row by row, without its heads. */
async function rowsOnPage(on: Page, name: string | RegExp): Promise<string[][]> {
  const rows = on.getByRole('table', { name, exact: true }).locator('tbody tr')
  await expect(rows.first()).toBeVisible()
  return await rows.evaluateAll((found) =>
    found.map((row) => [...row.querySelectorAll('td, th')].map((cell) => (cell.textContent ?? '').trim())),
  )
}

/** The list that is shown, as it is taken away. */
async function fileFrom(on: Page) {
  const coming = on.waitForEvent('download')
  await on.getByRole('button', { name: 'Tải XLSX' }).click()
  const [sheet] = await readXlsxFile(await readFile(await (await coming).path()))
  // Above the heads stands what was chosen and counted.
  const lines = sheet?.data ?? []
  const [heads = [], ...rows] = lines.slice(lines.findIndex((line) => line.includes('Cơ quan chủ trì')))
  const column = (head: string) => {
    expect(heads).toContain(head)
    return rows.map((row) => row[heads.indexOf(head)])
  }
  return { column }
}

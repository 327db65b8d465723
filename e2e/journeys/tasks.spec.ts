import { expect, type Page } from '@playwright/test'
import { taskHash } from '../../shared/domain/task.ts'
import { addDays, dayOf, formatDay, instant } from '../../shared/lib/time.ts'
import { makePaper } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts, titleOf } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { enrolOfficer, rowsOf } from './testing/officer.ts'
import {
  choose,
  cutNetwork,
  desk,
  mendNetwork,
  statusLine,
  unlock,
  untilReadyOffline,
  upright,
} from './testing/tablet.ts'

const today = dayOf(instant(Date.now()))
const due = addDays(today, 5)
const later = addDays(today, 20)
const words = 'Trình đề án bệnh viện vệ tinh giai đoạn 2'

const openTask = (page: Page) => page.getByRole('button', { name: words }).first().click()

test('[T1] [T3] [T4] [T7] [O1] a task from its assignment to the confirmed result: reported offline, an extension refused', async ({
  office,
  tabletOf,
}) => {
  const head = await enrolOfficer(office, accounts.head)
  const { page: register } = await tabletOf(accounts.secretary, { viewport: desk })
  await register.getByRole('link', { name: 'Nhiệm vụ' }).click()
  await register.getByRole('button', { name: 'Nhiệm vụ mới' }).click()
  const form = register.getByRole('dialog', { name: 'Nhiệm vụ mới' })
  await form.getByRole('textbox', { name: 'Nội dung nhiệm vụ' }).fill(words)
  await form.getByRole('combobox', { name: 'Cơ quan chủ trì' }).fill('y te')
  await register.getByRole('option', { name: 'Bộ Y tế' }).click()
  await form.getByRole('textbox', { name: 'Thời hạn' }).fill(formatDay(due))
  await form.getByRole('textbox', { name: 'Số, ký hiệu' }).fill('12/CT-TTg')
  await form.getByRole('textbox', { name: 'Ngày văn bản' }).fill(formatDay(today))
  await form.getByRole('textbox', { name: 'Trích yếu văn bản' }).fill('Về khám chữa bệnh ở tuyến dưới')
  await form.getByRole('textbox', { name: 'Sản phẩm dự kiến' }).fill('Tờ trình')
  await checkScreen(register)
  await form.getByRole('button', { name: 'Lưu dự thảo' }).click()
  await expect(form).toBeHidden()
  await openTask(register)
  const side = register.getByRole('complementary', { name: words })
  await expect(side).toContainText('số 12/CT-TTg')
  await checkScreen(register)

  const [drafted] = await rowsOf(head, 'task')
  if (!drafted) throw new Error('no draft')
  await head.perform({ kind: 'assign-task', body: { task: drafted.id, taskHash: taskHash(drafted) } })
  await expect(side.getByText('Chưa tiếp nhận')).toBeVisible()

  // The ministry's desk, without a network.
  const ministry = await tabletOf(accounts.clerk)
  const { page } = ministry
  await expect(page.getByRole('heading', { level: 1, name: 'Nhiệm vụ được giao' })).toBeVisible()
  await openTask(page)
  await untilReadyOffline(page)
  await cutNetwork(ministry)
  await expect(statusLine(page)).toContainText('goại tuyến')
  await page.getByRole('button', { name: 'Tiếp nhận' }).click()
  await page.getByRole('button', { name: 'Báo cáo tiến độ' }).click()
  const report = page.getByRole('dialog', { name: 'Báo cáo tiến độ' })
  await report.getByRole('textbox', { name: 'Mức hoàn thành, %' }).fill('40')
  await report
    .getByRole('textbox', { name: 'Kết quả và việc còn lại' })
    .fill('Đã xong dự thảo, đang lấy ý kiến.')
  await report.getByLabel('Thêm tệp').setInputFiles([
    { name: 'anh-hien-truong.exe', mimeType: 'application/pdf', buffer: Buffer.from('MZ') },
    {
      name: 'phụ lục tiến độ.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(await makePaper('Phụ lục tiến độ')),
    },
  ])
  await expect(report.getByRole('alert')).toContainText('anh-hien-truong.exe: Tệp không phải PDF')
  await expect(report.getByText('phụ lục tiến độ.pdf')).toBeVisible()
  await checkScreen(page)
  await report.getByRole('button', { name: 'Ký và lưu, gửi khi có mạng' }).click()
  await expect(page.getByText('Tệp đã lưu trên máy này, chờ gửi')).toBeVisible()
  await page.getByRole('button', { name: 'Xin gia hạn' }).click()
  const asking = page.getByRole('dialog', { name: 'Xin gia hạn' })
  await asking.getByRole('textbox', { name: 'Xin gia hạn đến' }).fill(formatDay(later))
  await asking.getByRole('textbox', { name: 'Lý do' }).fill('Chờ ý kiến của địa phương.')
  await asking.getByRole('button', { name: 'Ký và lưu, gửi khi có mạng' }).click()
  await expect(asking).toBeHidden()
  const saved = page.getByText('Đã lưu trên máy này, chờ gửi về Văn phòng')
  await expect(saved).toHaveCount(3)
  await expect(page.getByText(/ghi nhận số/)).toHaveCount(0)
  await page.reload()
  await unlock(page)
  await expect(saved).toHaveCount(3)
  await checkScreen(page)
  await expect(page.getByText('Tệp đã lưu trên máy này, chờ gửi')).toBeVisible()
  await mendNetwork(ministry)
  await expect(saved).toHaveCount(0)
  await expect(page.getByText(/ghi nhận số/)).toHaveCount(2)
  await expect(page.getByText(`Xin gia hạn đến ${formatDay(later)}`)).toBeVisible()

  // The file has followed its report, and the Office reads it.
  await expect(page.getByText('Tệp đã lưu trên máy này, chờ gửi')).toHaveCount(0)
  const file = side.getByRole('button', { name: 'phụ lục tiến độ.pdf' })
  await expect(file).toBeEnabled()
  await file.click()
  const paper = register.getByRole('dialog', { name: 'phụ lục tiến độ.pdf' })
  await expect(paper.locator('canvas').first()).toBeVisible()
  await checkScreen(register)
  await paper.getByRole('button', { name: 'Đóng', exact: true }).click()
  await expect(paper).toBeHidden()

  // The Prime Minister, who assigned it, refuses.
  const chief = await tabletOf(accounts.primeMinister, { viewport: upright })
  await untilReadyOffline(chief.page)
  await chief.page.getByRole('link', { name: 'Nhiệm vụ' }).click()
  await openTask(chief.page)
  await chief.page.getByRole('button', { name: 'Quyết định gia hạn' }).click()
  const decision = chief.page.getByRole('dialog', { name: 'Quyết định gia hạn' })
  await expect(decision).toContainText('Chờ ý kiến của địa phương.')
  await choose(decision, 'Không đồng ý')
  await decision.getByRole('textbox', { name: 'Lý do' }).fill('Việc gấp, giữ nguyên thời hạn.')
  await checkScreen(chief.page)
  await decision.getByRole('button', { name: 'Không đồng ý' }).click()
  await expect(chief.page.getByText('Không đồng ý gia hạn')).toBeVisible()

  const news = page.getByRole('region', { name: 'Cần trả lời, cần biết' })
  await expect(news).toContainText('Việc gấp, giữ nguyên thời hạn.')
  await checkScreen(page)
  await news.getByRole('button', { name: 'Đã rõ' }).click()
  await expect(news).toHaveCount(0)
  await expect(page.getByText('Việc gấp, giữ nguyên thời hạn.')).toBeVisible()
  await page.getByRole('button', { name: 'Báo cáo hoàn thành' }).click()
  const done = page.getByRole('dialog', { name: 'Báo cáo hoàn thành' })
  await done.getByRole('textbox', { name: 'Số, ký hiệu văn bản sản phẩm' }).fill('45/TTr-BYT')
  await done.getByRole('button', { name: 'Ký và gửi' }).click()

  await side.getByRole('button', { name: 'Xác nhận hoàn thành' }).click()
  const confirming = register.getByRole('dialog', { name: 'Xác nhận hoàn thành' })
  await expect(confirming).toContainText('45/TTr-BYT')
  await confirming.getByRole('button', { name: 'Xác nhận hoàn thành' }).click()
  await expect(side.getByText('Hoàn thành đúng hạn').first()).toBeVisible()
  await checkScreen(register)

  // On the Prime Minister's tablet, without a network, after a start of its own.
  const shown = chief.page.locator('.ec-task')
  await expect(shown.getByText('Hoàn thành đúng hạn')).toBeVisible()
  await cutNetwork(chief)
  await chief.page.reload()
  await unlock(chief.page)
  await expect(shown.getByText('Hoàn thành đúng hạn')).toBeVisible()
  await expect(chief.page.getByText(`Báo cáo hoàn thành: văn bản số 45/TTr-BYT`)).toBeVisible()
  await expect(chief.page.getByText(titleOf(accounts.clerk)).first()).toBeVisible()
  await checkScreen(chief.page)
})

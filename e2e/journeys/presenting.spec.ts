import { expect } from '@playwright/test'
import { hourMs } from '../../shared/lib/time.ts'
import { idsOf, inviteToMeeting } from './testing/arranged-meeting.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { readerHand } from './testing/reader-hand.ts'
import { desk, untilReadyOffline } from './testing/tablet.ts'

const title = 'Phiên họp Chính phủ chuyên đề'
const matter = 'Dự thảo Nghị quyết về y tế cơ sở'
const paper = 'Tờ trình số 1655/TTr-BYT'

test('[M5] [M6] [O5] the hall sees the item, the vote and its result by name on a link of its own; a member follows the chair’s page, looks elsewhere and comes back', async ({
  browser,
  officers,
  tabletOf,
}) => {
  const meeting = await inviteToMeeting(officers, {
    title,
    inMs: hourMs,
    items: [{ title: matter, paper }],
  })
  const idOf = await idsOf(officers.head)
  for (const account of [accounts.primeMinister, accounts.finance, accounts.health]) {
    const body = { meeting, person: idOf(account), presence: 'in-room' as const }
    await officers.secretary.perform({ kind: 'mark-presence', body })
  }
  const chair = (await tabletOf(accounts.primeMinister, { viewport: desk })).page
  const { page } = await tabletOf(accounts.health)
  for (const each of [chair, page]) {
    await untilReadyOffline(each)
    await each.getByRole('link', { name: 'Phiên họp' }).click()
    await each.getByRole('button', { name: title }).click()
  }

  await chair.getByRole('button', { name: 'Mở bàn điều hành' }).click()
  await chair.getByRole('button', { name: 'Màn hình phòng họp' }).click()
  const sheet = chair.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Tạo liên kết' }).click()
  const link = await sheet.getByRole('textbox', { name: 'Liên kết' }).inputValue()
  const display = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  const hall = await display.newPage()
  await hall.goto(link)
  await expect(hall.getByText('3/4 thành viên Chính phủ')).toBeVisible()
  await checkScreen(hall)
  await sheet.getByRole('button', { name: 'Đóng', exact: true }).click()
  await chair.getByRole('button', { name: 'Khai mạc' }).click()
  await sheet.getByRole('button', { name: 'Khai mạc' }).click()
  await expect(hall.getByText('Phiên họp đang diễn ra')).toBeVisible()
  await chair.getByRole('button', { name: 'Bắt đầu bàn' }).click()
  await expect(hall.getByRole('heading', { name: matter })).toBeVisible()

  await page.getByRole('button', { name: 'Đến nội dung đang bàn' }).click()
  await chair.getByRole('link', { name: 'Phiên họp' }).click()
  await chair.getByRole('button', { name: title }).click()
  await chair.getByRole('button', { name: 'Đến nội dung đang bàn' }).click()
  await (await readerHand(chair)).openPaper(paper)
  await chair.getByRole('button', { name: 'Trình bày từ máy của tôi' }).click()
  const place = (of: typeof page) => of.getByRole('textbox', { name: 'Đến trang' })
  await page.getByRole('button', { name: 'Theo người trình bày' }).click()
  await expect(place(page)).toHaveValue('1')
  await chair.getByRole('button', { name: 'Trang sau' }).click()
  await expect(place(page)).toHaveValue('2')
  await checkScreen(page)
  await page.getByRole('button', { name: 'Trang trước' }).click()
  const back = page.getByRole('button', { name: 'Quay lại trang đang trình bày' })
  await expect(back).toBeVisible()
  await expect(place(page)).toHaveValue('1')
  await back.click()
  await expect(place(page)).toHaveValue('2')
  await chair.getByRole('button', { name: 'Thôi trình bày' }).click()
  await expect(page.getByText('đang trình bày')).toHaveCount(0)

  await chair.getByRole('button', { name: 'Mở bàn điều hành' }).click()
  await chair.getByRole('button', { name: 'Mở biểu quyết' }).click()
  await sheet.getByText('5 phút', { exact: true }).click()
  await sheet.getByRole('button', { name: 'Mở biểu quyết' }).click()
  await expect(hall.getByText('Đang biểu quyết')).toBeVisible()
  await page.getByRole('button', { name: /^Biểu quyết/ }).click()
  const vote = page.getByRole('dialog')
  await vote.getByRole('button', { name: 'Không tán thành' }).click()
  await vote.getByRole('button', { name: 'Ký: Không tán thành' }).click()
  await expect(hall.getByText('1/4')).toBeVisible()
  await expect(hall.getByText('Bộ trưởng Bộ Y tế')).toHaveCount(0)
  await chair.getByRole('button', { name: 'Đóng biểu quyết' }).click()
  await sheet.getByRole('button', { name: 'Đóng biểu quyết' }).click()
  await expect(hall.getByText('Không được thông qua')).toBeVisible()
  await expect(hall.getByRole('listitem').filter({ hasText: 'Bộ trưởng Bộ Y tế' })).toBeVisible()
  await checkScreen(hall)

  await officers.secretary.perform({ kind: 'close-room-screen', body: { meeting } })
  await expect(hall.getByText('Màn hình phòng họp đã tắt')).toBeVisible()
  await display.close()
})

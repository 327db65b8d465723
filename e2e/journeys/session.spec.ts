import { expect } from '@playwright/test'
import { hourMs } from '../../shared/lib/time.ts'
import { idsOf, inviteToMeeting } from './testing/arranged-meeting.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { rowsOf } from './testing/officer.ts'
import { cutNetwork, desk, mendNetwork, statusLine, untilReadyOffline } from './testing/tablet.ts'

const title = 'Phiên họp Chính phủ chuyên đề'
const matter = 'Dự thảo Nghị quyết về y tế cơ sở'
const other = 'Phương án phân bổ dự phòng'

test('[M4] [M5] [M6] [G2] [G3] [O1] [O2] a session: opened with its quorum, an item, one taken out of the block, a speaker, a vote cast without a network while the server is killed, its result by name, a conclusion', async ({
  office,
  officers,
  tabletOf,
}) => {
  const meeting = await inviteToMeeting(officers, {
    title,
    inMs: hourMs,
    items: [
      { title: matter, paper: 'Tờ trình số 1655/TTr-BYT' },
      { title: other, paper: null },
    ],
  })
  const idOf = await idsOf(officers.head)
  await officers.secretary.perform({
    kind: 'mark-presence',
    body: { meeting, person: idOf(accounts.finance), presence: 'in-room' },
  })
  const chair = (await tabletOf(accounts.primeMinister, { viewport: desk })).page
  const tablet = await tabletOf(accounts.health)
  const { page } = tablet
  for (const each of [chair, page]) {
    await untilReadyOffline(each)
    await each.getByRole('link', { name: 'Phiên họp' }).click()
    await each.getByRole('button', { name: title }).click()
  }

  await page
    .getByRole('article', { name: other })
    .getByRole('button', { name: 'Không có ý kiến phản đối' })
    .click()
  await chair.getByRole('button', { name: 'Tôi có mặt tại phòng họp' }).click()
  await chair.getByRole('button', { name: 'Mở bàn điều hành' }).click()
  await expect(chair.getByText('Có mặt 2/4, cần 3')).toBeVisible()
  await chair.getByRole('button', { name: 'Khai mạc' }).click()
  const sheet = chair.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Khai mạc' }).click()
  await expect(sheet.getByRole('alert')).toBeVisible()
  await sheet.getByRole('button', { name: 'Để sau' }).click()
  await page.getByRole('button', { name: 'Tôi dự từ xa' }).click()
  await expect(chair.getByText('Có mặt 3/4, cần 3')).toBeVisible()
  await chair.getByRole('button', { name: 'Khai mạc' }).click()
  await sheet.getByRole('button', { name: 'Khai mạc' }).click()
  await expect(chair.getByText('Họp từ')).toBeVisible()
  await chair.getByRole('button', { name: 'Bắt đầu bàn' }).click()
  await expect(page.getByText(`Đang bàn: Nội dung 1. ${matter}`)).toBeVisible()

  await chair.getByRole('button', { name: 'Đưa vào khối' }).click()
  await page.getByRole('button', { name: 'Đề nghị bàn riêng nội dung này' }).click()
  await expect(chair.getByText('Đưa ra bàn riêng')).toBeVisible()

  await page.getByRole('button', { name: 'Đăng ký phát biểu' }).click()
  await chair.getByRole('button', { name: 'Mời', exact: true }).click()
  await expect(page.getByText('Mời đồng chí phát biểu: 3 phút')).toBeVisible()
  await chair.getByRole('button', { name: 'Dừng phát biểu' }).click()
  await expect(page.getByRole('button', { name: 'Đăng ký phát biểu' })).toBeVisible()
  await checkScreen(page)

  await chair.getByRole('button', { name: 'Mở biểu quyết' }).click()
  await sheet.getByText('5 phút', { exact: true }).click()
  await sheet.getByRole('button', { name: 'Mở biểu quyết' }).click()
  await expect(chair.getByText('0/4 thành viên đã biểu quyết')).toBeVisible()
  await checkScreen(chair)
  const vote = page.getByRole('dialog')
  await page.getByRole('button', { name: /^Biểu quyết/ }).click()
  await checkScreen(page)
  await cutNetwork(tablet)
  await expect(statusLine(page)).toContainText('goại tuyến')
  await vote.getByRole('button', { name: 'Không tán thành' }).click()
  await vote.getByRole('button', { name: 'Ký: Không tán thành, gửi khi có kết nối' }).click()
  await office.kill()
  await office.startAgain()
  await mendNetwork(tablet)
  await expect(chair.getByText('1/4 thành viên đã biểu quyết')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: /^Đổi biểu quyết/ }).click()
  await expect(vote.getByText('Đồng chí đã biểu quyết: Không tán thành')).toBeVisible()
  await expect(
    vote.getByText('Đã ghi nhận').or(vote.getByText('Văn phòng đã ghi nhận')).first(),
  ).toBeVisible()
  await page.keyboard.press('Escape')

  await chair.getByRole('button', { name: 'Đóng biểu quyết' }).click()
  await sheet.getByRole('button', { name: 'Đóng biểu quyết' }).click()
  await expect(chair.getByText('Không được thông qua')).toBeVisible()
  await chair.getByRole('button', { name: 'Xem danh sách' }).click()
  await expect(
    chair.getByRole('listitem').filter({ hasText: 'Bộ trưởng Bộ Y tế' }).getByText('Không tán thành'),
  ).toBeVisible()
  await chair.getByRole('button', { name: 'Ghi kết luận' }).click()
  await sheet.getByRole('textbox', { name: 'Kết luận' }).fill('Giao Bộ Y tế hoàn thiện, trình lại.')
  await sheet.getByRole('button', { name: 'Ký kết luận' }).click()
  await expect(chair.getByRole('heading', { name: 'Kết luận của chủ trì' })).toBeVisible()
  await checkScreen(chair)
  await expect(page.getByText('Giao Bộ Y tế hoàn thiện, trình lại.')).toBeVisible()
  await checkScreen(page)

  const [tally] = await rowsOf(officers.head, 'vote-tally')
  const entries = tally?.rounds
    .at(-1)
    ?.tally.entries.map(({ entry }) => entry.kind)
    .sort()
  expect(entries).toEqual(['disagree', 'not-voted', 'not-voted', 'not-voted'])
})

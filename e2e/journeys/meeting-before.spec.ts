import { expect } from '@playwright/test'
import { idsOf, inviteToMeeting } from './testing/arranged-meeting.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { rowsOf } from './testing/officer.ts'
import { cutNetwork, mendNetwork, statusLine, unlock, untilReadyOffline, upright } from './testing/tablet.ts'

const title = 'Phiên họp Chính phủ thường kỳ'
const matter = 'Dự thảo Nghị quyết về y tế cơ sở'
const forFew = 'Phương án phân bổ dự phòng ngân sách'
const onPaper = 'Báo cáo chuyên đề của Bộ Quốc phòng'
const paper = 'Tờ trình số 1655/TTr-BYT'
const recorded = 'Văn phòng đã ghi nhận'
const saved = 'Đã lưu trên máy, chờ gửi'

test('[M1] [M3] [M4] [O1] [D2] [D3] before a meeting: read, replied and said without a network, recorded once it is back; each sees their own', async ({
  officers,
  tabletOf,
}) => {
  await inviteToMeeting(officers, {
    title,
    items: [
      { title: matter, paper, guest: accounts.guest },
      { title: forFew, paper: 'Tờ trình số 318/TTr-BTC', readers: [accounts.health] },
      { title: onPaper, paper: null },
    ],
  })
  const tablet = await tabletOf(accounts.health)
  const { page } = tablet
  const card = page.getByRole('article', { name: title })
  await expect(card.getByText('Chưa xác nhận dự họp')).toBeVisible()
  await expect(card.getByText('Đọc được khi không có mạng')).toBeVisible()
  await untilReadyOffline(page)
  await checkScreen(page)
  await card.getByRole('button', { name: 'Mở chương trình' }).click()
  await expect(page.getByRole('article')).toHaveCount(3)
  await expect(page.getByText('Tối mật · 86/BC-BQP')).toBeVisible()
  await checkScreen(page)

  await cutNetwork(tablet)
  await expect(statusLine(page)).toContainText('goại tuyến')
  const reply = page.getByRole('region', { name: 'Trả lời giấy mời' })
  await page.getByRole('button', { name: 'Dự từ xa' }).click()
  await expect(reply.getByText(saved)).toBeVisible()
  const item = page.getByRole('article', { name: matter })
  await item.getByRole('button', { name: 'Phản đối', exact: true }).click()
  await expect(item.getByText(saved)).toBeVisible()
  await item.getByRole('button', { name: paper }).click()
  await expect(page.locator('.page[data-loaded=true] canvas').first()).toBeVisible()
  const position = page.getByRole('region', { name: 'Quan điểm của đồng chí' }).first()
  await position.getByRole('textbox', { name: 'Ghi kèm' }).fill('Chưa rõ nguồn nhân lực cấp xã.')
  await position.getByRole('button', { name: 'Gửi ghi kèm' }).click()
  await expect(position.getByText(saved)).toBeVisible()
  await expect(page.getByText(recorded)).toHaveCount(0)
  await page.setViewportSize(upright)
  await checkScreen(page)
  await page.setViewportSize({ width: 1180, height: 820 })

  await page.reload()
  await unlock(page)
  await expect(position.getByText(saved)).toBeVisible()
  await mendNetwork(tablet)
  await expect(position.getByText(recorded)).toBeVisible()
  await page.getByRole('link', { name: 'Phiên họp' }).click()
  await page.getByRole('button', { name: title }).click()
  await expect(reply.getByText(recorded)).toBeVisible()

  const idOf = await idsOf(officers.head)
  const said = async () => {
    const [attendance] = await rowsOf(officers.head, 'attendance')
    const positions = await rowsOf(officers.head, 'position')
    const own = positions.find((row) => row.person === idOf(accounts.health) && row.taken.length > 0)
    return [
      attendance?.replies.map((one) => one.reply),
      own?.taken.map(({ stance }) => stance),
      own?.opened.length,
    ]
  }
  const all = [[{ kind: 'attends', how: 'remote' }], ['objection', 'objection'], 1]
  await expect.poll(said).toEqual(all)

  const guest = (await tabletOf(accounts.guest)).page
  await guest.getByRole('button', { name: title }).click()
  await expect(guest.getByRole('article')).toHaveCount(1)
  await expect(guest.getByRole('article', { name: matter })).toBeVisible()
  await expect(guest.getByText('Đồng chí được mời dự nội dung này')).toBeVisible()
  await expect(guest.getByRole('button', { name: 'Phản đối' })).toHaveCount(0)
  await checkScreen(guest)

  const other = (await tabletOf(accounts.finance)).page
  await other.getByRole('link', { name: 'Phiên họp' }).click()
  await other.getByRole('button', { name: title }).click()
  await expect(other.getByRole('article')).toHaveCount(2)
  await expect(other.getByText(forFew)).toHaveCount(0)
  await expect(other.getByText(onPaper)).toBeVisible()
})

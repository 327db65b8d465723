import { expect, type Page } from '@playwright/test'
import { dayMs, hourMs } from '../../shared/lib/time.ts'
import { idsOf, inviteToMeeting } from './testing/arranged-meeting.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { rowsOf } from './testing/officer.ts'
import { enrolSecond } from './testing/second-tablet.ts'
import { cutNetwork, desk, enrol, mendNetwork, statusLine, untilReadyOffline } from './testing/tablet.ts'

const title = 'Phiên họp Chính phủ chuyên đề'
const matter = 'Dự thảo Nghị quyết về y tế cơ sở'
const other = 'Báo cáo về phòng chống thiên tai'
const [first, second] = ['Thống nhất thông qua.', 'Chưa thông qua, trình lại trong tháng.']

test('[M6] [M11] [B12] [O8] a session at odds: the chair on two tablets, a clock that is a day behind, one member on two tablets, a vote that closes while a tablet is away', async ({
  office,
  officers,
  tabletOf,
  newTablet,
}) => {
  const meeting = await inviteToMeeting(officers, {
    title,
    inMs: hourMs,
    items: [
      { title: matter, paper: 'Tờ trình số 1655/TTr-BYT' },
      { title: other, paper: 'Báo cáo số 12/BC-BNN' },
    ],
  })
  const chair = (await tabletOf(accounts.primeMinister, { viewport: desk })).page
  const chairAgain = await newTablet({ viewport: desk })
  await enrolSecond(chairAgain, office, officers, accounts.primeMinister)
  const late = await newTablet()
  await late.page.clock.install({ time: Date.now() - dayMs })
  await late.page.reload()
  await enrol(late, office, accounts.health)
  const away = await tabletOf(accounts.education)
  const idOf = await idsOf(officers.head)
  for (const who of [accounts.primeMinister, accounts.finance, accounts.education]) {
    const body = { meeting, person: idOf(who), presence: 'in-room' as const }
    await officers.secretary.perform({ kind: 'mark-presence', body })
  }
  for (const page of [chair, chairAgain.page]) {
    await openMeeting(page)
    await page.getByRole('button', { name: 'Mở bàn điều hành' }).click()
  }

  await test.step('[O8] a tablet that is a day behind says that its member is there, and shows the session’s hours', async () => {
    await openMeeting(late.page)
    await late.page.getByRole('button', { name: 'Tôi có mặt tại phòng họp' }).click()
    await expect(chair.getByText('Có mặt 4/4, cần 3')).toBeVisible()
    await chair.getByRole('button', { name: 'Khai mạc' }).click()
    await sheet(chair).getByRole('button', { name: 'Khai mạc' }).click()
    await chair.getByRole('button', { name: 'Bắt đầu bàn' }).first().click()
    await expect(late.page.getByText(/^Đã dùng 0:\d\d, dự kiến 30 phút/)).toBeVisible()
  })

  await test.step('[M11] the item that is being discussed stays on the agenda, whoever asks', async () => {
    const [item] = await rowsOf(officers.head, 'agenda-item')
    const [current] = (await rowsOf(officers.head, 'item-session')).filter(({ spans }) => spans.length > 0)
    if (!item || !current) throw new Error('nothing is discussed')
    const body = { meeting, item: current.item, reason: 'Chưa đủ hồ sơ' }
    await expect(officers.head.perform({ kind: 'withdraw-agenda-item', body })).rejects.toThrow(
      'item-is-current',
    )
  })

  await test.step('[M11] two tablets of the chair conclude at once: the second is shown both, and nothing typed is lost', async () => {
    const again = chairAgain.page
    for (const page of [chair, again]) await page.getByRole('button', { name: 'Ghi kết luận' }).click()
    await sheet(again).getByRole('textbox', { name: 'Kết luận' }).fill(second)
    await sheet(chair).getByRole('textbox', { name: 'Kết luận' }).fill(first)
    await sheet(chair).getByRole('button', { name: 'Ký kết luận' }).click()
    await expect(sheet(again).getByText(/đã kết luận nội dung này lúc/)).toBeVisible()
    await expect(sheet(again).getByRole('button', { name: 'Ký kết luận' })).toBeDisabled()
    await again.getByRole('button', { name: 'Để sau' }).click()
    await again.getByRole('button', { name: 'Ghi kết luận' }).click()
    await expect(sheet(again).getByRole('textbox', { name: 'Kết luận' })).toHaveValue(second)
    await sheet(again).getByRole('button', { name: 'Giữ bản của tôi, ký thay' }).click()
    await sheet(again).getByRole('button', { name: 'Ký kết luận' }).click()
    await expect(chair.getByText(second)).toBeVisible()
  })

  await test.step('[M6] [O8] a vote: the wrong clock shows the time that is left, and votes', async () => {
    await untilReadyOffline(away.page)
    await openMeeting(away.page)
    await chair.getByRole('button', { name: 'Mở biểu quyết' }).click()
    await sheet(chair).getByText('5 phút', { exact: true }).click()
    await sheet(chair).getByRole('button', { name: 'Mở biểu quyết' }).click()
    await expect(late.page.getByRole('button', { name: /^Biểu quyết [0-4]:\d\d$/ })).toBeVisible()
    await vote(late.page, 'Tán thành')
    await expect(chairAgain.page.getByText('1/4 thành viên đã biểu quyết')).toBeVisible()
  })

  await test.step('[M6] closed while a tablet was away: held, told in words, and not counted', async () => {
    await expect(away.page.getByRole('button', { name: /^Biểu quyết/ })).toBeVisible()
    await cutNetwork(away)
    await expect(statusLine(away.page)).toContainText('goại tuyến')
    await vote(away.page, 'Không tán thành')
    // From the other of the chair's two consoles.
    await chairAgain.page.getByRole('button', { name: 'Đóng biểu quyết' }).click()
    await sheet(chairAgain.page).getByRole('button', { name: 'Đóng biểu quyết' }).click()
    await expect(chair.getByText('Không được thông qua')).toBeVisible()
    await mendNetwork(away)
    await expect(away.page.getByText(/đến sau khi đóng .*không tính vào kết quả/).first()).toBeVisible({
      timeout: 60_000,
    })
    const [tally] = await rowsOf(officers.head, 'vote-tally')
    const entries = new Map(tally?.rounds.at(-1)?.tally.entries.map((one) => [one.person, one.entry.kind]))
    expect([entries.get(idOf(accounts.health)), entries.get(idOf(accounts.education))]).toEqual([
      'agree',
      'not-voted',
    ])
  })
})

const sheet = (page: Page) => page.getByRole('dialog')

async function openMeeting(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Phiên họp' }).click()
  await expect(page).toHaveURL(/meetings$/)
  await page.getByRole('button', { name: title }).click()
}

async function vote(page: Page, choice: string): Promise<void> {
  await page.getByRole('button', { name: /^Biểu quyết/ }).click()
  await sheet(page).getByRole('button', { name: choice, exact: true }).click()
  await sheet(page)
    .getByRole('button', { name: new RegExp(`^Ký: ${choice}`) })
    .click()
}

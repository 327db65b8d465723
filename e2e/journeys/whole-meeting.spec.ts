import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { readPdf, wordsOf } from '../../server/reports/testing/read-paper.ts'
import { hourMs } from '../../shared/lib/time.ts'
import { idsOf, inviteToMeeting } from './testing/arranged-meeting.ts'
import { accounts, titleOf, usualMembers } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { need, rowsOf } from './testing/officer.ts'
import { cutNetwork, desk, enrol, mendNetwork, statusLine, untilReadyOffline } from './testing/tablet.ts'

test.use({ government: [...usualMembers, accounts.construction] })

const title = 'Phiên họp Chính phủ chuyên đề về y tế'
const matter = 'Dự thảo Nghị quyết về y tế cơ sở'
const forMembers = 'Phương án phân bổ dự phòng'
const paper = 'Tờ trình số 1655/TTr-BYT'
const conclusion = 'Giao Bộ Y tế hoàn thiện dự thảo, trình lại trong tháng.'
const assignment = 'Hoàn thiện dự thảo Nghị quyết về y tế cơ sở'

test('[M3] [M5] [M6] [M8] [M9] [M10] [G2] [G3] [D2] [D3] a whole meeting: one far away, one without a network for half of it, one absent with a substitute, a guest to one item, the server killed during the vote', async ({
  office,
  officers,
  tabletOf,
  newTablet,
}) => {
  await inviteToMeeting(officers, {
    title,
    inMs: hourMs,
    items: [
      { title: matter, paper, guest: accounts.guest },
      { title: forMembers, paper: null },
    ],
  })
  const headDesk = await newTablet({ viewport: desk })
  const { code } = need(await officers.secretary.api.handOutCode(officers.head.person))
  await enrol(headDesk, office, accounts.head, { code })
  const head = headDesk.page
  const chair = (await tabletOf(accounts.primeMinister, { viewport: desk })).page
  const health = (await tabletOf(accounts.health)).page
  const education = (await tabletOf(accounts.education)).page
  const away = await tabletOf(accounts.construction)
  const substitute = (await tabletOf(accounts.substitute)).page
  const guest = (await tabletOf(accounts.guest)).page
  const sheet = (page: Page) => page.getByRole('dialog')

  await test.step('[M3] the absent member names a substitute; the Office agrees and opens one item', async () => {
    const { page } = await tabletOf(accounts.finance)
    await openMeeting(page)
    await page.getByRole('button', { name: 'Cử người dự thay' }).click()
    await sheet(page).getByLabel('Số công văn cử').fill('215/BTC-VP')
    await sheet(page).getByLabel('Lý do').fill('Đi công tác nước ngoài')
    await sheet(page)
      .getByRole('checkbox', { name: `2. ${forMembers}` })
      .uncheck()
    await sheet(page).getByRole('button', { name: 'Ký và gửi' }).click()
    await openMeeting(head)
    await head.getByRole('tab', { name: 'Người dự họp' }).click()
    const line = head.getByRole('row', { name: titleOf(accounts.finance) })
    await line.getByRole('button', { name: 'Đồng ý', exact: true }).click()
    await sheet(head).getByRole('button', { name: 'Ký quyết định' }).click()
    await line.getByRole('button', { name: 'Mở 1 nội dung cho người dự thay' }).click()
    await sheet(head).getByRole('button', { name: 'Ký và mở' }).click()
    await expect(page.getByText('Văn phòng đồng ý')).toBeVisible()
  })

  await test.step('[D2] [D3] substitute and guest find one item; the secret paper is no file', async () => {
    for (const page of [substitute, guest]) {
      await page.getByRole('button', { name: title }).click()
      await expect(page.getByRole('article')).toHaveCount(1)
      await expect(page.getByRole('article', { name: matter })).toBeVisible()
    }
    for (const page of [health, education, away.page]) {
      await untilReadyOffline(page)
      await openMeeting(page)
      await expect(page.getByText('Tối mật · 86/BC-BQP')).toBeVisible()
    }
  })

  await test.step('[G3] four of five are there, one of them from afar', async () => {
    await openMeeting(chair)
    for (const page of [chair, health, away.page]) {
      await page.getByRole('button', { name: 'Tôi có mặt tại phòng họp' }).click()
    }
    await substitute.getByRole('button', { name: 'Tôi có mặt tại phòng họp' }).click()
    await chair.getByRole('button', { name: 'Mở bàn điều hành' }).click()
    await expect(chair.getByText('Có mặt 3/5, cần 4')).toBeVisible()
    await education.getByRole('button', { name: 'Tôi dự từ xa' }).click()
    await expect(chair.getByText('Có mặt 4/5, cần 4')).toBeVisible()
    await chair.getByRole('button', { name: 'Khai mạc' }).click()
    await sheet(chair).getByRole('button', { name: 'Khai mạc' }).click()
    await chair.getByRole('button', { name: 'Bắt đầu bàn' }).first().click()
    for (const page of [health, education, substitute, guest]) {
      await expect(page.getByText(`Đang bàn: Nội dung 1. ${matter}`)).toBeVisible()
    }
  })

  await test.step('[M8] without a network the papers are read; a request to speak waits', async () => {
    const { page } = away
    await expect(page.getByText(`Đang bàn: Nội dung 1. ${matter}`)).toBeVisible()
    await cutNetwork(away)
    await expect(statusLine(page)).toContainText('goại tuyến')
    await page.getByRole('article', { name: matter }).getByRole('button', { name: paper }).click()
    await expect(page.locator('.page[data-loaded=true] canvas').first()).toBeVisible()
    await page.getByRole('button', { name: 'Đăng ký phát biểu' }).click()
    await expect(page.getByText('Đăng ký phát biểu đã lưu trên máy, chờ gửi')).toBeVisible()
    await education.getByRole('button', { name: 'Đăng ký phát biểu' }).click()
    await chair.getByRole('button', { name: 'Mời', exact: true }).click()
    await expect(education.getByText('Mời đồng chí phát biểu: 3 phút')).toBeVisible()
    await chair.getByRole('button', { name: 'Dừng phát biểu' }).click()
    await mendNetwork(away)
    await expect(page.getByText('Đồng chí đứng thứ 1 trong hàng đợi phát biểu')).toBeVisible({
      timeout: 60_000,
    })
  })

  await test.step('[M6] [O2] a vote during which the server is killed; the substitute has none', async () => {
    await chair.getByRole('button', { name: 'Mở biểu quyết' }).click()
    await sheet(chair).getByText('5 phút', { exact: true }).click()
    await sheet(chair).getByRole('button', { name: 'Mở biểu quyết' }).click()
    await vote(health, 'Tán thành')
    await expect(chair.getByText('1/5 thành viên đã biểu quyết')).toBeVisible()
    await cutNetwork(away)
    await expect(statusLine(away.page)).toContainText('goại tuyến')
    await vote(away.page, 'Không tán thành')
    for (const page of [substitute, guest]) {
      await page.getByRole('button', { name: /^Đang biểu quyết/ }).click()
      await expect(sheet(page).getByText('Chỉ thành viên Chính phủ biểu quyết.')).toBeVisible()
      await expect(sheet(page).getByRole('button', { name: 'Tán thành', exact: true })).toHaveCount(0)
      await page.keyboard.press('Escape')
    }
    await Promise.all([vote(education, 'Tán thành'), office.kill()])
    await office.startAgain()
    await mendNetwork(away)
    await expect(chair.getByText('3/5 thành viên đã biểu quyết')).toBeVisible({ timeout: 60_000 })
    await chair.getByRole('button', { name: 'Đóng biểu quyết' }).click()
    await sheet(chair).getByRole('button', { name: 'Đóng biểu quyết' }).click()
    await expect(chair.getByText('Không được thông qua')).toBeVisible()
    const [tally] = await rowsOf(officers.head, 'vote-tally')
    const idOf = await idsOf(officers.head)
    const entries = new Map(tally?.rounds.at(-1)?.tally.entries.map((one) => [one.person, one.entry.kind]))
    const said = [accounts.health, accounts.education, accounts.construction, accounts.finance].map((who) =>
      entries.get(idOf(who)),
    )
    expect(said).toEqual(['agree', 'agree', 'disagree', 'not-voted'])
  })

  await test.step('[M9] the conclusion with a task; the session ends, the meeting is concluded', async () => {
    await chair.getByRole('button', { name: 'Ghi kết luận' }).click()
    await sheet(chair).getByRole('textbox', { name: 'Kết luận' }).fill(conclusion)
    await sheet(chair).getByRole('button', { name: 'Thêm nhiệm vụ' }).click()
    await sheet(chair).getByRole('combobox', { name: 'Cơ quan chủ trì' }).click()
    await chair.getByRole('option', { name: 'Bộ Y tế' }).click()
    await sheet(chair).getByRole('textbox', { name: 'Việc phải làm' }).fill(assignment)
    await sheet(chair).getByRole('button', { name: 'Ký kết luận' }).click()
    await expect(guest.getByText(conclusion)).toBeVisible()
    await chair.getByRole('button', { name: 'Bế mạc' }).click()
    await sheet(chair).getByRole('button', { name: 'Bế mạc' }).click()
    await expect(chair.getByText('Đã bế mạc lúc')).toBeVisible()
    await head.getByRole('button', { name: 'Kết thúc, ban hành kết luận' }).click()
    await expect(sheet(head).getByText('Nội dung 2 chưa bàn.')).toBeVisible()
    await expect(sheet(head).getByText(assignment)).toBeVisible()
    await sheet(head).getByRole('button', { name: 'Ký kết thúc' }).click()
    const tasksOf = async () =>
      (await rowsOf(officers.head, 'task')).map(({ phase, leadAgency }) => [phase.state, leadAgency])
    await expect.poll(tasksOf).toEqual([['draft', 'byt']])
    await expect(health.getByText('Đã có thông báo kết luận')).toBeVisible()
    const download = health.waitForEvent('download')
    await health.getByRole('button', { name: 'Thông báo kết luận (PDF)' }).click()
    const pages = await readPdf(new Uint8Array(await readFile(await (await download).path())))
    expect(pages.map(wordsOf).join(' ')).toContain(conclusion)
  })

  await test.step('[M10] the draft conclusion goes round as a ballot that is prepared with its notice', async () => {
    const secretary = await newTablet({ viewport: desk })
    const { code } = need(await officers.head.api.handOutCode(officers.secretary.person))
    await enrol(secretary, office, accounts.secretary, { code })
    const { page } = secretary
    await openMeeting(page)
    await page.getByRole('button', { name: 'Lấy ý kiến dự thảo kết luận' }).click()
    await sheet(page).getByRole('button', { name: 'Soạn phiếu' }).click()
    await expect(page.getByRole('textbox', { name: 'Trích yếu' })).toHaveValue(`Dự thảo kết luận: ${matter}`)
    await expect(page.getByRole('textbox', { name: 'Tên tài liệu 1' })).toHaveValue(
      'Dự thảo Thông báo kết luận',
    )
  })
})

async function openMeeting(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Phiên họp' }).click()
  // Cards of the desk bear the meeting's title, too, and stay until the register is there.
  await expect(page).toHaveURL(/meetings$/)
  await expect(page.locator('.ec-desk-link')).toHaveCount(0)
  await page.getByRole('button', { name: title }).click()
}

async function vote(page: Page, choice: string): Promise<void> {
  await page.getByRole('button', { name: /^Biểu quyết/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: choice, exact: true }).click()
  await sheet.getByRole('button', { name: new RegExp(`^Ký: ${choice}`) }).click()
}

import { expect, type Page } from '@playwright/test'
import { hashOpening } from '../../client/app/make-act.ts'
import { IssueId, VoteId } from '../../shared/domain/id.ts'
import { VoteContent } from '../../shared/domain/vote.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { dayMs, hourMs, minuteMs } from '../../shared/lib/time.ts'
import { idsOf, inviteToMeeting } from './testing/arranged-meeting.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { enrolOfficer, rowsOf } from './testing/officer.ts'
import { enrolSecond } from './testing/second-tablet.ts'
import {
  cutNetwork,
  desk,
  enrol,
  mendNetwork,
  statusLine,
  unlock,
  untilReadyOffline,
} from './testing/tablet.ts'

const title = 'Phiên họp Chính phủ đột xuất'
const matter = 'Dự thảo Nghị quyết về khắc phục hậu quả bão số 12'
const other = 'Báo cáo về hồ chứa thủy lợi'
const question = hashOpening(
  canonicalJson(
    VoteContent.parse({
      issue: { id: IssueId.parse('issue'), question: `Thông qua: ${matter}`, form: { kind: 'opinion' } },
      text: '',
    }),
  ),
)

test('[M8] [M11] [O1] [O2] [O8] what goes wrong in a session: a clock a day ahead, a tab closed right after the vote, the chair handed over while the old console is away, an item that is gone', async ({
  office,
  officers,
  tabletOf,
  newTablet,
}) => {
  const meeting = await inviteToMeeting(officers, {
    title,
    inMs: hourMs,
    items: [
      { title: matter, paper: 'Tờ trình số 1655/TTr-BNN' },
      { title: other, paper: 'Báo cáo số 12/BC-BNN' },
    ],
  })
  const chair = await enrolOfficer(office, accounts.primeMinister)
  const old = await newTablet({ viewport: desk })
  await old.page.clock.install()
  await old.page.reload()
  await enrolSecond(old, office, officers, accounts.primeMinister, chair.person)
  const ahead = await newTablet()
  await ahead.page.clock.install({ time: Date.now() + dayMs })
  await ahead.page.reload()
  await enrol(ahead, office, accounts.health)
  const closed = await tabletOf(accounts.education)
  const idOf = await idsOf(officers.head)
  for (const who of [accounts.primeMinister, accounts.finance, accounts.education]) {
    const body = { meeting, person: idOf(who), presence: 'in-room' as const }
    await officers.secretary.perform({ kind: 'mark-presence', body })
  }
  const items = await rowsOf(officers.head, 'agenda-item')
  const itemOf = (rank: string) => {
    const found = items.find((each) => each.rank === rank)
    if (!found) throw new Error(`no item ${rank}`)
    return found.id
  }
  const start = (item: string) =>
    officers.secretary.perform({ kind: 'start-item', body: { meeting, item: itemOf(item) } })

  await test.step('[O8] a tablet that is a day ahead says that its member is there, and shows the session’s hours', async () => {
    await openMeeting(ahead.page)
    await ahead.page.getByRole('button', { name: 'Tôi có mặt tại phòng họp' }).click()
    await expect(ahead.page.getByText(/^Có mặt tại phòng họp từ \d\d:\d\d/)).toBeVisible()
    await chair.perform({ kind: 'open-session', body: { meeting } })
    await start('i0')
    await expect(ahead.page.getByText(/^Đã dùng 0:\d\d, dự kiến 30 phút/)).toBeVisible()
  })

  await test.step('[M6] [O2] a tab is closed as soon as it has said "saved": the vote is there and arrives once; the wrong clock votes too', async () => {
    const vote = { meeting, item: itemOf('i0'), vote: VoteId.parse('vote-of-the-journey---') }
    const body = { ...vote, contentHash: question.commit, seconds: 600 }
    await openMeeting(closed.page)
    await chair.perform({ kind: 'open-vote', body, openings: [question] })
    await expect(closed.page.getByRole('button', { name: /^Biểu quyết [0-9]+:\d\d$/ })).toBeVisible()
    await cutNetwork(closed)
    await sign(closed.page, 'Không tán thành')
    await expect(closed.page.getByText(/Không tán thành\. Đã lưu trên máy, chờ gửi/)).toBeVisible()
    await closed.page.close()
    await closed.line.mend()
    await closed.context.setOffline(false)
    const again = await closed.context.newPage()
    await again.goto(`http://localhost:${closed.line.port}/`)
    await unlock(again)
    await expect(ahead.page.getByRole('button', { name: /^Biểu quyết ([0-9]|10):\d\d$/ })).toBeVisible()
    await sign(ahead.page, 'Tán thành')
    const castBy = async () => (await rowsOf(officers.head, 'vote')).flatMap((row) => row.castBy)
    await expect
      .poll(castBy, { timeout: 60_000 })
      .toEqual(expect.arrayContaining([idOf(accounts.education), idOf(accounts.health)]))
    expect((await castBy()).length).toBe(2)
    await chair.perform({ kind: 'close-vote', body: vote })
    const [tally] = await rowsOf(officers.head, 'vote-tally')
    const entries = new Map(tally?.rounds.at(-1)?.tally.entries.map((one) => [one.person, one.entry.kind]))
    expect([entries.get(idOf(accounts.health)), entries.get(idOf(accounts.education))]).toEqual([
      'agree',
      'disagree',
    ])
  })

  await test.step('[M8] [M11] the chair is handed over while the old console is away: what it wrote before is taken, what it wrote afterwards comes back whole', async () => {
    await openMeeting(old.page)
    await old.page.getByRole('button', { name: 'Mở bàn điều hành' }).click()
    await expect(old.page.getByRole('button', { name: 'Kết thúc nội dung' })).toBeVisible()
    await untilReadyOffline(old.page)
    await cutNetwork(old)
    await note(old.page, 'Mất mạng tại bàn chủ trì')
    await chair.perform({ kind: 'hand-over-chair', body: { meeting, person: idOf(accounts.finance) } })
    // Not by the speed of this machine: some time later, by the old console's clock.
    await old.page.clock.fastForward(minuteMs)
    await note(old.page, 'Vẫn ghi ở máy cũ')
    await mendNetwork(old)
    const news = `Không được ghi nhận: Ghi chép của chủ trì. ${title}`
    await expect(old.page.getByText(news)).toBeVisible({ timeout: 60_000 })
    const [, second] = await recorded()
    expect(second).toBeUndefined()
    await old.page.getByRole('button', { name: 'Xem' }).click()
    const card = old.page.getByRole('article', { name: 'Ghi chép của chủ trì' })
    await expect(card.getByText(/Vẫn ghi ở máy cũ/)).toBeVisible()
    await expect(card.getByText(/đồng chí không còn là người chủ trì/)).toBeVisible()
    await card.getByRole('button', { name: 'Tôi đã rõ' }).click()
    await expect(card).toHaveCount(0)
  })

  await test.step('[O1] [O2] an item is taken off the agenda while a request to speak to it is on its way: told in words', async () => {
    await start('i1')
    await expect(ahead.page.getByText(`Đang bàn: Nội dung 2. ${other}`)).toBeVisible()
    await cutNetwork(ahead)
    await expect(statusLine(ahead.page)).toContainText('goại tuyến')
    await ahead.page.getByRole('button', { name: 'Đăng ký phát biểu' }).click()
    await expect(ahead.page.getByText('Đăng ký phát biểu đã lưu trên máy, chờ gửi').first()).toBeVisible()
    await start('i0')
    const withdrawn = { meeting, item: itemOf('i1'), reason: 'Chưa đủ hồ sơ' }
    await officers.head.perform({ kind: 'withdraw-agenda-item', body: withdrawn })
    await mendNetwork(ahead)
    const card = ahead.page.getByRole('article', { name: 'Đăng ký phát biểu' })
    await expect(card.getByText(/Nội dung này đã được rút khỏi chương trình/)).toBeVisible({
      timeout: 60_000,
    })
    await card.getByRole('button', { name: 'Tôi đã rõ' }).click()
    await expect(card).toHaveCount(0)
  })

  async function recorded() {
    const rows = await rowsOf(officers.head, 'item-session')
    return rows.flatMap(({ records }) => records)
  }
})

async function openMeeting(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Phiên họp' }).click()
  await expect(page).toHaveURL(/meetings$/)
  await page.getByRole('button', { name: title }).click()
}

async function sign(page: Page, choice: string): Promise<void> {
  await page.getByRole('button', { name: /^Biểu quyết/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('button', { name: choice, exact: true }).click()
  await sheet.getByRole('button', { name: new RegExp(`^Ký: ${choice}`) }).click()
}

async function note(page: Page, words: string): Promise<void> {
  const place = page.getByRole('textbox', { name: 'Ghi diễn biến (không bắt buộc)' })
  await place.fill(words)
  await page.getByRole('button', { name: 'Ghi diễn biến', exact: true }).click()
  await expect(place).toHaveValue('')
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { encodings } from '../../client/store/testing/raw-database.ts'
import { filesHolding } from '../testing/files-holding.ts'
import { startChromium } from '../testing/killable-chromium.ts'
import { issueBallot } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { layLine } from './testing/cut-line.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { rowsOf, tabletIn } from './testing/officer.ts'
import { choose, enrol, lock, lying, statusLine, unlock, untilReadyOffline } from './testing/tablet.ts'

// The runner would ask the killed browser for them.
test.use({ trace: 'off', screenshot: 'off' })

const canaries = {
  title: 'Nghị định về chim hoàng yến',
  summary: 'Hoàng yến hót trong tờ trình mật mã số bảy.',
  opinion: 'Chim hoàng yến thứ hai không đồng tình với khoản bốn.',
}

test('[O5] locked, a lost tablet tells nothing; revoked, it hands over what was signed and wipes itself', async ({
  office,
  officers,
}) => {
  const { title } = await issueBallot(officers, canaries)
  const profile = await mkdtemp(join(tmpdir(), 'journey-profile-'))
  const line = await layLine(office.port)
  const switchOn = async () => {
    const { context, kill } = await startChromium(profile)
    const page = await context.newPage()
    await page.setViewportSize(lying)
    await page.goto(`http://localhost:${line.port}/`)
    return { page, kill, card: page.getByRole('article', { name: title }) }
  }
  const readable = () =>
    Object.entries(canaries).filter(([, text]) => filesHolding(profile, encodings(text)).length > 0)
  let life = await switchOn()
  try {
    await enrol(life, office, accounts.finance)
    await expect(life.card.getByText('Đọc được khi không có mạng')).toBeVisible()
    await untilReadyOffline(life.page)
    await line.cut()
    await choose(life.card, 'Ý kiến khác')
    await life.card.getByRole('textbox').fill(canaries.opinion)
    await life.card.getByRole('button', { name: 'Xem và ký' }).click()
    await life.page.getByRole('button', { name: 'Ký và gửi' }).click()
    await expect(life.card.getByText('Đã lưu trên máy tính bảng này', { exact: true })).toBeVisible()
    await lock(life.page)
    await expect(life.page.getByRole('heading', { name: 'Mở khóa' })).toBeVisible()
    await expect(life.page.getByText(title)).toHaveCount(0)
    await unlock(life.page, 'không phải cụm mật khẩu này')
    await expect(life.page.getByText('Cụm mật khẩu chưa đúng.')).toBeVisible()
    await checkScreen(life.page)
    await unlock(life.page)
    await expect(life.card).toBeVisible()
    await expect(statusLine(life.page)).toContainText('1 trả lời chờ gửi')
    await lock(life.page)
    await life.kill()
    expect(readable()).toEqual([])

    const { head } = officers
    const device = await tabletIn(head, 'active')
    await head.perform({
      kind: 'revoke-device',
      body: { device: device.id, reason: 'Mất máy.', wipe: true },
    })
    await line.mend()
    life = await switchOn()
    await expect(
      life.page.getByRole('heading', { name: 'Dữ liệu trên thiết bị này đã được xóa' }),
    ).toBeVisible()
    await checkScreen(life.page)
    await life.kill()
    expect(readable()).toEqual([])
    const [progress] = (await rowsOf(head, 'progress')).filter(({ person }) => person === device.person)
    expect(progress?.standing).toBe('held')
  } finally {
    await life.kill()
    await line.cut()
    await rm(profile, { recursive: true, force: true, maxRetries: 10 })
  }
})

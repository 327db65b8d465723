import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { encodings } from '../../client/store/testing/raw-database.ts'
import { filesHolding } from '../testing/files-holding.ts'
import { startChromium } from '../testing/killable-chromium.ts'
import { issueBallot } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { layLine } from './testing/cut-line.ts'
import { type Account, accounts, titleOf } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { rowsOf } from './testing/officer.ts'
import {
  choose,
  desk,
  enrol,
  lock,
  lying,
  statusLine,
  unlock,
  untilReadyOffline,
  upright,
} from './testing/tablet.ts'

// The runner would ask the killed browser for them.
test.use({ trace: 'off', screenshot: 'off' })

const wiped = 'Dữ liệu trên thiết bị này đã được xóa'
const canaries = {
  title: 'Nghị định về chim hoàng yến',
  summary: 'Hoàng yến hót trong tờ trình mật mã số bảy.',
  opinion: 'Chim hoàng yến thứ hai không đồng tình với khoản bốn.',
}

test('[O5] locked, a lost tablet tells nothing; revoked, it hands over what was signed and wipes itself', async ({
  office,
  officers,
  tabletOf,
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

    const admin = await tabletOf(accounts.admin, { viewport: desk })
    await revoke(admin.page, accounts.finance)
    await line.mend()
    life = await switchOn()
    await expect(life.page.getByRole('heading', { name: wiped })).toBeVisible()
    await checkScreen(life.page)
    await life.kill()
    expect(readable()).toEqual([])
    const [progress] = (await rowsOf(officers.head, 'progress')).filter(({ standing }) => standing === 'held')
    expect(progress?.answered).toHaveLength(1)

    const open = await tabletOf(accounts.health, { viewport: upright })
    await expect(open.page.getByRole('article', { name: title })).toBeVisible()
    await revoke(admin.page, accounts.health)
    await expect(open.page.getByRole('heading', { name: wiped })).toBeVisible()
    await expect(admin.page.getByText('Đã thu hồi, đã xóa').first()).toBeVisible()
  } finally {
    await life.kill()
    await line.cut()
    await rm(profile, { recursive: true, force: true, maxRetries: 10 })
  }
})

async function revoke(page: Page, account: Account): Promise<void> {
  await page.getByRole('link', { name: 'Thiết bị' }).click()
  await page.getByRole('button', { name: titleOf(account) }).click()
  await checkScreen(page)
  await page.getByRole('button', { name: 'Thu hồi', exact: true }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('checkbox', { name: 'Xóa dữ liệu trên thiết bị' }).check()
  await sheet.getByLabel('Lý do').fill('Mất máy trên đường công tác.')
  await sheet.getByRole('button', { name: 'Ký và thu hồi' }).click()
  await expect(sheet).toHaveCount(0)
}

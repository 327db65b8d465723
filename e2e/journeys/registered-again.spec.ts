import { expect } from '@playwright/test'
import { issueBallot } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { enrolOfficer, need, tabletIn } from './testing/officer.ts'
import {
  choose,
  cutNetwork,
  enrol,
  goByMenu,
  lock,
  mendNetwork,
  statusLine,
  unlock,
  untilReadyOffline,
} from './testing/tablet.ts'

const revoked = 'Thiết bị này đã bị thu hồi'

test('[O5] [O2] a revoked tablet stays closed without a network, and registered again has lost nothing that was signed', async ({
  office,
  officers,
  tabletOf,
}) => {
  const { title } = await issueBallot(officers, { title: 'Nghị định trên máy bị thu hồi' })
  const admin = await enrolOfficer(office, accounts.admin)
  const tablet = await tabletOf(accounts.finance)
  const { page } = tablet
  const card = page.getByRole('article', { name: title })
  await expect(card).toBeVisible()
  await untilReadyOffline(page)
  await cutNetwork(tablet)
  await choose(card, 'Không đồng ý')
  await page.getByRole('button', { name: 'Ký và gửi' }).click()
  await expect(statusLine(page)).toContainText('1 trả lời chờ gửi')
  await lock(page)
  await expect(page.getByText('1 việc đã ký chưa có biên nhận.')).toBeVisible()
  await checkScreen(page)

  const { id: device, person } = await tabletIn(admin, 'active')
  const body = { device, reason: 'Máy để quên ngoài cơ quan.', wipe: false }
  await admin.perform({ kind: 'revoke-device', body })
  await mendNetwork(tablet)
  await unlock(page)
  await expect(page.getByRole('heading', { name: revoked })).toBeVisible()
  await cutNetwork(tablet)
  await page.reload()
  await expect(page.getByRole('heading', { name: revoked })).toBeVisible()
  await page.getByText('Hỏi lại Văn phòng').click()
  await page.getByLabel('Cụm mật khẩu của thiết bị').fill('hoa sữa thơm mùa thu')
  await page.getByRole('button', { name: 'Hỏi lại', exact: true }).click()
  await expect(page.getByText('Chưa hỏi được vì không kết nối được máy chủ.')).toBeVisible()
  await expect(card).toHaveCount(0)
  await checkScreen(page)

  await mendNetwork(tablet)
  await page.getByRole('button', { name: 'Đăng ký lại thiết bị' }).click()
  await expect(page.getByRole('heading', { name: 'Đăng ký lại thiết bị này' })).toBeVisible()
  const { code } = need(await officers.head.api.handOutCode(person))
  await enrol(tablet, office, accounts.finance, { code, look: checkScreen })
  await expect(page.getByRole('region', { name: 'Việc chuyển lại đồng chí' })).toContainText(title)
  const databases = () => page.evaluate(async () => (await indexedDB.databases()).length)
  await expect.poll(databases, { timeout: 60_000 }).toBe(1)
  await goByMenu(page, 'Lưu trữ')
  await expect(page.getByText('Không còn gì chờ gửi.')).toBeVisible()
  await checkScreen(page)
})

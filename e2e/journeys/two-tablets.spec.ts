import { expect } from '@playwright/test'
import { issueBallot } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { need, rowsOf, tabletIn } from './testing/officer.ts'
import { choose, cutNetwork, enrol, mendNetwork, unlock, upright } from './testing/tablet.ts'

test('[B12] [O3] a second tablet by two officers; two tablets answer differently offline, and the member chooses', async ({
  office,
  officers,
  tabletOf,
  newTablet,
}) => {
  const { secretary, head } = officers
  const { title } = await issueBallot(officers, { title: 'Nghị định về bảo hiểm y tế' })
  const first = await tabletOf(accounts.health)
  const card = ({ page }: typeof first) => page.getByRole('article', { name: title })
  await expect(card(first)).toBeVisible()

  const second = await newTablet({ viewport: upright })
  const { person } = await tabletIn(head, 'active')
  const { code } = need(await head.api.handOutCode(person))
  await enrol(second, office, accounts.health, { code, look: checkScreen })
  await expect(second.page.getByRole('heading', { name: 'Chờ hai cán bộ xác nhận thiết bị' })).toBeVisible()
  await checkScreen(second.page)
  const { id: device } = await tabletIn(head, 'pending')
  await secretary.perform({ kind: 'propose', body: { proposal: { kind: 'enrol-device', device } } })
  const [proposal] = await rowsOf(head, 'proposal')
  if (!proposal) throw new Error('nothing is proposed')
  await head.perform({ kind: 'confirm', body: { proposal: proposal.id } })
  await second.page.getByRole('button', { name: 'Mở khóa để kiểm tra lại' }).click()
  await unlock(second.page)
  await expect(card(second)).toBeVisible()

  await cutNetwork(first)
  await cutNetwork(second)
  for (const [tablet, choice] of [
    [first, 'Đồng ý'],
    [second, 'Không đồng ý'],
  ] as const) {
    await choose(card(tablet), choice)
    await tablet.page.getByRole('button', { name: 'Ký và gửi' }).click()
    await expect(card(tablet).getByText('Đã lưu trên máy tính bảng này', { exact: true })).toBeVisible()
  }
  await mendNetwork(first)
  await expect(card(first).getByText('Văn phòng đã ghi nhận', { exact: true })).toBeVisible()
  await mendNetwork(second)
  const back = ({ page }: typeof first) =>
    page.getByRole('region', { name: 'Việc chuyển lại đồng chí' }).getByRole('article', { name: title })
  for (const tablet of [first, second]) {
    await expect(back(tablet)).toContainText('Hai máy của đồng chí trả lời khác nhau')
    await expect(back(tablet)).toContainText('Ký trên thiết bị này')
    await expect(back(tablet)).toContainText('Ký trên thiết bị khác')
    await checkScreen(tablet.page)
  }

  const own = back(second).locator('.ec-returned-choice', { hasText: 'Ký trên thiết bị này' })
  await own.getByRole('button', { name: 'Chọn trả lời này' }).click()
  const sheet = second.page.getByRole('dialog')
  await expect(sheet).toContainText('Trả lời này thay cho cả hai trả lời trước đó từ hai máy.')
  await sheet.getByRole('button', { name: 'Ký và gửi' }).click()
  for (const tablet of [first, second]) {
    await expect(card(tablet).getByText('Văn phòng đã ghi nhận', { exact: true })).toBeVisible()
    await expect(back(tablet)).toHaveCount(0)
  }
})

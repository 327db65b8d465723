import { expect } from '@playwright/test'
import { secondMs } from '../../shared/lib/time.ts'
import { issueBallot } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts, titleOf } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { need, rowsOf } from './testing/officer.ts'
import { choose, desk, enrol, upright } from './testing/tablet.ts'

test('[B8] [G2] the deadline passes: explicit, deemed and not reached apart, by name; a tie; two officers rule', async ({
  office,
  officers,
  tabletOf,
  newTablet,
}) => {
  const { secretary, head } = officers
  const first = await tabletOf(accounts.health)
  const second = await tabletOf(accounts.finance, { viewport: upright })
  for (const { page } of [first, second]) {
    await expect(page.getByText('Không có việc nào đang chờ đồng chí')).toBeVisible()
    await checkScreen(page)
  }
  const watch = await newTablet({ viewport: desk })
  const { code } = need(await secretary.api.handOutCode(head.person))
  await enrol(watch, office, accounts.head, { code })
  await expect(watch.page.getByRole('heading', { name: 'Bàn làm việc' })).toBeVisible()

  const { title } = await issueBallot(officers, {
    title: 'Nghị quyết về phòng, chống dịch',
    openMs: 30 * secondMs,
  })
  await choose(first.page.getByRole('article', { name: title }), 'Đồng ý')
  await first.page.getByRole('button', { name: 'Ký và gửi' }).click()
  await expect(first.page.getByText('Văn phòng đã ghi nhận', { exact: true })).toBeVisible()
  await expect(second.page.getByRole('article', { name: title })).toBeVisible()

  await watch.page.getByRole('link', { name: 'Phiếu' }).click()
  await watch.page.waitForURL('**/desk/ballots')
  // The desk's line bears the title, too, and stays until the register is there.
  await expect(watch.page.locator('.ec-desk-link')).toHaveCount(0)
  await watch.page.getByRole('button', { name: title }).click()
  const lineOf = (account: typeof accounts.health | typeof accounts.finance | typeof accounts.education) =>
    watch.page.getByRole('row', { name: titleOf(account) })
  await watch.page.getByRole('tab', { name: 'Kết quả' }).click({ timeout: 60 * secondMs })
  await watch.page.getByRole('button', { name: 'Xem danh sách' }).click()
  await expect(lineOf(accounts.health)).toContainText('Đồng ý')
  await expect(lineOf(accounts.finance)).toContainText('Coi như đồng ý')
  await expect(lineOf(accounts.education)).toContainText('Chưa tiếp cận được')
  await expect(watch.page.getByText('Chưa quyết định được')).toBeVisible()
  await expect(watch.page.getByText('Số tán thành đúng một nửa (2 trên 4)')).toBeVisible()

  const [ballot] = await rowsOf(secretary, 'ballot')
  const [silent] = (await rowsOf(secretary, 'person')).filter(
    ({ name }) => name === titleOf(accounts.education),
  )
  if (!ballot || !silent) throw new Error('nobody to rule on')
  await secretary.perform({
    kind: 'propose',
    body: {
      proposal: {
        kind: 'rule-silence',
        ballot: ballot.id,
        person: silent.id,
        counts: true,
        reason: 'Đã nhận bản giấy.',
      },
    },
  })
  await watch.page.getByRole('tab', { name: 'Cần quyết định' }).click()
  await checkScreen(watch.page)
  await watch.page.getByRole('button', { name: 'Xác nhận' }).click()
  await watch.page.getByRole('button', { name: 'Ký và xác nhận' }).click()
  await watch.page.getByRole('tab', { name: 'Kết quả' }).click()
  await expect(watch.page.getByText('Được thông qua')).toBeVisible()
  await checkScreen(watch.page)

  await second.page.getByRole('link', { name: 'Phiếu lấy ý kiến' }).click()
  await second.page.getByRole('button', { name: title }).click()
  await expect(second.page.getByText('Được thông qua')).toBeVisible()
  await checkScreen(second.page)
})

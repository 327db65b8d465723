import { expect } from '@playwright/test'
import { dayMs, dayOf, formatDay, formatHour, hourMs } from '../../shared/lib/time.ts'
import { issueBallot } from './testing/arranged-ballot.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { choose, enrol, upright } from './testing/tablet.ts'

for (const [words, offMs] of [
  ['ahead', dayMs],
  ['behind', -dayMs],
] as const) {
  test(`[O8] a tablet whose clock is a day ${words} answers, and is recorded`, async ({
    office,
    officers,
    newTablet,
  }) => {
    const openMs = 3 * hourMs
    const { title, deadlineAt } = await issueBallot(officers, { title: 'Nghị định về đất đai', openMs })
    const tablet = await newTablet({ viewport: upright })
    const { page } = tablet
    await page.clock.install({ time: Date.now() + offMs })
    await page.reload()
    await enrol(tablet, office, accounts.education)
    const card = page.getByRole('article', { name: title })
    await expect(card).toContainText(`${formatDay(dayOf(deadlineAt))} ${formatHour(deadlineAt)}`)
    if (offMs > 0) await expect(card).toContainText('Đã quá hạn theo giờ của máy tính bảng')
    await choose(card, 'Đồng ý')
    await page.getByRole('button', { name: 'Ký và gửi' }).click()
    await expect(card.getByText('Văn phòng đã ghi nhận', { exact: true })).toBeVisible()
  })
}

import { expect } from '@playwright/test'
import { issueBallot } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { desk, untilReadyOffline } from './testing/tablet.ts'

test('[O3] [D2] administrator, auditor and clerk find what is theirs, and no address leads further', async ({
  officers,
  tabletOf,
}) => {
  const { id, title } = await issueBallot(officers, { title: 'Nghị định về khám bệnh, chữa bệnh' })
  const places = {
    admin: 'Người dùng & chức vụ',
    auditor: 'Sổ ghi nhận',
    clerk: 'Nhiệm vụ được giao',
  } as const
  for (const role of ['admin', 'auditor', 'clerk'] as const) {
    const { page } = await tabletOf(accounts[role], { viewport: desk })
    await expect(page.getByRole('heading', { level: 1, name: places[role] })).toBeVisible()
    await untilReadyOffline(page)
    await checkScreen(page)
    if (role === 'clerk') await page.getByRole('link', { name: 'Phiếu của cơ quan' }).click()
    await expect(page.getByText(title)).toHaveCount(role === 'clerk' ? 1 : 0)
    for (const path of [`/desk/ballots/${id}`, '/desk/new', '/desk/meetings', '/desk']) {
      await page.evaluate((address) => {
        history.pushState(null, '', address)
        dispatchEvent(new PopStateEvent('popstate'))
      }, path)
      await expect(page.getByText('Nội dung này không dành cho đồng chí')).toBeVisible()
    }
    await checkScreen(page)
  }
})

import { expect } from '@playwright/test'
import { issueBallot } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts, titleOf } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { need } from './testing/officer.ts'
import { choose, desk, enrol, goByMenu, statusLine, upright } from './testing/tablet.ts'

const reason = 'Hỏng ổ đĩa, phục hồi bản sao lưu ban đêm.'
const stands = 'Văn phòng đã ghi nhận'

test('[O2] [O4] a backup is restored: two officers declare it, tablets bring back what was lost, two officers end it', async ({
  office,
  officers,
  tabletOf,
  newTablet,
}) => {
  const { secretary, head } = officers
  const [member, other] = [
    await tabletOf(accounts.health),
    await tabletOf(accounts.finance, { viewport: upright }),
  ]
  const officer = await newTablet({ viewport: desk })
  const { code } = need(await secretary.api.handOutCode(head.person))
  await enrol(officer, office, accounts.head, { code })
  await expect(statusLine(officer.page)).toContainText('Đã đồng bộ lúc')
  await expect(statusLine(member.page)).toContainText('Đã đồng bộ lúc')
  await office.backUp()

  const title = 'Nghị định ban hành sau bản sao lưu'
  await issueBallot(officers, { title })
  for (const [{ page }, choice] of [
    [member, 'Không đồng ý'],
    [other, 'Đồng ý'],
  ] as const) {
    await choose(page.getByRole('article', { name: title }), choice)
    await page.getByRole('button', { name: 'Ký và gửi' }).click()
    await expect(page.getByText(stands, { exact: true })).toHaveCount(1)
  }

  await office.restore(reason)
  await expect(statusLine(member.page)).toContainText('không khớp với sổ ghi nhận')
  await officer.page.getByRole('button', { name: 'Khai báo khôi phục' }).click()
  await expect(officer.page.getByText('Chờ khai báo')).toBeVisible()
  await checkScreen(officer.page)
  await officer.page.getByRole('button', { name: 'Đề nghị khai báo' }).click()
  await officer.page.getByLabel('Lý do').fill(reason)
  await officer.page.getByRole('button', { name: 'Ký và đề nghị' }).click()
  await expect(officer.page.getByText('Chờ cán bộ thứ hai', { exact: true })).toBeVisible()
  const [proposal] = need(await secretary.api.restoreReport()).proposals
  await secretary.perform({ kind: 'confirm', body: { proposal: need(found(proposal)).id } })

  await expect(statusLine(member.page)).toContainText('đang khôi phục', { timeout: 90_000 })
  await expect(statusLine(other.page)).toContainText('đang khôi phục', { timeout: 90_000 })
  await expect(member.page.getByText(reason)).toBeVisible()
  await checkScreen(member.page)

  await officer.page.getByRole('button', { name: 'Xem lại' }).click()
  await expect(officer.page.getByText('Đang nhận lại từ các thiết bị')).toBeVisible()
  await expect(officer.page.getByRole('row', { name: titleOf(accounts.health) })).not.toContainText('chưa')
  await checkScreen(officer.page)
  const missing = async () => need(await secretary.api.restoreReport()).missing
  await expect.poll(missing).toEqual([])
  const { epoch } = need(await secretary.api.restoreReport())
  await secretary.perform({
    kind: 'propose',
    body: { proposal: { kind: 'end-restore', epoch, missing: 0, reason: 'Đã nhận lại đủ.' } },
  })
  await officer.page.getByRole('button', { name: 'Xem lại' }).click()
  await officer.page.getByRole('button', { name: 'Ký và xác nhận' }).click()
  await officer.page.getByRole('dialog').getByRole('button', { name: 'Ký và xác nhận' }).click()
  await expect(officer.page.getByText('Đã kết thúc')).toBeVisible()

  for (const { page } of [member, other]) {
    await expect(statusLine(page)).toContainText('Đã đồng bộ lúc', { timeout: 90_000 })
    await expect(page.getByText(stands, { exact: true })).toHaveCount(1)
  }
  await goByMenu(member.page, 'Biên nhận')
  await member.page.getByRole('button', { name: 'Kiểm tra tất cả' }).click()
  await expect(member.page.getByText('biên nhận đều hợp lệ')).toBeVisible()
})

const found = <T>(value: T | undefined) =>
  value === undefined ? ({ ok: false, error: 'nothing there' } as const) : ({ ok: true, value } as const)

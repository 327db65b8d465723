import { expect } from '@playwright/test'
import { issueBallot } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { choose, statusLine, unlock } from './testing/tablet.ts'

const opinion = 'Đề nghị giữ nguyên Điều 7.'

test('[O2] one tab works: a second one says so, takes over with what is half written, and closed gives the work back', async ({
  officers,
  tabletOf,
}) => {
  const { title } = await issueBallot(officers, { title: 'Nghị định mở ở hai cửa sổ' })
  const { page: first, context } = await tabletOf(accounts.finance)
  const cardOf = (page: typeof first) => page.getByRole('article', { name: title })
  await choose(cardOf(first), 'Ý kiến khác')
  await cardOf(first).getByRole('textbox').fill(opinion)
  await expect(statusLine(first)).toContainText('Đã đồng bộ lúc')

  const second = await context.newPage()
  await second.goto(first.url())
  await expect(second.getByRole('heading', { name: 'Ứng dụng đang mở ở một cửa sổ khác' })).toBeVisible()
  await checkScreen(second)
  await expect(cardOf(first).getByRole('textbox')).toHaveValue(opinion)

  await second.getByRole('button', { name: 'Làm việc ở cửa sổ này' }).click()
  await unlock(second)
  await expect(cardOf(second).getByRole('textbox')).toHaveValue(opinion)
  await expect(first.getByRole('heading', { name: 'Ứng dụng đã chuyển sang một cửa sổ khác' })).toBeVisible()
  await checkScreen(first)

  await second.close()
  await expect(first.getByRole('heading', { name: 'Mở khóa' })).toBeVisible()
  await unlock(first)
  await expect(cardOf(first).getByRole('textbox')).toHaveValue(opinion)
  await cardOf(first).getByRole('button', { name: 'Xem và ký' }).click()
  await first.getByRole('button', { name: 'Ký và gửi' }).click()
  await expect(cardOf(first).getByText('Văn phòng đã ghi nhận', { exact: true })).toBeVisible()
})

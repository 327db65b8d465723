import { expect } from '@playwright/test'
import { secondMs } from '../../shared/lib/time.ts'
import { issueBallot } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { choose, goByMenu, statusLine, upright } from './testing/tablet.ts'

const waiting = 'Nghị quyết mà máy chủ dừng trong lúc chờ hạn'

test('[O2] [B8] server and database are killed while members answer: started again, every answer is there once, and closing waits', async ({
  office,
  officers,
  tabletOf,
}) => {
  const titles = [
    'Nghị định về thiết bị y tế',
    'Nghị quyết về kinh phí khắc phục bão lũ',
    'Nghị định về thuốc',
  ]
  for (const title of titles) await issueBallot(officers, { title })
  const [first, second] = [
    await tabletOf(accounts.health),
    await tabletOf(accounts.finance, { viewport: upright }),
  ]
  const sign = async (page: typeof first.page, title: string | undefined, choice: string) => {
    await choose(page.getByRole('article', { name: title ?? '' }), choice)
    await page.getByRole('button', { name: 'Ký và gửi' }).click()
  }
  const stands = (page: typeof first.page, words: string) => page.getByText(words, { exact: true })

  await expect(second.page.getByRole('article')).toHaveCount(3)
  await sign(first.page, titles[0], 'Đồng ý')
  await expect(stands(first.page, 'Văn phòng đã ghi nhận')).toHaveCount(1)

  const { deadlineAt } = await issueBallot(officers, { title: waiting, openMs: 25 * secondMs })
  await expect(first.page.getByRole('article', { name: waiting })).toBeVisible()
  await Promise.all([
    sign(first.page, titles[1], 'Không đồng ý'),
    sign(second.page, titles[1], 'Đồng ý'),
    office.kill(),
  ])
  await expect(statusLine(first.page)).toContainText('Máy chủ không phản hồi')
  await sign(first.page, titles[2], 'Đồng ý')
  await expect(stands(first.page, 'Đã lưu trên máy tính bảng này').first()).toBeVisible()

  await office.startAgain()
  await expect(stands(first.page, 'Văn phòng đã ghi nhận')).toHaveCount(3, { timeout: 60_000 })
  await expect(stands(second.page, 'Văn phòng đã ghi nhận')).toHaveCount(1, { timeout: 60_000 })
  await expect(statusLine(first.page)).toContainText('Đã đồng bộ lúc')

  await goByMenu(first.page, 'Biên nhận')
  await first.page.getByRole('button', { name: 'Kiểm tra tất cả' }).click()
  await expect(first.page.getByText('biên nhận đều hợp lệ')).toBeVisible()
  await first.page.getByRole('link', { name: 'Việc cần làm' }).click()
  await first.page.getByRole('button', { name: waiting }).click()
  await expect(first.page.getByText('Máy chủ gián đoạn từ')).toBeVisible({
    timeout: Math.max(0, deadlineAt - Date.now()) + 30 * secondMs,
  })
  await checkScreen(first.page)
})

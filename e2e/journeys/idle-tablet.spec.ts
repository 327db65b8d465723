import { expect } from '@playwright/test'
import { hourMs } from '../../shared/lib/time.ts'
import { issueBallot } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { rowsOf } from './testing/officer.ts'
import { choose, cutNetwork, mendNetwork, unlock, untilReadyOffline } from './testing/tablet.ts'

test.use({ government: [accounts.health] })

test('[O5] left alone it locks itself, and locked it still delivers; long out of reach it opens only in touch with the Office', async ({
  officers,
  tabletOf,
}) => {
  const { title } = await issueBallot(officers, {
    title: 'Nghị định về khám bệnh',
    summary: 'Tóm tắt để nhận ra.',
  })
  const tablet = await tabletOf(accounts.health)
  const { page } = tablet
  const card = page.getByRole('article', { name: title })
  const heading = page.getByRole('heading', { name: 'Mở khóa' })
  await untilReadyOffline(page)
  await page.clock.install()
  await page.reload()
  await unlock(page)
  await expect(card.getByText('Đọc được khi không có mạng')).toBeVisible()

  await cutNetwork(tablet)
  await choose(card, 'Không đồng ý')
  await page.getByRole('button', { name: 'Ký và gửi' }).click()
  await expect(card.getByText('Đã lưu trên máy tính bảng này', { exact: true })).toBeVisible()
  await page.clock.fastForward('14:00')
  await expect(card).toBeVisible()
  await page.clock.fastForward('01:30')
  await expect(heading).toBeVisible()
  await expect(page.getByText(title)).toHaveCount(0)
  await expect(
    page.getByText('việc đã ký chưa có biên nhận. Máy vẫn tiếp tục chuyển về Văn phòng khi màn hình khóa.'),
  ).toBeVisible()
  await checkScreen(page)

  await mendNetwork(tablet)
  await page.clock.fastForward('01:00')
  await expect(
    page.getByText('việc đã ký được Văn phòng ghi nhận. Biên nhận hiện ra khi mở khóa.'),
  ).toBeVisible()
  const [progress] = (await rowsOf(officers.head, 'progress')).filter(({ answered }) => answered.length > 0)
  expect(progress?.answered).toHaveLength(1)
  await checkScreen(page)

  await cutNetwork(tablet)
  await unlock(page)
  await expect(card).toBeVisible()
  await page.clock.fastForward(73 * hourMs)
  await expect(heading).toBeVisible()
  await unlock(page)
  await expect(page.getByText('Thiết bị đã quá lâu không gặp máy chủ')).toBeVisible()
  await expect(page.getByText('Xin kết nối mạng rồi mở khóa lại.')).toBeVisible()
  await checkScreen(page)
  await mendNetwork(tablet)
  await unlock(page)
  await expect(card.getByText('Văn phòng đã ghi nhận', { exact: true })).toBeVisible()
})

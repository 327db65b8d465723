import { expect } from '@playwright/test'
import { secondMs } from '../../shared/lib/time.ts'
import { type ArrangedBallot, issueBallot, untilClosed } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { choose, cutNetwork, mendNetwork, statusLine } from './testing/tablet.ts'

test('[B5] [B9] [B13] answers to what was recalled, amended or closed meanwhile: each comes back with its reason', async ({
  officers,
  tabletOf,
}) => {
  const recalled = await issueBallot(officers, { title: 'Nghị định sẽ bị thu hồi' })
  const amended = await issueBallot(officers, { title: 'Nghị định sẽ được sửa đổi' })
  const tablet = await tabletOf(accounts.health)
  const { page } = tablet
  const closing = await issueBallot(officers, { title: 'Nghị định sắp hết hạn', openMs: 30 * secondMs })
  const late = await issueBallot(officers, { title: 'Nghị định trả lời quá hạn', openMs: 30 * secondMs })
  const card = ({ title }: { title: string }) => page.getByRole('article', { name: title })
  await expect(card(late)).toBeVisible()
  await expect(page.getByText('Đọc được khi không có mạng')).toHaveCount(4)

  await cutNetwork(tablet)
  const sheet = page.getByRole('dialog')
  const sign = async (ballot: ArrangedBallot) => {
    await sheet.getByRole('button', { name: 'Ký và gửi' }).click()
    await expect(card(ballot).getByText('Đã lưu trên máy tính bảng này', { exact: true })).toBeVisible()
  }
  for (const ballot of [closing, recalled, amended]) {
    await choose(card(ballot), ballot === amended ? 'Đồng ý' : 'Không đồng ý')
    await sign(ballot)
  }
  await recalled.recall()
  await amended.amend('Nghị định gồm 5 chương, thêm một chương về kiểm tra.')
  await untilClosed(officers.head, late)
  await choose(card(late), 'Không đồng ý')
  await expect(sheet).toContainText('Đã quá hạn trả lời theo giờ của máy tính bảng.')
  await sign(late)
  await expect(statusLine(page)).toContainText('4 trả lời chờ gửi')

  await mendNetwork(tablet)
  const returned = page.getByRole('region', { name: 'Việc chuyển lại đồng chí' })
  const back = ({ title }: { title: string }) => returned.getByRole('article', { name: title })
  await expect(back(recalled)).toContainText('Phiếu đã bị thu hồi trước khi trả lời tới nơi')
  await expect(back(amended)).toContainText('Phiếu đã được sửa đổi sau khi đồng chí trả lời')
  await expect(back(amended)).toContainText('Lý do: Tiếp thu ý kiến thẩm định của Bộ Tư pháp.')
  await expect(back(closing)).toContainText(
    'Trả lời của đồng chí ký trước hạn nhưng tới Văn phòng sau khi phiếu đóng',
  )
  await expect(back(late)).toContainText('Trả lời của đồng chí tới Văn phòng sau khi phiếu đóng')
  await checkScreen(page)

  await back(amended).getByRole('button', { name: 'Giữ ý kiến, ký cho bản mới' }).click()
  await expect(sheet).toContainText('Trả lời cho bản 2')
  await expect(sheet).toContainText('Thay đổi so với bản 1, bản đồng chí đã trả lời')
  await expect(sheet.getByRole('insertion').first()).toContainText('5')
  await sheet.getByRole('button', { name: 'Ký và gửi' }).click()
  await expect(card(amended).getByText('Văn phòng đã ghi nhận', { exact: true })).toBeVisible()
  await back(recalled).getByRole('button', { name: 'Tôi đã rõ' }).click()
  await back(closing).getByRole('button', { name: 'Tôi đã rõ' }).click()
  await expect(back(closing)).toHaveCount(0)
})

test('[B5] [B13] an amendment while one reads another ballot is said over the screen, with a way to it', async ({
  officers,
  tabletOf,
}) => {
  const answered = await issueBallot(officers, { title: 'Nghị định đã trả lời' })
  const read = await issueBallot(officers, { title: 'Nghị định đang đọc' })
  const { page } = await tabletOf(accounts.health)
  const card = page.getByRole('article', { name: answered.title })
  await choose(card, 'Đồng ý')
  await page.getByRole('button', { name: 'Ký và gửi' }).click()
  await expect(card.getByText('Văn phòng đã ghi nhận', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: read.title }).click()
  // Its card at home has a heading of that name too.
  await expect(page.getByRole('heading', { name: read.title, level: 1 })).toBeVisible()

  await answered.amend('Nghị định gồm 5 chương, thêm một chương về kiểm tra.')
  const news = page.getByRole('status').filter({ hasText: 'Phiếu đã được sửa đổi sau khi đồng chí trả lời' })
  await expect(news).toBeVisible()
  await checkScreen(page)
  await news.getByRole('button', { name: 'Xem' }).click()
  await expect(page.getByRole('heading', { name: answered.title })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Thay đổi so với bản 1' })).toBeVisible()
  await expect(news).toHaveCount(0)
})

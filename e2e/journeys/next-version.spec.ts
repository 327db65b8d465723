import { expect } from '@playwright/test'
import { issueBallot } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { layReleaseLine } from './testing/release-line.ts'
import {
  choose,
  cutNetwork,
  enrol,
  lying,
  mendNetwork,
  openTablet,
  statusLine,
  unlock,
  untilReadyOffline,
} from './testing/tablet.ts'

const opinion = 'Đề nghị bỏ khoản 3 Điều 5.'

test('[O7] a new version asks; nothing is reloaded over a draft or an unsent answer unless the person insists', async ({
  browser,
  office,
  officers,
}) => {
  const { title } = await issueBallot(officers, { title: 'Nghị định về phiên bản mới' })
  const release = await layReleaseLine(office.port)
  const context = await browser.newContext({ viewport: lying, hasTouch: true })
  const faults: string[] = []
  context.on('weberror', (fault) => void faults.push(String(fault.error())))
  const tablet = await openTablet(release, context)
  const { page } = tablet
  const card = page.getByRole('article', { name: title })
  const prompt = page.getByText('Có phiên bản mới của ứng dụng')
  await enrol(tablet, office, accounts.finance)
  await untilReadyOffline(page)
  // Only a page that was loaded under a worker has a next version of it.
  await page.reload()
  await unlock(page)
  await choose(card, 'Ý kiến khác')
  await card.getByRole('textbox').fill(opinion)
  await expect(prompt).toHaveCount(0)

  release.publish()
  await page.evaluate(async () => {
    document.documentElement.dataset['same'] = 'yes'
    const { installing, waiting } = await (await navigator.serviceWorker.ready).update()
    return installing !== null || waiting !== null
  })
  await expect(prompt).toBeVisible()
  await expect(page.getByText('Đồng chí có phần đang viết dở.')).toBeVisible()
  await expect(card.getByRole('textbox')).toHaveValue(opinion)
  await checkScreen(page)

  await cutNetwork(tablet)
  await card.getByRole('button', { name: 'Xem và ký' }).click()
  await page.getByRole('button', { name: 'Ký và gửi' }).click()
  await expect(page.getByText('Còn 1 trả lời chưa gửi về Văn phòng.')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.dataset['same'])).toBe('yes')

  await page.getByRole('button', { name: 'Vẫn cập nhật' }).click()
  await expect(page.getByRole('heading', { name: 'Mở khóa' })).toBeVisible()
  await expect(page.getByText('1 việc đã ký chưa có biên nhận.')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.dataset['same'])).toBe(undefined)
  await checkScreen(page)
  await unlock(page)
  await expect(statusLine(page)).toContainText('1 trả lời chờ gửi')
  await expect(prompt).toHaveCount(0)
  await mendNetwork(tablet)
  await expect(card.getByText('Văn phòng đã ghi nhận', { exact: true })).toBeVisible()

  await context.close()
  await tablet.line.cut()
  await release.close()
  expect(faults).toEqual([])
})

import { expect } from '@playwright/test'
import { DocumentId } from '../../shared/domain/id.ts'
import { issueBallot, makePaper } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { rowsOf } from './testing/officer.ts'
import { cutNetwork, mendNetwork, unlock, untilReadyOffline } from './testing/tablet.ts'

test('[B8] [M1] what was opened offline reaches the Office; what changed since, and came late, is told to its reader', async ({
  officers,
  tabletOf,
}) => {
  const { head } = officers
  const titles = ['Tờ trình số 45/TTr-BYT', 'Dự thảo Nghị định', 'Báo cáo thẩm định']
  const papers = await Promise.all(titles.map(async (title) => ({ title, bytes: await makePaper(title) })))
  const { title, amend } = await issueBallot(officers, { title: 'Nghị định về dược', papers })
  const tablet = await tabletOf(accounts.health)
  const { page } = tablet
  const card = page.getByRole('article', { name: title })
  const paper = (name: string) => page.getByRole('button', { name })
  const shown = page.locator('.page[data-loaded=true]').first()
  const openedRows = async () =>
    (await rowsOf(head, 'opened-documents')).map(({ files }) => [
      new Set(files.map(({ act }) => act)).size,
      files.length,
    ])

  await expect(card).toContainText('Chưa đọc 3/3 tài liệu')
  await expect(card).toContainText('Đọc được khi không có mạng')
  await untilReadyOffline(page)
  // Only a page that was loaded under a worker has the whole program offline.
  await page.reload()
  await unlock(page)
  await cutNetwork(tablet)
  await card.getByRole('button', { name: 'Mở hồ sơ' }).click()
  for (const name of titles.slice(0, 2)) {
    await paper(name).click()
    await expect(shown).toBeVisible()
    await page.getByRole('button', { name: 'Mở danh sách tài liệu' }).click()
    await expect(paper(name)).not.toContainText('Chưa đọc')
  }
  await page.getByRole('link', { name: 'Việc cần làm' }).click()
  await expect(card).toContainText('Chưa đọc 1/3 tài liệu')
  expect(await openedRows()).toEqual([])
  await mendNetwork(tablet)
  await expect.poll(openedRows).toEqual([[1, 2]])

  const newer = { title: titles[0] ?? '', bytes: await makePaper('Tờ trình đã tiếp thu') }
  const more = { title: 'Ý kiến của Bộ Tài chính', bytes: await makePaper('Ý kiến của Bộ Tài chính') }
  await amend('Nghị định gồm 4 chương, 20 điều.', { id: DocumentId.parse('d1'), paper: newer })
  await amend('Nghị định gồm 4 chương, 19 điều.', { id: DocumentId.parse('d4'), paper: more })
  await expect(card).toContainText('Chưa đọc 2/4 tài liệu · 1 tài liệu thay đổi sau khi đọc')
  await checkScreen(page)
  await card.getByRole('button', { name: 'Mở hồ sơ' }).click()
  await expect(paper(titles[0] ?? '')).toContainText('Đã thay đổi sau khi đồng chí đọc')
  await expect(paper(titles[0] ?? '')).toContainText('Khác ở trang')
  await expect(paper(titles[0] ?? '')).toContainText('Thay bản mới')
  await expect(paper('Ý kiến của Bộ Tài chính')).toContainText('Gửi bổ sung')
  await expect(paper(titles[1] ?? '')).not.toContainText('Chưa đọc')
  await checkScreen(page)
})

import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { readPdf, wordsOf } from '../../server/reports/testing/read-paper.ts'
import { conclusionsHash } from '../../shared/domain/conclusions-hash.ts'
import { hourMs } from '../../shared/lib/time.ts'
import { idsOf, inviteToMeeting } from './testing/arranged-meeting.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { need, readerOf, rowsOf } from './testing/officer.ts'
import { desk, enrol, statusLine, unlock, untilReadyOffline } from './testing/tablet.ts'

const title = 'Phiên họp Chính phủ chuyên đề'
const matter = 'Dự thảo Nghị quyết về y tế cơ sở'
const conclusion = 'Giao Bộ Y tế hoàn thiện, trình lại trong tháng.'

async function pdfFrom(page: Page, button: string): Promise<string> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const file = await (await coming).path()
  return wordsOf((await readPdf(new Uint8Array(await readFile(file)))).flat())
}

test('[M1] [M9] [O7] [D2] after a session: ended at the console, minutes drafted and edited through a reload, concluded, the notice fetched by a member, the minutes signed', async ({
  office,
  officers,
  newTablet,
  tabletOf,
}) => {
  const { secretary, head } = officers
  const meeting = await inviteToMeeting(officers, {
    title,
    inMs: hourMs,
    items: [{ title: matter, paper: 'Tờ trình số 1655/TTr-BYT' }],
  })
  const idOf = await idsOf(head)
  for (const who of [accounts.primeMinister, accounts.finance, accounts.health]) {
    const body = { meeting, person: idOf(who), presence: 'in-room' as const }
    await secretary.perform({ kind: 'mark-presence', body })
  }
  const chair = (await tabletOf(accounts.primeMinister, { viewport: desk })).page
  await untilReadyOffline(chair)
  await chair.getByRole('link', { name: 'Phiên họp' }).click()
  await chair.getByRole('button', { name: title }).click()
  await chair.getByRole('button', { name: 'Mở bàn điều hành' }).click()
  const sheet = chair.getByRole('dialog')
  await chair.getByRole('button', { name: 'Khai mạc' }).click()
  await sheet.getByRole('button', { name: 'Khai mạc' }).click()
  await chair.getByRole('button', { name: 'Bắt đầu bàn' }).click()
  await chair.getByRole('button', { name: 'Ghi kết luận' }).click()
  await sheet.getByRole('textbox', { name: 'Kết luận' }).fill(conclusion)
  await sheet.getByRole('button', { name: 'Ký kết luận' }).click()
  await expect(chair.getByRole('heading', { name: 'Kết luận của chủ trì' })).toBeVisible()
  await chair.getByRole('button', { name: 'Bế mạc' }).click()
  await sheet.getByRole('button', { name: 'Bế mạc' }).click()
  await expect(chair.getByText('Đã bế mạc lúc')).toBeVisible()

  const table = await newTablet({ viewport: desk })
  const { code } = need(await head.api.handOutCode(secretary.person))
  await enrol(table, office, accounts.secretary, { code })
  const writer = table.page
  await untilReadyOffline(writer)
  await writer.getByRole('button', { name: title }).click()
  const opening = writer.getByRole('region', { name: 'Thời gian, địa điểm, chủ trì' })
  await expect(opening.getByText('Chủ trì: Thủ tướng Chính phủ.')).toBeVisible()
  await expect(writer.getByText(`Kết luận: ${conclusion}`)).toBeVisible()
  await opening.getByRole('button', { name: /^Sửa mục/ }).click()
  await opening.getByRole('textbox').fill('Phiên họp khai mạc đúng giờ.')
  await expect(opening.getByText('Đã sửa tay')).toBeVisible()
  await checkScreen(writer)
  await writer.reload()
  await unlock(writer)
  await expect(opening.getByText('Phiên họp khai mạc đúng giờ.')).toBeVisible()
  await writer.getByRole('button', { name: 'Lưu ở Văn phòng' }).click()
  await expect(writer.getByText(/^Bản 1, .* chưa ký duyệt$/)).toBeVisible()

  await head.perform({
    kind: 'conclude-meeting',
    body: { meeting, conclusions: conclusionsHash(await readerOf(head), meeting) },
  })
  const { page } = await tabletOf(accounts.health)
  await untilReadyOffline(page)
  await page.getByRole('link', { name: 'Phiên họp' }).click()
  await page.getByRole('button', { name: title }).click()
  await expect(page.getByText('Đã có thông báo kết luận')).toBeVisible()
  await checkScreen(page)
  const notice = await pdfFrom(page, 'Thông báo kết luận (PDF)')
  for (const words of ['/TB-VPCP', 'Kết luận của Thủ tướng Chính phủ', matter, conclusion]) {
    expect(notice).toContain(words)
  }

  await chair.getByRole('button', { name: 'Biên bản' }).click()
  await expect(statusLine(chair)).toContainText('Đã đồng bộ lúc')
  await expect(chair.getByText('Phiên họp khai mạc đúng giờ.')).toBeVisible()
  await chair.getByRole('button', { name: 'Ký duyệt biên bản' }).click()
  await sheet.getByRole('button', { name: 'Ký duyệt' }).click()
  await expect(chair.getByText(/^Thủ tướng Chính phủ ký duyệt lúc/)).toBeVisible()
  await checkScreen(chair)
  const minutes = await pdfFrom(chair, 'Biên bản (PDF)')
  expect(minutes).toContain('Phiên họp khai mạc đúng giờ.')
  const [row] = await rowsOf(head, 'minutes')
  expect(row).toMatchObject({
    versions: [{ by: secretary.person }],
    signed: { by: idOf(accounts.primeMinister) },
  })
})

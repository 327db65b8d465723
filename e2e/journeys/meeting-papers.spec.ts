import { expect, type Page } from '@playwright/test'
import { makePaper } from './testing/arranged-ballot.ts'
import { inviteToMeeting } from './testing/arranged-meeting.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts, titleOf } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { need } from './testing/officer.ts'
import { desk, enrol, untilReadyOffline } from './testing/tablet.ts'

const title = 'Phiên họp Chính phủ thường kỳ'
const matter = 'Dự thảo Nghị quyết về y tế cơ sở'
const onPaper = 'Báo cáo chuyên đề của Bộ Quốc phòng'
const paper = 'Tờ trình số 1655/TTr-BYT'
const shared = 'Đề nghị các đồng chí xem lại mục 2'

test('[A2] [A4] [D1] [D3] [M1] papers of a meeting: a note shared on an item, its file replaced, a secret one handed out and taken back', async ({
  office,
  officers,
  tabletOf,
  newTablet,
}) => {
  await inviteToMeeting(officers, {
    title,
    items: [
      { title: matter, paper },
      { title: onPaper, paper: null },
    ],
  })
  const mine = (await tabletOf(accounts.health)).page
  const theirs = (await tabletOf(accounts.finance)).page
  for (const page of [mine, theirs]) {
    await untilReadyOffline(page)
    await openMeeting(page)
    await openPaper(page)
  }

  await test.step('[A2] a note on a paper of an item is shared with one colleague', async () => {
    await mine.getByRole('button', { name: 'Ghi chú lên tài liệu' }).click()
    await mine.getByRole('button', { name: /^Ghi vào/ }).click()
    await mine.getByRole('menuitem', { name: 'Lớp chia sẻ' }).click()
    await mine.getByRole('button', { name: 'Giấy ghi nhớ' }).click()
    await mine
      .locator('.pdfViewer .page')
      .first()
      .click({ position: { x: 200, y: 220 } })
    await mine.getByRole('textbox', { name: 'Nội dung ghi chú' }).fill(shared)
    await mine.getByRole('button', { name: 'Xong' }).click()
    await mine.getByRole('button', { name: /^Ghi vào/ }).click()
    await mine.getByRole('menuitem', { name: 'Chia sẻ với ai' }).click()
    const sheet = mine.getByRole('dialog')
    await sheet.getByRole('searchbox', { name: 'Tìm người' }).fill('tai chinh')
    await sheet.getByRole('checkbox').first().check()
    await sheet.getByRole('button', { name: 'Chia sẻ với 1 người' }).click()
    await expect(mine.getByText(/^Đã chia sẻ với .*tài chính/i)).toBeVisible()
    await theirs.getByRole('button', { name: 'Mục lục, trang và tìm kiếm' }).click()
    await theirs.getByRole('button', { name: 'Ghi chú', exact: true }).click()
    await expect(theirs.locator('.ec-notes-list')).toContainText(shared)
    await checkScreen(theirs)
  })

  const headDesk = await newTablet({ viewport: desk })
  const { code } = need(await officers.secretary.api.handOutCode(officers.head.person))
  await enrol(headDesk, office, accounts.head, { code })
  const head = headDesk.page
  await test.step('[D1] [M1] the file of a paper that was sent is replaced: whoever has read it is told', async () => {
    await openMeeting(head)
    await head.getByRole('button', { name: 'Thay đổi', exact: true }).click()
    await head.getByRole('button', { name: /^Mở nội dung 1: / }).click()
    const buffer = Buffer.from(await makePaper('Bản đã tiếp thu'))
    await head
      .getByLabel(`Thay tệp của “${paper}”`)
      .and(head.locator('input'))
      .setInputFiles({ name: 'ban-da-tiep-thu.pdf', mimeType: 'application/pdf', buffer })
    await expect(head.getByText(new RegExp(`^Tệp mới .*thay cho “${paper}”`))).toBeVisible()
    await checkScreen(head)
    await head.getByRole('button', { name: 'Xem và gửi thay đổi' }).click()
    const sheet = head.getByRole('dialog')
    await sheet.getByLabel('Lý do thay đổi (người được mời sẽ thấy)').fill('Tiếp thu ý kiến thẩm định.')
    await sheet.getByRole('button', { name: 'Ký và gửi thay đổi' }).click()
    await expect(head.getByText('Đã gửi thay đổi.')).toBeVisible()
    await openMeeting(mine)
    await expect(mine.getByText('Đã thay đổi sau khi đồng chí đọc').first()).toBeVisible()
    await openPaper(mine)
    await mine.getByRole('button', { name: 'Mục lục, trang và tìm kiếm' }).click()
    await mine.getByRole('button', { name: 'Ghi chú', exact: true }).click()
    await expect(mine.locator('.ec-notes-list')).toContainText(shared)
  })

  await test.step('[D3] a copy of a secret paper is in one hand at a time, told to the holder until it is back', async () => {
    await openMeeting(head)
    await head.getByRole('tab', { name: 'Chương trình' }).click()
    const sheet = head.getByRole('dialog')
    const handOut = async (who: string) => {
      await head.getByRole('button', { name: 'Phát tài liệu' }).click()
      await sheet.getByRole('combobox', { name: 'Người nhận' }).click()
      await head.getByRole('option', { name: who }).click()
      await sheet.getByRole('textbox', { name: 'Bản số' }).fill('03')
    }
    await handOut(titleOf(accounts.health))
    await sheet.getByRole('button', { name: 'Ký và ghi đã phát' }).click()
    await expect(head.getByText('Chưa thu hồi', { exact: true })).toBeVisible()
    await checkScreen(head)
    await handOut(titleOf(accounts.finance))
    await expect(sheet.getByText(`Bản số 03 đang ở ${titleOf(accounts.health)}`)).toBeVisible()
    await expect(sheet.getByRole('button', { name: 'Ký và ghi đã phát' })).toBeDisabled()
    await sheet.getByRole('button', { name: 'Để sau' }).click()
    await openMeeting(mine)
    await expect(mine.getByText(/[Bb]ản số 03/)).toBeVisible()
    await openMeeting(theirs)
    await expect(theirs.getByText('86/BC-BQP')).toBeVisible()
    await expect(theirs.getByText(/[Bb]ản số 03/)).toHaveCount(0)
    await head.getByRole('button', { name: 'Ghi đã thu hồi' }).click()
    await sheet.getByRole('button', { name: 'Ký và ghi đã thu hồi' }).click()
    await expect(head.getByText(/^Đã thu hồi lúc/)).toBeVisible()
    await expect(mine.getByText(/^Bản số 03: đồng chí đã trả lúc/)).toBeVisible()
    await checkScreen(mine)
  })
})

async function openMeeting(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Phiên họp' }).click()
  await expect(page).toHaveURL(/meetings$/)
  await page.getByRole('button', { name: title }).click()
}

async function openPaper(page: Page): Promise<void> {
  await page.getByRole('article', { name: matter }).getByRole('button', { name: paper }).click()
  await page.locator('.page[data-loaded=true] canvas').first().waitFor()
}

import type { Page } from '@playwright/test'
import { desk, lying } from '../journeys/testing/tablet.ts'
import type { Camera } from './camera.ts'
import { go } from './member-pictures.ts'
import { sheet } from './office-pictures.ts'

const nextWeek = /kinh tế - xã hội 11 tháng/
const today = /thủ tục hành chính và nhà ở xã hội/

type Table = { member: Page; chair: Page; office: Page }

/** The meeting to come as it is replied to, and the one of today from its opening to its minutes; then both in English. */
export async function takeMeetings(take: Camera, { member, chair, office }: Table): Promise<void> {
  await takeBefore(take, member, office)
  await takeSession(take, member, chair)
  await takeMinutes(take, office)
  for (const [page, name] of [
    [member, 'meeting-member-english'],
    [chair, 'meeting-console-english'],
    [office, 'meeting-minutes-english'],
  ] as const) {
    await speak(page, 'English')
    await take(page, name)
    await page.setViewportSize(desk)
    await speak(page, 'Tiếng Việt')
  }
}

async function takeBefore(take: Camera, member: Page, office: Page): Promise<void> {
  await member.setViewportSize(lying)
  await go(member, 'Phiên họp')
  await member.getByRole('button', { name: nextWeek }).waitFor()
  await take(member, 'meeting-list')
  await member.setViewportSize(lying)
  await member.getByRole('button', { name: nextWeek }).click()
  await member
    .getByRole('heading', { name: 'Trả lời giấy mời' })
    .or(member.getByText('Báo vắng'))
    .first()
    .waitFor()
  await take(member, 'meeting-member')
  await sheet(take, member, 'Báo vắng…', 'meeting-absence')
  await sheet(take, member, 'Cử người dự thay…', 'meeting-substitute')

  await open(office, nextWeek)
  for (const [tab, name] of [
    ['Chương trình', 'meeting-office-agenda'],
    ['Người dự họp', 'meeting-office-people'],
    ['Quan điểm trước phiên họp', 'meeting-office-positions'],
  ] as const) {
    await office.setViewportSize(desk)
    await office.getByRole('tab', { name: tab }).click()
    await take(office, name)
  }
}

async function takeSession(take: Camera, member: Page, chair: Page): Promise<void> {
  await open(chair, today)
  await chair.getByRole('button', { name: 'Mở bàn điều hành' }).click()
  await chair.getByRole('button', { name: 'Khai mạc' }).waitFor()
  await take(chair, 'meeting-console-before')
  await act(chair, 'Khai mạc', 'Khai mạc')
  await chair.getByRole('button', { name: 'Bắt đầu bàn' }).first().click()
  await open(member, today)
  await member.getByRole('button', { name: 'Tôi có mặt tại phòng họp' }).click()
  await member.getByRole('button', { name: 'Đăng ký phát biểu' }).click()
  await take(member, 'meeting-in-session')
  await chair.getByRole('button', { name: 'Mời', exact: true }).click()
  await chair.getByRole('button', { name: 'Dừng phát biểu' }).waitFor()
  await take(chair, 'meeting-console')
  await chair.setViewportSize(desk)
  await chair.getByRole('button', { name: 'Mở biểu quyết' }).click()
  await chair.getByRole('dialog').getByText('5 phút', { exact: true }).click()
  await take(chair, 'meeting-console-opens-vote')
  await chair.setViewportSize(desk)
  await chair.getByRole('dialog').getByRole('button', { name: 'Mở biểu quyết' }).click()
  await member.setViewportSize(lying)
  await member.getByRole('button', { name: /^Biểu quyết/ }).click()
  await member.getByRole('dialog').getByRole('button', { name: 'Tán thành', exact: true }).click()
  await take(member, 'meeting-vote')
  await member.setViewportSize(lying)
  await member
    .getByRole('dialog')
    .getByRole('button', { name: /^Ký: Tán thành/ })
    .click()
  await chair.getByText('1/27 thành viên đã biểu quyết').waitFor()
  await take(chair, 'meeting-console-vote')
  await act(chair, 'Đóng biểu quyết', 'Đóng biểu quyết')
  await chair.getByText('Không được thông qua').first().waitFor()
  await chair.getByRole('button', { name: 'Ghi kết luận' }).click()
  const words = chair.getByRole('dialog')
  await words
    .getByRole('textbox', { name: 'Kết luận' })
    .fill('Giao Bộ Nội vụ hoàn thiện dự thảo, trình lại trong tháng.')
  await words.getByRole('button', { name: 'Thêm nhiệm vụ' }).click()
  await words.getByRole('textbox', { name: 'Việc phải làm' }).fill('Hoàn thiện dự thảo Nghị quyết')
  await take(chair, 'meeting-conclusion')
  await chair.setViewportSize(desk)
  await words.getByRole('button', { name: 'Ký kết luận' }).click()
  await chair.getByRole('heading', { name: 'Kết luận của chủ trì' }).waitFor()
  await take(chair, 'meeting-console-concluded')
  await member.getByText('trình lại trong tháng').waitFor()
  await take(member, 'meeting-member-concluded')
}

async function takeMinutes(take: Camera, office: Page): Promise<void> {
  await open(office, today)
  await office.getByRole('button', { name: 'Biên bản', exact: true }).click()
  await office.getByRole('button', { name: 'Lưu ở Văn phòng' }).waitFor()
  await take(office, 'meeting-minutes')
}

async function open(page: Page, title: RegExp): Promise<void> {
  await page.setViewportSize(desk)
  await go(page, 'Phiên họp')
  // Cards of the desk bear the meeting's title, too, and stay until the register is there.
  await page.waitForURL(/meetings$/)
  await page.locator('.ec-desk-link').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: title }).first().click()
}

/** Opened by a button, and done. */
async function act(page: Page, button: string, confirm: string): Promise<void> {
  await page.setViewportSize(desk)
  await page.getByRole('button', { name: button }).click()
  const asked = page.getByRole('dialog')
  await asked.getByRole('button', { name: confirm }).click()
  await asked.waitFor({ state: 'detached' })
}

async function speak(page: Page, language: string): Promise<void> {
  await page.setViewportSize(desk)
  await page.getByRole('button', { name: /^(Tài khoản của|Account of)/ }).click()
  await page.getByText(language, { exact: true }).click()
  await page.keyboard.press('Escape')
}

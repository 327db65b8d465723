import type { Page } from '@playwright/test'
import type { Tablet } from '../journeys/testing/tablet.ts'
import { enrol, lock, passPhrase, statusLine, unlock } from '../journeys/testing/tablet.ts'
import type { Camera } from './camera.ts'
import type { DemoOffice } from './demo-office.ts'
import { go } from './member-pictures.ts'

/** From the first page to the opened application, and back to the lock. */
export async function takeEntry(take: Camera, tablet: Tablet, office: DemoOffice, account: string) {
  const { page } = tablet
  const { password, code } = office.signInOf(account)
  await page.getByRole('textbox', { name: 'Tài khoản' }).fill(account)
  await take(page, 'entry-sign-in')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('sai mật khẩu')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByText('Tài khoản hoặc mật khẩu chưa đúng.').waitFor()
  await take(page, 'entry-sign-in-wrong')
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByRole('textbox', { name: 'Mã dùng một lần' }).fill(code)
  await take(page, 'entry-code')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByLabel('Cụm mật khẩu', { exact: true }).fill('123456')
  await page.getByRole('button', { name: 'Đăng ký thiết bị' }).click()
  await take(page, 'entry-pass-phrase')
  await page.getByLabel('Cụm mật khẩu', { exact: true }).fill(passPhrase)
  await page.getByLabel('Nhập lại cụm mật khẩu').fill(passPhrase)
  await page.getByRole('button', { name: 'Đăng ký thiết bị' }).click()
  await statusLine(page).getByText('Đã đồng bộ lúc').waitFor()
  await lock(page)
  await take(page, 'entry-locked')
  await unlock(page, 'không phải cụm này')
  await page.getByText('Cụm mật khẩu chưa đúng.').waitFor()
  await take(page, 'entry-wrong-phrase')
  await unlock(page)
  await statusLine(page).waitFor()
}

/** A further device of the same member. */
export async function takePending(
  take: Camera,
  tablet: Tablet,
  office: DemoOffice,
  account: string,
  code: string,
) {
  await enrol(tablet, office, account, { code })
  await tablet.page.getByRole('heading', { name: 'Chờ hai cán bộ xác nhận thiết bị' }).waitFor()
  await take(tablet.page, 'entry-second-device')
}

/** A tablet that the administrator revokes without a wipe: closed, and ready to be registered again. */
export async function takeRevoked(take: Camera, { page }: Tablet, admin: Page) {
  await go(admin, 'Thiết bị')
  await admin.getByRole('button', { name: 'Bộ trưởng Bộ Y tế' }).first().click()
  await admin.getByRole('button', { name: 'Thu hồi', exact: true }).click()
  await admin.getByRole('dialog').getByLabel('Lý do').fill('Máy để quên ngoài cơ quan.')
  await take(admin, 'admin-revoke')
  await admin.getByRole('button', { name: 'Ký và thu hồi' }).click()
  await page.getByRole('heading', { name: 'Thiết bị này đã bị thu hồi' }).waitFor()
  await take(page, 'entry-revoked')
  await page.getByRole('button', { name: 'Đăng ký lại thiết bị' }).click()
  await page.getByRole('heading', { name: 'Đăng ký lại thiết bị này' }).waitFor()
  await take(page, 'entry-again')
}

import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test'
import { type Line, layLine } from './cut-line.ts'
import type { Place } from './office.ts'

/** A tablet or desktop in somebody's hands: the page of a browser profile of its own, on a line of its own. */
export type Tablet = { page: Page; context: BrowserContext; line: Line }

export const lying = { width: 1180, height: 820 }
export const upright = { width: 820, height: 1180 }
export const desk = { width: 1440, height: 900 }

export const passPhrase = 'hoa sữa thơm mùa thu'

/** A page that has just been switched on. */
export async function openTablet(office: Pick<Place, 'port'>, context: BrowserContext): Promise<Tablet> {
  const line = await layLine(office.port)
  const page = await context.newPage()
  await page.goto(`http://localhost:${line.port}/`)
  return { page, context, line }
}

type Enrolment = {
  /** The first one of the account unless told. */
  code?: string
  /** At each page on the way, filled in. */
  look?(page: Page): Promise<void>
}

/** From the first page to the pass phrase chosen. */
export async function enrol(
  { page }: Pick<Tablet, 'page'>,
  office: Pick<Place, 'signInOf'>,
  account: string,
  { code = office.signInOf(account).code, look = async () => {} }: Enrolment = {},
): Promise<void> {
  await page.getByRole('textbox', { name: 'Tài khoản' }).fill(account)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(office.signInOf(account).password)
  await look(page)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByRole('textbox', { name: 'Mã dùng một lần' }).fill(code)
  await look(page)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByLabel('Cụm mật khẩu', { exact: true }).fill(passPhrase)
  await page.getByLabel('Nhập lại cụm mật khẩu').fill(passPhrase)
  await look(page)
  await page.getByRole('button', { name: 'Đăng ký thiết bị' }).click()
}

/** The line at the top. */
export const statusLine = (page: Page) =>
  page.getByRole('region', { name: 'Tình trạng đồng bộ' }).getByRole('status')

/** Everything is on the tablet, and it will start without a network. */
export async function untilReadyOffline(page: Page): Promise<void> {
  await expect(statusLine(page)).toContainText('Đã đồng bộ lúc')
  await underItsWorker(page)
}

/** All of the program is on the tablet, and the page takes it from there. */
export async function underItsWorker(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
}

export async function unlock(page: Page, phrase = passPhrase): Promise<void> {
  await page.getByLabel('Cụm mật khẩu của thiết bị').fill(phrase)
  await page.getByRole('button', { name: 'Mở khóa', exact: true }).click()
}

export const lock = (page: Page): Promise<void> => page.getByRole('button', { name: 'Khóa màn hình' }).click()

/** To one of the places in the person's menu. */
export async function goByMenu(page: Page, place: string): Promise<void> {
  const account = /^Tài khoản của/
  const menu = page.getByRole('dialog', { name: account })
  await page.getByRole('button', { name: account }).click()
  await menu.getByRole('link', { name: place }).click()
  await expect(menu).toHaveCount(0)
}

/** Taps a choice, which is a label over a control that no finger meets. */
export const choose = (place: Locator, word: string): Promise<void> =>
  place.getByText(word, { exact: true }).click()

/** The network is gone, and the browser knows. */
export async function cutNetwork({ line, context }: Tablet): Promise<void> {
  await context.setOffline(true)
  await line.cut()
}

export async function mendNetwork({ line, context }: Tablet): Promise<void> {
  await line.mend()
  await context.setOffline(false)
}

/** A sticky note on the first page of the open document, with these words. */
export async function stickNote(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Ghi chú lên tài liệu' }).click()
  await page.getByRole('button', { name: 'Giấy ghi nhớ' }).click()
  await page
    .locator('.pdfViewer .page')
    .first()
    .click({ position: { x: 200, y: 220 } })
  await page.getByRole('textbox', { name: 'Nội dung ghi chú' }).fill(words)
  await page.getByRole('button', { name: 'Xong' }).click()
}

import { expect } from '@playwright/test'
import type { SMTPServerOptions } from 'smtp-server'
import { addDays, dayOf, instant } from '../../shared/lib/time.ts'
import { openMailServer, refusal } from '../testing/mail-server.ts'
import { assignTask } from './testing/arranged-task.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { enrolOfficer } from './testing/officer.ts'
import { desk } from './testing/tablet.ts'

const password = 'cú-mèo-kêu-đêm-7319'
const address = 'daumoi@moh.gov.vn'

test('[T6] [O5] [O6] e-mail through a mail server: off, on, a test, each way in which it fails in words, a letter that waits and goes out; its password nowhere', async ({
  office,
  tabletOf,
}) => {
  let takes = password
  const letIn: SMTPServerOptions = {
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (given, _session, done) =>
      given.password === takes ? done(null, { user: 'vpcp' }) : done(refusal('authentication failed', 535)),
  }
  const first = await openMailServer(letIn)
  const { port } = first
  const settings = (tls: string) => ({
    SMTP_URL: `smtp://vpcp:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    ...{ SMTP_TLS: tls, MAIL_FROM: 'phonghop@vpcp.vn' },
  })
  const head = await enrolOfficer(office, accounts.head)

  const { page } = await tabletOf(accounts.admin, { viewport: desk })
  await page.getByRole('link', { name: 'Thư điện tử' }).click()
  await expect(page.getByText('Chưa bật thư điện tử')).toBeVisible()
  await checkScreen(page)
  await office.kill()
  await office.startAgain({ env: settings('if-offered') })
  await expect(async () => {
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await expect(page.getByText(`Thư gửi qua 127.0.0.1:${port}, từ phonghop@vpcp.vn`)).toBeVisible({
      timeout: 2000,
    })
  }).toPass()

  const find = page.getByRole('searchbox', { name: 'Tìm theo tên, cơ quan' })
  await find.fill('bo y te')
  await page.getByRole('button', { name: 'Bộ Y tế', exact: true }).click()
  const sheet = page.getByRole('dialog', { name: 'Địa chỉ thư của Bộ Y tế' })
  await sheet.getByRole('textbox', { name: 'Địa chỉ' }).fill('daumoi@')
  await expect(sheet.getByText('Địa chỉ chưa đúng.')).toBeVisible()
  await expect(sheet.getByRole('button', { name: 'Lưu địa chỉ' })).toBeDisabled()
  await sheet.getByRole('textbox', { name: 'Địa chỉ' }).fill(address)
  await checkScreen(page)
  await sheet.getByRole('button', { name: 'Lưu địa chỉ' }).click()
  await expect(page.getByRole('table').getByText(address)).toBeVisible()

  const trial = page.getByRole('region', { name: 'Gửi thư thử' })
  const sendTest = async (words: string) => {
    await trial.getByRole('textbox', { name: 'Địa chỉ nhận thư thử' }).fill('quantri@vpcp.vn')
    await trial.getByRole('button', { name: 'Gửi thư thử' }).click()
    await expect(trial.getByRole('status')).toContainText(words, { timeout: 60_000 })
  }
  await sendTest('Máy chủ thư đã nhận thư thử')
  expect(first.letters.map(({ to }) => to)).toEqual(['quantri@vpcp.vn'])
  // A connection that was let in is kept: whoever changes the password closes it.
  await first.close()
  takes = 'khác'
  const second = await openMailServer(letIn, port)
  await sendTest('Máy chủ thư không nhận tên hoặc mật khẩu')
  await checkScreen(page)

  // A letter is written, and the mail server is gone.
  await second.close()
  await sendTest('Không tới được máy chủ thư')
  const deadline = addDays(dayOf(instant(Date.now())), 5)
  await assignTask(head, { text: 'Trình đề án bệnh viện vệ tinh', lead: 'byt', deadline })
  const failures = page.getByRole('region', { name: 'Thư chưa gửi được' })
  await expect(async () => {
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await expect(failures.getByText('Sẽ thử lại')).toBeVisible({ timeout: 2000 })
  }).toPass()
  await expect(failures).toContainText('Bộ Y tế · Giao nhiệm vụ')
  await expect(failures).toContainText('Không tới được máy chủ thư')
  await expect(page.getByText('đang chờ 1')).toBeVisible()
  await checkScreen(page)

  // Back, in the clear or with a certificate of its own, where the settings ask for more.
  takes = password
  await office.kill()
  await office.startAgain({ env: settings('required') })
  const plain = await openMailServer(letIn, port)
  await sendTest('Máy chủ thư không có TLS nên không gửi')
  await plain.close()
  const own = await openMailServer({ ...letIn, disabledCommands: [] }, port)
  await sendTest('Chứng chỉ của máy chủ thư không được tin cậy')
  await checkScreen(page)
  expect([...plain.letters, ...own.letters]).toEqual([])

  await office.kill()
  await office.startAgain({ env: settings('if-offered') })
  await expect(async () => {
    // It may have gone out by itself since.
    const again = failures.getByRole('button', { name: 'Gửi lại' })
    if ((await again.count()) > 0) await again.click({ timeout: 2000 })
    expect(own.letters.map(({ to }) => to)).toContain(address)
  }).toPass()
  expect(own.letters[0]?.text).not.toContain('bệnh viện')
  await expect(async () => {
    await page.getByRole('button', { name: 'Xem lại' }).click()
    await expect(failures.getByText('Không có thư nào bị lỗi')).toBeVisible({ timeout: 2000 })
    await expect(page.getByText('đã gửi 1; đang chờ 0')).toBeVisible({ timeout: 2000 })
  }).toPass()
  await own.close()

  for (const text of [office.output(), await page.content()]) {
    for (const secret of [
      password,
      encodeURIComponent(password),
      Buffer.from(`\0vpcp\0${password}`).toString('base64'),
    ]) {
      expect(text).not.toContain(secret)
    }
  }
})

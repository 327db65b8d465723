import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { startChromium } from '../testing/killable-chromium.ts'
import { issueBallot } from './testing/arranged-ballot.ts'
import { layLine } from './testing/cut-line.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { choose, enrol, lying, statusLine, unlock, untilReadyOffline } from './testing/tablet.ts'

// The runner would ask the killed browser for them.
test.use({ trace: 'off', screenshot: 'off' })

test('[O1] the browser is killed right after "saved": started again without a network, the answer is there', async ({
  office,
  officers,
}) => {
  const { title } = await issueBallot(officers, { title: 'Dự thảo Nghị định về học bổng khoa học cơ bản' })
  const profile = await mkdtemp(join(tmpdir(), 'journey-profile-'))
  const line = await layLine(office.port)
  const address = `http://localhost:${line.port}/`
  const switchOn = async () => {
    const { context, kill } = await startChromium(profile)
    const page = await context.newPage()
    await page.setViewportSize(lying)
    await page.goto(address)
    return { page, kill, card: page.getByRole('article', { name: title }) }
  }
  const saved = 'Đã lưu trên máy tính bảng này'
  let life = await switchOn()
  try {
    await enrol(life, office, accounts.health)
    await expect(life.card.getByText('Đọc được khi không có mạng')).toBeVisible()
    await untilReadyOffline(life.page)
    await line.cut()
    await choose(life.card, 'Ý kiến khác')
    await life.card.getByRole('textbox').fill('Đề nghị bổ sung đối tượng là nghiên cứu sinh.')
    await life.card.getByRole('button', { name: 'Xem và ký' }).click()
    await life.page.getByRole('button', { name: 'Ký và gửi' }).click()
    await expect(life.card.getByText(saved, { exact: true })).toBeVisible()
    await life.kill()

    life = await switchOn()
    await unlock(life.page)
    await expect(life.card.getByText(saved, { exact: true })).toBeVisible()
    await expect(statusLine(life.page)).toContainText('1 trả lời chờ gửi')
    await life.card.getByRole('button', { name: title }).click()
    await expect(life.page.getByText('Đề nghị bổ sung đối tượng là nghiên cứu sinh.')).toBeVisible()

    await line.mend()
    await expect(life.page.getByText('Văn phòng đã ghi nhận', { exact: true })).toBeVisible()
    await expect(statusLine(life.page)).toContainText('Đã đồng bộ lúc')
  } finally {
    await life.kill()
    await line.cut()
    await rm(profile, { recursive: true, force: true, maxRetries: 10 })
  }
})

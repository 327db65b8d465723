import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { canaryWords, formsOfKey, formsOfText } from '../testing/canary-words.ts'
import { startChromium } from '../testing/killable-chromium.ts'
import { searchProfile } from '../testing/search-profile.ts'
import { issueBallot } from './testing/arranged-ballot.ts'
import { layLine } from './testing/cut-line.ts'
import { deviceSecrets } from './testing/device-secrets.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import { enrolOfficer, tabletIn } from './testing/officer.ts'
import {
  choose,
  enrol,
  goByMenu,
  lock,
  lying,
  passPhrase,
  stickNote,
  unlock,
  untilReadyOffline,
} from './testing/tablet.ts'

// The runner would ask the killed browser for them.
test.use({ trace: 'off', screenshot: 'off', government: [accounts.finance] })

const labels = [
  'title',
  'summary',
  'question',
  'document title',
  'document text',
  'note',
  'query',
  'draft',
  'opinion',
] as const
type Label = (typeof labels)[number]
const say = (label: Label): string => canaryWords(label).join(' ')

const wiped = 'Dữ liệu trên thiết bị này đã được xóa'

test('[O5] a lost tablet tells nothing: every file of its browser searched, killed, closed and wiped', async ({
  office,
  officers,
}, info) => {
  const ballot = await issueBallot(officers, {
    title: say('title'),
    summary: say('summary'),
    question: say('question'),
    documentTitle: say('document title'),
    about: say('document text'),
  })
  const admin = await enrolOfficer(office, accounts.admin)
  const profile = await mkdtemp(join(tmpdir(), 'journey-profile-'))
  const line = await layLine(office.port)
  const switchOn = async () => {
    const { context, kill, close } = await startChromium(profile)
    const page = await context.newPage()
    await page.setViewportSize(lying)
    await page.goto(`http://localhost:${line.port}/`)
    return { page, kill, close, card: page.getByRole('article', { name: ballot.title }) }
  }
  const wanted: Record<string, readonly Uint8Array[]> = {
    'pass phrase': formsOfText(passPhrase),
    password: formsOfText(office.signInOf(accounts.finance).password),
    // From its middle: what is packed there stands in no other file.
    'document file': [0.25, 0.5, 0.75].map((part) => {
      const from = Math.floor(ballot.paper.length * part)
      return ballot.paper.slice(from, from + 24)
    }),
  }
  for (const label of labels) wanted[label] = canaryWords(label).flatMap(formsOfText)
  const expectNothingReadable = async (when: string) => {
    const found = searchProfile(profile, wanted)
    await info.attach(when, { body: JSON.stringify([...found]), contentType: 'application/json' })
    expect.soft([...found], when).toEqual([])
  }

  let life = await switchOn()
  try {
    await enrol(life, office, accounts.finance)
    await expect(life.card.getByText('Đọc được khi không có mạng')).toBeVisible()
    await untilReadyOffline(life.page)
    const { root, scalar, wrapped: wrappedRoot } = await deviceSecrets(life.page, passPhrase)
    wanted['root key'] = formsOfKey(root)
    wanted['signing key'] = formsOfKey(scalar)
    await readAndMark(life.page, ballot.title)
    await line.cut()
    await life.page.getByRole('link', { name: 'Việc cần làm' }).click()
    await choose(life.card, 'Ý kiến khác')
    await life.card.getByRole('textbox').fill(say('draft'))
    await goByMenu(life.page, 'Biên nhận')
    // Chromium notes down seconds later where it was, and with it what stood in the fields of the page before.
    const session = () =>
      searchProfile(join(profile, 'Default/Sessions'), { place: [Buffer.from('/receipts')] }).size
    await expect.poll(session).toBe(1)
    await life.kill()
    await expectNothingReadable('killed while it was open')

    life = await switchOn()
    await unlock(life.page)
    await choose(life.card, 'Ý kiến khác')
    await life.card.getByRole('textbox').fill(say('opinion'))
    await life.card.getByRole('button', { name: 'Xem và ký' }).click()
    await life.page.getByRole('button', { name: 'Ký và gửi' }).click()
    await expect(life.card.getByText('Đã lưu trên máy tính bảng này', { exact: true })).toBeVisible()
    await lock(life.page)
    await expect(life.page.getByRole('heading', { name: 'Mở khóa' })).toBeVisible()
    await life.kill()
    await expectNothingReadable('locked offline, killed')

    await line.mend()
    life = await switchOn()
    await unlock(life.page)
    await goByMenu(life.page, 'Biên nhận')
    await expect(life.page.getByText(ballot.title).first()).toBeVisible()
    await expect(life.page.getByText('Văn phòng đã ghi nhận').first()).toBeVisible()
    await officers.head.perform({
      kind: 'close-ballot',
      body: { ballot: ballot.id, reason: 'Mọi thành viên đã trả lời.' },
    })
    await life.page.goto(`http://localhost:${line.port}/ballots/${ballot.id}`)
    await unlock(life.page)
    await life.page.getByRole('button', { name: 'Xem danh sách' }).click()
    await lock(life.page)
    await expect(life.page.getByRole('heading', { name: 'Mở khóa' })).toBeVisible()
    await life.close()
    await expectNothingReadable('locked, closed')

    const { id: device } = await tabletIn(admin, 'active')
    await admin.perform({
      kind: 'revoke-device',
      body: { device, reason: 'Mất máy trên đường công tác.', wipe: true },
    })
    life = await switchOn()
    await expect(life.page.getByRole('heading', { name: wiped })).toBeVisible()
    expect(await life.page.evaluate(leftInBrowser)).toEqual({
      databases: 0,
      caches: 0,
      workers: 0,
      settings: 0,
    })
    // Nor in the journals that a browser overwrites when it comes round to it: the server had them cleared.
    const journals = () => [...searchProfile(profile, { 'wrapped root key': [Buffer.from(wrappedRoot)] })]
    await expect.poll(journals).toEqual([])
    await life.close()
    expect(journals()).toEqual([])
    await expectNothingReadable('wiped, closed')
  } finally {
    await life.kill()
    await line.cut()
    await rm(profile, { recursive: true, force: true, maxRetries: 10 })
  }
})

async function readAndMark(page: Page, title: string): Promise<void> {
  await page.getByRole('article', { name: title }).getByRole('button', { name: title }).click()
  await page
    .getByRole('button', { name: canaryWords('document title')[0] ?? '' })
    .first()
    .click()
  await page.locator('.page[data-loaded=true] canvas').first().waitFor()
  await stickNote(page, say('note'))
  await page.getByRole('button', { name: 'Mục lục, trang và tìm kiếm' }).click()
  await page.getByRole('button', { name: 'Tìm', exact: true }).click()
  const field = page.getByRole('searchbox', { name: 'Tìm trong tài liệu' })
  await field.fill(canaryWords('document text')[0] ?? '')
  await expect(page.getByText(/^Kết quả 1 trên/)).toBeVisible()
  await field.fill(say('query'))
  await expect(page.getByText('Không tìm thấy.')).toBeVisible()
  await printAndExport(page)
}

/** What the program itself needs for that must leave nothing; the file that goes out is where its owner put it. */
async function printAndExport(page: Page): Promise<void> {
  const choose = async (entry: string) => {
    await page.getByRole('button', { name: 'Cách xem' }).click()
    await page.getByRole('menuitem', { name: entry }).click()
  }
  const printing = page.evaluate(
    () => new Promise<void>((done) => addEventListener('beforeprint', () => done(), { once: true })),
  )
  await choose('In (tên người in trên mỗi trang)')
  await printing
  await page.getByRole('button', { name: 'Thôi in' }).click()
  await choose('Xuất tài liệu kèm ghi chú')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Xuất tệp' }).click()
  await (await coming).delete()
}

/** In the page. */
async function leftInBrowser() {
  return {
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    settings: localStorage.length + sessionStorage.length,
  }
}

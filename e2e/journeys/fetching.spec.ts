import { PDFDocument } from '@cantoo/pdf-lib'
import { type CDPSession, expect, type Page } from '@playwright/test'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { dayMs } from '../../shared/lib/time.ts'
import { issueBallot, makePaper } from './testing/arranged-ballot.ts'
import { checkScreen } from './testing/check-screen.ts'
import { accounts } from './testing/first-people.ts'
import { test } from './testing/journey.ts'
import {
  choose,
  cutNetwork,
  enrol,
  goByMenu,
  mendNetwork,
  statusLine,
  underItsWorker,
} from './testing/tablet.ts'

test.use({ government: [accounts.health] })

const mega = 1024 * 1024
const cuts = 10

test('[D4] documents come in order of need, through ten cuts and none of it twice; closed ballots make way, and what does not fit is said', async ({
  office,
  officers,
  newTablet,
}) => {
  const paper = await heavyPaper('Nghị định về bảo hiểm', 6 * mega)
  const soon = await issueBallot(officers, { title: 'Nghị định về khám bệnh', openMs: 3 * dayMs })
  const later = await issueBallot(officers, {
    title: 'Nghị định về bảo hiểm',
    papers: [{ title: 'Báo cáo tác động', bytes: paper }],
  })
  const tablet = await newTablet()
  const { page, line } = tablet
  const wire = await page.context().newCDPSession(page)
  // Before anything is written: an open database goes by what it was told of room up to half a minute ago.
  await underItsWorker(page)
  const origin = new URL(page.url()).origin
  const { usage } = await wire.send('Storage.getUsageAndQuota', { origin })
  await wire.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + paper.length + 4 * mega })
  await enrol(tablet, office, accounts.health)
  const seen = await watchDocuments(wire)
  await throttle(wire, mega)
  const card = (title: string) => page.getByRole('article', { name: title })
  for (let cut = 1; cut <= cuts; cut++) {
    await expect
      .poll(seen.bytes, { intervals: [20], timeout: 60_000 })
      .toBeGreaterThan((cut * paper.length) / 11)
    if (cut === 5) await expect(statusLine(page)).toContainText(/đang tải tài liệu \d\d%|không phản hồi/)
    await line.cut()
    await line.mend()
  }
  await expect(card(later.title).getByText('Đọc được khi không có mạng')).toBeVisible({ timeout: 60_000 })
  expect(seen.order().indexOf(sha256Hex(soon.paper))).toBeLessThan(seen.order().indexOf(sha256Hex(paper)))
  expect(seen.failed()).toBeGreaterThanOrEqual(cuts / 2)
  expect(seen.bytes()).toBeLessThan((paper.length + soon.paper.length) * 1.05)
  await throttle(wire, -1)

  await choose(card(later.title), 'Đồng ý')
  await page.getByRole('button', { name: 'Ký và gửi' }).click()
  await expect(card(later.title).getByText('Văn phòng đã ghi nhận', { exact: true })).toBeVisible()
  await officers.head.perform({
    kind: 'close-ballot',
    body: { ballot: later.id, reason: 'Mọi thành viên đã trả lời.' },
  })
  const next = await issueBallot(officers, {
    title: 'Nghị định về đất đai',
    papers: [{ title: 'Bản đồ', bytes: await heavyPaper('Bản đồ', 6 * mega) }],
  })
  await expect(card(next.title).getByText('Đọc được khi không có mạng')).toBeVisible({ timeout: 60_000 })
  await goByMenu(page, 'Lưu trữ')
  const row = page.getByRole('row', { name: /Báo cáo tác động/ })
  await expect(row.getByText('Đã xóa để lấy chỗ')).toBeVisible()
  await expect(page.getByText('Trình duyệt trả lời lúc')).toHaveCount(await notPersisted(page))
  await checkScreen(page)

  const last = await issueBallot(officers, {
    title: 'Nghị định về rừng',
    papers: [{ title: 'Ảnh vệ tinh', bytes: await heavyPaper('Ảnh vệ tinh', 6 * mega) }],
  })
  await expect(page.getByText('Máy không đủ chỗ cho 1 tài liệu của phiếu đang mở')).toBeVisible()
  await expect(page.getByText('và trình duyệt không nhận thêm')).toBeVisible()
  await expect(statusLine(page)).toContainText('Thiếu chỗ, 1 tài liệu chưa tải được')
  await checkScreen(page)
  await page.getByRole('link', { name: 'Việc cần làm' }).click()
  await expect(card(last.title).getByText('Máy không đủ chỗ cho tài liệu')).toBeVisible()
  await checkScreen(page)
  await cutNetwork(tablet)
  await choose(card(last.title), 'Không đồng ý')
  await page.getByRole('button', { name: 'Ký và gửi' }).click()
  await expect(card(last.title).getByText('Đã lưu trên máy tính bảng này', { exact: true })).toBeVisible()
  await mendNetwork(tablet)

  await wire.send('Storage.overrideQuotaForOrigin', { origin })
  await goByMenu(page, 'Lưu trữ')
  await row.getByRole('button', { name: 'Tải lại Báo cáo tác động' }).click()
  await expect(row.getByText('Sẵn sàng')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Mọi tài liệu cần dùng đã có trên máy')).toBeVisible({ timeout: 60_000 })

  await last.recall()
  await expect(page.getByRole('row', { name: /Ảnh vệ tinh/ })).toHaveCount(0)
})

/** A paper with a stream in it that nobody draws. */
async function heavyPaper(about: string, size: number): Promise<Uint8Array> {
  const document = await PDFDocument.load(await makePaper(about))
  const letters = Uint8Array.from({ length: size }, (_, i) => 97 + ((i * 31 + (i >> 8) * 7) % 26))
  document.context.register(document.context.stream(letters))
  return await document.save({ useObjectStreams: false })
}

/** What the tablet receives of documents. */
async function watchDocuments(wire: CDPSession) {
  const hashById = new Map<string, string>()
  const order: string[] = []
  let bytes = 0
  let failed = 0
  await wire.send('Network.enable')
  wire.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const [, hash] = /\/api\/documents\/([0-9a-f]{64})/.exec(request.url) ?? []
    if (hash === undefined) return
    hashById.set(requestId, hash)
    order.push(hash)
  })
  wire.on('Network.dataReceived', ({ requestId, dataLength }) => {
    if (hashById.has(requestId)) bytes += dataLength
  })
  wire.on('Network.loadingFailed', ({ requestId }) => {
    if (hashById.has(requestId)) failed += 1
  })
  return { order: () => order, bytes: () => bytes, failed: () => failed }
}

const throttle = (wire: CDPSession, bytesPerSecond: number) =>
  wire.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: -1,
  })

const notPersisted = async (page: Page) =>
  (await page.evaluate(() => navigator.storage.persisted())) ? 0 : 1

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { DocumentId } from '../../shared/domain/id.ts'
import { logicalDocument } from '../../shared/domain/note-layer.ts'
import { notesRoom, sharedRoom } from '../../shared/protocol/room.ts'
import { issueBallot } from '../journeys/testing/arranged-ballot.ts'
import { checkScreen } from '../journeys/testing/check-screen.ts'
import { layLine } from '../journeys/testing/cut-line.ts'
import { exportedFile, filesInZip } from '../journeys/testing/exported-file.ts'
import { accounts, titleOf } from '../journeys/testing/first-people.ts'
import { test } from '../journeys/testing/journey.ts'
import { tabletIn } from '../journeys/testing/officer.ts'
import { readerHand } from '../journeys/testing/reader-hand.ts'
import { enrolSecond } from '../journeys/testing/second-tablet.ts'
import { enrol, lying, unlock, untilReadyOffline, upright } from '../journeys/testing/tablet.ts'
import {
  amendedDraft,
  clauseTakenOut,
  damagedPage,
  patienceMs,
  sizes,
  tenPapers,
  titles,
} from '../testing/dossier-papers.ts'
import { startChromium } from '../testing/killable-chromium.ts'
import { annotationsIn, linesOf, readByPoppler, yellowDots } from '../testing/read-annotations.ts'

// The runner would ask the killed browser for them.
test.use({ trace: 'off', screenshot: 'off', government: [accounts.health, accounts.finance] })
test.setTimeout(patienceMs)

const title = 'Nghị định về quản lý, sử dụng tài sản công'
const said = 'Đề nghị làm rõ nguồn vốn đối ứng của địa phương'
const told = 'Cùng xem lại biểu số liệu này'
const draft = DocumentId.parse('d2')
const tray = 'Ghi chú chưa đặt được'

const markState = (page: Page) => page.locator('.ec-mark-state')
const isReady = (page: Page) =>
  expect(page.getByText('Đọc được khi không có mạng').first()).toBeVisible({ timeout: patienceMs })

test('[A1] [A2] [A3] [A4] [A5] [D1] a dossier of ten documents: read and written on offline, killed, shared, amended, taken out', async ({
  office,
  officers,
  tabletOf,
  newTablet,
}) => {
  const papers = await tenPapers()
  const lines = await linesOf(papers[1]?.bytes ?? new Uint8Array())
  const [stays, goes] = [lines.find(({ text }) => text.startsWith('Điều 6.')), lines.find(isTakenOut)]
  if (!stays || !goes) throw new Error('the draft has other words')
  const ballot = await issueBallot(officers, { title, papers })
  const profile = await mkdtemp(join(tmpdir(), 'journey-profile-'))
  const line = await layLine(office.port)
  const switchOn = async () => {
    const { context, kill } = await startChromium(profile)
    const page = await context.newPage()
    await page.setViewportSize(lying)
    await page.goto(`http://localhost:${line.port}/`)
    return { page, kill, hand: await readerHand(page) }
  }
  let life = await switchOn()
  try {
    await enrol(life, office, accounts.health)
    await isReady(life.page)
    await untilReadyOffline(life.page)
    // The server looks at the papers in the background; then it says what is damaged.
    const damage = life.page.getByText(`Trang ${damagedPage} bị hỏng trong tệp gốc`)
    await life.hand.openBallot(title)
    await life.hand.openPaper(titles.damaged)
    await life.hand.goTo(damagedPage)
    await expect(damage).toBeVisible({ timeout: patienceMs })
    await line.cut()

    await test.step('read without a network: the long one, the scan, the one with a damaged page', async () => {
      const { page, hand } = life
      await hand.openPaper(titles.long)
      for (const no of [Math.round(sizes.longPages * 0.7), sizes.longPages, 2]) await hand.goTo(no)
      await hand.openPaper(titles.scan)
      await hand.openPaper(titles.damaged)
      await hand.goTo(damagedPage)
      await expect(damage).toBeVisible()
      await checkScreen(page)
      await hand.goTo(damagedPage + 1)
      await expect(damage).toHaveCount(0)
    })

    await test.step('written on with a pen; a finger pushes the paper and writes nothing', async () => {
      const { page, hand } = life
      await hand.openPaper(titles.draft)
      await hand.take('Bút')
      await hand.goTo(stays.page)
      await hand.scribble(stays.page)
      await hand.take('Tô sáng')
      await hand.passOver(stays.page, stays.text)
      await hand.passOver(goes.page, goes.text)
      await hand.stick(goes.page, said)
      await hand.take('Bút')
      await hand.swipe({ x: 520, y: 700 }, { x: 520, y: 300 })
      await hand.goTo(4)
      await hand.tap(page.getByRole('button', { name: 'Đánh dấu trang' }))
      await expect(markState(page)).toHaveText('Ghi chú đã lưu trên máy, chờ có mạng')
    })
    const written = [
      /Nét bút/,
      /Tô sáng.*Điều 6/s,
      /Tô sáng.*Hội đồng thẩm định/s,
      new RegExp(said),
      /Đánh dấu trang/,
    ]
    await life.kill()

    await test.step('killed, switched on and unlocked without a network: everything is there', async () => {
      life = await switchOn()
      await unlock(life.page)
      await life.hand.openBallot(title)
      await life.hand.openPaper(titles.draft)
      await expect((await life.hand.notes()).locator('.ec-note-row')).toHaveText(written)
      await life.hand.closeSide()
    })

    await line.mend()
    await life.hand.take('Bút')
    await expect(markState(life.page)).toHaveText('Ghi chú đã đồng bộ')
    const { person } = await tabletIn(officers.head, 'active')

    const second = await newTablet({ viewport: upright })
    const other = await readerHand(second.page)
    await test.step('a second tablet of the member gets the marks', async () => {
      await enrolSecond(second, office, officers, accounts.health)
      await isReady(second.page)
      await other.openBallot(title)
      await other.openPaper(titles.draft)
      await expect((await other.notes()).locator('.ec-note-row')).toHaveText(written)
    })

    await test.step('a colleague sees the shared layer, and of the private one not even that it is there', async () => {
      const { page, hand } = life
      await hand.tap(page.getByRole('button', { name: /^Ghi vào/ }))
      await hand.tap(page.getByRole('menuitem', { name: 'Lớp chia sẻ' }))
      await hand.goTo(1)
      await hand.stick(1, told)
      await hand.tap(page.getByRole('button', { name: /^Ghi vào/ }))
      await hand.tap(page.getByRole('menuitem', { name: 'Chia sẻ với ai' }))
      const sheet = page.getByRole('dialog')
      await sheet.getByRole('checkbox', { name: titleOf(accounts.finance) }).check()
      await hand.tap(sheet.getByRole('button', { name: 'Chia sẻ với 1 người' }))
      const { page: theirs } = await tabletOf(accounts.finance)
      const theirHand = await readerHand(theirs)
      await isReady(theirs)
      await theirHand.openBallot(title)
      await theirHand.openPaper(titles.draft)
      await expect((await theirHand.notes()).locator('.ec-note-row')).toHaveText([new RegExp(told)])
      const [noted, clean] = [draft, DocumentId.parse('d1')].map((id) => logicalDocument(ballot.id, id))
      if (!noted || !clean) throw new Error('no names')
      // A room that is full, one that was never written to, and layers of which nobody was told.
      const closed = [notesRoom(person, noted), notesRoom(person, clean), sharedRoom(clean, person)]
      for (const room of closed) expect(await theirs.evaluate(knock, room)).toBe(4403)
      expect(await theirs.evaluate(knock, sharedRoom(noted, person))).toBe('open')
    })

    await test.step('the Office replaces the draft: marks follow, what lost its words is put down by hand', async () => {
      await ballot.amend('Nghị định gồm 5 chương, 25 điều.', {
        id: draft,
        paper: await amendedDraft(),
      })
      const { page, hand } = life
      await hand.tap(page.getByRole('button', { name: 'Mở bản mới' }))
      await page.locator('.page[data-loaded=true] canvas').first().waitFor()
      const notes = await hand.notes()
      const lost = notes.locator('.ec-note-tray .ec-note-row')
      await expect(lost).toHaveText([/Hội đồng thẩm định/])
      await checkScreen(page)
      await hand.tap(notes.getByRole('button', { name: 'Đặt vào trang này' }))
      await expect(lost).toHaveCount(0)
      await expect(notes.locator('.ec-note-row')).toHaveCount(written.length + 1)
    })

    await test.step('the other tablet takes it out: one document and the dossier, read by pdf.js and poppler', async () => {
      const { page } = second
      await other.tap(page.getByRole('button', { name: 'Mở bản mới' }))
      await page.locator('.page[data-loaded=true] canvas').first().waitFor()
      const notes = await other.notes()
      await expect(notes.locator('.ec-note-row')).toHaveCount(written.length + 1)
      await expect(notes.getByRole('heading', { name: tray })).toHaveCount(0)
      await other.closeSide()
      const file = await exportedFile(page, 'Xuất tài liệu kèm ghi chú')
      expect(file.name).toMatch(/\.pdf$/)
      const found = await annotationsIn(file.bytes)
      const kinds = found.map((each) => each.replace(/^\d+ /, '')).sort()
      const texts = [said, told, 'Đánh dấu trang'].map((words) => `Text: ${words}`)
      expect(kinds).toEqual(['Highlight: ', 'Highlight: ', 'Ink: ', ...texts].sort())
      await expectAlikeInPoppler(file.bytes, (await amendedDraft()).bytes)
      const zip = filesInZip((await exportedFile(page, 'Xuất cả hồ sơ (ZIP)')).bytes)
      expect(zip.size).toBe(papers.length)
      const counted = await Promise.all(
        [...zip.values()].map(async (each) => (await annotationsIn(each)).length),
      )
      expect(counted).toEqual(papers.map((_, at) => (at === 1 ? written.length + 1 : 0)))
    })
  } finally {
    await life.kill()
    await line.cut()
    await rm(profile, { recursive: true, force: true, maxRetries: 10 })
  }
})

const isTakenOut = ({ text }: { text: string }) =>
  text.length > 40 && clauseTakenOut.startsWith(text.replace(/^\d+\. /, ''))

/** In the page: what a room answers to whoever comes to it. */
const knock = (room: string): Promise<number | 'open'> =>
  new Promise((resolve) => {
    const socket = new WebSocket(`ws://${location.host}/rooms/${room}`)
    socket.onmessage = () => {
      resolve('open')
      socket.close()
    }
    socket.onclose = ({ code }) => resolve(code)
  })

/** The same words and pages, nothing to complain of, and the marker's yellow on the page. */
async function expectAlikeInPoppler(marked: Uint8Array, original: Uint8Array): Promise<void> {
  const lines = await linesOf(original)
  const page = lines.find(({ text }) => text.startsWith('Điều 6.'))?.page ?? 1
  const [after, before] = [await readByPoppler(marked, page), await readByPoppler(original, page)]
  if (!after || !before) {
    test.info().annotations.push({ type: 'left out', description: 'this machine has no poppler' })
    return
  }
  // The line at the foot that says who took it out is no word of the document.
  const text = after.text.replace(/^.* · xuất lúc .*$/m, '')
  const words = (all: string) => all.split(/\s+/).filter(Boolean)
  expect([after.pages, words(text), after.complaints]).toEqual([before.pages, words(before.text), ''])
  expect(yellowDots(before.painted)).toBe(0)
  expect(yellowDots(after.painted)).toBeGreaterThan(20)
}

import { expect, type Page } from '@playwright/test'
import { type HandAndPen, handAndPen } from '../../testing/hand-and-pen.ts'

/** A reader in somebody's hands: papers opened, turned and written on, as a finger and a pen do it. */
export type ReaderHand = HandAndPen & {
  openBallot(title: string): Promise<void>
  /** By its title in the list of the dossier. */
  openPaper(title: string): Promise<void>
  /** By the number that one types; drawn in full once this ends. */
  goTo(no: number): Promise<void>
  /** The tools are out, with one of them in the hand. */
  take(tool: string): Promise<void>
  /** A wave of the pen across a page. */
  scribble(no: number): Promise<void>
  /** Passes the pen over these words of a page that is in sight, up to the end of their line. */
  passOver(no: number, words: string): Promise<void>
  stick(no: number, words: string): Promise<void>
  /** The list of notes of the document. */
  notes(): Promise<ReturnType<Page['locator']>>
  closeSide(): Promise<void>
}

export async function readerHand(page: Page): Promise<ReaderHand> {
  const hand = await handAndPen(page)
  const paper = (no: number) => page.locator(`.pdfViewer .page[data-page-number="${no}"]`)
  const drawn = (no: number) => paper(no).locator('canvas').first()
  const spot = async (no: number, across: number, down: number) => {
    const box = await paper(no).boundingBox()
    const place = await page.locator('.ec-reader-scroll').boundingBox()
    if (!box || !place) throw new Error(`page ${no} is not to be seen`)
    return { x: box.x + box.width * across, y: Math.max(box.y, place.y) + place.height * down }
  }
  const take = async (tool: string) => {
    const bar = page.getByRole('toolbar', { name: 'Công cụ ghi chú' })
    if (!(await bar.isVisible())) await hand.tap(page.getByRole('button', { name: 'Ghi chú lên tài liệu' }))
    const button = bar.getByRole('button', { name: tool, exact: true })
    await button.waitFor()
    if ((await button.getAttribute('aria-pressed')) !== 'true') await hand.tap(button)
  }
  return {
    ...hand,
    openBallot: (title) =>
      hand.tap(page.getByRole('article', { name: title }).getByRole('button', { name: title })),
    openPaper: async (title) => {
      const item = page.locator('.ec-paper').filter({ has: page.getByText(title, { exact: true }) })
      const unfold = page.getByRole('button', { name: 'Mở danh sách tài liệu' })
      const folded = unfold.or(page.locator('.ec-dossier-pick'))
      await item.or(folded).first().waitFor()
      if (!(await item.isVisible())) await hand.tap(folded)
      await hand.tap(item)
      await page.locator('.page[data-loaded=true] canvas').first().waitFor()
    },
    goTo: async (no) => {
      const field = page.getByRole('textbox', { name: 'Đến trang' })
      await field.fill(String(no))
      await field.press('Enter')
      await expect(paper(no)).toBeInViewport()
      await drawn(no).waitFor()
    },
    take,
    scribble: async (no) => {
      const from = await spot(no, 0.2, 0.3)
      const points = Array.from({ length: 24 }, (_, at) => ({
        x: from.x + at * 9,
        y: from.y + 24 * Math.sin(at / 3),
      }))
      await hand.draw(points)
    },
    passOver: async (no, words) => {
      await paper(no).locator('.textLayer').waitFor()
      const line = await paper(no).locator('.textLayer').evaluate(firstLineOf, words)
      if (!line) throw new Error(`not on page ${no}: ${words}`)
      const { left, right, middle } = line
      const points = Array.from({ length: 12 }, (_, at) => ({
        x: left + ((right - left) * at) / 11,
        y: middle,
      }))
      await hand.draw(points)
    },
    stick: async (no, words) => {
      await take('Giấy ghi nhớ')
      await hand.draw([await spot(no, 0.75, 0.2)])
      await page.getByRole('textbox', { name: 'Nội dung ghi chú' }).fill(words)
      await hand.tap(page.getByRole('button', { name: 'Xong' }))
    },
    notes: async () => {
      const list = page.locator('.ec-reader-side .ec-notes').first()
      if (!(await list.isVisible())) {
        const open = page.getByRole('button', { name: 'Mục lục, trang và tìm kiếm' })
        if (await open.isVisible()) await hand.tap(open)
        await hand.tap(page.getByRole('button', { name: 'Ghi chú', exact: true }))
      }
      return list
    },
    closeSide: () => hand.tap(page.getByRole('button', { name: 'Đóng bảng bên' }).last()),
  }
}

/** In the page: where these words begin, and where their first line ends; brought before the eyes. */
function firstLineOf(layer: Element, words: string) {
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT)
  const letters: { node: Node; at: number; letter: string }[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (let at = 0; at < (node.textContent ?? '').length; at++) {
      const letter = (node.textContent ?? '').charAt(at)
      if (letter.trim() !== '') letters.push({ node, at, letter })
    }
  const wanted = words.replace(/\s/g, '')
  const from = letters
    .map(({ letter }) => letter)
    .join('')
    .indexOf(wanted)
  const [first, last] = [letters[from], letters[from + wanted.length - 1]]
  if (from < 0 || !first || !last) return null
  first.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
  const range = document.createRange()
  range.setStart(first.node, first.at)
  range.setEnd(last.node, last.at + 1)
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 1)
  const [top] = boxes
  if (!top) return null
  const line = boxes.filter((box) => Math.abs(box.top - top.top) < top.height / 2)
  return {
    left: top.left + 1,
    right: Math.max(...line.map(({ right }) => right)) - 1,
    middle: top.top + top.height / 2,
  }
}

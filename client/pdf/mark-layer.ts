import type { Rect } from '../../shared/domain/annotation.ts'
import { type HandUse, handUse } from './hand-use.ts'
import type { MarkPage, MarkSink, MarkTool, ShownMark } from './mark.ts'
import { coverOf, layOver, type PageCanvas } from './mark-canvas.ts'
import type { HandParts } from './mark-gesture.ts'
import { followHand, type Hand } from './mark-hand.ts'
import { boxOf } from './mark-hits.ts'
import { followKeys } from './mark-keys.ts'
import { paintMarks } from './paint-marks.ts'

/** Notes over the pages of an open document: painted, touched, written. */
export type MarkLayer = {
  show(marks: readonly ShownMark[]): void
  setTool(tool: MarkTool): void
  setSelected(id: string | null): void
  /** Whether a finger is the hand's and not the reader's. */
  isBusy(): boolean
  isPenDown(): boolean
  hands(): HandUse
  chooseHands(hands: 'pen' | 'both'): void
  /** pdf.js has laid out or drawn a page anew. */
  attach(page: DrawnFrame): void
  /** After scrolling: what is in sight has changed. */
  rest(): void
  close(): void
}

/** A page of pdf.js as the layer needs it; `id` from 1. */
export type DrawnFrame = {
  id: number
  div: HTMLElement
  viewport: {
    width: number
    height: number
    transform: number[]
    convertToPdfPoint(x: number, y: number): number[]
  }
}

/** @param onHands pen, finger or both: which of them writes has changed */
export function createMarkLayer(container: HTMLElement, sink: MarkSink, onHands: () => void): MarkLayer {
  const pages = new Map<number, MarkPage>()
  const canvases = new Map<number, PageCanvas>()
  let marks: readonly ShownMark[] = []
  let byPage = new Map<number, ShownMark[]>()
  let selected: string | null = null
  const ratio = () => Math.min(3, window.devicePixelRatio || 1)

  const inSight = ({ place, frame }: MarkPage): Rect => {
    const [page, window] = [place.getBoundingClientRect(), container.getBoundingClientRect()]
    const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value))
    return [
      clamp(window.left - page.left, frame.width),
      clamp(window.top - page.top, frame.height),
      clamp(window.right - page.left, frame.width),
      clamp(window.bottom - page.top, frame.height),
    ]
  }

  const paint = (number: number) => {
    const page = pages.get(number)
    if (!page) return
    const all = byPage.get(number) ?? []
    page.place.toggleAttribute(
      'data-bookmark',
      all.some(({ geometry }) => geometry.kind === 'bookmark'),
    )
    const shown = hand.shown(all)
    const old = canvases.get(number)?.canvas ?? null
    if (shown.length === 0) {
      old?.remove()
      canvases.delete(number)
      return
    }
    const covers = coverOf(page.frame, inSight(page), ratio())
    const next = layOver(page.place, page.frame, covers, { ratio: ratio(), isLive: false, old })
    if (!next) return
    canvases.set(number, next)
    paintMarks(next.brush, shown)
    const chosen = shown.find(({ id }) => id === selected)
    const box = chosen && boxOf(chosen)
    if (box) frameOf(next.brush, box)
  }

  const parts: HandParts = {
    sink,
    pages,
    marksOn: (page) => byPage.get(page) ?? [],
    repaint: paint,
    ratio,
    inSight,
    onHands,
  }
  const hand: Hand = followHand(container, parts)
  const keys = followKeys(container, {
    ...parts,
    selected: () => marks.find(({ id }) => id === selected) ?? null,
  })

  return {
    show(next) {
      const before = byPage
      marks = next
      byPage = Map.groupBy(marks, ({ page }) => page)
      for (const page of new Set([...before.keys(), ...byPage.keys()])) paint(page)
    },
    setTool(tool) {
      hand.setTool(tool)
      keys.setTool(tool)
    },
    setSelected(id) {
      if (id === selected) return
      selected = id
      for (const page of pages.keys()) paint(page)
    },
    isBusy: hand.isBusy,
    isPenDown: hand.isPenDown,
    hands: handUse,
    chooseHands: hand.chooseHands,
    attach({ id, div, viewport }) {
      const { width, height, transform } = viewport
      const toPage = (x: number, y: number): [number, number] => {
        const [px = 0, py = 0] = viewport.convertToPdfPoint(x, y)
        return [px, py]
      }
      pages.set(id - 1, { page: id - 1, place: div, frame: { width, height, transform, toPage } })
      paint(id - 1)
    },
    rest() {
      for (const [number, { canvas, covers }] of canvases) {
        const page = pages.get(number)
        if (!page || !canvas.isConnected) {
          canvas.width = 0
          canvases.delete(number)
          continue
        }
        const [left, top, right, bottom] = inSight(page)
        const isCovered = left >= covers[0] && top >= covers[1] && right <= covers[2] && bottom <= covers[3]
        if (!isCovered && right > left && bottom > top) paint(number)
      }
    },
    close() {
      hand.close()
      keys.close()
      for (const { canvas } of canvases.values()) {
        canvas.remove()
        canvas.width = 0
      }
    },
  }
}

/** Around what is chosen. */
function frameOf(brush: CanvasRenderingContext2D, [left, bottom, right, top]: Rect): void {
  brush.save()
  brush.strokeStyle = '#1f4fd8'
  brush.lineWidth = 1
  brush.setLineDash([4, 3])
  brush.strokeRect(left - 4, bottom - 4, right - left + 8, top - bottom + 8)
  brush.restore()
}

/** What somebody before the screen sees of a pdf.js viewer, ours or the stock one: looked at from outside, alike for both. */
import 'pdfjs-dist/legacy/build/pdf.mjs'
import type { EventBus } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs'

export interface Sight {
  /** Pages in sight. */
  pages: number
  /** Of these, how many do not show everything in sight at the screen's own resolution. */
  notFull: number
  /** Of these, how many show neither a drawing nor a picture. */
  blank: number
}

/** Of the screen's pixels: canvases are rounded. */
const sharpEnough = 0.9
/** Of what is in sight: pdf.js leaves some points beside the canvas of a part. */
const wideEnough = 0.98

const finished = new WeakSet<HTMLCanvasElement>()
const waiting = new Set<() => void>()

/** Told of each finished canvas before the viewer itself is. */
export function watchDrawing(bus: typeof EventBus): void {
  const { dispatch } = bus.prototype
  bus.prototype.dispatch = function (this: EventBus, name: string, data: object) {
    dispatch.call(this, name, data)
    if (name !== 'pagerendered' || !('source' in data)) return
    const { source } = data
    if (typeof source === 'object' && source !== null && 'canvas' in source) {
      if (source.canvas instanceof HTMLCanvasElement) finished.add(source.canvas)
    }
    for (const look of waiting) look()
  }
}

function shows(page: HTMLElement, container: HTMLElement): { isFull: boolean; isBlank: boolean } {
  const [box, window] = [page.getBoundingClientRect(), container.getBoundingClientRect()]
  // The stock viewer's pages have a border.
  const whole = new DOMRect(
    box.x + page.clientLeft,
    box.y + page.clientTop,
    page.clientWidth,
    page.clientHeight,
  )
  const [top, bottom] = [Math.max(whole.top, window.top), Math.min(whole.bottom, window.bottom)]
  const [left, right] = [Math.max(whole.left, window.left), Math.min(whole.right, window.right)]
  const drawn = [...page.querySelectorAll('canvas')].filter(
    (canvas) => finished.has(canvas) && !canvas.hidden && canvas.width > 0,
  )
  const isFull = drawn.some((canvas) => {
    const area = canvas.getBoundingClientRect()
    const width = Math.min(area.right, right) - Math.max(area.left, left)
    const height = Math.min(area.bottom, bottom) - Math.max(area.top, top)
    const covers = width >= wideEnough * (right - left) && height >= wideEnough * (bottom - top)
    return covers && canvas.width >= sharpEnough * area.width * devicePixelRatio
  })
  return { isFull, isBlank: drawn.length === 0 && page.style.backgroundImage === '' }
}

/** Looks at three heights: asking five hundred pages where they are would hold up what is measured. */
export function sightOf(container: HTMLElement): Sight {
  const { left, top, width, height } = container.getBoundingClientRect()
  const pages = new Set<HTMLElement>()
  for (const part of [0.04, 0.5, 0.96]) {
    const found = document.elementFromPoint(left + width / 2, top + part * height)?.closest('.page')
    if (found instanceof HTMLElement) pages.add(found)
  }
  const seen = [...pages].map((page) => shows(page, container))
  return {
    pages: seen.length,
    notFull: seen.filter(({ isFull }) => !isFull).length,
    blank: seen.filter(({ isBlank }) => isBlank).length,
  }
}

/** The next picture of the screen has gone out. */
export const painted = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))

/** @returns when everything in sight was on the screen in full, as `performance.now()` counts. */
export function untilFull(container: HTMLElement, patienceMs = 30_000): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      waiting.delete(look)
      reject(new Error('the page in sight was never drawn in full'))
    }, patienceMs)
    const look = () => {
      const { pages, notFull } = sightOf(container)
      if (pages === 0 || notFull > 0) return
      waiting.delete(look)
      clearTimeout(timer)
      void painted().then(() => resolve(performance.now()))
    }
    waiting.add(look)
    look()
  })
}

export interface Frames {
  intervals: number[]
  /** In how many of these frames a page in sight was blank. */
  blank: number
}

/** @returns ends it. */
export function watchFrames(container: HTMLElement): () => Frames {
  const frames: Frames = { intervals: [], blank: 0 }
  let last: number | null = null
  let next = 0
  const step = (now: number) => {
    if (last !== null) frames.intervals.push(now - last)
    last = now
    if (sightOf(container).blank > 0) frames.blank += 1
    next = requestAnimationFrame(step)
  }
  next = requestAnimationFrame(step)
  return () => {
    cancelAnimationFrame(next)
    return frames
  }
}

import type { Rect } from '../../shared/domain/annotation.ts'
import type { PageFrame } from './mark.ts'

/** A canvas over a page, or over the part of it in sight where the whole would take too much memory. */
export type PageCanvas = {
  canvas: HTMLCanvasElement
  /** Its brush's units are the page's. */
  brush: CanvasRenderingContext2D
  /** CSS pixels of the page that it covers: left, top, right, bottom. */
  covers: Rect
}

const mostPixels = 4_000_000

/**
 * @param inSight CSS pixels of the page that are before one's eyes: left, top, right, bottom
 * @returns what is to be covered
 */
export function coverOf(frame: Pick<PageFrame, 'width' | 'height'>, inSight: Rect, ratio: number): Rect {
  if (frame.width * frame.height * ratio * ratio <= mostPixels) return [0, 0, frame.width, frame.height]
  const [left, top, right, bottom] = inSight
  const [besideX, besideY] = [(right - left) / 4, (bottom - top) / 4]
  return [
    Math.max(0, left - besideX),
    Math.max(0, top - besideY),
    Math.min(frame.width, right + besideX),
    Math.min(frame.height, bottom + besideY),
  ]
}

export function layOver(
  place: HTMLElement,
  frame: PageFrame,
  covers: Rect,
  options: { ratio: number; isLive: boolean; old: HTMLCanvasElement | null },
): PageCanvas | null {
  const canvas = options.old ?? document.createElement('canvas')
  const [left, top, right, bottom] = covers
  const [width, height] = [right - left, bottom - top]
  if (width < 1 || height < 1) return null
  const ratio = Math.min(options.ratio, Math.sqrt(mostPixels / (width * height)))
  canvas.className = 'ec-marks'
  canvas.setAttribute('aria-hidden', 'true')
  canvas.width = Math.max(1, Math.round(width * ratio))
  canvas.height = Math.max(1, Math.round(height * ratio))
  // Shares of the page, so that it goes with the page while that is being zoomed.
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(3)}%`
  canvas.style.left = share(left, frame.width)
  canvas.style.top = share(top, frame.height)
  canvas.style.width = share(width, frame.width)
  canvas.style.height = share(height, frame.height)
  const brush = canvas.getContext('2d', { desynchronized: options.isLive })
  if (!brush) return null
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = frame.transform
  brush.setTransform(a * ratio, b * ratio, c * ratio, d * ratio, (e - left) * ratio, (f - top) * ratio)
  if (canvas.parentElement !== place) place.append(canvas)
  return { canvas, brush, covers }
}

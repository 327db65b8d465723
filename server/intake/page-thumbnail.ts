import { type Canvas, createCanvas } from '@napi-rs/canvas'
import type { OpenPage } from './open-pdf.ts'

const longestSide = 300
const maxBytes = 10_000
/** The first that fits is taken; the last whatever comes of it. */
const qualities = [50, 35, 20, 10]

/** A small picture of the page, WebP. @throws where the page cannot be drawn. */
export async function thumbnailOf(page: OpenPage): Promise<Uint8Array> {
  const { width, height } = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: longestSide / Math.max(width, height) })
  const canvas = await drawPage(page, viewport)
  for (const quality of qualities) {
    const picture = canvas.encodeSync('webp', quality)
    if (picture.length <= maxBytes || quality === qualities.at(-1)) return picture
  }
  throw new Error('no quality to try')
}

export async function drawPage(page: OpenPage, viewport: ReturnType<OpenPage['getViewport']>) {
  const canvas = createCanvas(
    Math.max(1, Math.round(viewport.width)),
    Math.max(1, Math.round(viewport.height)),
  )
  await page.render({ ...asBrowserCanvas(canvas), viewport, background: 'white' }).promise
  return canvas
}

/** The library speaks of a browser's canvas; this one behaves like it. */
const asBrowserCanvas = (canvas: Canvas) =>
  ({ canvas, canvasContext: canvas.getContext('2d') }) as unknown as Pick<
    Parameters<OpenPage['render']>[0],
    'canvas' | 'canvasContext'
  >

import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

type DrawRequest = {
  /** From 1. */
  page: number
  /** Pixels of the longer side. */
  longest: number
  type: 'image/webp' | 'image/jpeg'
  quality: number
  /** Written over it, again and again; empty for none. */
  watermark: string
}

/** One page as an image, apart from what is on the screen: for the row of small pictures, and for paper. */
export async function drawPage(document: PDFDocumentProxy, request: DrawRequest): Promise<Blob> {
  const page = await document.getPage(request.page)
  const size = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: request.longest / Math.max(size.width, size.height, 1) })
  const canvas = globalThis.document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(viewport.width))
  canvas.height = Math.max(1, Math.round(viewport.height))
  try {
    await page.render({ canvas, viewport, intent: 'print' }).promise
    if (request.watermark !== '') writeOver(canvas, request.watermark)
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('no image'))),
        request.type,
        request.quality,
      )
    })
  } finally {
    canvas.width = 0
    canvas.height = 0
    page.cleanup()
  }
}

function writeOver(canvas: HTMLCanvasElement, text: string): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const { width, height } = canvas
  const size = Math.round(Math.max(width, height) / 60)
  context.save()
  context.fillStyle = 'rgb(60 50 40 / 12%)'
  context.font = `600 ${size}px "Be Vietnam Pro", sans-serif`
  context.translate(width / 2, height / 2)
  context.rotate(-Math.PI / 6)
  const step = context.measureText(text).width + size * 4
  for (let y = -height; y <= height; y += size * 6) {
    for (let x = -width - step; x <= width; x += step) context.fillText(text, x, y)
  }
  context.restore()
}

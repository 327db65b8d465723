/** Pages on which nothing at all has come to be seen: left empty by whoever made them, or lost in the file. */
export type EmptyPages = {
  /** A page without text has been drawn. */
  look(page: number, canvas: HTMLCanvasElement): void
  has(page: number): boolean
}

/** Large enough that a single line of a page still shows, as a shade. */
const longestSide = 280
/** Of 255: paper that was scanned is never this even. */
const mostDifference = 2

/** @param tell what is known has changed */
export function createEmptyPages(tell: () => void): EmptyPages {
  const looked = new Set<number>()
  const empty = new Set<number>()
  return {
    look(page, canvas) {
      if (looked.has(page) || canvas.width === 0) return
      looked.add(page)
      if (!isEven(canvas)) return
      empty.add(page)
      tell()
    },
    has: (page) => empty.has(page),
  }
}

function isEven(canvas: HTMLCanvasElement): boolean {
  const scale = Math.min(1, longestSide / Math.max(canvas.width, canvas.height))
  const [width, height] = [Math.ceil(canvas.width * scale), Math.ceil(canvas.height * scale)]
  const brush = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!brush) return false
  brush.imageSmoothingQuality = 'high'
  brush.drawImage(canvas, 0, 0, width, height)
  const { data } = brush.getImageData(0, 0, width, height)
  return data.every((value, at) => Math.abs(value - (data[at % 4] ?? 0)) <= mostDifference)
}

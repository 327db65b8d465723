/** One bit a pixel, rows padded to whole bytes, 0 is black: as a PDF image mask of DeviceGray holds it. */
export type Bitmap = {
  readonly width: number
  readonly height: number
  readonly stride: number
  readonly bits: Uint8Array
}

export function whiteBitmap(width: number, height: number): Bitmap {
  const stride = (width + 7) >> 3
  return { width, height, stride, bits: new Uint8Array(stride * height).fill(255) }
}

export function blacken(bitmap: Bitmap, x: number, y: number): void {
  if (x < 0 || y < 0 || x >= bitmap.width || y >= bitmap.height) return
  const at = y * bitmap.stride + (x >> 3)
  bitmap.bits[at] = (bitmap.bits[at] ?? 255) & ~(0x80 >> (x & 7))
}

export type Point = readonly [x: number, y: number]

/**
 * The pixels whose middle lies inside closed outlines (non-zero winding, as fonts need).
 * @param outlines in pixels, y downwards.
 * @param fill called for each run of pixels: from x up to but without xEnd.
 */
export function scanFill(
  outlines: readonly Point[][],
  fill: (y: number, x: number, xEnd: number) => void,
): void {
  const edges = outlines.flatMap((outline) =>
    outline.flatMap((from, at) => {
      const to = outline[(at + 1) % outline.length] ?? from
      return from[1] === to[1] ? [] : [{ from, to, direction: from[1] < to[1] ? 1 : -1 }]
    }),
  )
  const ys = outlines.flat().map(([, y]) => y)
  const first = Math.floor(ys.reduce((least, y) => Math.min(least, y), Number.POSITIVE_INFINITY))
  const last = Math.ceil(ys.reduce((most, y) => Math.max(most, y), Number.NEGATIVE_INFINITY))
  for (let y = first; y < last; y++) {
    const middle = y + 0.5
    const crossings = edges
      .filter(({ from, to }) => Math.min(from[1], to[1]) <= middle && middle < Math.max(from[1], to[1]))
      .map(({ from, to, direction }) => ({
        x: from[0] + ((middle - from[1]) / (to[1] - from[1])) * (to[0] - from[0]),
        direction,
      }))
      .sort((a, b) => a.x - b.x)
    let winding = 0
    crossings.forEach(({ x, direction }, at) => {
      winding += direction
      const next = crossings[at + 1]
      if (winding !== 0 && next) fill(y, Math.round(x), Math.round(next.x))
    })
  }
}

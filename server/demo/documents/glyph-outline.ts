import type { Glyph } from '@cantoo/fontkit'
import type { Point } from './bitmap.ts'

const steps = 4

/** A letter's curves as polygons. @param scale pixels per font unit; y runs downwards from the baseline. */
export function glyphOutline(glyph: Glyph, scale: number): Point[][] {
  const outlines: Point[][] = []
  let outline: Point[] = []
  const add = (x: number, y: number) => outline.push([x * scale, -y * scale])
  let [penX, penY] = [0, 0]
  for (const { command, args } of glyph.path.commands) {
    const [a = 0, b = 0, c = 0, d = 0] = args
    switch (command) {
      case 'moveTo':
        outline = []
        outlines.push(outline)
        add(a, b)
        break
      case 'lineTo':
        add(a, b)
        break
      case 'quadraticCurveTo':
        for (let step = 1; step <= steps; step++) {
          const t = step / steps
          const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2]
          add(p * penX + q * a + r * c, p * penY + q * b + r * d)
        }
        break
      case 'closePath':
        break
      case 'bezierCurveTo':
        throw new Error('the typeface has TrueType outlines, which are quadratic')
    }
    if (args.length > 0) [penX, penY] = [args.at(-2) ?? 0, args.at(-1) ?? 0]
  }
  return outlines
}

/** Pieces of PDF content streams (ISO 32000-2, 8.5). */

export type Point = { x: number; y: number }

/** To a thousandth, never with an exponent, which PDF does not know. */
export const number = (value: number): string => String(Math.round(value * 1000) / 1000)

/** `#rrggbb` as three numbers from 0 to 1. */
export const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => Math.round((Number.parseInt(colour.slice(at, at + 2), 16) / 255) * 1000) / 1000)

/** Sets a colour: `rg` of areas, `RG` of lines. */
export const operator = (colour: string, name: 'rg' | 'RG'): string => `${channels(colour).join(' ')} ${name}`

export const move =
  (dx: number, dy: number) =>
  (x: number, y: number): Point => ({ x: x + dx, y: y + dy })

const pair = ({ x, y }: Point) => `${number(x)} ${number(y)}`

/** Straight lines from point to point. */
export const path = (points: readonly Point[]): string =>
  points.map((point, i) => `${pair(point)} ${i === 0 ? 'm' : 'l'}`).join(' ')

/** How far out the handles of a quarter of a circle lie. */
const quarter = 0.5523

export function roundedSquare(left: number, bottom: number, side: number, radius: number): string {
  const [right, top] = [left + side, bottom + side]
  const near = radius * (1 - quarter)
  const curve = (...points: [number, number][]) => `${points.map(([x, y]) => pair({ x, y })).join(' ')} c`
  const line = (x: number, y: number) => `${pair({ x, y })} l`
  return [
    `${pair({ x: left + radius, y: bottom })} m`,
    line(right - radius, bottom),
    curve([right - near, bottom], [right, bottom + near], [right, bottom + radius]),
    line(right, top - radius),
    curve([right, top - near], [right - near, top], [right - radius, top]),
    line(left + radius, top),
    curve([left + near, top], [left, top - near], [left, top - radius]),
    line(left, bottom + radius),
    curve([left, bottom + near], [left + near, bottom], [left + radius, bottom]),
    'h',
  ].join(' ')
}

import type { Bytes } from '../lib/bytes.ts'

/**
 * One stroke of the pen as bytes: 0x01, the number of points, then each point as the difference from the one before (x, y,
 * pressure) in zigzag varints. Coordinates are PDF user space in 1/32 of a point. What the eye does not see is left
 * out first (Ramer-Douglas-Peucker).
 */

/** `pressure` 0 to 1. */
export type InkPoint = { x: number; y: number; pressure: number }

/** How far what is kept may lie from what was drawn, in points: a seventh of the thinnest line. */
export const strokeTolerance = 0.12

const format = 1
/** A step of 1/32 pt: two points of the pen usually lie less than 64 steps apart, which is one byte a coordinate. */
const unit = 32
const pressureSteps = 255
/** Of what may be lost, rounding to the grid takes its part: half a step each way, and a little for the arithmetic. */
const simplifyTolerance = strokeTolerance - 0.023
/** A pressure that differs less from the straight line between its neighbours does not change the outline visibly. */
const pressureTolerance = 1 / 12
/** A page of the Office is 14,400 points at most (ISO 32000-2, C.2); strokes may leave it a little. */
const farthest = 100_000 * unit
const mostPoints = 20_000

/** @throws TypeError on no points, too many, or numbers that are none: the pen never gives such. */
export function encodeStroke(points: readonly InkPoint[]): Bytes {
  const kept = simplifyStroke(points)
  if (kept.length === 0 || kept.length > mostPoints) throw new TypeError('not a stroke')
  const out: number[] = [format]
  writeVaruint(out, kept.length)
  let last = [0, 0, 0]
  for (const { x, y, pressure } of kept) {
    const next = [
      Math.round(x * unit),
      Math.round(y * unit),
      Math.round(Math.min(1, Math.max(0, pressure)) * pressureSteps),
    ]
    for (const [i, value] of next.entries()) {
      if (!Number.isFinite(value) || Math.abs(value) > farthest) throw new TypeError('not a point')
      writeVaruint(out, zigzag(value - (last[i] ?? 0)))
    }
    last = next
  }
  return Uint8Array.from(out)
}

/** @returns null where the bytes are no stroke, to the last byte. Never throws, and reads each byte once. */
export function decodeStroke(bytes: Uint8Array): InkPoint[] | null {
  if (bytes[0] !== format) return null
  const reader = { bytes, at: 1 }
  const count = readVaruint(reader)
  // Each point takes three bytes at least.
  if (count === null || count === 0 || count > mostPoints || count * 3 > bytes.length - reader.at) return null
  const points: InkPoint[] = []
  let x = 0
  let y = 0
  let pressure = 0
  for (let i = 0; i < count; i++) {
    const [dx, dy, dp] = [readZigzag(reader), readZigzag(reader), readZigzag(reader)]
    if (dx === null || dy === null || dp === null) return null
    x += dx
    y += dy
    pressure += dp
    if (Math.abs(x) > farthest || Math.abs(y) > farthest || pressure < 0 || pressure > pressureSteps) {
      return null
    }
    points.push({ x: x / unit, y: y / unit, pressure: pressure / pressureSteps })
  }
  return reader.at === bytes.length ? points : null
}

/** Ramer-Douglas-Peucker without recursion: a long stroke would overflow the stack. */
export function simplifyStroke(points: readonly InkPoint[]): InkPoint[] {
  if (points.length <= 2) return [...points]
  const isKept = new Uint8Array(points.length)
  isKept[0] = 1
  isKept[points.length - 1] = 1
  const spans: [number, number][] = [[0, points.length - 1]]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    const worst = worstBetween(points, from, to)
    if (worst === null) continue
    isKept[worst] = 1
    spans.push([from, worst], [worst, to])
  }
  return points.filter((_, i) => isKept[i] === 1)
}

/** The point that lies farthest from the straight line between two others; null where all are near enough. */
function worstBetween(points: readonly InkPoint[], from: number, to: number): number | null {
  const a = points[from]
  const b = points[to]
  if (!a || !b) return null
  let worst: number | null = null
  let most = 1
  for (let i = from + 1; i < to; i++) {
    const point = points[i]
    if (!point) continue
    const excess = Math.max(
      distanceToSegment(point, a, b) / simplifyTolerance,
      Math.abs(point.pressure - pressureOn(point, a, b)) / pressureTolerance,
    )
    if (excess > most) {
      most = excess
      worst = i
    }
  }
  return worst
}

type Place = { x: number; y: number }

/** How far along the segment the nearest place lies, 0 to 1. */
function along(point: Place, a: Place, b: Place): number {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const length = dx * dx + dy * dy
  return length === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length))
}

export function distanceToSegment(point: Place, a: Place, b: Place): number {
  const t = along(point, a, b)
  return Math.hypot(point.x - a.x - t * (b.x - a.x), point.y - a.y - t * (b.y - a.y))
}

const pressureOn = (point: Place, a: InkPoint, b: InkPoint): number =>
  a.pressure + along(point, a, b) * (b.pressure - a.pressure)

/** Small numbers of either sign to small numbers: 0, -1, 1, -2 ... to 0, 1, 2, 3 ... */
const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value)

function writeVaruint(out: number[], value: number): void {
  let rest = value
  while (rest >= 0x80) {
    out.push((rest % 0x80) + 0x80)
    rest = Math.floor(rest / 0x80)
  }
  out.push(rest)
}

type Reader = { bytes: Uint8Array; at: number }

/** Five bytes at most: 35 bits, exact in a number. */
function readVaruint(reader: Reader): number | null {
  let value = 0
  for (let i = 0; i < 5; i++) {
    const byte = reader.bytes[reader.at++]
    if (byte === undefined) return null
    value += (byte % 0x80) * 0x80 ** i
    if (byte < 0x80) return value
  }
  return null
}

function readZigzag(reader: Reader): number | null {
  const value = readVaruint(reader)
  if (value === null) return null
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2
}

/** How wide a line is where the pen was pressed so hard: as chosen at half pressure. Points in, points out. */
export const strokeWidth = (width: number, pressure: number): number => width * (0.4 + 1.2 * pressure)

import { z } from 'zod'
import { type Bytes, fromHex, hex } from '../lib/bytes.ts'
import type { Instant } from '../lib/time.ts'
import { Hash, InstantField, PersonId } from './id.ts'
import { decodeStroke } from './ink-stroke.ts'

/**
 * What a person writes on a page. A frozen core, made once, says what and where; a few marks beside it may change. Kept one
 * to one with the annotations of ISO 32000-2, so that an export loses nothing (A5). Geometry is PDF user space: points, the
 * origin at the lower left of the unrotated page.
 */

const coordinate = z.number().min(-100_000).max(100_000)
const Point = z.tuple([coordinate, coordinate])
/** Left, bottom, right, top. */
const Rect = z.tuple([coordinate, coordinate, coordinate, coordinate])
export type Rect = z.infer<typeof Rect>
/** Four corners as in QuadPoints: upper left, upper right, lower left, lower right; of text, one a line. */
const Quad = z.array(coordinate).length(8)
export type Quad = z.infer<typeof Quad>

const mostStrokeBytes = 64 * 1024
const Stroke = z.custom<Bytes>(
  (value) => value instanceof Uint8Array && value.length <= mostStrokeBytes && decodeStroke(value) !== null,
)

const Quote = z.tuple([z.string().max(128), z.string().min(1).max(8000), z.string().max(128)])
/**
 * The words under a mark; at most 32 characters of what stands before and after tell one occurrence from another. `at`: where
 * their upper left corner was, of a mark that stands beside them or is drawn over them.
 */
export type Quote = { before: string; exact: string; after: string; at?: [number, number] }

/** How much of the text around a quote is kept with it, in characters. */
export const quoteContext = 32

const quads = z.array(Quad).min(1).max(400)
const Geometry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ink'), strokes: z.array(Stroke).min(1).max(200) }),
  z.object({ kind: z.literal('highlight'), quads }),
  z.object({ kind: z.literal('underline'), quads }),
  z.object({ kind: z.literal('strike'), quads }),
  /** `size` of the letters in points. */
  z.object({ kind: z.literal('text'), box: Rect, size: z.number().min(1).max(400) }),
  z.object({ kind: z.literal('note'), at: Point }),
  z.object({ kind: z.literal('bookmark') }),
])
export type Geometry = z.infer<typeof Geometry>
export type AnnotationKind = Geometry['kind']

/** What is frozen. */
export type AnnotationCore = {
  /** The version of the document that was before the writer's eyes. */
  version: Hash
  page: number
  author: PersonId
  createdAt: Instant
  quote: Quote | null
  geometry: Geometry
}

const page = z.int().min(0).max(10_000)

/** The core as it lies in a document, some thousands of times: names of one letter, the hash as bytes. */
const WireCore = z.object({
  v: z.custom<Bytes>((value) => value instanceof Uint8Array && value.length === 32),
  p: page,
  a: PersonId,
  t: InstantField,
  q: Quote.optional(),
  /** Where the quoted words were. */
  w: Point.optional(),
  g: Geometry,
})

export const wireCore = ({ version, page: p, author: a, createdAt: t, quote, geometry }: AnnotationCore) => ({
  v: fromHex(version),
  p,
  a,
  t,
  ...(quote && { q: [quote.before, quote.exact, quote.after] }),
  ...(quote?.at && { w: quote.at.map(Math.round) }),
  g: roundGeometry(geometry),
})

/**
 * @returns null for what a hostile or newer program wrote: an unknown kind, a missing field, a value out of bounds. Fields
 * to spare are passed over.
 */
export function parseWireCore(value: unknown): AnnotationCore | null {
  const parsed = WireCore.safeParse(value)
  if (!parsed.success) return null
  const { v, p, a, t, q, w, g } = parsed.data
  const quote = q ? { before: q[0], exact: q[1], after: q[2], ...(w && { at: w }) } : null
  return { version: Hash.parse(hex(v)), page: p, author: a, createdAt: t, quote, geometry: g }
}

/** Where its owner, or nobody but the text itself, has put it in a later version (A4). */
const Placement = z.object({ version: Hash, page, dx: coordinate, dy: coordinate })
export type Placement = z.infer<typeof Placement>

/** What may change. A value that is none falls back to what the kind has at first. */
export type AnnotationMarks = {
  /** `#rrggbb`. */
  colour: string
  /** Of the line, in points. */
  width: number
  /** Of a move, in points. */
  offset: { dx: number; dy: number }
  modifiedAt: number | null
  /** Put by hand into a version in which its text was not found. */
  placement: Placement | null
}

export type Annotation = AnnotationCore & AnnotationMarks & { id: string; text: string }

const colourByKind: Readonly<Record<AnnotationKind, string>> = {
  ink: '#1f4fd8',
  highlight: '#ffd84d',
  underline: '#1f7a3d',
  strike: '#c62828',
  text: '#1f4fd8',
  note: '#ffb300',
  bookmark: '#c62828',
}
const firstWidth = 1.5

const Colour = z.string().regex(/^#[0-9a-f]{6}$/)
const Width = z.number().min(0.1).max(100)
const Offset = z.tuple([coordinate, coordinate])
const Modified = InstantField

/** @param value the mark's value as it lies in the document, whoever wrote it */
export function readMarks(kind: AnnotationKind, value: (name: string) => unknown): AnnotationMarks {
  const offset = Offset.safeParse(value('offset'))
  return {
    colour: Colour.safeParse(value('colour')).data ?? colourByKind[kind],
    width: Width.safeParse(value('width')).data ?? firstWidth,
    offset: offset.success ? { dx: offset.data[0], dy: offset.data[1] } : { dx: 0, dy: 0 },
    modifiedAt: Modified.safeParse(value('modifiedAt')).data ?? null,
    placement: Placement.safeParse(value('placement')).data ?? null,
  }
}

/** Text of a note: longer is shown to nobody, since no screen could. */
export const mostNoteText = 20_000

/** To 1/32 of a point: less than a fifth of what a screen can show, and half the bytes. */
function roundGeometry(geometry: Geometry): Geometry {
  const round = (value: number) => Math.round(value * 32) / 32
  switch (geometry.kind) {
    case 'highlight':
    case 'underline':
    case 'strike':
      return { ...geometry, quads: geometry.quads.map((quad) => quad.map(round)) }
    case 'text': {
      const [left, bottom, right, top] = geometry.box
      return { ...geometry, box: [round(left), round(bottom), round(right), round(top)] }
    }
    case 'note':
      return { ...geometry, at: [round(geometry.at[0]), round(geometry.at[1])] }
    default:
      return geometry
  }
}

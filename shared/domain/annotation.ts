import { z } from 'zod'
import type { Bytes } from '../lib/bytes.ts'
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

const Quote = z.object({
  /** At most 32 characters of what stands before and after, to tell one occurrence from another. */
  before: z.string().max(128),
  exact: z.string().min(1).max(8000),
  after: z.string().max(128),
})
export type Quote = z.infer<typeof Quote>

/** How much of the text around a quote is kept with it, in characters. */
export const quoteContext = 32

const quads = z.object({ quads: z.array(Quad).min(1).max(400) })
const geometryByKind = {
  ink: z.object({ strokes: z.array(Stroke).min(1).max(200) }),
  highlight: quads,
  underline: quads,
  strike: quads,
  /** `size` of the letters in points. */
  text: z.object({ box: Rect, size: z.number().min(1).max(400) }),
  note: z.object({ at: Point }),
  bookmark: z.object({}),
} as const

export type AnnotationKind = keyof typeof geometryByKind
export type Geometry = {
  [K in AnnotationKind]: { kind: K } & z.infer<(typeof geometryByKind)[K]>
}[AnnotationKind]

const base = {
  /** The version of the document that was before the writer's eyes. */
  version: Hash,
  page: z.int().min(0).max(10_000),
  author: PersonId,
  createdAt: InstantField,
  quote: Quote.nullable(),
}

const coreOf = <K extends AnnotationKind>(kind: K) =>
  z.object({ ...base, geometry: geometryByKind[kind].extend({ kind: z.literal(kind) }) })

/** What is frozen; fields that a newer program adds are passed over. */
export type AnnotationCore = {
  version: Hash
  page: number
  author: PersonId
  createdAt: z.infer<typeof InstantField>
  quote: Quote | null
  geometry: Geometry
}

/** Where its owner, or nobody but the text itself, has put it in a later version (A4). */
const Placement = z.object({ version: Hash, page: base.page, dx: coordinate, dy: coordinate })
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

const schemaByKind: Readonly<Record<AnnotationKind, z.ZodType>> = {
  ink: coreOf('ink'),
  highlight: coreOf('highlight'),
  underline: coreOf('underline'),
  strike: coreOf('strike'),
  text: coreOf('text'),
  note: coreOf('note'),
  bookmark: coreOf('bookmark'),
}

const isKind = (kind: unknown): kind is AnnotationKind =>
  typeof kind === 'string' && Object.hasOwn(schemaByKind, kind)

/** @returns null for what a hostile or newer program wrote: an unknown kind, a missing field, a value out of bounds. */
export function parseAnnotationCore(value: unknown): AnnotationCore | null {
  const geometry = fieldOf(value, 'geometry')
  const kind = fieldOf(geometry, 'kind')
  if (!isKind(kind)) return null
  const parsed = schemaByKind[kind].safeParse(value)
  return parsed.success ? (parsed.data as AnnotationCore) : null
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined

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

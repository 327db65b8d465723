import type { Geometry, Quad, Quote } from '../../shared/domain/annotation.ts'
import type { InkPoint } from '../../shared/domain/ink-stroke.ts'

/** A note as it lies on a page before one's eyes, wherever its text has been put in this version. */
export type ShownMark = {
  id: string
  /** From 0. */
  page: number
  geometry: Geometry
  /** `#rrggbb`. */
  colour: string
  /** Points. */
  width: number
  /** How far it lies from its geometry, in points of the page. */
  dx: number
  dy: number
  text: string
  /** Others' marks are seen, and left alone. */
  isMine: boolean
  /** Whose it is, for a small sign beside it; null for one's own. */
  by: { initials: string; colour: string } | null
}

export type TextMarkKind = 'highlight' | 'underline' | 'strike'

/** What the hand holds. `read`: nothing, fingers scroll and text can be copied. */
export type MarkTool =
  | { kind: 'read' }
  | { kind: 'select' }
  | { kind: 'ink'; colour: string; width: number }
  | { kind: TextMarkKind; colour: string }
  | { kind: 'eraser' }
  | { kind: 'text' | 'note' }

/** What a hand did; pages from 0, points of the page. */
export type MarkSink = {
  ink(page: number, points: readonly InkPoint[]): void
  /** `quote` is null where the page has no words, and the area itself was marked. */
  textMark(kind: TextMarkKind, page: number, quads: Quad[], quote: Quote | null): void
  place(kind: 'text' | 'note', page: number, at: [number, number]): void
  erase(ids: readonly string[]): void
  /** Null: nothing there. */
  select(id: string | null): void
  move(id: string, dx: number, dy: number): void
}

/** The page as a hand and a brush need it: pdf.js calls it a viewport. */
export type PageFrame = {
  /** CSS pixels. */
  width: number
  height: number
  /** Page units to CSS pixels: a, b, c, d, e, f. */
  transform: readonly number[]
  toPage(x: number, y: number): [number, number]
}

/** A page that is in the document now. `page` from 0. */
export type MarkPage = { page: number; place: HTMLElement; frame: PageFrame }

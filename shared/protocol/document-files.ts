import { z } from 'zod'

/**
 * What intake makes of a document for its readers, each a file of its own named by its SHA-256. `pages` is JSON and says where in
 * the packs of `thumbs` each page's picture lies; `text` is JSON; `copy` is a PDF that is drawn faster than the original.
 */

const PageFacts = z.strictObject({
  /** As shown, rotation applied; points. */
  width: z.number().positive(),
  height: z.number().positive(),
  /** Degrees clockwise, as the file says. */
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** The picture: bytes [from, to) of that pack, WebP; null where the page could not be drawn. */
  thumb: z.strictObject({ pack: z.int().min(0), from: z.int().min(0), to: z.int().min(1) }).nullable(),
  /** The page itself cannot be read or drawn. */
  isBroken: z.boolean(),
})
export type PageFacts = z.infer<typeof PageFacts>

/** Level 0 is the outermost; `page` counts from 1, null where the title leads nowhere. */
const OutlineItem = z.strictObject({
  level: z.int().min(0).max(7),
  title: z.string().max(300),
  page: z.int().min(1).nullable(),
})
export type OutlineItem = z.infer<typeof OutlineItem>

export const DocumentPages = z.strictObject({
  v: z.literal(1),
  pages: z.array(PageFacts).min(1),
  /** What is printed as number of each page ("iv"), where the file says; null where it is the count from 1. */
  labels: z.array(z.string().max(100)).nullable(),
  outline: z.array(OutlineItem),
})
export type DocumentPages = z.infer<typeof DocumentPages>

/** Text of each page in the order of the file, NFC, lines ended by line feeds; null where a page has none that can be read. */
export const DocumentText = z.strictObject({ v: z.literal(1), pages: z.array(z.string().nullable()) })
export type DocumentText = z.infer<typeof DocumentText>

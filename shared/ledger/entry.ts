import { z } from 'zod'
import { canonicalJson, type Json } from '../lib/canonical-json.ts'

/**
 * A leaf of the ledger as written: what was signed, exactly as it came, or what the server did by itself; and the verdict.
 * This layer knows neither acts nor events: it proves text.
 */
export const Leaf = z.union([
  z.strictObject({
    v: z.literal(1),
    /** Position in the tree, from 0, without gaps. */
    n: z.int().min(0),
    /** The server's hour, never smaller than the entry's before. */
    at: z.int().min(0),
    /** The signed bytes as text: canonical JSON, so that text and bytes are one. */
    act: z.string(),
    /** Base64 of the ECDSA P-256 signature, raw r‖s. */
    sig: z.string(),
    verdict: z.json(),
  }),
  z.strictObject({
    v: z.literal(1),
    n: z.int().min(0),
    at: z.int().min(0),
    /** The server's own entry, with an id that is the same whichever server makes it. */
    server: z.strictObject({ id: z.string(), events: z.array(z.json()) }),
  }),
  z.strictObject({
    v: z.literal(1),
    n: z.int().min(0),
    at: z.int().min(0),
    /**
     * A leaf of an earlier epoch that a restore had lost, with the receipt that a device kept of it, both verbatim
     * (docs/decisions/0011). `effect`: whether its events could be applied here.
     */
    again: z.strictObject({ leaf: z.string(), proof: z.string(), effect: z.boolean() }),
  }),
])
export type Leaf = z.infer<typeof Leaf>

export type LeafContent =
  | { act: string; sig: string; verdict: Json }
  | { server: { id: string; events: Json[] } }
  | { again: { leaf: string; proof: string; effect: boolean } }

/** The leaf's text: what is hashed into the tree. */
export const leafText = (n: number, at: number, content: LeafContent): string =>
  canonicalJson({ v: 1, n, at, ...content })

/** Strict: a text that is not the canonical form of what it says is no leaf. */
export function parseLeaf(text: string): Leaf | null {
  try {
    const value: unknown = JSON.parse(text)
    const parsed = Leaf.safeParse(value)
    return parsed.success && canonicalJson(parsed.data) === text ? parsed.data : null
  } catch {
    return null
  }
}

/** The signed text of an act's leaf, whether it stands here for the first time or again; null for the server's own. */
export function actTextOf(leaf: Leaf): string | null {
  if ('act' in leaf) return leaf.act
  const before = 'again' in leaf ? parseLeaf(leaf.again.leaf) : null
  return before && actTextOf(before)
}

import { z } from 'zod'

/** What a paper ballot and a paper document would have cost, in đồng: for the page of figures, set by the head of office. */
export const UnitCosts = z.strictObject({
  /** Of a paper ballot, and of a document on an average. */
  ballotPages: z.int().min(0).max(1000),
  documentPages: z.int().min(0).max(10_000),
  /** Printed copies of each document for one member. */
  copiesPerMember: z.int().min(0).max(100),
  pagePrice: z.int().min(0).max(10_000_000),
  /** One delivery to one member. */
  courier: z.int().min(0).max(100_000_000),
})
export type UnitCosts = z.infer<typeof UnitCosts>

/** Until the Office has set its own: a guess to calculate with, and the page says so. */
export const assumedCosts: UnitCosts = {
  ballotPages: 2,
  documentPages: 20,
  copiesPerMember: 1,
  pagePrice: 500,
  courier: 15_000,
}

import type { Instant } from '../../lib/time.ts'
import type { BallotContent } from '../ballot.ts'

/** What a test says of an answer; the rest is the obvious: first device, current version, newest anchor none. */
export type Given = {
  id?: string
  device?: string
  prev?: readonly string[]
  version?: BallotContent
  text?: string
  castAt?: Instant
  anchor?: number
  /** Of the anchor; any but the usual one is another ledger's. */
  root?: string
}

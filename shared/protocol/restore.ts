import { z } from 'zod'
import { ActId, DeviceId, Hash, InstantField, PersonId } from '../domain/id.ts'
import { ProposalBody } from '../domain/proposal.ts'
import { Opening } from './envelope.ts'

/** After a restore: what devices hand in, and what the Office sees of it (docs/decisions/0011). */

export const handInMaxLeaves = 50

/** `POST /api/restore/leaves`: receipts of earlier epochs, with the texts behind an act's own hashes. */
export const HandInRequest = z.strictObject({
  /** The largest tree that this device has verified in an earlier epoch. */
  seen: z.strictObject({ epoch: z.int().min(0), size: z.int().min(0) }),
  leaves: z
    .array(
      z.strictObject({
        leaf: z.string().max(700_000),
        proof: z.string().max(10_000),
        openings: z.array(Opening).max(64),
      }),
    )
    .max(handInMaxLeaves),
  /** How many leaves follow in later requests: 0 with the last one, by which the device has handed in everything. */
  left: z.int().min(0),
})
export type HandInRequest = z.infer<typeof HandInRequest>

/**
 * `kept`: enters the ledger again when the restore ends. `known`: is there. `apart`: contradicts what is there, or can no
 * longer be entered; kept and reported. `decided`: came after the end, and was decided as of today. `refused`: proves nothing.
 */
export const HandInOutcome = z.enum(['kept', 'known', 'apart', 'decided', 'refused'])
export type HandInOutcome = z.infer<typeof HandInOutcome>

export const HandInReply = z.strictObject({ outcomes: z.array(HandInOutcome) })
export type HandInReply = z.infer<typeof HandInReply>

/** `GET /api/restore`. */
export const RestoreReport = z.strictObject({
  epoch: z.int().min(0),
  phase: z.enum(['none', 'announced', 'declared', 'ended']),
  /** What the operator announced: the facts that officers declare. */
  announced: z
    .strictObject({ size: z.int().min(0), root: Hash, keptTo: InstantField, reason: z.string() })
    .nullable(),
  /** Not confirmed yet. */
  proposals: z.array(
    z.strictObject({ id: ActId, by: PersonId, device: DeviceId, at: InstantField, body: ProposalBody }),
  ),
  /** Size of the largest tree that any device has seen before the restore; the backup's own where none is known. */
  seen: z.int().min(0),
  /** Former numbers from the backup's end up to `seen` that nobody has handed in: `[from, to]`, both included. */
  missing: z.array(z.strictObject({ from: z.int().min(0), to: z.int().min(0) })),
  handedIn: z.int().min(0),
  /** Former numbers of what was kept apart. */
  apart: z.array(z.strictObject({ epoch: z.int().min(0), n: z.int().min(0) })),
  devices: z.array(
    z.strictObject({
      device: DeviceId,
      person: PersonId,
      label: z.string(),
      at: InstantField.nullable(),
      leaves: z.int().min(0),
    }),
  ),
  /** Documents of ballots whose bytes are not here. */
  files: z.array(Hash),
})
export type RestoreReport = z.infer<typeof RestoreReport>

import { z } from 'zod'
import { ActId, BallotId, DeviceId, Hash, InstantField, PersonId, textField } from './id.ts'

/** What needs two officers: the first proposes the whole effect, another, on another device, confirms it (trust.md). */
export const ProposalBody = z.discriminatedUnion('kind', [
  /** A further device of a person (B7, O3). */
  z.strictObject({ kind: z.literal('enrol-device'), device: DeviceId }),
  /** A not-reached member counts as deemed to agree, or stays uncounted (B8). */
  z.strictObject({
    kind: z.literal('rule-silence'),
    ballot: BallotId,
    person: PersonId,
    counts: z.boolean(),
    reason: textField(1000),
  }),
  /** A held answer counts, or does not (B9). */
  z.strictObject({
    kind: z.literal('rule-held'),
    ballot: BallotId,
    person: PersonId,
    act: ActId,
    counts: z.boolean(),
    reason: textField(1000),
  }),
  /** The ledger was restored from a backup that had `size` entries under `root` (trust.md, "Restore is declared"). */
  z.strictObject({
    kind: z.literal('begin-epoch'),
    epoch: z.int().min(1),
    size: z.int().min(0),
    root: Hash,
    reason: textField(1000),
  }),
  /** Everything that can come back has; `missing` former numbers have not. */
  z.strictObject({
    kind: z.literal('end-restore'),
    epoch: z.int().min(1),
    missing: z.int().min(0),
    reason: textField(1000),
  }),
])
export type ProposalBody = z.infer<typeof ProposalBody>

export const Proposal = z.strictObject({
  kind: z.literal('proposal'),
  /** The act that proposed. */
  id: ActId,
  body: ProposalBody,
  by: PersonId,
  device: DeviceId,
  at: InstantField,
  confirmed: z.strictObject({ by: PersonId, at: InstantField }).nullable(),
})
export type Proposal = z.infer<typeof Proposal>

/** What a proposal is about, as `permit` asks. */
export function matterOf({ kind }: ProposalBody): 'device' | 'ballot' | 'restore' {
  if (kind === 'enrol-device') return 'device'
  return kind === 'begin-epoch' || kind === 'end-restore' ? 'restore' : 'ballot'
}

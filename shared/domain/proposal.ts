import { z } from 'zod'
import { ActId, BallotId, DeviceId, InstantField, PersonId, textField } from './id.ts'

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

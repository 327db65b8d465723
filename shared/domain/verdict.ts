import { z } from 'zod'
import { HeldReason } from './answer.ts'
import { Event } from './event.ts'
import { InstantField } from './id.ts'

/** Why an act was refused: words for people are chosen in screens. */
export const Refusal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('not-allowed'), action: z.string() }),
  z.strictObject({ kind: z.literal('not-found') }),
  z.strictObject({ kind: z.literal('wrong-state'), state: z.string() }),
  z.strictObject({ kind: z.literal('stale-content') }),
  z.strictObject({ kind: z.literal('conclusions-changed') }),
  z.strictObject({ kind: z.literal('unknown-version') }),
  z.strictObject({ kind: z.literal('answer-is-final') }),
  z.strictObject({ kind: z.literal('issues-do-not-match') }),
  z.strictObject({ kind: z.literal('opening-missing') }),
  z.strictObject({ kind: z.literal('choice-not-offered'), issue: z.string() }),
  z.strictObject({ kind: z.literal('opinion-text-missing'), issue: z.string() }),
  z.strictObject({ kind: z.literal('text-not-clean'), issue: z.string() }),
  z.strictObject({ kind: z.literal('content-malformed') }),
  z.strictObject({ kind: z.literal('file-missing'), hash: z.string() }),
  z.strictObject({ kind: z.literal('summary-missing') }),
  z.strictObject({ kind: z.literal('summary-too-long') }),
  z.strictObject({
    kind: z.literal('deadline-outside-window'),
    earliestAt: InstantField,
    latestAt: InstantField,
  }),
  z.strictObject({ kind: z.literal('deadline-passed') }),
  z.strictObject({ kind: z.literal('deadline-not-later') }),
  z.strictObject({ kind: z.literal('members-still-silent'), count: z.int() }),
  z.strictObject({ kind: z.literal('agenda-empty') }),
  z.strictObject({ kind: z.literal('ends-before-start') }),
  z.strictObject({ kind: z.literal('chair-not-member') }),
  z.strictObject({ kind: z.literal('secret-item-holds-files') }),
  z.strictObject({ kind: z.literal('not-admissible') }),
  z.strictObject({
    kind: z.literal('no-quorum'),
    present: z.int(),
    needed: z.int(),
    members: z.int(),
  }),
  z.strictObject({ kind: z.literal('session-not-near') }),
  z.strictObject({ kind: z.literal('item-is-current') }),
  z.strictObject({ kind: z.literal('item-not-current') }),
  z.strictObject({ kind: z.literal('vote-under-way') }),
  z.strictObject({ kind: z.literal('objection-stands') }),
  z.strictObject({ kind: z.literal('pulled-from-block') }),
  z.strictObject({ kind: z.literal('not-present') }),
  z.strictObject({ kind: z.literal('agency-unknown'), agency: z.string() }),
  z.strictObject({ kind: z.literal('agency-closed'), agency: z.string() }),
  z.strictObject({ kind: z.literal('agency-exists'), agency: z.string() }),
  z.strictObject({ kind: z.literal('day-not-come') }),
  z.strictObject({ kind: z.literal('day-not-later') }),
  z.strictObject({ kind: z.literal('assigner-not-member') }),
  z.strictObject({ kind: z.literal('deadline-missing') }),
  z.strictObject({ kind: z.literal('deadline-before-source') }),
  z.strictObject({ kind: z.literal('source-incomplete') }),
  z.strictObject({ kind: z.literal('secret-task-holds-words') }),
  z.strictObject({ kind: z.literal('secret-directive-holds-words') }),
  z.strictObject({ kind: z.literal('directive-incomplete') }),
  z.strictObject({ kind: z.literal('directive-not-in-force'), state: z.string() }),
  z.strictObject({ kind: z.literal('secret-task-holds-files') }),
  z.strictObject({ kind: z.literal('part-after-deadline') }),
  z.strictObject({ kind: z.literal('product-missing') }),
  z.strictObject({ kind: z.literal('day-not-possible') }),
  z.strictObject({ kind: z.literal('reason-missing') }),
  z.strictObject({ kind: z.literal('place-missing') }),
  z.strictObject({ kind: z.literal('agency-has-desk') }),
  z.strictObject({ kind: z.literal('same-officer') }),
  z.strictObject({ kind: z.literal('already-done') }),
  z.strictObject({ kind: z.literal('plan-changed') }),
  z.strictObject({ kind: z.literal('rows-with-problems'), count: z.int() }),
  z.strictObject({ kind: z.literal('copy-is-out'), copy: z.string() }),
])
export type Refusal = z.infer<typeof Refusal>

export const Verdict = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accepted'), events: z.array(Event) }),
  z.strictObject({ kind: z.literal('held'), reason: HeldReason, events: z.array(Event) }),
  z.strictObject({ kind: z.literal('refused'), reason: Refusal }),
])
export type Verdict = z.infer<typeof Verdict>

export const accepted = (...events: Event[]): Verdict => ({ kind: 'accepted', events })
export const refused = (reason: Refusal): Verdict => ({ kind: 'refused', reason })
export const eventsOf = (verdict: Verdict): Event[] => (verdict.kind === 'refused' ? [] : verdict.events)

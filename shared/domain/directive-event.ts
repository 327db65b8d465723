import { z } from 'zod'
import { directiveFacts } from './directive.ts'
import { AgencyId, DirectiveId, Hash, PersonId } from './id.ts'

/** What acts about directives made true; see event.ts. */

const byOf = { directive: DirectiveId, by: PersonId }

export const directiveEvents = [
  z.strictObject({
    kind: z.literal('directive-drafted'),
    ...byOf,
    ...directiveFacts,
    files: z.array(Hash),
  }),
  z.strictObject({ kind: z.literal('directive-published'), ...byOf }),
  z.strictObject({
    kind: z.literal('directive-amended'),
    ...byOf,
    ...directiveFacts,
    files: z.array(Hash),
    noteCommit: Hash,
  }),
  z.strictObject({
    kind: z.literal('directive-withdrawn'),
    ...byOf,
    replacedBy: DirectiveId.nullable(),
    noteCommit: Hash,
  }),
  /** A task of it was assigned: these agencies' desks read it from now on. */
  z.strictObject({
    kind: z.literal('directive-opened'),
    directive: DirectiveId,
    agencies: z.array(AgencyId),
  }),
] as const

export type DirectiveEvent = z.infer<(typeof directiveEvents)[number]>

const kinds: ReadonlySet<string> = new Set(directiveEvents.map(({ shape }) => shape.kind.value))

export const isDirectiveEvent = <T extends { kind: string }>(event: T): event is Extract<T, DirectiveEvent> =>
  kinds.has(event.kind)

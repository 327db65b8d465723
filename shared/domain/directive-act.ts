import { z } from 'zod'
import { directiveFacts } from './directive.ts'
import { DirectiveId, Hash } from './id.ts'

/** What the Office does with the library of directives; `noteCommit` opens to the words of the act. */

const ofDirective = { directive: DirectiveId }

export const directiveBodies = {
  /** `contentHash` opens to the canonical JSON of a DirectiveContent. Again to replace the draft. */
  'draft-directive': z.strictObject({ ...ofDirective, ...directiveFacts }),
  'publish-directive': z.strictObject({ ...ofDirective, directiveHash: Hash }),
  'amend-directive': z.strictObject({ ...ofDirective, ...directiveFacts, noteCommit: Hash }),
  /** Of a draft too: it is dropped. `replacedBy`: the paper that stands in its stead. */
  'withdraw-directive': z.strictObject({
    ...ofDirective,
    replacedBy: DirectiveId.nullable(),
    noteCommit: Hash,
  }),
} as const

export const directiveDeliveries: Readonly<Record<keyof typeof directiveBodies, 'online-only'>> = {
  'draft-directive': 'online-only',
  'publish-directive': 'online-only',
  'amend-directive': 'online-only',
  'withdraw-directive': 'online-only',
}

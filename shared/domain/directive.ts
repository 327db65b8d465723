import { z } from 'zod'
import { utf8 } from '../lib/bytes.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { sha256Hex } from '../lib/sha256.ts'
import { foldText } from '../lib/text.ts'
import { BallotDocument } from './ballot.ts'
import { ActId, AgencyId, DayField, DirectiveId, Hash, InstantField, PersonId, textField } from './id.ts'
import { SecurityMark, type SourceKind } from './task.ts'

/**
 * A paper by which the Government or its head directs: an instruction, a telegram, a resolution, a conclusion notice. The
 * Office keeps the library of them; tasks come from them (T1). Words and files are behind a hash, as those of an agenda item.
 */

export const DirectiveType = z.enum([
  'instruction',
  'telegram',
  'resolution',
  'decision',
  'conclusion',
  'letter',
  'other',
])
export type DirectiveType = z.infer<typeof DirectiveType>

const hasUniqueIds = (list: readonly { id: string }[]) =>
  new Set(list.map(({ id }) => id)).size === list.length

export const DirectiveContent = z.strictObject({
  abstract: textField(1000, 0),
  /** As it stands at the head of the paper: "Thủ tướng Chính phủ". */
  issuer: textField(200, 0),
  /** Post, and name where it is wanted, of who signed. */
  signer: textField(200, 0),
  documents: z.array(BallotDocument).max(50).refine(hasUniqueIds, 'two documents with one id'),
})
export type DirectiveContent = z.infer<typeof DirectiveContent>

const DirectiveState = z.enum(['draft', 'published', 'withdrawn'])

const said = { act: ActId, n: z.int().min(0), at: InstantField, by: PersonId }

/** What is entered of the paper, beside its words. */
export const directiveFacts = {
  contentHash: Hash,
  type: DirectiveType,
  number: textField(100, 0),
  date: DayField.nullable(),
  /** D3: of a secret one the number is all that enters. */
  security: SecurityMark,
  /** Every agency's desk reads it; else those that have a task of it. */
  isForAll: z.boolean(),
}

export const Directive = z.strictObject({
  kind: z.literal('directive'),
  id: DirectiveId,
  ...directiveFacts,
  phase: z.strictObject({ state: DirectiveState, at: InstantField, by: PersonId }),
  /** As its readers were given it, oldest first; `noteCommit` opens to why it was changed, null of the first. */
  versions: z.array(z.strictObject({ ...said, hash: Hash, noteCommit: Hash.nullable() })),
  /** Whose desks were given a task of it: they read it from then on. */
  agencies: z.array(AgencyId),
  withdrawn: z.strictObject({ ...said, noteCommit: Hash, replacedBy: DirectiveId.nullable() }).nullable(),
  /** Of every version (D1). */
  files: z.array(Hash),
})
export type Directive = z.infer<typeof Directive>

export const directiveKey = (id: DirectiveId): string => `directive/${id}`

/** What kind of source a task of it names. */
export const sourceKindOf = (type: DirectiveType): SourceKind =>
  type === 'resolution' || type === 'conclusion' ? type : 'directive'

/** Numbers begin anew with each year; where a day is not known, the number tells. */
export function isSamePaper(one: Numbered, other: Numbered): boolean {
  const number = foldText(one.number.trim())
  const isSameYear =
    one.date === null || other.date === null || one.date.slice(0, 4) === other.date.slice(0, 4)
  return number !== '' && number === foldText(other.number.trim()) && isSameYear
}

type Numbered = Pick<Directive, 'number' | 'date'>

/** Everything that is published with one tap, in one name: what was changed meanwhile is not published unread. */
export function directiveHash(directive: Pick<Directive, keyof typeof directiveFacts>): Hash {
  const { contentHash, type, number, date, security, isForAll } = directive
  const named = { contentHash, type, number, date, security, isForAll }
  return Hash.parse(sha256Hex(utf8(canonicalJson(named))))
}

export function hashesOfDirective({ contentHash, versions, withdrawn }: Directive): Hash[] {
  const notes = [...versions, withdrawn].flatMap((one) => one?.noteCommit ?? [])
  return [...new Set([contentHash, ...versions.map(({ hash }) => hash), ...notes])]
}

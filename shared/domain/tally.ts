import { z } from 'zod'
import { ActId, AlternativeId, BallotId, Hash, InstantField, IssueId, PersonId } from './id.ts'
import type { Settings } from './settings.ts'

/**
 * Counting one issue (G2, B5, B8-B10, B12). Pure arithmetic over one entry a member: who may be counted how has been
 * settled before; here explicit and deemed consent are never added up without being shown apart.
 */

export const TallyEntry = z.discriminatedUnion('kind', [
  /** An answer to the version being counted, or one that two officers let count (`late`). */
  z.strictObject({ kind: z.literal('agree'), late: z.boolean() }),
  z.strictObject({ kind: z.literal('disagree'), late: z.boolean(), former: z.boolean() }),
  z.strictObject({ kind: z.literal('other'), late: z.boolean(), former: z.boolean() }),
  z.strictObject({ kind: z.literal('alternatives'), chosen: z.array(AlternativeId), late: z.boolean() }),
  /** Silent and reached; `ruled` where two officers made it so. */
  z.strictObject({ kind: z.literal('deemed'), ruled: z.boolean() }),
  z.strictObject({ kind: z.literal('not-reached') }),
  /** In session silence is no consent (M6): nothing came, and it is not in favour. */
  z.strictObject({ kind: z.literal('not-voted') }),
  z.strictObject({
    kind: z.literal('held'),
    /** `not-asked`: the member answered a former version, which did not hold this issue in this form. */
    why: z.enum(['late', 'conflict', 'former-agree', 'not-asked', 'device-revoked']),
  }),
])
export type TallyEntry = z.infer<typeof TallyEntry>

const TallyResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('adopted') }),
  z.strictObject({ kind: z.literal('not-adopted') }),
  z.strictObject({ kind: z.literal('undecided') }),
  z.strictObject({ kind: z.literal('alternative-adopted'), alternative: AlternativeId }),
])

export const IssueTally = z.strictObject({
  issue: IssueId,
  entries: z.array(z.strictObject({ person: PersonId, act: ActId.nullable(), entry: TallyEntry })),
  explicit: z.int(),
  deemed: z.int(),
  against: z.int(),
  other: z.int(),
  notReached: z.int(),
  held: z.int(),
  inFavour: z.int(),
  byOption: z.record(AlternativeId, z.int()),
  result: TallyResult,
  /** Which sentence of G2 decided. */
  rule: z.enum([
    'majority',
    'minority',
    'prime-minister',
    'tie-without-prime-minister',
    'alternative',
    'no-alternative',
  ]),
})
export type IssueTally = z.infer<typeof IssueTally>

/** One count; a ruling or a late arrival makes another, and says which silences it replaces (B9). */
export const TallyRound = z.strictObject({
  n: z.int(),
  at: InstantField,
  versionHash: Hash,
  members: z.int(),
  issues: z.array(IssueTally),
  replaces: z.array(PersonId),
})
export type TallyRound = z.infer<typeof TallyRound>

export const Tally = z.strictObject({
  kind: z.literal('tally'),
  ballot: BallotId,
  rounds: z.array(TallyRound).min(1),
})
export type Tally = z.infer<typeof Tally>

type Member = { person: PersonId; act: ActId | null; entry: TallyEntry }

export function tallyIssue(input: {
  issue: IssueId
  /** Null for an opinion issue. */
  alternatives: readonly AlternativeId[] | null
  entries: readonly Member[]
  primeMinister: PersonId | null
  settings: Pick<Settings, 'deemed' | 'other' | 'formerAgree'>
}): IssueTally {
  const { issue, alternatives, entries, primeMinister, settings } = input
  const count = (test: (entry: TallyEntry) => boolean) => entries.filter(({ entry }) => test(entry)).length
  const explicit = count((e) => e.kind === 'agree' || e.kind === 'alternatives')
  const deemed = count((e) => e.kind === 'deemed')
  const other = count((e) => e.kind === 'other')
  const former =
    settings.formerAgree === 'in-favour' ? count((e) => e.kind === 'held' && e.why === 'former-agree') : 0
  const inFavour =
    alternatives !== null
      ? 0
      : explicit +
        former +
        (settings.deemed === 'in-favour' ? deemed : 0) +
        (settings.other === 'in-favour' ? other : 0)
  const byOption: Record<AlternativeId, number> = {}
  for (const id of alternatives ?? []) {
    byOption[id] = count((e) => e.kind === 'alternatives' && e.chosen.includes(id))
  }
  return {
    issue,
    entries: [...entries],
    explicit,
    deemed,
    against: count((e) => e.kind === 'disagree'),
    other,
    notReached: count((e) => e.kind === 'not-reached'),
    held: count((e) => e.kind === 'held'),
    inFavour,
    byOption,
    ...(alternatives === null
      ? decideOpinion(inFavour, entries, primeMinister)
      : decideAlternatives(byOption, alternatives, entries.length)),
  }
}

function decideOpinion(
  inFavour: number,
  entries: readonly Member[],
  primeMinister: PersonId | null,
): Pick<IssueTally, 'result' | 'rule'> {
  const n = entries.length
  if (2 * inFavour > n) return { result: { kind: 'adopted' }, rule: 'majority' }
  if (2 * inFavour < n || n === 0) return { result: { kind: 'not-adopted' }, rule: 'minority' }
  // Deemed consent is no side: only what the Prime Minister signed breaks a tie.
  const side = entries.find(({ person }) => person === primeMinister)?.entry.kind
  if (side === 'agree') return { result: { kind: 'adopted' }, rule: 'prime-minister' }
  if (side === 'disagree') return { result: { kind: 'not-adopted' }, rule: 'prime-minister' }
  return { result: { kind: 'undecided' }, rule: 'tie-without-prime-minister' }
}

function decideAlternatives(
  byOption: Readonly<Record<AlternativeId, number>>,
  alternatives: readonly AlternativeId[],
  n: number,
): Pick<IssueTally, 'result' | 'rule'> {
  const above = alternatives.filter((id) => 2 * (byOption[id] ?? 0) > n)
  const [only] = above
  return only !== undefined && above.length === 1
    ? { result: { kind: 'alternative-adopted', alternative: only }, rule: 'alternative' }
    : { result: { kind: 'undecided' }, rule: 'no-alternative' }
}

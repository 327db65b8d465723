import { z } from 'zod'
import {
  ActId,
  AgencyId,
  AlternativeId,
  BallotId,
  DayField,
  DocumentId,
  Hash,
  InstantField,
  IssueId,
  PersonId,
  textField,
} from './id.ts'
import { MatterSource } from './matter-source.ts'

/**
 * What a ballot is. Its words (title, summary, issues) are a `BallotContent`, named by the SHA-256 of its canonical JSON;
 * the `Ballot` itself holds only that name, so that neither ledger nor register is a second copy of the dossier (B5, D1).
 */

const Alternative = z.strictObject({ id: AlternativeId, label: textField(500) })

export const IssueForm = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opinion') }),
  z.strictObject({
    kind: z.literal('alternatives'),
    alternatives: z.array(Alternative).min(2).max(20),
    /** How many may be chosen. */
    atMost: z.int().min(1).max(20),
  }),
])
export type IssueForm = z.infer<typeof IssueForm>

export const Issue = z.strictObject({ id: IssueId, question: textField(2000), form: IssueForm })
export type Issue = z.infer<typeof Issue>

export const DocumentKind = z.enum(['submission', 'draft', 'appraisal', 'summary', 'other'])
export type DocumentKind = z.infer<typeof DocumentKind>

export const BallotDocument = z.strictObject({
  id: DocumentId,
  title: textField(300),
  kind: DocumentKind,
  /** SHA-256 of the file's bytes: the version's name (D1). */
  hash: Hash,
  size: z.int().min(1),
  pages: z.int().min(1),
})
export type BallotDocument = z.infer<typeof BallotDocument>

const hasUniqueIds = (list: readonly { id: string }[]) => new Set(list.map((x) => x.id)).size === list.length

export const BallotContent = z.strictObject({
  title: textField(300),
  /** Why the Government's opinion is asked. */
  reason: textField(2000, 0),
  summary: textField(8000, 0),
  /** The Office's advice to members. */
  advice: textField(4000, 0),
  issues: z
    .array(Issue)
    .min(1)
    .max(30)
    .refine(hasUniqueIds, 'two issues with one id')
    .refine(
      (issues) =>
        issues.every((issue) => issue.form.kind === 'opinion' || hasUniqueIds(issue.form.alternatives)),
      'two alternatives with one id',
    ),
  documents: z.array(BallotDocument).max(200).refine(hasUniqueIds, 'two documents with one id'),
  /** M10: the item of a meeting whose draft is sent round. */
  source: MatterSource.optional(),
})
export type BallotContent = z.infer<typeof BallotContent>

export const BallotVersion = z.strictObject({
  no: z.int().min(1),
  /** SHA-256 of the content's canonical JSON: what an answer names. */
  hash: Hash,
  at: InstantField,
  by: PersonId,
  /** Why it was amended; empty for the first. */
  reason: textField(1000, 0),
})
export type BallotVersion = z.infer<typeof BallotVersion>

export const BallotPhase = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('draft') }),
  z.strictObject({ state: z.literal('submitted'), by: PersonId, at: InstantField }),
  z.strictObject({ state: z.literal('returned'), by: PersonId, at: InstantField, reason: textField(1000) }),
  z.strictObject({ state: z.literal('issued') }),
  /** The server was down before the deadline: the head of office extends or closes (B8). */
  z.strictObject({ state: z.literal('closing-waits'), downFrom: InstantField, downTo: InstantField }),
  z.strictObject({
    state: z.literal('closed'),
    at: InstantField,
    /** Null: by the server, at the deadline. */
    by: PersonId.nullable(),
    reason: textField(1000, 0),
  }),
  z.strictObject({ state: z.literal('recalled'), by: PersonId, at: InstantField, reason: textField(1000) }),
])
export type BallotPhase = z.infer<typeof BallotPhase>
export type BallotState = BallotPhase['state']

/** What came of a closed ballot (B4). */
const BallotOutcome = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('resolved'),
    /** Number and day of the resolution. */
    number: textField(100),
    date: DayField,
    by: PersonId,
    at: InstantField,
  }),
  z.strictObject({ kind: z.literal('to-meeting'), by: PersonId, at: InstantField }),
])
export const Ballot = z.strictObject({
  kind: z.literal('ballot'),
  id: BallotId,
  /** `NNNN/PLYK/YYYY`, given at issue (B1). */
  number: z.string().nullable(),
  leadAgency: AgencyId,
  createdBy: PersonId,
  /** Secretaries who prepare it: need-to-know (D2). */
  handlers: z.array(PersonId).min(1).max(20),
  phase: BallotPhase,
  /** The content being prepared: of the first version until issue, of none afterwards. */
  draft: z.strictObject({ hash: Hash, windowReason: textField(1000, 0) }).nullable(),
  versions: z.array(BallotVersion),
  deadlineAt: InstantField,
  /** Every earlier deadline, oldest first. */
  deadlines: z.array(
    z.strictObject({
      deadlineAt: InstantField,
      setAt: InstantField,
      by: PersonId,
      reason: textField(1000, 0),
    }),
  ),
  outcome: BallotOutcome.optional(),
  /** Hashes of every file that any version holds or held: who reads the ballot reads these. */
  files: z.array(Hash),
})
export type Ballot = z.infer<typeof Ballot>

/** The open states: what can still be recalled (B4). */
export const openStates: ReadonlySet<BallotState> = new Set([
  'draft',
  'submitted',
  'returned',
  'issued',
  'closing-waits',
])

export const currentVersion = (ballot: Ballot): BallotVersion | undefined => ballot.versions.at(-1)

export const hasBeenIssued = (ballot: Ballot): boolean => ballot.versions.length > 0

/** One issue's answer as it is signed: two commitments, both always there (trust.md, "Answer"). */
export const SealedAnswer = z.strictObject({ issue: IssueId, choiceCommit: Hash, textCommit: Hash })
export type SealedAnswer = z.infer<typeof SealedAnswer>

/** The act that a record speaks of. */
export const Mark = z.strictObject({ act: ActId, n: z.int().min(0), at: InstantField })
export type Mark = z.infer<typeof Mark>

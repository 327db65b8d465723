import { z } from 'zod'
import type { Instant } from '../lib/time.ts'
import { HeldReason, Ruling } from './answer.ts'
import { Mark, SealedAnswer } from './ballot.ts'
import { Device } from './device.ts'
import { directiveEvents } from './directive-event.ts'
import { ComparedFacts, ProcessedFacts } from './document.ts'
import { ActId, AgencyId, BallotId, DayField, DeviceId, Hash, InstantField, IssueId, PersonId } from './id.ts'
import { meetingEvents } from './meeting-event.ts'
import { LogicalDocument } from './note-layer.ts'
import { PastPapersFacts } from './past-papers.ts'
import { Agency, Person } from './people.ts'
import { PointOutcome } from './point.ts'
import { Proposal, ProposalBody } from './proposal.ts'
import { sessionEvents } from './session-event.ts'
import { SettingsHistory } from './settings.ts'
import { IssueTally } from './tally.ts'
import { taskEvents } from './task-event.ts'
import { unitEvents } from './unit-event.ts'

/**
 * What a verdict made true. Events stand in the ledger's leaf beside the act, and entities are nothing but events applied
 * in order (apply.ts): so anyone who holds the leaves can make the rows again and compare.
 */

const ofBallot = { ballot: BallotId }
const ofMember = { ballot: BallotId, person: PersonId }

export const Event = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person-set'), person: Person }),
  z.strictObject({ kind: z.literal('agency-set'), agency: Agency }),
  /** Closed: `into` does its work from a day on. `merge` is the act. */
  z.strictObject({
    kind: z.literal('agency-merged'),
    agency: AgencyId,
    into: AgencyId,
    from: DayField,
    by: PersonId,
    merge: ActId,
  }),
  z.strictObject({ kind: z.literal('settings-set'), settings: SettingsHistory }),
  /** A person's scopes changed with an appointment's day (access). */
  z.strictObject({
    kind: z.literal('access-changed'),
    person: PersonId,
    gained: z.array(z.string()),
    lost: z.array(z.string()),
  }),

  z.strictObject({
    kind: z.literal('code-handed-out'),
    person: PersonId,
    by: PersonId,
    expiresAt: InstantField,
  }),
  z.strictObject({ kind: z.literal('device-asked'), device: Device }),
  z.strictObject({ kind: z.literal('device-enrolled'), device: DeviceId }),
  z.strictObject({
    kind: z.literal('device-revoked'),
    device: DeviceId,
    reason: z.string(),
    wipe: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('device-wiped'), device: DeviceId }),

  z.strictObject({
    kind: z.literal('ballot-drafted'),
    ...ofBallot,
    by: PersonId,
    contentHash: Hash,
    leadAgency: AgencyId,
    handlers: z.array(PersonId),
    deadlineAt: InstantField,
    windowReason: z.string(),
    files: z.array(Hash),
  }),
  z.strictObject({ kind: z.literal('ballot-submitted'), ...ofBallot, by: PersonId }),
  z.strictObject({ kind: z.literal('ballot-returned'), ...ofBallot, by: PersonId, reason: z.string() }),
  z.strictObject({
    kind: z.literal('ballot-issued'),
    ...ofBallot,
    by: PersonId,
    year: z.int(),
    serial: z.int().min(1),
    contentHash: Hash,
  }),
  z.strictObject({
    kind: z.literal('ballot-amended'),
    ...ofBallot,
    by: PersonId,
    contentHash: Hash,
    files: z.array(Hash),
    deadlineAt: InstantField,
    reason: z.string(),
  }),
  z.strictObject({
    kind: z.literal('deadline-extended'),
    ...ofBallot,
    by: PersonId,
    deadlineAt: InstantField,
    reason: z.string(),
  }),
  z.strictObject({ kind: z.literal('ballot-recalled'), ...ofBallot, by: PersonId, reason: z.string() }),
  z.strictObject({
    kind: z.literal('closing-held'),
    ...ofBallot,
    downFrom: InstantField,
    downTo: InstantField,
  }),
  z.strictObject({
    kind: z.literal('ballot-closed'),
    ...ofBallot,
    by: PersonId.nullable(),
    reason: z.string(),
  }),

  z.strictObject({
    kind: z.literal('ballot-resolved'),
    ...ofBallot,
    by: PersonId,
    number: z.string(),
    date: DayField,
  }),
  z.strictObject({ kind: z.literal('ballot-sent-to-meeting'), ...ofBallot, by: PersonId }),

  z.strictObject({ kind: z.literal('delivered'), ...ofMember, versionHash: Hash }),
  z.strictObject({ kind: z.literal('opened'), ...ofMember, versionHash: Hash }),
  z.strictObject({ kind: z.literal('documents-opened'), ...ofMember, files: z.array(Hash) }),
  z.strictObject({
    kind: z.literal('answered'),
    ...ofMember,
    device: DeviceId,
    castAt: InstantField,
    prev: z.array(ActId),
    versionHash: Hash,
    answers: z.array(SealedAnswer),
    heads: z.array(ActId),
    standing: z.enum(['silent', 'answered', 'conflict', 'former', 'held']),
    held: HeldReason.nullable(),
  }),
  /** Held as late while closing waited, in time after the extension. */
  z.strictObject({
    kind: z.literal('late-admitted'),
    ...ofMember,
    acts: z.array(ActId),
    heads: z.array(ActId),
    standing: z.enum(['silent', 'answered', 'conflict', 'former', 'held']),
  }),
  /** B8: an entry of its own for each silent member, with the evidence. */
  z.strictObject({
    kind: z.literal('deemed-to-agree'),
    ...ofMember,
    delivered: Mark,
    opened: Mark.nullable(),
  }),
  z.strictObject({
    kind: z.literal('not-reached'),
    ...ofMember,
    why: z.enum(['not-delivered', 'successor']),
  }),
  z.strictObject({
    kind: z.literal('tallied'),
    ...ofBallot,
    versionHash: Hash,
    members: z.int(),
    issues: z.array(IssueTally),
    replaces: z.array(PersonId),
  }),

  /** B15: without the name of whoever raised the point, since the agency's desk reads the leaf of its own act. */
  z.strictObject({
    kind: z.literal('point-responded'),
    ...ofBallot,
    issue: IssueId,
    point: Hash,
    by: PersonId,
    outcome: PointOutcome,
    noteCommit: Hash,
    placeCommit: Hash,
  }),

  z.strictObject({ kind: z.literal('proposed'), proposal: Proposal.omit({ confirmed: true }) }),
  z.strictObject({ kind: z.literal('confirmed'), proposal: ActId, body: ProposalBody, by: PersonId }),
  z.strictObject({ kind: z.literal('ruled'), ...ofMember, ruling: Ruling.omit({ n: true }) }),

  /** `removed`: who could read it until now, and no longer. */
  z.strictObject({
    kind: z.literal('layer-shared'),
    document: LogicalDocument,
    ballot: BallotId,
    person: PersonId,
    readers: z.array(PersonId),
    removed: z.array(PersonId),
  }),

  /** The server's own work on an uploaded file, and on two versions of one (document.ts). */
  ProcessedFacts.extend({ kind: z.literal('document-processed') }),
  ComparedFacts.extend({ kind: z.literal('document-compared') }),

  /** Before its files were kept here. */
  PastPapersFacts.extend({ kind: z.literal('past-papers-recorded') }),

  ...meetingEvents,
  ...sessionEvents,
  ...taskEvents,
  /** T8: what it puts into the register follows in entries of the server's own, a few tasks of one agency each. */
  z.strictObject({
    kind: z.literal('tasks-imported'),
    import: ActId,
    by: PersonId,
    file: Hash,
    planHash: Hash,
    rows: z.int().min(1),
    assign: z.boolean(),
  }),
  ...directiveEvents,
  ...unitEvents,

  /** A restored server begins a new epoch (trust.md, "Restore is declared"). */
  z.strictObject({
    kind: z.literal('epoch-began'),
    epoch: z.int().min(1),
    size: z.int().min(0),
    root: Hash,
    keptTo: InstantField,
    reason: z.string(),
    by: z.tuple([PersonId, PersonId]),
  }),
  z.strictObject({
    kind: z.literal('restore-ended'),
    epoch: z.int().min(1),
    missing: z.int().min(0),
    reason: z.string(),
    by: z.tuple([PersonId, PersonId]),
  }),
])
export type Event = z.infer<typeof Event>

/** Where in the ledger an event stands. `act` is the act's id, or the server entry's. */
export type Standpoint = { n: number; at: Instant; act: ActId }

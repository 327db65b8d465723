import { z } from 'zod'
import { agencyBodies, agencyDeliveries } from './agency-act.ts'
import { SealedAnswer } from './ballot.ts'
import { directiveBodies, directiveDeliveries } from './directive-act.ts'
import {
  ActId,
  AgencyId,
  BallotId,
  DayField,
  DeviceId,
  DocumentId,
  Hash,
  InstantField,
  IssueId,
  PersonId,
  textField,
} from './id.ts'
import { meetingBodies, meetingDeliveries } from './meeting-act.ts'
import { mostOpenedAtOnce } from './opened-documents.ts'
import { PointOutcome } from './point.ts'
import { ProposalBody } from './proposal.ts'
import { sessionBodies, sessionDeliveries } from './session-act.ts'
import { taskBodies, taskDeliveries } from './task-act.ts'
import { importBodies, importDeliveries } from './task-import.ts'
import { unitBodies, unitDeliveries } from './unit-act.ts'
import { UnitCosts } from './unit-costs.ts'
import { UrgingRule } from './urging.ts'

/** Everything anybody does: signed on the device, decided once, written down (architecture.md, trust.md "Act"). */

/** The newest checkpoint the device had verified: proves "not before". */
export const Anchor = z.strictObject({ epoch: z.int().min(0), size: z.int().min(0), root: Hash })
export type Anchor = z.infer<typeof Anchor>

const reason = textField(1000)

export const bodyByKind = {
  'answer-ballot': z.strictObject({
    ballot: BallotId,
    versionHash: Hash,
    answers: z.array(SealedAnswer).min(1).max(30),
  }),
  'mark-delivered': z.strictObject({ ballot: BallotId, versionHash: Hash }),
  'mark-opened': z.strictObject({ ballot: BallotId, versionHash: Hash }),
  /** Files of the ballot that were opened on this device since the last such act. */
  'mark-documents-opened': z.strictObject({
    ballot: BallotId,
    files: z
      .array(Hash)
      .min(1)
      .max(mostOpenedAtOnce)
      .refine((files) => new Set(files).size === files.length, 'a file named twice'),
  }),
  /** `contentHash` opens to the canonical JSON of a BallotContent. Repeating it replaces the draft. */
  'draft-ballot': z.strictObject({
    ballot: BallotId,
    contentHash: Hash,
    leadAgency: AgencyId,
    handlers: z.array(PersonId).min(1).max(20),
    deadlineAt: InstantField,
    windowReason: textField(1000, 0),
  }),
  'submit-ballot': z.strictObject({ ballot: BallotId, contentHash: Hash }),
  'return-ballot': z.strictObject({ ballot: BallotId, reason }),
  'issue-ballot': z.strictObject({ ballot: BallotId, contentHash: Hash }),
  'amend-ballot': z.strictObject({ ballot: BallotId, contentHash: Hash, deadlineAt: InstantField, reason }),
  'extend-ballot': z.strictObject({ ballot: BallotId, deadlineAt: InstantField, reason }),
  'recall-ballot': z.strictObject({ ballot: BallotId, reason }),
  'close-ballot': z.strictObject({ ballot: BallotId, reason }),
  /** B4: what came of it: a resolution by its number and day, or a meeting. Which meeting stands in the item alone (D2). */
  'resolve-ballot': z.strictObject({ ballot: BallotId, number: textField(100), date: DayField }),
  'send-ballot-to-meeting': z.strictObject({ ballot: BallotId }),
  /** B15: `point` is the commitment to its words, `replaces` the last response to it that was read. */
  'respond-to-point': z.strictObject({
    ballot: BallotId,
    issue: IssueId,
    point: Hash,
    outcome: PointOutcome,
    replaces: ActId.nullable(),
    noteCommit: Hash,
    placeCommit: Hash,
  }),
  propose: z.strictObject({ proposal: ProposalBody }),
  confirm: z.strictObject({ proposal: ActId }),
  'revoke-device': z.strictObject({ device: DeviceId, reason: textField(500), wipe: z.boolean() }),
  /** Who may read the layer of notes that its author shares on a document; the whole list each time, empty for nobody. */
  'share-layer': z.strictObject({
    ballot: BallotId,
    document: DocumentId,
    readers: z.array(PersonId).max(60),
  }),
  /** T6: by which rule agencies are urged, from the next day on. */
  'set-urging': z.strictObject({ rule: UrgingRule }),
  /** What paper would have cost, from a day on. */
  'set-unit-costs': z.strictObject({ from: DayField, costs: UnitCosts }),
  /** The last word of a device that has destroyed what it held. */
  'report-wiped': z.strictObject({}),
  ...meetingBodies,
  ...sessionBodies,
  ...taskBodies,
  ...importBodies,
  ...directiveBodies,
  ...unitBodies,
  ...agencyBodies,
} as const

export type ActKind = keyof typeof bodyByKind
export type BodyOf<K extends ActKind> = z.infer<(typeof bodyByKind)[K]>

export const actKinds = Object.keys(bodyByKind) as ActKind[]

/** O9: what may wait on the tablet, and what needs the server at that moment. */
export const deliveryByKind: Readonly<Record<ActKind, 'queue' | 'online-only'>> = {
  'answer-ballot': 'queue',
  'mark-delivered': 'queue',
  'mark-opened': 'queue',
  'mark-documents-opened': 'queue',
  'draft-ballot': 'online-only',
  'submit-ballot': 'online-only',
  'return-ballot': 'online-only',
  'issue-ballot': 'online-only',
  'amend-ballot': 'online-only',
  'extend-ballot': 'online-only',
  'recall-ballot': 'online-only',
  'close-ballot': 'online-only',
  'resolve-ballot': 'online-only',
  'send-ballot-to-meeting': 'online-only',
  'respond-to-point': 'online-only',
  propose: 'online-only',
  confirm: 'online-only',
  'revoke-device': 'online-only',
  'share-layer': 'queue',
  'set-urging': 'online-only',
  'set-unit-costs': 'online-only',
  'report-wiped': 'queue',
  ...meetingDeliveries,
  ...sessionDeliveries,
  ...taskDeliveries,
  ...importDeliveries,
  ...directiveDeliveries,
  ...unitDeliveries,
  ...agencyDeliveries,
}

const actOf = <K extends ActKind>(kind: K) =>
  z.strictObject({
    v: z.literal(1),
    id: ActId,
    kind: z.literal(kind),
    person: PersonId,
    device: DeviceId,
    /** The acts that this one revises; both heads where it settles a conflict. */
    prev: z.array(ActId).max(16),
    castAt: InstantField,
    anchor: Anchor,
    body: bodyByKind[kind],
  })

export type ActOf<K extends ActKind> = {
  v: 1
  id: ActId
  kind: K
  person: PersonId
  device: DeviceId
  prev: ActId[]
  castAt: z.infer<typeof InstantField>
  anchor: Anchor
  body: BodyOf<K>
}

/** Discriminated on `kind`. */
export type Act = { [K in ActKind]: ActOf<K> }[ActKind]

const schemaByKind: Readonly<Record<string, z.ZodType | undefined>> = Object.fromEntries(
  actKinds.map((kind) => [kind, actOf(kind)]),
)

/** @returns the act, or null where the value is none: an unknown kind, a missing or surplus field, text that is not clean. */
export function parseAct(value: unknown): Act | null {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : null
  const schema =
    typeof kind === 'string' && Object.hasOwn(schemaByKind, kind) ? schemaByKind[kind] : undefined
  const parsed = schema?.safeParse(value)
  return parsed?.success ? (parsed.data as Act) : null
}

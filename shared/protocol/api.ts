import { z } from 'zod'
import { ProcessingFault } from '../domain/document.ts'
import { ActId, bytesField, DeviceId, Hash, InstantField, PersonId, textField } from '../domain/id.ts'

/** Requests and replies of the HTTP interface; docs/protocol.md tells the story of each. */

/** What a server presents once, at enrolment, and a device pins. */
export const ServerKeys = z.strictObject({
  ledgerId: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,60}$/),
  /** Ed25519, 32 bytes: checkpoints, receipts, orders. */
  ledgerKey: bytesField(32),
  /** P-256 point, 65 bytes: envelopes are sealed to it. */
  sealingKey: bytesField(65),
})
export type ServerKeys = z.infer<typeof ServerKeys>

export const SignIn = z.strictObject({
  account: z.string().min(1).max(100),
  password: z.string().min(1).max(1000),
})
export type SignIn = z.infer<typeof SignIn>

export const SessionInfo = z.strictObject({
  person: PersonId,
  /** Null after a sign-in by password, before this browser is an enrolled device. */
  device: DeviceId.nullable(),
  expiresAt: InstantField,
  now: InstantField,
})
export type SessionInfo = z.infer<typeof SessionInfo>

/** A device shows that it holds its key: it signs `sessionText(nonce, device)`. */
export const DeviceSignIn = z.strictObject({
  device: DeviceId,
  nonce: z.string().min(16).max(200),
  sig: bytesField(64),
})
export type DeviceSignIn = z.infer<typeof DeviceSignIn>

export const sessionText = (nonce: string, device: DeviceId): string =>
  `e-cabinet/session/1\n${device}\n${nonce}\n`

export const Challenge = z.strictObject({ nonce: z.string() })
export type Challenge = z.infer<typeof Challenge>

/** The one-time code is handed over by the Office; `sig` signs `enrolmentText` with the new key. */
export const EnrolDevice = z.strictObject({
  code: z.string().min(4).max(40),
  device: DeviceId,
  label: textField(80),
  publicKey: bytesField(65),
  sig: bytesField(64),
})
export type EnrolDevice = z.infer<typeof EnrolDevice>

export const enrolmentText = (device: DeviceId, publicKey: string): string =>
  `e-cabinet/enrol/1\n${device}\n${publicKey}\n`

export const EnrolledDevice = z.strictObject({
  state: z.enum(['active', 'pending']),
  keys: ServerKeys,
})
export type EnrolledDevice = z.infer<typeof EnrolledDevice>

export const CodeRequest = z.strictObject({ person: PersonId })
export const HandedCode = z.strictObject({ code: z.string(), expiresAt: InstantField })
export type HandedCode = z.infer<typeof HandedCode>

export const ActsRequest = z.strictObject({
  acts: z
    .array(z.strictObject({ id: ActId, sealed: z.string().max(800_000) }))
    .min(1)
    .max(50),
})
export type ActsRequest = z.infer<typeof ActsRequest>

/** Rejected acts never entered the ledger: nothing proves it, and nothing ends them on the tablet. */
export const Rejection = z.enum([
  'malformed',
  'cannot-unseal',
  'bad-signature',
  'unknown-device',
  'id-taken',
  'too-large',
  'read-only',
  'too-many-refused',
])
export type Rejection = z.infer<typeof Rejection>

export const ActOutcome = z.discriminatedUnion('kind', [
  /** `leaf` and `proof` (C2SP tlog-proof) are the receipt. */
  z.strictObject({ kind: z.literal('recorded'), id: ActId, leaf: z.string(), proof: z.string() }),
  z.strictObject({ kind: z.literal('rejected'), id: ActId, reason: Rejection }),
])
export type ActOutcome = z.infer<typeof ActOutcome>

export const ActsReply = z.strictObject({ outcomes: z.array(ActOutcome) })
export type ActsReply = z.infer<typeof ActsReply>

/** `POST /api/uploads/{hash}/finish?as`: what the file is to be; a document where it is not said. */
export const FinishQuery = z.object({ as: z.enum(['document', 'workbook', 'attachment']).optional() })
export type UploadPurpose = 'document' | 'workbook' | 'attachment'

export const BeginUpload = z.strictObject({ hash: Hash, size: z.int().min(1) })
export type BeginUpload = z.infer<typeof BeginUpload>

/** `received` bytes are there already: go on from that offset. `ready` once intake has passed the file. */
export const UploadState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('receiving'), received: z.int().min(0), size: z.int().min(1) }),
  /** What is no PDF has 0 pages: a workbook, or what is attached to a report. */
  z.strictObject({ kind: z.literal('ready'), pages: z.int().min(0), size: z.int().min(1) }),
])
export type UploadState = z.infer<typeof UploadState>

/** `GET /api/uploads/{hash}/intake`: how far the server is with a file that has passed. A fault leaves the file readable. */
export const IntakeProgress = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('waiting') }),
  z.strictObject({
    state: z.literal('working'),
    step: z.enum(['pages', 'copy']),
    done: z.int().min(0),
    of: z.int().min(0),
  }),
  z.strictObject({ state: z.literal('done') }),
  z.strictObject({ state: z.literal('failed'), fault: ProcessingFault }),
])
export type IntakeProgress = z.infer<typeof IntakeProgress>

export const uploadMaxBytes = 100 * 1024 * 1024
export const uploadMaxPages = 2000
/** Documents travel and rest in pieces of this size. */
export const chunkBytes = 1024 * 1024

/** `PUT /api/uploads/{hash}?offset`: one piece, as `application/octet-stream`, of at most `chunkBytes`. */
export const WriteQuery = z.strictObject({
  offset: z.coerce.number().int().min(0).max(uploadMaxBytes),
})

/** `POST /api/tasks/{task}/files/{hash}`: the task holds the file now. */
export const TaskFileHere = z.strictObject({ kind: z.literal('here') })

/** Every error reply: `{error: {kind, ...facts}}`. Absent and forbidden are both `not-found`. */
export const ApiError = z.strictObject({ error: z.looseObject({ kind: z.string() }) })
export type ApiError = z.infer<typeof ApiError>

/** A signed note of the ledger's key: what the server orders a device to do. */
export const orderText = (order: 'wipe', device: DeviceId, at: number): string =>
  `e-cabinet/order/1\n${order}\n${device}\n${at}\n`
export const OrderReply = z.strictObject({ order: z.string().nullable() })
export type OrderReply = z.infer<typeof OrderReply>

/** `GET /api/ledger?from&limit`, for auditors: leaves from a number on, none beyond the checkpoint. */
export const LedgerQuery = z.strictObject({
  from: z.coerce.number().int().min(0),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
})
export const LedgerPage = z.strictObject({
  from: z.int().min(0),
  /** Exact texts of the leaves `from`, `from` + 1, ... */
  leaves: z.array(z.string()),
  checkpoint: z.string().nullable(),
})
export type LedgerPage = z.infer<typeof LedgerPage>

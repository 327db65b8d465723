import { z } from 'zod'
import type { Brand } from '../lib/brand.ts'
import { utf8 } from '../lib/bytes.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { sha256Hex } from '../lib/sha256.ts'
import type { DossierId } from './dossier.ts'
import { AgendaItemId, BallotId, type DocumentId, MeetingId, PersonId } from './id.ts'

/**
 * A document as a reader knows it, through all its versions: what a ballot or an agenda item calls by one document id. Notes
 * belong to it and not to a file, so that an amended file finds them (A4); the name tells nothing of dossier or document.
 */
export const LogicalDocument = z.string().regex(/^[0-9a-f]{32}$/) as unknown as z.ZodType<
  LogicalDocument,
  string
>
export type LogicalDocument = Brand<string, 'LogicalDocument'>

export const logicalDocument = (dossier: DossierId, document: DocumentId): LogicalDocument =>
  LogicalDocument.parse(sha256Hex(utf8(canonicalJson([dossier, document]))).slice(0, 32))

/** Whom an author lets read a layer of notes on a document (A2). */
export const Layer = z.strictObject({
  kind: z.literal('layer'),
  document: LogicalDocument,
  ballot: BallotId,
  person: PersonId,
  readers: z.array(PersonId).max(60),
})
export type Layer = z.infer<typeof Layer>

/** The same on a document of an agenda item; a row of its own, since other rows say who may read it. */
export const ItemLayer = z.strictObject({
  kind: z.literal('item-layer'),
  document: LogicalDocument,
  meeting: MeetingId,
  item: AgendaItemId,
  person: PersonId,
  readers: z.array(PersonId).max(60),
})
export type ItemLayer = z.infer<typeof ItemLayer>

export const itemLayerKey = (document: LogicalDocument, person: PersonId): string =>
  `item-layer/${document}/${person}`

export const layerKey = (document: LogicalDocument, person: PersonId): string => `layer/${document}/${person}`

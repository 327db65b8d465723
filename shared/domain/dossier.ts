import { z } from 'zod'
import type { Brand } from '../lib/brand.ts'
import { agendaItemKey } from './agenda-item.ts'
import { AgendaItemId, BallotId, MeetingId } from './id.ts'

/** An item of a meeting's agenda as one word: its row's key, which no id of a ballot can be. */
const ItemDossier = z
  .string()
  .regex(/^agenda-item\/[A-Za-z0-9_-]{1,64}\/[A-Za-z0-9_-]{1,64}$/) as unknown as z.ZodType<
  ItemDossier,
  string
>
export type ItemDossier = Brand<string, 'ItemDossier'>

/** What documents lie in together: whoever reads the ballot, or the item, reads all of them. */
export type DossierId = BallotId | ItemDossier

export const itemDossier = (meeting: MeetingId, item: AgendaItemId): ItemDossier =>
  ItemDossier.parse(agendaItemKey(meeting, item))

/** Null where it is a ballot's. */
export function itemOf(dossier: DossierId): { meeting: MeetingId; item: AgendaItemId } | null {
  const [kind, meeting, item] = dossier.split('/')
  if (kind !== 'agenda-item') return null
  return { meeting: MeetingId.parse(meeting), item: AgendaItemId.parse(item) }
}

export const ballotOf = (dossier: DossierId): BallotId | null => BallotId.safeParse(dossier).data ?? null

/** Out of an address; null where it names none. */
export const parseDossier = (text: string | null): DossierId | null =>
  BallotId.safeParse(text).data ?? ItemDossier.safeParse(text).data ?? null

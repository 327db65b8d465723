import { z } from 'zod'
import type { Brand } from '../lib/brand.ts'
import { agendaItemKey } from './agenda-item.ts'
import { directiveKey } from './directive.ts'
import { AgendaItemId, BallotId, DirectiveId, MeetingId } from './id.ts'

/** An item of a meeting's agenda as one word: its row's key, which no id of a ballot can be. */
const ItemDossier = z
  .string()
  .regex(/^agenda-item\/[A-Za-z0-9_-]{1,64}\/[A-Za-z0-9_-]{1,64}$/) as unknown as z.ZodType<
  ItemDossier,
  string
>
export type ItemDossier = Brand<string, 'ItemDossier'>

/** A directive of the library as one word, likewise. */
const DirectiveDossier = z.string().regex(/^directive\/[A-Za-z0-9_-]{1,64}$/) as unknown as z.ZodType<
  DirectiveDossier,
  string
>
export type DirectiveDossier = Brand<string, 'DirectiveDossier'>

/** What documents lie in together: whoever reads the ballot, the item, or the directive, reads all of them. */
export type DossierId = BallotId | ItemDossier | DirectiveDossier

export const itemDossier = (meeting: MeetingId, item: AgendaItemId): ItemDossier =>
  ItemDossier.parse(agendaItemKey(meeting, item))

export const directiveDossier = (directive: DirectiveId): DirectiveDossier =>
  DirectiveDossier.parse(directiveKey(directive))

/** Null where it is no item's. */
export function itemOf(dossier: DossierId): { meeting: MeetingId; item: AgendaItemId } | null {
  const [kind, meeting, item] = dossier.split('/')
  if (kind !== 'agenda-item') return null
  return { meeting: MeetingId.parse(meeting), item: AgendaItemId.parse(item) }
}

/** Null where it is no directive's. */
export function directiveOf(dossier: DossierId): DirectiveId | null {
  const [kind, id] = dossier.split('/')
  return kind === 'directive' ? DirectiveId.parse(id) : null
}

export const ballotOf = (dossier: DossierId): BallotId | null => BallotId.safeParse(dossier).data ?? null

/** Out of an address; null where it names none. */
export const parseDossier = (text: string | null): DossierId | null =>
  BallotId.safeParse(text).data ??
  ItemDossier.safeParse(text).data ??
  DirectiveDossier.safeParse(text).data ??
  null

import { utf8 } from '../lib/bytes.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { sha256Hex } from '../lib/sha256.ts'
import { standingItems } from './agenda-item.ts'
import type { EntityKey, EntityReader } from './entity.ts'
import { Hash, type MeetingId } from './id.ts'
import { itemSessionKey } from './item-session.ts'
import { voteTallyKey } from './vote.ts'

/**
 * What is signed with the conclusion of a meeting (M9): every item as it was sent with the conclusion that holds, whether it was
 * adopted in the block, its votes with their last count, and who was there from when to when. Whoever may conclude a meeting
 * holds all of it, so that their device and the server make the same hash or differ for a reason.
 */
export function conclusionsHash(reader: EntityReader, meeting: MeetingId): Hash {
  const items = standingItems(reader.list('agenda-item', `agenda-item/${meeting}/`))
    .filter(({ versions }) => versions.length > 0)
    .map(({ id, contentHash }) => {
      const row = reader.get('item-session', itemSessionKey(meeting, id))
      const votes = (row?.votes ?? []).map((vote) => {
        const rounds = reader.get('vote-tally', voteTallyKey({ meeting, item: id, vote }))?.rounds
        return { vote, count: rounds?.at(-1) ?? null }
      })
      return {
        ...{ id, contentHash, votes },
        conclusion: row?.conclusions.at(-1)?.contentHash ?? null,
        adoptedAt: row?.block?.adopted?.at ?? null,
      }
    })
  const attendance = reader
    .list('presence', `presence/${meeting}/`)
    .map(({ person, spans }) => ({ person, spans }))
    .sort((one, other) => (one.person < other.person ? -1 : 1))
  return Hash.parse(sha256Hex(utf8(canonicalJson({ items, attendance }))))
}

/** Rows that the hash is made of, beside the meeting's own. */
export const readsOfConclusions = (meeting: MeetingId): EntityKey[] =>
  ['agenda-item', 'item-session', 'vote-tally', 'presence'].map((kind) => `${kind}/${meeting}/`)

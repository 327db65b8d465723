/** What a room's name says about it. The gate decides who may enter; this decides what the room is. */
export type RoomKind = 'outbox' | 'notes' | 'live' | 'news'

const patterns: readonly { kind: RoomKind; segments: number; first: string }[] = [
  { kind: 'outbox', first: 'acts', segments: 3 },
  { kind: 'notes', first: 'notes', segments: 3 },
  { kind: 'notes', first: 'shared', segments: 3 },
  { kind: 'live', first: 'live', segments: 2 },
  { kind: 'news', first: 'news', segments: 2 },
]

const id = /^[A-Za-z0-9_-]{1,128}$/

/**
 * `acts/{device}/{random}`, `notes/{person}/{document}`, `shared/{document}/{person}`, `live/{meeting}`, `news/{device}`.
 * @returns null where the text names no room.
 */
export function roomKindOf(name: string): RoomKind | null {
  const [first, ...rest] = name.split('/')
  const pattern = patterns.find((one) => one.first === first && one.segments === rest.length + 1)
  return pattern && rest.every((part) => id.test(part)) ? pattern.kind : null
}

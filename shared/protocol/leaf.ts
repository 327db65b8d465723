import { z } from 'zod'
import { type Act, parseAct } from '../domain/act.ts'
import { Event, type Standpoint } from '../domain/event.ts'
import type { ActId } from '../domain/id.ts'
import { eventsOf, Verdict } from '../domain/verdict.ts'
import { parseLeaf } from '../ledger/entry.ts'
import { memoByText } from '../lib/memo.ts'
import { type Instant, instant } from '../lib/time.ts'

/**
 * A ledger leaf with its meaning: the act and its verdict, or the server's own entry. What came back after a restore is the
 * same thing at another number; `again` says where and when it stood before.
 */
export type Entry = { n: number; at: Instant; again: Again | null } & (
  | { kind: 'act'; act: Act; sig: string; verdict: Verdict }
  | { kind: 'server'; id: string; events: Event[] }
)

/** `at`: the hour of its first recording, which is the one that counts. */
type Again = { n: number; at: Instant; effect: boolean }

/** Leaves are shown, proven and replayed again and again, and their texts are long. */
const remembered = 500

export const parseEntry = memoByText(readEntry, remembered)

function readEntry(leafText: string): Entry | null {
  const leaf = parseLeaf(leafText)
  if (!leaf) return null
  const { n } = leaf
  const at = instant(leaf.at)
  if ('again' in leaf) {
    const before = readEntry(leaf.again.leaf)
    if (!before) return null
    const { effect } = leaf.again
    const hasEffect = effect && (before.again?.effect ?? true)
    return { ...before, n, at, again: { n: before.n, at: before.again?.at ?? before.at, effect: hasEffect } }
  }
  if ('server' in leaf) {
    const events = z.array(Event).safeParse(leaf.server.events)
    if (!events.success) return null
    return { kind: 'server', n, at, again: null, id: leaf.server.id, events: events.data }
  }
  const verdict = Verdict.safeParse(leaf.verdict)
  const act = parseJson(leaf.act)
  if (!act || !verdict.success) return null
  return { kind: 'act', n, at, again: null, act, sig: leaf.sig, verdict: verdict.data }
}

function parseJson(text: string): Act | null {
  try {
    return parseAct(JSON.parse(text))
  } catch {
    return null
  }
}

export function entryEvents(entry: Entry): Event[] {
  if (entry.again?.effect === false) return []
  return entry.kind === 'act' ? eventsOf(entry.verdict) : entry.events
}

/** Numbers are those of the present ledger; an hour that was once recorded stays. */
export const entryStandpoint = (entry: Entry): Standpoint => ({
  n: entry.n,
  at: entry.again?.at ?? entry.at,
  act: entry.kind === 'act' ? entry.act.id : (entry.id as ActId),
})

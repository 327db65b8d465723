import { z } from 'zod'
import { type Act, parseAct } from '../domain/act.ts'
import { Event, type Standpoint } from '../domain/event.ts'
import type { ActId } from '../domain/id.ts'
import { eventsOf, Verdict } from '../domain/verdict.ts'
import { parseLeaf } from '../ledger/entry.ts'
import { memoByText } from '../lib/memo.ts'
import { type Instant, instant } from '../lib/time.ts'

/** A ledger leaf with its meaning: the act and its verdict, or the server's own entry. */
export type Entry =
  | { kind: 'act'; n: number; at: Instant; act: Act; sig: string; verdict: Verdict }
  | { kind: 'server'; n: number; at: Instant; id: string; events: Event[] }

/** Leaves are shown, proven and replayed again and again, and their texts are long. */
const remembered = 500

export const parseEntry = memoByText(readEntry, remembered)

function readEntry(leafText: string): Entry | null {
  const leaf = parseLeaf(leafText)
  if (!leaf) return null
  const { n } = leaf
  const at = instant(leaf.at)
  if ('server' in leaf) {
    const events = z.array(Event).safeParse(leaf.server.events)
    return events.success ? { kind: 'server', n, at, id: leaf.server.id, events: events.data } : null
  }
  const verdict = Verdict.safeParse(leaf.verdict)
  const act = parseJson(leaf.act)
  return act && verdict.success ? { kind: 'act', n, at, act, sig: leaf.sig, verdict: verdict.data } : null
}

function parseJson(text: string): Act | null {
  try {
    return parseAct(JSON.parse(text))
  } catch {
    return null
  }
}

export const entryEvents = (entry: Entry): Event[] =>
  entry.kind === 'act' ? eventsOf(entry.verdict) : entry.events

export const entryStandpoint = (entry: Entry): Standpoint => ({
  n: entry.n,
  at: entry.at,
  act: entry.kind === 'act' ? entry.act.id : (entry.id as ActId),
})

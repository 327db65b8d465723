import { deliveryByKind } from '../../shared/domain/act.ts'
import type { Event } from '../../shared/domain/event.ts'
import type { MeetingId, PersonId } from '../../shared/domain/id.ts'
import { secondMs } from '../../shared/lib/time.ts'
import { type Entry, entryEvents, parseEntry } from '../../shared/protocol/leaf.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { Log, SessionStore, Signals } from './ports.ts'
import type { RoomTimers } from './room-port.ts'

/**
 * Tells the sockets of this process what the ledger has just made true, whichever server wrote it: who has something new to
 * read is poked, and who lost or gained a right is judged again at once (trust.md, "Who may do what").
 *
 * What many members say at about the same time, a vote above all, is told in sips: three hundred casts to three hundred
 * readers, each by itself, would be ninety thousand questions. What the Office or a chair does is told at once, with all before.
 */
export type News = {
  start(): Promise<void>
  /** Resolves when nothing is being told any more. */
  stop(): Promise<void>
}

/** The room server, as far as news goes. */
export type NewsTeller = {
  poke(persons: Iterable<string>, ledgerNumber: number): void
  recheck(person: string): Promise<void>
}

const leavesPerRead = 500
/** So many readers are called a second by what can wait; a whole building behind one address may ask as often (server/http). */
const calledPerSecond = 200

export function createNews(deps: {
  ledger: Pick<LedgerReads, 'head' | 'leavesFrom' | 'readersOf' | 'rows'>
  signals: Pick<Signals, 'subscribe'>
  sessions: Pick<SessionStore, 'removeOfDevice'>
  live: NewsTeller
  timers: RoomTimers
  log: Log
}): News {
  const { ledger, signals, sessions, live, timers, log } = deps
  let told = -1
  /** Up to here rights have been looked at. */
  let judged = -1
  let isUrgent = false
  /** Ends the pause after the last call. */
  let cancelPause: (() => void) | null = null
  let wanted = -1
  let telling: Promise<void> | null = null
  let unsubscribe = () => {}

  const ownerOf = async (device: string): Promise<readonly PersonId[]> => {
    const [row] = await ledger.rows([`device/${device}`])
    return row?.entity.kind === 'device' ? [row.entity.person] : []
  }

  /** @returns whose rights the event changed. */
  const rightsOf = async (event: Event): Promise<readonly PersonId[]> => {
    switch (event.kind) {
      case 'person-set':
        return [event.person.id]
      case 'access-changed':
        return [event.person]
      case 'device-revoked':
        await sessions.removeOfDevice(event.device)
        return await ownerOf(event.device)
      case 'layer-shared':
      case 'item-layer-shared':
        return event.removed
      case 'admission-ended':
      case 'dismissed-from-item':
        return [event.person]
      case 'chair-handed-over':
        return [event.by]
      default:
        return []
    }
  }

  /** Who is let in on somebody's notes on a paper of these meetings. */
  const layerReadersIn = async (meetings: ReadonlySet<MeetingId>): Promise<PersonId[]> =>
    meetings.size === 0
      ? []
      : (await ledger.rows(['item-layer/'])).flatMap(({ entity }) =>
          entity.kind === 'item-layer' && meetings.has(entity.meeting) ? entity.readers : [],
        )

  const judge = async (upTo: number) => {
    const persons = new Set<PersonId>()
    const meetings = new Set<MeetingId>()
    for (let from = judged + 1; from <= upTo; from += leavesPerRead) {
      for (const { n, text } of await ledger.leavesFrom(from, leavesPerRead)) {
        const entry = n <= upTo ? parseEntry(text) : null
        if (entry && !mayWait(entry)) isUrgent = true
        for (const event of entry ? entryEvents(entry) : []) {
          for (const person of await rightsOf(event)) persons.add(person)
          // Who reads an item follows from its readers and from who chairs; the event does not say who did before.
          if (event.kind === 'agenda-item-sent' || event.kind === 'meeting-changed')
            meetings.add(event.meeting)
        }
      }
    }
    for (const person of await layerReadersIn(meetings)) persons.add(person)
    for (const person of persons) await live.recheck(person)
    judged = upTo
  }

  const pauseAfter = (readers: number) => {
    cancelPause?.()
    cancelPause = timers.after((readers * secondMs) / calledPerSecond, () => {
      cancelPause = null
      goOn()
    })
  }

  const tell = async () => {
    while (told < wanted) {
      const upTo = wanted
      // Rights first: nobody is called to news by a socket that they have just lost.
      await judge(upTo)
      if (cancelPause && !isUrgent) {
        if (upTo === wanted) return
        continue
      }
      const readers = await ledger.readersOf(told, upTo)
      live.poke(readers, upTo)
      told = upTo
      isUrgent = false
      pauseAfter(readers.length)
    }
  }

  const goOn = () => {
    if (telling || told >= wanted) return
    telling = tell().then(
      () => {
        telling = null
        // Somebody may have spoken in the very last moment.
        if (judged < wanted) goOn()
      },
      (error: unknown) => {
        telling = null
        // What failed is told with the next notice; until then devices ask by themselves (client/sync).
        log('error', 'news-failed', { error: String(error) })
      },
    )
  }

  const notice = (upTo: number) => {
    wanted = Math.max(wanted, upTo)
    goOn()
  }

  return {
    start: async () => {
      told = (await ledger.head()).size - 1
      judged = told
      wanted = told
      unsubscribe = signals.subscribe(notice)
    },
    stop: async () => {
      unsubscribe()
      await telling
      cancelPause?.()
    },
  }
}

/** What members say, which may reach others a moment later; what the Office, a chair or the server does may not. */
const mayWait = (entry: Entry): boolean => entry.kind === 'act' && deliveryByKind[entry.act.kind] === 'queue'

import type { Event } from '../../shared/domain/event.ts'
import type { PersonId } from '../../shared/domain/id.ts'
import { entryEvents, parseEntry } from '../../shared/protocol/leaf.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { Log, SessionStore, Signals } from './ports.ts'

/**
 * Tells the sockets of this process what the ledger has just made true, whichever server wrote it: who has something new to
 * read is poked, and who lost or gained a right is judged again at once (trust.md, "Who may do what").
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

export function createNews(deps: {
  ledger: Pick<LedgerReads, 'head' | 'leavesFrom' | 'readersOf' | 'rows'>
  signals: Pick<Signals, 'subscribe'>
  sessions: Pick<SessionStore, 'removeOfDevice'>
  live: NewsTeller
  log: Log
}): News {
  const { ledger, signals, sessions, live, log } = deps
  let told = -1
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

  const recheck = async (after: number, upTo: number) => {
    const persons = new Set<PersonId>()
    for (let from = after + 1; from <= upTo; from += leavesPerRead) {
      for (const { n, text } of await ledger.leavesFrom(from, leavesPerRead)) {
        const entry = n <= upTo ? parseEntry(text) : null
        for (const event of entry ? entryEvents(entry) : []) {
          for (const person of await rightsOf(event)) persons.add(person)
        }
      }
    }
    for (const person of persons) await live.recheck(person)
  }

  const tell = async () => {
    while (told < wanted) {
      const upTo = wanted
      // Rights first: nobody is called to news by a socket that they have just lost.
      await recheck(told, upTo)
      live.poke(await ledger.readersOf(told, upTo), upTo)
      told = upTo
    }
  }

  const notice = (upTo: number) => {
    wanted = Math.max(wanted, upTo)
    if (telling || told >= wanted) return
    // What failed is told with the next notice; until then devices ask by themselves (client/sync).
    telling = tell()
      .catch((error: unknown) => log('error', 'news-failed', { error: String(error) }))
      .finally(() => {
        telling = null
      })
  }

  return {
    start: async () => {
      told = (await ledger.head()).size - 1
      wanted = told
      unsubscribe = signals.subscribe(notice)
    },
    stop: async () => {
      unsubscribe()
      await telling
    },
  }
}

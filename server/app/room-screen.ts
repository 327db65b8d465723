import { readerOver } from '../../shared/domain/entity.ts'
import type { Hash, MeetingId } from '../../shared/domain/id.ts'
import { type Meeting, meetingKey } from '../../shared/domain/meeting.ts'
import { hasRoomScreen, roomScreenKey } from '../../shared/domain/room-screen.ts'
import { type RoomView, roomView } from '../../shared/domain/room-view.ts'
import { sessionKey } from '../../shared/domain/session.ts'
import { settingsOn } from '../../shared/domain/settings.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { dayOf } from '../../shared/lib/time.ts'
import { heldMs, type RoomScreenReply, tokenHashOf } from '../../shared/protocol/room-screen.ts'
import { agendaItemContentOf, meetingContentOf, voteContentOf } from './content.ts'
import { createFreshly } from './freshly.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { Pause } from './paced-line.ts'
import type { Clock, Signals } from './ports.ts'

/**
 * What the display in the hall is told (room-view.ts). Its link is its only permission: who has not the token of the link that
 * is alive learns nothing, not even whether there is such a meeting. A question that has nothing new is kept for a while and
 * answered with the next change.
 */

export type RoomScreens = {
  look(asked: {
    meeting: MeetingId
    token: string
    /** The version that is shown already. */
    seen: string | null
  }): Promise<RoomScreenReply | 'not-found' | 'too-many'>
  /** Questions that are kept are answered at once. */
  beginStopping(): void
}

type Shown = { tokenHash: Hash; version: string; view: RoomView }

/** A hall has a display or two, and some in the rooms beside it. */
const mostPerMeeting = 12
const mostInAll = 200
/** Changes come in swarms while votes are cast. */
const gatherMs = 150

export function createRoomScreens(deps: {
  ledger: Pick<LedgerReads, 'rows' | 'openings'>
  signals: Pick<Signals, 'subscribe'>
  clock: Clock
  pause: Pause
}): RoomScreens {
  const { ledger, signals, clock, pause } = deps
  const freshly = createFreshly((meeting: MeetingId) => shownOf(meeting, ledger, clock))
  const kept = new Map<MeetingId, number>()
  const wakers = new Set<() => void>()
  let isStopping = false

  /** @returns false when the time is over. */
  const nextChange = (ms: number): Promise<boolean> =>
    new Promise((resolve) => {
      const end = (isChange: boolean) => {
        unsubscribe()
        wakers.delete(wake)
        resolve(isChange)
      }
      const wake = () => end(false)
      const unsubscribe = signals.subscribe(() => end(true))
      wakers.add(wake)
      void pause(ms).then(wake)
    })

  const showFor = async (meeting: MeetingId, token: string): Promise<Shown | null> => {
    const tokenHash = tokenHashOf(token)
    // Whoever guesses makes the server read one row, and not a meeting.
    const [row] = await ledger.rows([roomScreenKey(meeting)])
    if (row?.entity.kind !== 'room-screen' || row.entity.link?.tokenHash !== tokenHash) return null
    const shown = await freshly(meeting)
    return shown?.tokenHash === tokenHash ? shown : null
  }

  const waitForNews = async (meeting: MeetingId, token: string, seen: string): Promise<void> => {
    const until = clock.now() + heldMs
    for (;;) {
      const isChange = await nextChange(Math.max(0, until - clock.now()))
      if (!isChange || isStopping) return
      await pause(gatherMs)
      const shown = await showFor(meeting, token)
      if (shown?.version !== seen || clock.now() >= until) return
    }
  }

  const keep = async (meeting: MeetingId, wait: () => Promise<void>): Promise<boolean> => {
    const count = kept.get(meeting) ?? 0
    if (count >= mostPerMeeting || wakers.size >= mostInAll) return false
    kept.set(meeting, count + 1)
    try {
      await wait()
    } finally {
      const left = (kept.get(meeting) ?? 1) - 1
      if (left === 0) kept.delete(meeting)
      else kept.set(meeting, left)
    }
    return true
  }

  return {
    look: async ({ meeting, token, seen }) => {
      let shown = await showFor(meeting, token)
      if (shown?.version === seen && !isStopping) {
        const { version } = shown
        if (!(await keep(meeting, () => waitForNews(meeting, token, version)))) return 'too-many'
        shown = await showFor(meeting, token)
      }
      return shown ? { now: clock.now(), version: shown.version, view: shown.view } : 'not-found'
    },
    beginStopping: () => {
      isStopping = true
      for (const wake of [...wakers]) wake()
    },
  }
}

/** Null where no link is alive. */
async function shownOf(
  id: MeetingId,
  ledger: Pick<LedgerReads, 'rows' | 'openings'>,
  clock: Clock,
): Promise<Shown | null> {
  const rows = await ledger.rows([
    ...[meetingKey(id), roomScreenKey(id), sessionKey(id), 'settings', 'person/'],
    ...['agenda-item', 'item-session', 'presence', 'vote', 'vote-tally'].map((kind) => `${kind}/${id}/`),
  ])
  const reader = readerOver(new Map(rows.map(({ key, entity }) => [key, entity])))
  const meeting = reader.get('meeting', meetingKey(id))
  const link = reader.get('room-screen', roomScreenKey(id))?.link
  const at = clock.now()
  if (!meeting || !link || !hasRoomScreen(meeting, reader.get('session', sessionKey(id)), at)) return null
  const words = await wordsOf(meeting, reader, ledger)
  const view = roomView(meeting, {
    reader,
    at,
    settings: settingsOn(reader.get('settings', 'settings'), dayOf(at)),
    meetingContent: (hash) => meetingContentOf(words, hash),
    agendaItemContent: (hash) => agendaItemContentOf(words, hash),
    voteContent: (hash) => voteContentOf(words, hash),
  })
  if (!view) return null
  const version = sha256Hex(utf8(canonicalJson(view))).slice(0, 16)
  return { tokenHash: link.tokenHash, version, view }
}

async function wordsOf(
  { contentHash }: Meeting,
  reader: ReturnType<typeof readerOver>,
  ledger: Pick<LedgerReads, 'openings'>,
) {
  const named = [...reader.list('agenda-item'), ...reader.list('vote')]
  const openings = await ledger.openings([contentHash, ...named.map((row) => row.contentHash)])
  return { opened: (hash: Hash) => openings.get(hash)?.value }
}

import { subjectOn } from '../../../shared/domain/access.ts'
import { type Act, type ActKind, type BodyOf, parseAct } from '../../../shared/domain/act.ts'
import { AgendaItemContent } from '../../../shared/domain/agenda-item.ts'
import { applyEvent, keysTouchedBy } from '../../../shared/domain/apply.ts'
import { BallotContent } from '../../../shared/domain/ballot.ts'
import {
  closingEntry,
  followUps,
  type ServerEntry,
  silenceEntries,
  tallyEntry,
} from '../../../shared/domain/closing.ts'
import { decide } from '../../../shared/domain/decide.ts'
import { DirectiveContent } from '../../../shared/domain/directive.ts'
import { type Entity, type EntityKey, readerOver } from '../../../shared/domain/entity.ts'
import type { Event } from '../../../shared/domain/event.ts'
import { ActId, BallotId, DeviceId, Hash, PersonId } from '../../../shared/domain/id.ts'
import { ConclusionContent } from '../../../shared/domain/item-session.ts'
import { MeetingContent } from '../../../shared/domain/meeting.ts'
import { MinutesContent } from '../../../shared/domain/minutes.ts'
import { defaultSettings } from '../../../shared/domain/settings.ts'
import { TaskContent } from '../../../shared/domain/task.ts'
import { eventsOf, type Verdict } from '../../../shared/domain/verdict.ts'
import { VoteContent } from '../../../shared/domain/vote.ts'
import { weekendsOnly } from '../../../shared/domain/working-day.ts'
import { utf8 } from '../../../shared/lib/bytes.ts'
import { sha256Hex } from '../../../shared/lib/sha256.ts'
import { type Instant, instant } from '../../../shared/lib/time.ts'
import type { Opening } from '../../../shared/protocol/envelope.ts'

/** A ledger in one browser page, decided by the product's own rules: what the Office's screens are looked at with. */

export const hashOf = (text: string): Hash => Hash.parse(sha256Hex(utf8(text)))
export const ballotId = (id: string): BallotId => BallotId.parse(id)

export function createOfficeLedger(start: Instant) {
  const rows = new Map<EntityKey, Entity>()
  const texts = new Map<Hash, string>()
  let now = start
  let n = 0

  const parsed = <T>(hash: Hash, schema: { safeParse(value: unknown): { data?: T } }): T | undefined => {
    const text = texts.get(hash)
    return text === undefined ? undefined : schema.safeParse(JSON.parse(text)).data
  }
  const closing = () => ({
    at: now,
    reader: readerOver(rows),
    settings: defaultSettings,
    calendar: weekendsOnly,
    opened: (commit: Hash) => texts.get(commit),
    content: (hash: Hash) => parsed(hash, BallotContent),
    meetingContent: (hash: Hash) => parsed(hash, MeetingContent),
    agendaItemContent: (hash: Hash) => parsed(hash, AgendaItemContent),
    voteContent: (hash: Hash) => parsed(hash, VoteContent),
    minutesContent: (hash: Hash) => parsed(hash, MinutesContent),
    conclusionContent: (hash: Hash) => parsed(hash, ConclusionContent),
    taskContent: (hash: Hash) => parsed(hash, TaskContent),
    directiveContent: (hash: Hash) => parsed(hash, DirectiveContent),
  })

  const write = (events: readonly Event[], act: ActId) => {
    const standpoint = { n: n++, at: now, act }
    for (const event of events) {
      for (const key of keysTouchedBy(event)) {
        rows.set(key, applyEvent(rows.get(key), key, event, standpoint))
      }
    }
  }
  const serve = (entry: ServerEntry | null) => {
    if (entry) write(entry.events, entry.id as ActId)
  }
  const closeOut = (id: BallotId) => {
    const ballot = readerOver(rows).get('ballot', `ballot/${id}`)
    if (!ballot) return
    for (const entry of silenceEntries(ballot, closing())) serve(entry)
    serve(tallyEntry(ballot, closing(), []))
  }

  const take = (act: Act): Verdict => {
    const reader = readerOver(rows)
    const signer = reader.get('person', `person/${act.person}`)
    if (!signer) throw new Error(`nobody called ${act.person}`)
    const verdict = decide(act, {
      ...closing(),
      subject: subjectOn(signer, act.device, now),
      isDeviceRevoked: reader.get('device', `device/${act.device}`)?.phase.state === 'revoked',
      file: (hash) => {
        for (const text of texts.values()) {
          if (!text.includes(hash)) continue
          const dossier = BallotContent.or(AgendaItemContent)
            .or(DirectiveContent)
            .safeParse(JSON.parse(text)).data
          const found = dossier?.documents.find((document) => document.hash === hash)
          if (found) return found
        }
        return undefined
      },
      firstEntryAfter: () => null,
      isOwnTree: () => true,
    })
    write(eventsOf(verdict), act.id)
    for (const event of eventsOf(verdict)) {
      if (event.kind === 'ballot-closed') closeOut(event.ballot)
      else for (const entry of followUps(event, closing())) serve(entry)
    }
    return verdict
  }

  return {
    rows,
    texts,
    now: () => now,
    at: (next: Instant) => {
      now = next
    },
    serve: (events: Event[]) => write(events, ActId.parse(`server-${n}`.padEnd(22, '-'))),
    perform: <K extends ActKind>(
      who: string,
      request: { kind: K; body: BodyOf<K>; openings?: Opening[]; device?: string },
    ): Verdict => {
      for (const { commit, value } of request.openings ?? []) texts.set(commit, value)
      const act = parseAct({
        v: 1,
        id: `${request.kind}-${who}-${n}`.padEnd(22, '-'),
        kind: request.kind,
        person: PersonId.parse(who),
        device: DeviceId.parse(request.device ?? `${who}-1`),
        prev: [],
        castAt: now,
        anchor: { epoch: 0, size: 0, root: hashOf('') },
        body: request.body,
      })
      if (!act) throw new Error(`not an act: ${JSON.stringify(request)}`)
      return take(act)
    },
    /** The server's closing at the deadline; `down` in minutes before it makes closing wait. */
    close: (id: BallotId, down: { from: Instant; to: Instant } | null = null) => {
      const ballot = readerOver(rows).get('ballot', `ballot/${id}`)
      if (!ballot) throw new Error(`no ballot ${id}`)
      now = instant(Math.max(now, ballot.deadlineAt + 1))
      serve(closingEntry(ballot, down))
      if (!down) closeOut(id)
    },
  }
}

export type OfficeLedger = ReturnType<typeof createOfficeLedger>

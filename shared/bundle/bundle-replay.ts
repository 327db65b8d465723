import { subjectOn } from '../domain/access.ts'
import type { Act } from '../domain/act.ts'
import { applyEvent, keysTouchedBy } from '../domain/apply.ts'
import { closingEntry } from '../domain/closing.ts'
import { decide } from '../domain/decide.ts'
import type { DecideContext } from '../domain/decide-context.ts'
import { type Entity, type EntityKey, readerOver } from '../domain/entity.ts'
import type { Event } from '../domain/event.ts'
import { membersOn } from '../domain/people.ts'
import { settingsOn } from '../domain/settings.ts'
import { eventsOf, type Verdict } from '../domain/verdict.ts'
import { weekendsOnly } from '../domain/working-day.ts'
import { fromBase64 } from '../lib/base64.ts'
import { utf8 } from '../lib/bytes.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { dayOf, type Instant } from '../lib/time.ts'
import type { VerifyP256 } from '../protocol/crypto-ports.ts'
import { type Entry, entryEvents, entryStandpoint } from '../protocol/leaf.ts'
import type { Bundle } from './bundle.ts'
import type { BundleFault } from './bundle-fault.ts'
import { openWords, sealedWords } from './bundle-words.ts'
import { createDueEntries, type DueEntry } from './due-entries.ts'
import { enrolledAlone } from './enrolled-alone.ts'
import { fitsSealedAnswer } from './sealed-answer.ts'

/** An entry with the text that was signed, where it is an act. */
export type BundleEntry = { entry: Entry; signed: string }

type ActEntry = Extract<Entry, { kind: 'act' }>

const same = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other)

/**
 * The bundle's entries in their order, each judged again by the very rules of server and tablet, and applied: signatures,
 * verdicts, and everything that the server had to write by itself. Faults do not end it.
 */
export async function replayBundle(
  { ballot: ballotId, openings }: Bundle,
  entries: readonly BundleEntry[],
  verifyP256: VerifyP256,
): Promise<{ faults: BundleFault[]; rows: ReadonlyMap<EntityKey, Entity> }> {
  const faults: BundleFault[] = []
  const rows = new Map<EntityKey, Entity>()
  const reader = readerOver(rows)
  const words = openings === null ? sealedWords() : openWords(openings)

  const closing = (at: Instant) => ({
    at,
    reader,
    settings: settingsOn(reader.get('settings', 'settings'), dayOf(at)),
    calendar: weekendsOnly,
    ...words,
  })
  const due = createDueEntries(closing)

  const apply = (entry: Entry) => {
    for (const event of entryEvents(entry)) {
      for (const key of keysTouchedBy(event)) {
        try {
          rows.set(key, applyEvent(rows.get(key), key, event, entryStandpoint(entry)))
        } catch {
          faults.push({ check: 'verdicts', kind: 'does-not-apply', n: entry.n })
        }
      }
    }
  }

  /** Where the ledger stood at the deadline is known only as far as the bundle's own entries tell. */
  const firstAfter = (hour: Instant): (number | null)[] => {
    const before = entries.findLast(({ entry }) => entry.at <= hour)?.entry.n
    const after = entries.find(({ entry }) => entry.at > hour)?.entry.n
    return [after ?? null, ...(before === undefined ? [] : [before + 1])]
  }

  const contextsOf = ({ act, at }: ActEntry): DecideContext[] => {
    const signer = reader.get('person', `person/${act.person}`)
    const device = reader.get('device', `device/${act.device}`)
    if (!signer || !device) return []
    const common = {
      ...closing(at),
      subject: subjectOn(signer, act.device, at),
      isDeviceRevoked: device.phase.state === 'revoked',
    }
    const deadline = reader.get('ballot', `ballot/${ballotId}`)?.deadlineAt ?? at
    return firstAfter(deadline).flatMap((first) =>
      [true, false].map((isOwn) => ({ ...common, firstEntryAfter: () => first, isOwnTree: () => isOwn })),
    )
  }

  const isByTheRules = (item: ActEntry): boolean => {
    seedNumbering(item.verdict, rows)
    const contexts = contextsOf(item)
    if (openings === null && item.act.kind === 'answer-ballot') {
      const { act, verdict } = item
      return contexts.some((context) => fitsSealedAnswer(act, verdict, context))
    }
    return contexts.some((context) =>
      isSameVerdict(decide(item.act, context), item.verdict, openings === null),
    )
  }

  const meetAct = async ({ entry, signed }: BundleEntry & { entry: ActEntry }) => {
    const { act, n, sig } = entry
    const device = reader.get('device', `device/${act.device}`)
    if (device?.person !== act.person) {
      faults.push({ check: 'devices', kind: device ? 'not-theirs' : 'not-enrolled', n, device: act.device })
    } else if (device.phase.state === 'pending') {
      faults.push({ check: 'devices', kind: 'not-enrolled', n, device: act.device })
    }
    if (canonicalJson(act) !== signed) faults.push({ check: 'signatures', kind: 'not-canonical', n })
    const publicKey = device ? fromBase64(device.publicKey) : null
    const signature = fromBase64(sig)
    if (!publicKey || !signature || !(await verifyP256(publicKey, signature, utf8(signed)))) {
      faults.push({ check: 'signatures', kind: 'does-not-hold', n })
    }
    if (isOfAnother(act, ballotId)) faults.push({ check: 'verdicts', kind: 'of-another-ballot', n })
    // What came back after a restore was judged by rows that are gone; who signed it can still be seen.
    if (entry.again === null && !isByTheRules(entry)) faults.push({ check: 'verdicts', kind: 'differs', n })
  }

  const meetServer = (entry: Extract<Entry, { kind: 'server' }>) => {
    const { n, at, events } = entry
    for (const event of events) {
      if (!mayServerWrite(event, entry.id, at)) {
        faults.push({ check: 'server-entries', kind: 'not-due', n })
      }
    }
    for (const device of enrolledAlone(events, reader, at)) {
      faults.push({ check: 'devices', kind: 'enrolled-alone', n, device })
    }
  }

  const mayServerWrite = (event: Event, id: string, at: Instant): boolean => {
    const ballot = reader.get('ballot', `ballot/${ballotId}`)
    switch (event.kind) {
      case 'person-set':
      case 'agency-set':
      case 'settings-set':
      case 'access-changed':
      case 'code-handed-out':
      case 'device-asked':
      case 'device-enrolled':
        return true
      case 'ballot-closed':
      case 'closing-held': {
        if (ballot?.phase.state !== 'issued' || ballot.deadlineAt >= at) return false
        const down = event.kind === 'closing-held' ? { from: event.downFrom, to: event.downTo } : null
        return same(closingEntry(ballot, down), { id, events: [event] })
      }
      default:
        return false
    }
  }

  /** "All members" are those in post on the day of closing (G1), each once for every issue. */
  const faultsOfMembers = (entry: Entry): BundleFault[] => {
    const phase = reader.get('ballot', `ballot/${ballotId}`)?.phase
    if (phase?.state !== 'closed') return []
    const members = membersOn(reader.list('person'), dayOf(phase.at)).map(({ id }) => id)
    return entryEvents(entry).flatMap((event): BundleFault[] => {
      if (event.kind !== 'tallied') return []
      const isEach = event.issues.every(({ entries: list }) =>
        same(
          list.map(({ person }) => person),
          members,
        ),
      )
      return isEach && event.members === members.length
        ? []
        : [{ check: 'members', kind: 'differ', n: entry.n }]
    })
  }

  for (const item of entries) {
    const { entry } = item
    const events = entryEvents(entry)
    if (!words.meet(events, reader)) faults.push({ check: 'tally', kind: 'differs', n: entry.n })
    faults.push(...faultsOfMembers(entry))
    const wanted = due.next()
    const fault = wanted && faultOfDue(wanted, entry)
    if (fault) {
      faults.push(fault)
      due.forget()
    }
    if (entry.kind === 'act') await meetAct({ ...item, entry })
    else if ((!wanted || fault) && entry.again === null) meetServer(entry)
    apply(entry)
    if (entry.again === null) due.follow(events, entry.n, entry.at)
  }
  const left = due.next()
  const last = entries.at(-1)?.entry.n ?? 0
  if (left) faults.push({ check: 'server-entries', kind: 'missing', id: left.id, after: last })
  return { faults, rows }
}

/** @returns null where the entry is the one that was due. */
function faultOfDue(wanted: DueEntry, entry: Entry): BundleFault | null {
  const { id, events, n, at } = wanted
  if (entry.kind !== 'server' || entry.id !== id) {
    return { check: 'server-entries', kind: 'missing', id, after: n - 1 }
  }
  if (entry.n !== n || entry.at !== at) return { check: 'server-entries', kind: 'not-due', n: entry.n }
  if (same(events, entry.events)) return null
  return entry.events.some((event) => event.kind === 'tallied')
    ? { check: 'tally', kind: 'differs', n }
    : { check: 'server-entries', kind: 'differs', n }
}

/** The year's earlier numbers belong to other ballots: which serial is next cannot be known here. */
function seedNumbering(verdict: Verdict, rows: Map<EntityKey, Entity>): void {
  for (const event of eventsOf(verdict)) {
    if (event.kind !== 'ballot-issued' || event.serial === 1) continue
    rows.set(`numbering/${event.year}`, { kind: 'numbering', year: event.year, last: event.serial - 1 })
  }
}

/** In which order an extension admits members' late answers follows from how their rows were read, and means nothing. */
const inOrder = (verdict: Verdict): Verdict => {
  const admits = eventsOf(verdict).some(({ kind }) => kind === 'late-admitted')
  if (!admits || verdict.kind === 'refused') return verdict
  const texts = new Map(verdict.events.map((event) => [event, 'person' in event ? String(event.person) : '']))
  const of = (event: Event) => texts.get(event) ?? ''
  return { ...verdict, events: [...verdict.events].sort((a, b) => (of(a) < of(b) ? -1 : 1)) }
}

/** Of late answers that an extension admits, which say the same is not known without their texts. */
function isSameVerdict(decided: Verdict, recorded: Verdict, isSealed: boolean): boolean {
  if (!isSealed) return same(inOrder(decided), inOrder(recorded))
  const withoutHeads = (verdict: Verdict) =>
    eventsOf(verdict).map((event) =>
      event.kind === 'late-admitted' ? { ...event, heads: [], standing: 'silent' } : event,
    )
  return decided.kind === recorded.kind && decided.kind !== 'refused'
    ? same(withoutHeads(inOrder(decided)), withoutHeads(inOrder(recorded))) &&
        same({ ...decided, events: [] }, { ...recorded, events: [] })
    : same(decided, recorded)
}

function isOfAnother({ kind, body }: Act, ballot: string): boolean {
  if ('ballot' in body) return body.ballot !== ballot
  return kind === 'propose' && 'ballot' in body.proposal && body.proposal.ballot !== ballot
}

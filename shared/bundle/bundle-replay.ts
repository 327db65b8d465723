import { subjectOn } from '../domain/access.ts'
import type { Act } from '../domain/act.ts'
import { applyEvent, keysTouchedBy } from '../domain/apply.ts'
import { decide } from '../domain/decide.ts'
import type { DecideContext } from '../domain/decide-context.ts'
import { type Entity, type EntityKey, type EntityReader, readerOver } from '../domain/entity.ts'
import type { Event } from '../domain/event.ts'
import { settingsOn } from '../domain/settings.ts'
import { eventsOf, type Verdict } from '../domain/verdict.ts'
import { voteKey } from '../domain/vote.ts'
import { weekendsOnly } from '../domain/working-day.ts'
import { fromBase64 } from '../lib/base64.ts'
import { utf8 } from '../lib/bytes.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { dayOf, type Instant } from '../lib/time.ts'
import type { VerifyP256 } from '../protocol/crypto-ports.ts'
import { type Entry, entryEvents, entryStandpoint } from '../protocol/leaf.ts'
import { type Bundle, type Matter, matterOf } from './bundle.ts'
import type { BundleFault } from './bundle-fault.ts'
import { openWords, sealedWords } from './bundle-words.ts'
import { countsEachMember } from './counted-members.ts'
import { createDueEntries, type DueEntry } from './due-entries.ts'
import { enrolledAlone } from './enrolled-alone.ts'
import { namesMatter } from './of-matter.ts'
import { fitsSealedAnswer } from './sealed-answer.ts'
import { isServerEntryDue } from './server-entry-due.ts'

/** An entry with the text that was signed, where it is an act. */
export type BundleEntry = { entry: Entry; signed: string }

type ActEntry = Extract<Entry, { kind: 'act' }>

const same = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other)

/**
 * The bundle's entries in their order, each judged again by the very rules of server and tablet, and applied: signatures,
 * verdicts, and everything that the server had to write by itself. Faults do not end it.
 */
export async function replayBundle(
  bundle: Bundle,
  entries: readonly BundleEntry[],
  verifyP256: VerifyP256,
): Promise<{ faults: BundleFault[]; rows: ReadonlyMap<EntityKey, Entity> }> {
  const { openings } = bundle
  const matter = matterOf(bundle)
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
    /** That a file came in as it is said, the bundle cannot know: the paper of a vote is named by its hash alone. */
    const file: DecideContext['file'] = (hash) =>
      'paper' in act.body && act.body.paper === hash ? { size: 1, pages: 1 } : words.file(hash)
    const common = {
      ...closing(at),
      file,
      subject: subjectOn(signer, act.device, at),
      isDeviceRevoked: device.phase.state === 'revoked',
    }
    return firstAfter(lateAfter(act, reader) ?? at).flatMap((first) =>
      [true, false].map((isOwn) => ({ ...common, firstEntryAfter: () => first, isOwnTree: () => isOwn })),
    )
  }

  const isByTheRules = (item: ActEntry): boolean => {
    seedNumbering(item.verdict, rows)
    const contexts = contextsOf(item)
    if (openings === null && item.act.kind === 'respond-to-point') {
      // That words are where words are needed can be seen only by who may read them.
      const opened: DecideContext['opened'] = (commit) => words.opened(commit) ?? '-'
      return contexts.some((context) => same(decide(item.act, { ...context, opened }), item.verdict))
    }
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
    if (isOfAnother(act, matter)) faults.push({ check: 'verdicts', kind: 'of-another-matter', n })
    // What came back after a restore was judged by rows that are gone; who signed it can still be seen.
    if (entry.again === null && !isByTheRules(entry)) faults.push({ check: 'verdicts', kind: 'differs', n })
  }

  const meetServer = (entry: Extract<Entry, { kind: 'server' }>) => {
    const { n, at, events } = entry
    for (const event of events) {
      const isOther = isNamed(event) && !namesMatter(event, matter)
      if (isOther || !isServerEntryDue(event, entry, reader)) {
        faults.push({ check: 'server-entries', kind: 'not-due', n })
      }
    }
    for (const device of enrolledAlone(events, reader, at)) {
      faults.push({ check: 'devices', kind: 'enrolled-alone', n, device })
    }
  }

  for (const item of entries) {
    const { entry } = item
    const events = entryEvents(entry)
    if (!words.meet(events, reader)) faults.push({ check: 'tally', kind: 'differs', n: entry.n })
    if (!events.every((event) => countsEachMember(event, reader))) {
      faults.push({ check: 'members', kind: 'differ', n: entry.n })
    }
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
  return entry.events.some(({ kind }) => kind === 'tallied' || kind === 'vote-tallied')
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

/** The hour after which what a member says with this act comes late. */
function lateAfter(act: Act, reader: EntityReader): Instant | null {
  if (act.kind === 'answer-ballot')
    return reader.get('ballot', `ballot/${act.body.ballot}`)?.deadlineAt ?? null
  if (act.kind !== 'cast-vote') return null
  const phase = reader.get('vote', voteKey(act.body))?.phase
  return phase?.state === 'closed' ? phase.at : null
}

const isNamed = (value: object): boolean => 'ballot' in value || 'meeting' in value

function isOfAnother({ kind, body }: Act, matter: Matter): boolean {
  const named = kind === 'propose' ? body.proposal : body
  return isNamed(named) && !namesMatter(named, matter)
}

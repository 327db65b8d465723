import type { Act, ActKind } from '../../domain/act.ts'
import { keysTouchedBy } from '../../domain/apply.ts'
import type { Device } from '../../domain/device.ts'
import { type EntityKey, readerOver } from '../../domain/entity.ts'
import type { Event } from '../../domain/event.ts'
import type { Hash } from '../../domain/id.ts'
import { pointsOf } from '../../domain/point.ts'
import {
  agency,
  ballotId,
  cabinetOf,
  contentHash,
  contentOf,
  device,
  hashOf,
  paperOf,
  person,
} from '../../domain/testing/cabinet.ts'
import { DirectiveOffice } from '../../domain/testing/directive-office.ts'
import { itemId, meetingId, visitors } from '../../domain/testing/meeting-office.ts'
import type { Office, OfficeEntry } from '../../domain/testing/office.ts'
import { eventsOf } from '../../domain/verdict.ts'
import { leafText } from '../../ledger/entry.ts'
import { base64 } from '../../lib/base64.ts'
import { canonicalJson, type Json } from '../../lib/canonical-json.ts'
import { dayMs, dayOf, instant } from '../../lib/time.ts'
import { liveDirective } from './lived-directive.ts'
import { liveMeeting } from './lived-meeting.ts'
import { liveSession } from './lived-session.ts'
import { liveTask } from './lived-task.ts'

/** One ballot and one meeting through everything that can befall them, as the ledger tells it: rows, leaves and acts to try others on. */

const paper = paperOf('doc')
const first = { ...contentOf('Nghị định về dữ liệu'), documents: [paper] }
const second = contentOf('Nghị định về dữ liệu (sửa)')
const ballot = ballotId
const reason = 'lý do'

const tablet = (id: string, at: Device['askedAt']): Device => ({
  kind: 'device',
  id: device(id),
  person: person('m2'),
  label: 'máy tính bảng',
  publicKey: base64(new Uint8Array(65).fill(4)),
  askedAt: at,
  phase: { state: 'pending' },
})

const [from, to] = [hashOf('a file'), hashOf('a later file')]
const derived = { kind: 'changes', hash: hashOf('changes'), size: 9 } as const
const intakeEvents: Event[] = [
  { kind: 'document-processed', hash: from, derived: [derived], noText: [[2, 3]], broken: [], faults: [] },
  { kind: 'document-compared', ballot, from, to, added: 1, removed: 0, changed: 2, derived: [derived] },
  { kind: 'past-papers-recorded', of: { ballot }, papers: [{ kind: 'draft', documents: 2, copies: 27 }] },
]

export function liveBallot(): Office {
  const office = new DirectiveOffice([])
  office.files.set(paper.hash, paper)
  const people = [...cabinetOf(6), ...visitors].map((one): Event => ({ kind: 'person-set', person: one }))
  office.serve({ id: 'founding', events: people })
  office.serve({
    id: 'more',
    events: [
      { kind: 'agency-set', agency: { kind: 'agency', id: agency('health'), name: 'Bộ Y tế' } },
      { kind: 'settings-set', settings: { kind: 'settings', changes: [] } },
      { kind: 'access-changed', person: person('m2'), gained: ['all'], lost: [] },
      { kind: 'code-handed-out', person: person('m2'), by: person('sec'), expiresAt: office.now },
      { kind: 'device-asked', device: tablet('m2-2', office.now) },
    ],
  })
  liveMeeting(office)
  const enrol = office.act('propose', 'head', { proposal: { kind: 'enrol-device', device: device('m2-2') } })
  office.mustTake(enrol)
  office.mustTake(office.act('confirm', 'head2', { proposal: enrol.id }))

  office.mustTake(office.draft(contentOf('first words')))
  office.mustTake(
    office.act('submit-ballot', 'sec', { ballot, contentHash: contentHash(contentOf('first words')) }),
  )
  office.mustTake(office.act('return-ballot', 'head', { ballot, reason }))
  office.issue(first)
  office.deliverToAll()
  office.mustTake(office.act('mark-opened', 'm2', { ballot, versionHash: contentHash(first) }))
  const { id: document, hash } = paper
  office.mustTake(office.act('mark-documents-opened', 'm2', { ballot, files: [hash] }))
  office.mustTake(
    office.act('share-layer', 'm2', { ballot, document, readers: [person('m3'), person('pm')] }),
  )
  office.mustTake(office.act('share-layer', 'm2', { ballot, document, readers: [person('m3')] }))
  office.serve({ id: 'intake', events: intakeEvents })
  office.take(office.answer('m2', 'disagree', { id: 'm2-first' }))
  office.take(office.answer('m3', 'agree', { id: 'm3-first' }))
  office.take(office.answer('sec', 'agree'))
  office.amend(second)
  office.take(office.answer('m2', 'agree', { id: 'm2-second', device: 'm2-2' }))
  office.take(office.answer('m2', 'other', { id: 'm2-third', prev: ['m2-first', 'm2-second'] }))
  office.take(office.answer('m4', 'agree', { version: first }))
  office.closeByServer({ from: office.now, to: instant(office.now + 1) })
  office.take(office.answer('m3', 'disagree', { id: 'm3-late' }))
  const deadlineAt = instant(office.now + dayMs)
  office.mustTake(office.act('extend-ballot', 'head', { ballot, deadlineAt, reason }))
  office.deliver('m5')
  office.closeByServer()
  office.mustTake(office.act('revoke-device', 'm2', { device: device('m2-2'), reason, wipe: true }))
  office.take(office.answer('m6', 'disagree', { id: 'm6-late' }))
  office.ruleHeld('m6', 'm6-late')
  respond(office)
  office.revoked.add('m2-2')
  office.mustTake(office.act('report-wiped', 'm2', {}, { device: 'm2-2' }))
  liveSession(office)
  liveTask(office)
  liveDirective(office)
  restoreLedger(office)
  return office
}

/** The Office answers for an agency without a desk. */
function respond(office: Office): void {
  const reader = readerOver(office.rows)
  const opened = (commit: Hash) => office.openings.get(commit)
  const [point] = pointsOf(reader.get('tally', `tally/${ballot}`), reader.list('answers'), opened)
  if (!point) throw new Error('no point')
  const commit = (text: string): Hash => {
    const hash = hashOf(text)
    office.openings.set(hash, text)
    return hash
  }
  const words = { noteCommit: commit('giải trình'), placeCommit: commit('Điều 5') }
  const said = { issue: point.issue, point: point.point, outcome: 'partly' as const, replaces: null }
  office.mustTake(office.act('respond-to-point', 'sec', { ballot, ...said, ...words }))
}

/** Declared by two officers, and ended by two. */
function restoreLedger(office: Office): void {
  const announced = { epoch: 1, size: 3, root: hashOf('root'), keptTo: office.now, reason }
  office.announced = announced
  const { keptTo: _, ...said } = announced
  const begin = office.act('propose', 'sec', { proposal: { kind: 'begin-epoch', ...said } })
  office.mustTake(begin)
  office.mustTake(office.act('confirm', 'head', { proposal: begin.id }))
  const end = office.act('propose', 'head', {
    proposal: { kind: 'end-restore', epoch: 1, missing: 2, reason },
  })
  office.mustTake(end)
  office.mustTake(office.act('confirm', 'sec', { proposal: end.id }))
}

const eventsIn = (entry: OfficeEntry): Event[] =>
  entry.kind === 'act' ? eventsOf(entry.verdict) : entry.server.events

/** Exact text of leaf `n`; the signature is of no account here. */
export function leafOf({ entries }: Office, n: number): string {
  const entry = entries[n]
  if (!entry) throw new Error(`no leaf ${n}`)
  if (entry.kind === 'server') {
    const { id, events } = entry.server
    return leafText(n, entry.at, { server: { id, events: JSON.parse(canonicalJson(events)) as Json[] } })
  }
  const verdict = JSON.parse(canonicalJson(entry.verdict)) as Json
  return leafText(n, entry.at, { act: canonicalJson(entry.act), sig: base64(new Uint8Array(64)), verdict })
}

/** Leaves whose events made a row, ascending. */
export const trailOf = (office: Office, key: EntityKey): number[] =>
  office.entries.flatMap((entry, n) =>
    eventsIn(entry).some((event) => keysTouchedBy(event).includes(key)) ? [n] : [],
  )

/** An act of each kind that the story holds, and of the kinds that it does not need. */
export function actOfEveryKind(office: Office): Act[] {
  const byKind = new Map<ActKind, Act>()
  for (const entry of office.entries) if (entry.kind === 'act') byKind.set(entry.act.kind, entry.act)
  byKind.set('recall-ballot', office.act('recall-ballot', 'head', { ballot, reason }))
  byKind.set('close-ballot', office.act('close-ballot', 'head', { ballot, reason }))
  byKind.set(
    'resolve-ballot',
    office.act('resolve-ballot', 'head', { ballot, number: '15/NQ-CP', date: dayOf(office.now) }),
  )
  byKind.set('send-ballot-to-meeting', office.act('send-ballot-to-meeting', 'head', { ballot }))
  const meeting = meetingId
  byKind.set('cancel-meeting', office.act('cancel-meeting', 'head', { meeting, reason }))
  const pull = { meeting, item: itemId('d') }
  byKind.set('pull-from-block', office.act('pull-from-block', 'm2', pull))
  return [...byKind.values()]
}

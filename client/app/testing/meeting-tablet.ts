import { subjectOn } from '../../../shared/domain/access.ts'
import { parseAct } from '../../../shared/domain/act.ts'
import { readerOver } from '../../../shared/domain/entity.ts'
import { ownersOf } from '../../../shared/domain/row-owners.ts'
import { mayRead } from '../../../shared/domain/scope.ts'
import { device, person } from '../../../shared/domain/testing/cabinet.ts'
import type { MeetingOffice } from '../../../shared/domain/testing/meeting-office.ts'
import { leafText } from '../../../shared/ledger/entry.ts'
import { utf8 } from '../../../shared/lib/bytes.ts'
import { canonicalJson, type Json } from '../../../shared/lib/canonical-json.ts'
import { fail, ok } from '../../../shared/lib/result.ts'
import { instant } from '../../../shared/lib/time.ts'
import { createMakeAct, hashOpening, noAnchor } from '../make-act.ts'
import { createMeetingDesk } from '../meeting.ts'
import { createOpenedDocuments } from '../opened-documents.ts'
import type { Perform } from '../perform.ts'
import type { Api } from '../ports.ts'
import { createQueueAct } from '../queue-act.ts'
import { createSessionDesk } from '../session.ts'
import { createSessionConduct } from '../session-conduct.ts'
import { createTaskDesk } from '../task-desk.ts'
import { createUnitDesk } from '../unit-desk.ts'
import { createWorkingCopy } from '../working-copy.ts'
import { createMemoryDisk } from './memory-disk.ts'
import { createMemoryStores } from './memory-stores.ts'

/** Somebody's tablet without a line, beside the Office: what they may read of it comes, and what they sign is taken, when told. */
export async function meetingTablet(office: MeetingOffice, who: string, offMs = 0) {
  const disk = createMemoryDisk()
  const { life: _, ...stores } = createMemoryStores(disk)
  const copy = createWorkingCopy(stores)
  const me = { person: person(who), device: device(`${who}-1`) }
  /** Its own clock, wrong by so much; the Office's is known by its answers. */
  const clock = { now: () => instant(office.now + offMs) }
  const officeClock = { now: () => office.now }
  let dice = 0
  const random = (length: number) => new Uint8Array(length).fill(++dice)
  const makeAct = createMakeAct({
    ...me,
    clock,
    random,
    sign: async () => new Uint8Array(64),
    seal: async () => new Uint8Array(8),
    anchor: () => noAnchor,
  })
  /** As with a server that answers at once. */
  const perform: Perform = async ({ kind, body, openings = [] }) => {
    for (const { commit, value } of openings) office.openings.set(commit, value)
    const act = parseAct(office.act(kind, who, body))
    if (!act) throw new Error(`${kind} is no act`)
    return ok(office.take(act))
  }
  const queue = createQueueAct({ copy, makeAct, outbox: stores.outbox, onQueued: () => {} })

  /** A file here is its own name: not the bytes that this name is the hash of. */
  const readFile: Api['readFile'] = async (hash) =>
    office.files.has(hash) ? ok(utf8(hash)) : fail({ kind: 'unreachable' })

  const pull = async () => {
    const all = readerOver(office.rows)
    const self = all.get('person', `person/${who}`)
    if (!self) throw new Error(`nobody called ${who}`)
    const subject = subjectOn(self, null, office.now)
    const words = [
      office.meetingContents,
      office.agendaItemContents,
      office.voteContents,
      office.conclusionContents,
      office.taskContents,
      office.minutesContents,
    ].flatMap((contents): Json[] => [...contents.values()])
    const openings = words.map((content) => hashOpening(canonicalJson(content)))
    const notes = [...office.openings].map(([commit, value]) => ({ commit, salt: '', value }))
    disk.rows.clear()
    for (const [key, entity] of office.rows) {
      if (!mayRead(subject, entity, ownersOf(entity, all))) continue
      const told = 'replies' in entity ? entity.replies : 'revisions' in entity ? entity.revisions : []
      const n = told.at(-1)?.n ?? office.entries.length
      disk.rows.set(key, { key, n, entity, openings: [...openings, ...notes], leaves: [], proofs: [] })
    }
    await copy.refresh('all')
  }
  /** What waits reaches the Office; its receipts come back, and not yet the rows. */
  const send = async () => {
    const settled = copy.outbox().map(({ id, act, openings }) => {
      for (const { commit, value } of openings) office.openings.set(commit, value)
      const n = office.entries.length
      const verdict = office.take(act) as unknown as Json
      const leaf = leafText(n, office.now, {
        act: canonicalJson(act as unknown as Json),
        sig: 'AA==',
        verdict,
      })
      return { id, act, openings, receipt: { leaf, proof: '' }, settledAt: office.now }
    })
    await stores.outbox.settle(settled)
    await copy.refresh('all')
  }
  await pull()
  return {
    copy,
    files: stores.files,
    random,
    pull,
    send,
    meetings: createMeetingDesk({ copy, me, queue, random, clock }),
    sessions: createSessionDesk({ copy, me, queue, random, clock: officeClock }),
    conduct: createSessionConduct({ copy, me, perform, queue, random, clock, api: { readFile } }),
    tasks: createTaskDesk({ copy, me, perform, queue, random, clock }),
    units: createUnitDesk({ copy, me, queue, random, clock }),
    openedDocuments: createOpenedDocuments({ copy, me, queue, clock }),
    waiting: () => copy.outbox().map(({ act }) => act.kind),
  }
}

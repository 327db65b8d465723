import { setTimeout as wait } from 'node:timers/promises'
import { subjectOn } from '../../shared/domain/access.ts'
import { applyEvent, keysTouchedBy } from '../../shared/domain/apply.ts'
import { type Entity, type EntityKey, readerOver } from '../../shared/domain/entity.ts'
import { ownersOf } from '../../shared/domain/row-owners.ts'
import { mayRead } from '../../shared/domain/scope.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { instant, minuteMs } from '../../shared/lib/time.ts'
import { LedgerPage } from '../../shared/protocol/api.ts'
import { entryEvents, entryStandpoint, parseEntry } from '../../shared/protocol/leaf.ts'
import type { KillTablet } from './kill-tablet.ts'

export type Checked = {
  /** Leaves in the ledger. */
  size: number
  /** Acts whose receipts the tablets have verified. */
  receipts: number
  faults: string[]
}

/**
 * The promises, looked at over the wire while nobody taps: what was saved has arrived, what was shown as recorded is in the
 * ledger under its number, nothing is there twice, the tree is the one that is signed, and everybody is given exactly the
 * rows that `permit` allows, as the leaves make them.
 */
export function createKillChecks(tablets: readonly KillTablet[], auditor: KillTablet) {
  let known: readonly string[] = []
  const rows = new Map<EntityKey, Entity>()
  const numberOfAct = new Map<string, number>()

  async function check(): Promise<Checked> {
    const faults: string[] = []
    if (!(await untilAtRest(tablets))) {
      const waiting = tablets.map(({ account, disk }) => `${account} ${disk.outbox.size}`)
      faults.push(`O2 what was saved does not arrive: ${waiting.join(', ')}`)
    }
    const leaves = await auditedLeaves(auditor, faults)
    if (known.some((text, n) => leaves[n] !== text)) faults.push('O4 the ledger is not what it was')
    for (const [i, text] of leaves.slice(known.length).entries()) take(text, known.length + i, faults)
    known = leaves
    for (const tablet of tablets) {
      checkReceipts(tablet, faults)
      // A tablet says by itself what has reached it: then the ledger has moved on, and is looked at again.
      if (!(await checkRows(tablet, faults))) return await check()
    }
    const receipts = tablets.reduce((sum, { disk }) => sum + disk.settled.size, 0)
    return { size: leaves.length, receipts, faults }
  }

  function take(text: string, n: number, faults: string[]): void {
    const entry = parseEntry(text)
    if (entry?.n !== n) {
      faults.push(`O4 leaf ${n} does not read`)
      return
    }
    if (entry.kind === 'act') {
      if (numberOfAct.has(entry.act.id)) faults.push(`O2 act ${entry.act.id} twice`)
      numberOfAct.set(entry.act.id, n)
    }
    for (const event of entryEvents(entry)) {
      for (const key of keysTouchedBy(event)) {
        rows.set(key, applyEvent(rows.get(key), key, event, entryStandpoint(entry)))
      }
    }
  }

  function checkReceipts({ account, disk, saved }: KillTablet, faults: string[]): void {
    for (const { id, receipt } of disk.settled.values()) {
      const n = numberOfAct.get(id)
      if (n === undefined || known[n] !== receipt.leaf)
        faults.push(`O1 ${account}: receipt of ${id}, leaf ${n}`)
    }
    for (const id of saved) {
      if (!numberOfAct.has(id) && !disk.outbox.has(id)) faults.push(`O2 ${account}: ${id} is lost`)
    }
  }

  /** @returns false where the feed is further than what was read of the ledger. */
  async function checkRows({ account, disk, api, app }: KillTablet, faults: string[]): Promise<boolean> {
    const person = rows.get(`person/${app().identity.person}`)
    if (person?.kind !== 'person') {
      faults.push(`${account} is nobody`)
      return true
    }
    const subject = subjectOn(person, null, instant(Date.now()))
    const visible = [...rows].filter(([, entity]) =>
      mayRead(subject, entity, ownersOf(entity, readerOver(rows))),
    )
    const { rows: given, upTo } = await allRows(api)
    if (upTo >= known.length || disk.cursor.after >= known.length) return false
    for (const [key, entity] of visible) {
      const row = given.get(key)
      if (row !== canonicalJson(entity))
        faults.push(`O4 ${account}: ${key} ${row ? 'differs' : 'is not given'}`)
      given.delete(key)
      const held = disk.rows.get(key)
      if (!held || canonicalJson(held.entity) !== canonicalJson(entity)) {
        faults.push(`O4 ${account}: ${key} on the tablet ${held ? 'differs' : 'is missing'}`)
      }
    }
    for (const key of given.keys()) faults.push(`B11 ${account} is given ${key}`)
    return true
  }

  return check
}

async function auditedLeaves({ app }: KillTablet, faults: string[]): Promise<readonly string[]> {
  const audit = await app().auditLedger({ onProgress: () => {}, signal: AbortSignal.timeout(minuteMs) })
  if (!audit.ok) {
    faults.push(`O4 the ledger is not read: ${audit.error.kind}`)
    return []
  }
  const { outcome, seenBefore, file } = audit.value
  if (outcome !== 'good' || seenBefore === false) faults.push(`O4 the tree is ${outcome}, ${seenBefore}`)
  return LedgerPage.pick({ leaves: true }).parse({ leaves: JSON.parse(file).leaves }).leaves
}

async function allRows(api: KillTablet['api']): Promise<{ rows: Map<string, string>; upTo: number }> {
  const rows = new Map<string, string>()
  // On a busy machine a request may take longer than a tablet's patience.
  const endAt = Date.now() + 2 * minuteMs
  for (let after = -1; ; ) {
    const page = await api.feed({ epoch: 0, after, tree: 0 })
    if (!page.ok) {
      if (Date.now() > endAt) throw new Error(`no feed: ${page.error.kind}`)
      await wait(200)
      continue
    }
    for (const { key, value } of page.value.rows) rows.set(key, canonicalJson(value))
    after = page.value.upTo
    if (!page.value.more) return { rows, upTo: after }
  }
}

/** Outboxes empty, everybody at the ledger's end, twice in a row. */
async function untilAtRest(tablets: readonly KillTablet[]): Promise<boolean> {
  let calm = 0
  for (const endAt = Date.now() + minuteMs; Date.now() < endAt; await wait(100)) {
    const waits = tablets.some(({ disk }) => disk.outbox.size > 0)
    const ends = new Set(tablets.map(({ disk }) => disk.cursor.after))
    calm = !waits && ends.size === 1 ? calm + 1 : 0
    if (calm === 3) return true
    if ((endAt - Date.now()) % 2000 < 100) for (const { wake } of tablets) wake()
  }
  return false
}

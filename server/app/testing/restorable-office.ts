import { commitOpening, createMakeAct, hashOpening, noAnchor } from '../../../client/app/make-act.ts'
import type { OutboxItem } from '../../../client/app/ports.ts'
import type { BallotContent } from '../../../shared/domain/ballot.ts'
import type { Device } from '../../../shared/domain/device.ts'
import { readerOver } from '../../../shared/domain/entity.ts'
import type { Event } from '../../../shared/domain/event.ts'
import { AgencyId, BallotId, DeviceId, IssueId, PersonId } from '../../../shared/domain/id.ts'
import type { Person, Role } from '../../../shared/domain/people.ts'
import type { ProposalBody } from '../../../shared/domain/proposal.ts'
import { base64 } from '../../../shared/lib/base64.ts'
import { utf8 } from '../../../shared/lib/bytes.ts'
import { canonicalJson } from '../../../shared/lib/canonical-json.ts'
import { sha256 } from '../../../shared/lib/sha256.ts'
import { addDays, dayMs, dayOf, type Instant, instant } from '../../../shared/lib/time.ts'
import type { Opening } from '../../../shared/protocol/envelope.ts'
import { parseEntry } from '../../../shared/protocol/leaf.ts'
import type { HandInRequest } from '../../../shared/protocol/restore.ts'
import { createPlainCrypto } from '../../../shared/testing/plain-crypto.ts'
import { readTaskTable } from '../../intake/read-task-table.ts'
import { createActIntake } from '../act-intake.ts'
import { createFeedFor } from '../feed-for.ts'
import { proveLeaves } from '../hand-in.ts'
import { receiptsOf } from '../receipts.ts'
import { createRecentLedger } from '../recent-ledger.ts'
import { replayLedger } from '../replay.ts'
import { announceRestore } from '../restore.ts'
import { createTaskImports } from '../task-import.ts'
import { createMemoryDatabase } from './memory-database.ts'

export const monday = instant(Date.UTC(2026, 2, 2, 1))
const firstDay = addDays(dayOf(monday), -60)
const roles: Record<string, Role> = {
  pm: 'prime-minister',
  m2: 'minister',
  m3: 'minister',
  sec: 'secretary',
  head: 'head-of-office',
  clk: 'clerk',
}
const health = AgencyId.parse('health')
const content: BallotContent = {
  title: 'Dự thảo Nghị định',
  reason: '',
  summary: '',
  advice: '',
  issues: [{ id: IssueId.parse('i1'), question: 'Đồng ý ban hành?', form: { kind: 'opinion' } }],
  documents: [],
}
export const words = hashOpening(canonicalJson(content))

/** An Office whose ledger can be set back to a backup, and what its tablets keep of it. */
export async function createRestorableOffice() {
  const plain = createPlainCrypto('restore')
  const disk = createMemoryDatabase()
  const database = disk.connect()
  const ledger = database.ledger.read
  let now: Instant = monday
  let dice = 0
  const clock = { now: () => now }
  const logged: string[] = []
  const importsOfNewServer = () =>
    createTaskImports({
      ...database,
      ledger,
      readTable: async (bytes) => readTaskTable(bytes),
      pause: async () => {},
    })
  let imports = importsOfNewServer()
  const intake = createActIntake({
    get imports() {
      return imports
    },
    store: database.ledger,
    crypto: plain.server,
    clock,
    uptime: { downBetween: async () => null },
    signals: database.signals,
    log: () => {},
  })
  const keys = new Map(Object.keys(roles).map((id) => [id, plain.deviceKey(id)]))
  const events = Object.entries(roles).flatMap(([id, role]): Event[] => {
    const agency = role === 'clerk' ? health : null
    const appointments = [{ role, title: id, agency, from: firstDay, to: null }]
    const person: Person = { kind: 'person', id: PersonId.parse(id), name: id, appointments }
    const device: Device = {
      kind: 'device',
      id: DeviceId.parse(`d-${id}`),
      person: person.id,
      label: id,
      publicKey: base64(keys.get(id)?.publicKey ?? new Uint8Array()),
      askedAt: now,
      phase: { state: 'pending' },
    }
    return [
      { kind: 'person-set', person },
      { kind: 'device-asked', device },
      { kind: 'device-enrolled', device: device.id },
    ]
  })
  events.push({ kind: 'agency-set', agency: { kind: 'agency', id: health, name: 'Bộ Y tế' } })
  await intake.appendServer(() => [{ id: 'begin', events }])
  const random = (length: number) => sha256(utf8(`dice ${dice++}`)).slice(0, length)
  const actor = (id: string) =>
    createMakeAct({
      person: PersonId.parse(id),
      device: DeviceId.parse(`d-${id}`),
      sign: keys.get(id)?.sign ?? (async () => new Uint8Array(64)),
      seal: plain.seal,
      random,
      clock,
      anchor: () => noAnchor,
    })
  const send = async (item: OutboxItem) => {
    const [outcome] = (await intake.accept([item])).outcomes
    return outcome
  }
  const verdictOf = async (item: OutboxItem) => {
    const outcome = await send(item)
    if (outcome?.kind !== 'recorded') return outcome?.reason
    const entry = parseEntry(outcome.leaf)
    return entry?.kind === 'act' ? entry.verdict.kind : 'none'
  }
  const perform = async (id: string, ...request: Parameters<ReturnType<typeof actor>>) =>
    await verdictOf(await actor(id)(...request))
  const issue = async (id: string, deadlineAt = instant(now + 3 * dayMs)) => {
    const ballot = BallotId.parse(id)
    const contentHash = words.commit
    const handlers = [PersonId.parse('sec')]
    const body = { ballot, contentHash, leadAgency: health, handlers, deadlineAt }
    const windowReason = 'Khẩn cấp'
    await perform('sec', { kind: 'draft-ballot', body: { ...body, windowReason }, openings: [words] })
    await perform('sec', { kind: 'submit-ballot', body: { ballot, contentHash } })
    return await perform('head', { kind: 'issue-ballot', body: { ballot, contentHash } })
  }
  const answer = (id: string, ballot: string, value: string) => {
    const [choice, text] = [commitOpening(random, value), commitOpening(random, '')]
    const answers = [{ issue: IssueId.parse('i1'), choiceCommit: choice.commit, textCommit: text.commit }]
    return actor(id)({
      kind: 'answer-ballot',
      body: { ballot: BallotId.parse(ballot), versionHash: words.commit, answers },
      openings: [choice, text],
    })
  }
  const deliver = (id: string, ballot: string) => {
    const body = { ballot: BallotId.parse(ballot), versionHash: words.commit }
    return perform(id, { kind: 'mark-delivered', body })
  }
  /** Every receipt from a number on, as tablets keep them, the texts with each. */
  const receiptsFrom = async (from: number, openings: Opening[] = [words]) => {
    const { size } = await ledger.head()
    const numbers = Array.from({ length: size - from }, (_, i) => from + i)
    const receipts = await receiptsOf(numbers, ledger)
    return numbers.map((n) => {
      const receipt = receipts.get(n)
      if (!receipt) throw new Error(`no receipt of ${n}`)
      return { ...receipt, openings }
    })
  }
  const handIn = async (id: string, request: HandInRequest) => {
    const leaves = await proveLeaves(request, plain.server)
    return await intake.handIn({ device: DeviceId.parse(`d-${id}`), ...request, leaves })
  }
  const propose = (id: string, proposal: ProposalBody) => actor(id)({ kind: 'propose', body: { proposal } })
  const confirm = (id: string, proposal: OutboxItem) =>
    perform(id, { kind: 'confirm', body: { proposal: proposal.id } })
  const declaration = async (): Promise<ProposalBody> => {
    const announced = await ledger.announced()
    if (!announced) throw new Error('not announced')
    const { epoch, size, root, reason } = announced
    return { kind: 'begin-epoch', epoch, size, root, reason }
  }
  return {
    intake,
    imports: () => imports,
    blobs: database.blobs,
    ledger,
    crypto: plain.server,
    now: () => now,
    disk,
    logged,
    send,
    verdictOf,
    perform,
    issue,
    answer,
    deliver,
    receiptsFrom,
    handIn,
    propose,
    confirm,
    declaration,
    pass: (ms: number) => {
      now = instant(now + ms)
    },
    announce: (reason = 'hỏng đĩa') => {
      imports = importsOfNewServer()
      return announceRestore(reason, { store: database.ledger, crypto: plain.server })
    },
    declare: async () => {
      const proposal = await propose('sec', await declaration())
      return [await verdictOf(proposal), await confirm('head', proposal)]
    },
    end: async (missing = 0) => {
      const { epoch } = await ledger.head()
      const proposal = await propose('head', { kind: 'end-restore', epoch, missing, reason: 'đã đủ' })
      return [await verdictOf(proposal), await confirm('sec', proposal)]
    },
    rows: async () =>
      readerOver(
        new Map(
          (await ledger.rows(['ballot/', 'answers/', 'progress/', 'tally/', 'restore/'])).map((row) => [
            row.key,
            row.entity,
          ]),
        ),
      ),
    replay: () => replayLedger(ledger, plain.server.ledgerKey, plain.verifyEd25519),
    feed: (id: string, epoch: number, tree = 0) =>
      createFeedFor({
        ledger,
        recent: createRecentLedger(ledger),
        clock,
        log: (_, event) => void logged.push(event),
      })(PersonId.parse(id), {
        epoch,
        after: -1,
        tree,
      }),
  }
}

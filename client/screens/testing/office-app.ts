import { subjectOn } from '../../../shared/domain/access.ts'
import { type Entity, readerOver } from '../../../shared/domain/entity.ts'
import { DeviceId, PersonId } from '../../../shared/domain/id.ts'
import { ownersOf } from '../../../shared/domain/row-owners.ts'
import { mayRead } from '../../../shared/domain/scope.ts'
import { fail, ok } from '../../../shared/lib/result.ts'
import { dayOf, instant } from '../../../shared/lib/time.ts'
import { createDeviceDesk } from '../../app/device-desk.ts'
import { createDirectiveDesk } from '../../app/directive-desk.ts'
import { createDocumentShelf } from '../../app/document.ts'
import { createDrafts } from '../../app/drafts.ts'
import { createLocalMarks } from '../../app/local-marks.ts'
import { createMinutesDesk } from '../../app/minutes.ts'
import { createOfficeDesk } from '../../app/office-ballot.ts'
import { createOfficeMeetingDesk } from '../../app/office-meeting.ts'
import type { OpenApp } from '../../app/open-app.ts'
import type { Perform } from '../../app/perform.ts'
import { createPointDesk } from '../../app/point.ts'
import { createOpenPresenting } from '../../app/presenting.ts'
import { createReading } from '../../app/reading.ts'
import { createRestoreDesk } from '../../app/restore-desk.ts'
import { createRoomScreenDesk } from '../../app/room-screen-desk.ts'
import { createSessionDesk } from '../../app/session.ts'
import { createSessionConduct } from '../../app/session-conduct.ts'
import { createStatisticsDesk } from '../../app/statistics.ts'
import { createTaskDesk } from '../../app/task-desk.ts'
import { openNoLiveRoom } from '../../app/testing/no-live-room.ts'
import { createUnitDesk } from '../../app/unit-desk.ts'
import type { UploadFile } from '../../app/upload-port.ts'
import { emptyCursor, type WorkingCopy } from '../../app/working-copy.ts'
import { hashOf, type OfficeLedger } from './office-ledger.ts'

const storage: OpenApp['storage'] = {
  program: { isHere: () => true, subscribe: () => () => undefined },
  isPersisted: async () => true,
  persist: async () => true,
  estimate: async () => ({ usedBytes: 1, quotaBytes: 2 }),
}

const noneUnsent = { documents: 0, waiting: 0 }
/** The unlocked application over a ledger in this page, for looking at the Office's screens. */
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
export function createOfficeApp(
  ledger: OfficeLedger,
  account: string,
  given: { offline?: boolean; fault?: string } = {},
): OpenApp {
  const me = { person: PersonId.parse(account), device: DeviceId.parse(`${account}-1`) }
  const listeners = new Set<() => void>()
  const local = new Map<string, unknown>()
  let version = 0
  const tell = () => {
    version += 1
    for (const listener of [...listeners]) listener()
  }
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const clock = { now: ledger.now }
  const self = () => readerOver(ledger.rows).get('person', `person/${account}`) ?? null
  const subject = () => {
    const person = self()
    if (!person) throw new Error(`nobody called ${account}`)
    return subjectOn(person, me.device, ledger.now())
  }
  const all = readerOver(ledger.rows)
  const isVisible = (entity: Entity): boolean => mayRead(subject(), entity, ownersOf(entity, all))
  const copy: WorkingCopy = {
    reader: {
      get: (kind, key) => {
        const entity = all.get(kind, key)
        return entity && isVisible(entity) ? entity : undefined
      },
      list: (kind, prefix) => all.list(kind, prefix).filter(isVisible),
    },
    opened: (commit) => ledger.texts.get(commit),
    outbox: () => [],
    settled: () => [],
    cursor: () => ({
      ...emptyCursor,
      syncedAt: ledger.now(),
      tree: { epoch: 0, size: ledger.rows.size, root: hashOf('root') },
    }),
    local: (name) => local.get(name),
    setLocal: async (name, value) => {
      local.set(name, value)
      tell()
    },
    rowNumber: () => undefined,
    version: () => version,
    changesOf: () => version,
    subscribe,
    refresh: async () => {},
    takePage: async () => {},
    clear: () => {},
  }
  const perform: Perform = async (request) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    if (given.offline) return fail({ kind: 'outcome-unknown' })
    const verdict = ledger.perform(account, request)
    tell()
    return ok(verdict)
  }
  const upload: UploadFile = async ({ file, onProgress, signal }) => {
    for (let done = 0; done <= file.size; done += Math.max(1, Math.ceil(file.size / 8))) {
      if (signal.aborted) return fail({ kind: 'stopped' })
      onProgress({ phase: 'sending', done, total: file.size })
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    if (file.size < 1000) return fail({ kind: 'file-refused', reason: { kind: given.fault ?? 'not-a-pdf' } })
    return ok({ hash: hashOf(`file ${file.size}`), size: file.size, pages: 12 })
  }
  const unsure = async () => fail({ kind: 'outcome-unknown' as const })
  const unused = () => {
    throw new Error('not for the Office')
  }
  const tasks = createTaskDesk({ copy, me, queue: unused, perform, clock, random })
  return {
    identity: {
      ...me,
      publicKey: '',
      label: null,
      keys: { ledgerId: 'demo', ledgerKey: '', sealingKey: '' },
      state: 'active',
    },
    copy,
    me: () => ({ person: self(), subject: subject() }),
    now: ledger.now,
    today: () => dayOf(ledger.now()),
    ballots: {
      list: () => [],
      get: () => null,
      contentOf: () => undefined,
      answer: unused,
      markOpened: unused,
      markDelivered: unused,
    },
    meetings: {
      list: () => [],
      get: () => null,
      contentOf: () => undefined,
      itemContentOf: () => undefined,
      reply: unused,
      takePosition: unused,
      markDelivered: unused,
    },
    office: createOfficeDesk({
      copy,
      me,
      perform,
      clock,
      random,
    }),
    officeMeetings: createOfficeMeetingDesk({
      copy,
      perform,
      random,
    }),
    sessions: createSessionDesk({ copy, me, queue: unused, clock, random }),
    roomScreens: createRoomScreenDesk({ copy, me, clock, perform, random }),
    openPresenting: createOpenPresenting({ copy, me, openLiveRoom: openNoLiveRoom }),
    conduct: createSessionConduct({
      ...{ copy, me, queue: unused, perform, clock, random },
      api: { readFile: async () => fail({ kind: 'unreachable' }) },
    }),
    tasks,
    units: createUnitDesk({ copy, me, queue: unused, clock, random }),
    directives: createDirectiveDesk({ copy, tasks, perform, random }),
    minutes: createMinutesDesk({ copy, perform }),
    devices: createDeviceDesk({
      copy,
      thisDevice: me.device,
      perform,
      api: {
        handOutCode: async () =>
          given.offline
            ? fail({ kind: 'unreachable' })
            : ok({ code: 'K7QF-2M9X-4TRD', expiresAt: instant(ledger.now() + 24 * 3_600_000) }),
      },
    }),
    taskFiles: {
      sendWith: unused,
      standing: () => ({ kind: 'arrived' }),
      read: async () => fail({ kind: 'unreachable' }),
      kept: () => new Set(),
      unsent: () => 0,
      pump: () => {},
      close: () => {},
    },
    fetchArchive: async () => fail({ kind: 'unreachable' }),
    fetchPaper: async () => fail({ kind: 'unreachable' }),
    exportTasks: async () => fail({ kind: 'unreachable' }),
    statistics: createStatisticsDesk({
      copy,
      perform,
      api: {
        statistics: async () => fail({ kind: 'unreachable' }),
        exportStatistics: async () => fail({ kind: 'unreachable' }),
      },
    }),
    points: createPointDesk({ copy, perform, me, clock, random, api: { points: unused } }),
    restore: createRestoreDesk({
      copy,
      perform,
      api: { restoreReport: async () => fail({ kind: 'unreachable' }) },
    }),
    auditLedger: async ({ onProgress }) => {
      onProgress(ledger.rows.size, ledger.rows.size)
      return ok({
        outcome: 'good',
        size: ledger.rows.size,
        root: hashOf('root'),
        seenBefore: true,
        closed: [],
        file: '{}',
      })
    },
    documents: createDocumentShelf({
      copy,
      storage,
      files: {
        state: async () => undefined,
        states: async () => [],
        begin: async () => {},
        putChunk: async () => {},
        finish: async () => false,
        chunk: unused,
        verify: async () => false,
        remove: async () => {},
      },
    }),
    pageFiles: {
      pictures: () => async () => null,
      text: async () => null,
      textless: () => 0,
      isDamaged: () => false,
    },
    search: {
      state: () => ({ kind: 'ready', documents: 0, missing: 0, textless: 0 }),
      find: async () => ({ ballots: [], meetings: [], items: [], directives: [] }),
      findNotes: () => [],
      query: () => '',
      setQuery: () => {},
      target: () => null,
      setTarget: () => {},
      subscribe: () => () => {},
      close: () => {},
    },
    searchDirectives: unused,
    annotations: {
      open: unused,
      book: { on: () => [], own: () => new Map(), isRead: () => true },
      readers: () => [],
      colleagues: () => [],
      share: unused,
      countDocuments: () => 0,
      unsent: () => noneUnsent,
      subscribe: () => () => {},
      wake: () => {},
      close: () => {},
    },
    drafts: createDrafts(copy),
    dealt: createLocalMarks(copy, 'dealt'),
    openedDocuments: { has: () => false, add: async () => {}, tell: async () => {} },
    reading: createReading(copy),
    storage,
    storagePromise: { ask: async () => {}, askOnce: async () => {}, answer: () => null },
    upload,
    mail: {
      readMail: async () => fail({ kind: 'unreachable' }),
      setMailAddress: async () => fail({ kind: 'unreachable' }),
      testMail: async () => fail({ kind: 'unreachable' }),
      mailAgain: async () => fail({ kind: 'unreachable' }),
    },
    agencies: { add: unsure, rename: unsure, merge: unsure },
    taskImporting: {
      preview: async () => fail({ kind: 'unreachable' }),
      progress: async () => null,
      sign: async () => fail({ kind: 'outcome-unknown' }),
      template: async () => fail({ kind: 'unreachable' }),
    },
    processAgain: async () => (given.offline ? fail({ kind: 'unreachable' }) : ok({ state: 'waiting' })),
    intakeOf: async () =>
      given.offline
        ? fail({ kind: 'unreachable' })
        : ok({ state: 'working', step: 'pages', done: 40, of: 500 }),
    status: () =>
      given.offline
        ? { kind: 'offline', since: ledger.now(), waiting: 0 }
        : { kind: 'synced', at: ledger.now(), waiting: 0 },
    subscribe,
    syncNow: () => {},
    receipts: { file: () => '', check: unused },
    close: () => {},
  }
}

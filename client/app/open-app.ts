import { type Subject, subjectOn } from '../../shared/domain/access.ts'
import type { Person } from '../../shared/domain/people.ts'
import { ok, type Result } from '../../shared/lib/result.ts'
import { type Day, dayOf, type Instant } from '../../shared/lib/time.ts'
import type { FeedPage } from '../../shared/protocol/feed.ts'
import { type Annotations, createAnnotations } from './annotations.ts'
import { createDesks, type Desks } from './desks.ts'
import { createDocumentShelf, type DocumentShelf } from './document.ts'
import { createDrafts, type Drafts } from './drafts.ts'
import { createFetchArchive, type FetchArchive } from './fetch-archive.ts'
import { type AuditLedger, createAuditLedger } from './ledger-audit.ts'
import { createLocalMarks, type LocalMarks } from './local-marks.ts'
import { anchorOf, createMakeAct } from './make-act.ts'
import { moveToEpoch } from './new-epoch.ts'
import type { OpenAppDeps } from './open-app-deps.ts'
import { createOpenedDocuments, type OpenedDocuments } from './opened-documents.ts'
import { createPageFiles, type PageFiles } from './page-files.ts'
import { createPerform } from './perform.ts'
import { ledgerKeyOf, pinnedKey } from './pinned-key.ts'
import type { Api, DeviceIdentity, StorageFacts, UnlockedKeys } from './ports.ts'
import { createOpenPresenting, type OpenPresenting } from './presenting.ts'
import { createQueueAct } from './queue-act.ts'
import { createReading, type Reading } from './reading.ts'
import { createSearch, type Search } from './search.ts'
import { type Status, statusOf } from './status.ts'
import { createStoragePromise, type StoragePromise } from './storage-promise.ts'
import type { Tablet } from './tablet.ts'
import { type FeedFault, verifyFeedPage } from './take-feed.ts'
import { checkReceipt, takeHomeFile } from './take-home.ts'
import { takeOutcomes } from './take-outcomes.ts'
import { createTaskFiles, type TaskFiles } from './task-file.ts'
import { unattended } from './unattended.ts'
import type { UploadFile } from './upload-port.ts'
import { createWorkingCopy, type WorkingCopy } from './working-copy.ts'

/** The unlocked application: what a person can do, on what this device holds. Screens know nothing below it. */
export type OpenApp = Desks & {
  identity: DeviceIdentity
  copy: WorkingCopy
  me(): { person: Person | null; subject: Subject }
  /** The hour of this device, for what is shown only (O8). */
  now(): Instant
  /** The Office's day, as far as its answers tell: what is due by it is not due by a tablet's clock (T2, O8). */
  today(): Day
  fetchArchive: FetchArchive
  /** A paper of the Office, as a file to keep. */
  fetchPaper: Api['readPaper']
  exportTasks: Api['exportTasks']
  auditLedger: AuditLedger
  documents: DocumentShelf
  pageFiles: PageFiles
  search: Search
  /** Of the library, what is on pages that are not here; the server's word at that moment. */
  searchDirectives: Api['searchDirectives']
  annotations: Annotations
  /** Unsigned work; what has been dealt with. On this tablet alone. */
  drafts: Drafts
  dealt: LocalMarks
  openedDocuments: OpenedDocuments
  reading: Reading
  openPresenting: OpenPresenting
  storage: StorageFacts
  storagePromise: StoragePromise
  upload: UploadFile
  taskFiles: TaskFiles
  /** How far the server is with a file that was uploaded. */
  intakeOf: Api['intakeOf']
  processAgain: Api['processAgain']
  /** E-mail, for the administrator. */
  mail: Pick<Api, 'readMail' | 'setMailAddress' | 'testMail' | 'mailAgain'>
  status(): Status
  /** Changes of status, files and rows. */
  subscribe(listener: () => void): () => void
  syncNow(): void
  receipts: {
    file(): string
    check(receipt: Parameters<typeof checkReceipt>[0]): ReturnType<typeof checkReceipt>
  }
  close(): void
}

export function createOpenApp(
  deps: OpenAppDeps & {
    identity: DeviceIdentity
    tablet: Tablet
    keys: UnlockedKeys
    onSignedOut(): void
  },
): OpenApp {
  const { identity, tablet, keys, api, crypto, clock, random } = deps
  const me = { person: identity.person, device: identity.device }
  const copy = createWorkingCopy(tablet)
  const ledgerKey = ledgerKeyOf(identity)
  const verify = crypto.verifyEd25519
  const listeners = new Set<() => void>()
  let fault: FeedFault | null = null

  const tell = () => {
    for (const listener of [...listeners]) listener()
  }
  const documents = createDocumentShelf({
    copy,
    files: tablet.files,
    storage: deps.storage,
    kept: () => taskFiles.kept(),
    onDamaged: () => sync.kickFiles(),
  })

  const storagePromise = createStoragePromise({ copy, storage: deps.storage, clock })
  /** With the first document that lies here there is something to lose. */
  const askOnce = async () => {
    if (documents.states().some(({ isComplete }) => isComplete)) await storagePromise.askOnce()
  }

  const isRestoring = () => copy.reader.list('restore').some(({ ended }) => ended === null)

  /** @returns `more` where the rows of the new epoch are to be asked for now. */
  const takeEpoch = async (page: FeedPage): Promise<Result<'more' | 'later', FeedFault>> => {
    const held = { cursor: copy.cursor(), rows: await tablet.rows.all(), settled: copy.settled() }
    const moved = await moveToEpoch(page, held, { ledgerKey, verify, api, store: tablet.rows })
    if (!moved.ok) fault = moved.error
    else if (moved.value.kind === 'undeclared') fault = { kind: 'new-epoch', epoch: page.epoch }
    else fault = null
    await copy.refresh('rows')
    if (!moved.ok) return moved
    return ok(moved.value.kind === 'moved' ? 'more' : 'later')
  }

  const takePage = async (page: FeedPage): Promise<Result<'more' | 'done' | 'later', FeedFault>> => {
    const known = copy.cursor()
    if (known.tree !== null && page.epoch > known.epoch) return await takeEpoch(page)
    const holding = { cursor: copy.cursor(), outbox: copy.outbox() }
    const taken = await verifyFeedPage(page, holding, { ledgerKey, verify: crypto.verifyEd25519, clock })
    if (!taken.ok) {
      fault = taken.error
      tell()
      return taken
    }
    const { more, ...stored } = taken.value
    const wasRestoring = isRestoring()
    await copy.takePage(stored)
    if (wasRestoring && !isRestoring()) sync.kickFeed()
    if (stored.settled.length > 0) sync.kickOutbox()
    fault = null
    if (!more) {
      await ballots.markDelivered()
      await meetings.markDelivered()
      await documents.removeWithdrawn()
      sync.kickFiles()
      taskFiles.pump()
      unattended(documents.refresh())
    }
    return ok(more ? 'more' : 'done')
  }

  const sync = deps.createSync({
    identity,
    tablet,
    outbox: tablet.outbox,
    cursor: copy.cursor,
    takePage,
    planFetch: documents.planFetch,
    onFull: () => unattended(documents.roomRefused().then(() => sync.kickFiles())),
    takeOutcomes: async (outcomes) => {
      await takeOutcomes(outcomes, tablet, { ledgerKey, verify: crypto.verifyEd25519, clock })
      await copy.refresh('outbox')
    },
    onFiles: () => unattended(documents.refresh().then(askOnce)),
    onSignedOut: deps.onSignedOut,
  })

  const taskFiles = createTaskFiles({
    ...{ copy, files: tablet.files, api, upload: sync.upload, random, onChange: tell },
    hasLine: () => ['idle', 'pulling'].includes(sync.state().feed),
    onArrived: sync.kickFeed,
  })
  const makeAct = createMakeAct({
    ...me,
    sign: keys.sign,
    seal: crypto.sealTo(pinnedKey(identity.keys.sealingKey)),
    random,
    clock,
    anchor: () => anchorOf(copy.cursor()),
  })
  const perform = createPerform({ api, makeAct, ledgerKey, verify, onRecorded: sync.kickFeed })
  const queueing = { copy, me, makeAct, outbox: tablet.outbox, clock, onQueued: sync.kickOutbox }
  const queue = createQueueAct(queueing)
  const desks = createDesks({ copy, me, queue, perform, api, random, clock, officeClock: deps.officeClock })
  const { ballots, meetings, directives } = desks
  const openedDocuments = createOpenedDocuments({ copy, me, queue, clock })
  const store = tablet.notes
  const annotations = createAnnotations({ ...queueing, store, hub: deps.createNotes(store) })
  let waitingNotes = 0
  // Each stroke is under way for a moment: only what stays behind is news for every screen.
  const hearNotes = () => {
    const { waiting } = annotations.unsent()
    if (waiting === waitingNotes) return
    waitingNotes = waiting
    tell()
  }
  const whoIsHere = () => {
    const person = copy.reader.get('person', `person/${me.person}`) ?? null
    const nobody = { ...me, roles: [], agencies: [], ministries: [], isMember: false, at: clock.now() }
    return { person, subject: person ? subjectOn(person, me.device, clock.now()) : nobody }
  }
  const pageFiles = createPageFiles({ copy, documents })
  const search = createSearch({
    ...{ copy, documents, pageFiles, ballots, meetings, directives, notes: annotations },
    index: deps.createSearchIndex(),
    idle: deps.idle,
    isWanted: () => {
      const { subject } = whoIsHere()
      const readers = ['secretary', 'head-of-office', 'clerk'] as const
      return subject.isMember || readers.some((role) => subject.roles.includes(role))
    },
  })
  const unsubscribe = [
    copy.subscribe(tell),
    sync.subscribe(tell),
    documents.subscribe(tell),
    annotations.subscribe(hearNotes),
  ]
  unattended(
    copy.refresh('all').then(async () => {
      // Opening every file takes its time: what waits to be sent does not wait for that.
      sync.start()
      await openedDocuments.tell()
      await documents.refresh()
    }),
  )

  return {
    ...desks,
    identity,
    copy,
    me: whoIsHere,
    now: clock.now,
    today: () => dayOf(deps.officeClock.now()),
    fetchPaper: api.readPaper,
    exportTasks: api.exportTasks,
    fetchArchive: createFetchArchive({ api, ledgerKey, verifyEd25519: verify, verifyP256: deps.verifyP256 }),
    auditLedger: createAuditLedger({ api, ledgerKey, verify, known: () => copy.cursor().tree }),
    documents,
    pageFiles,
    search,
    searchDirectives: api.searchDirectives,
    annotations,
    drafts: createDrafts(copy),
    dealt: createLocalMarks(copy, 'dealt'),
    openedDocuments,
    reading: createReading(copy),
    openPresenting: createOpenPresenting({ copy, me, openLiveRoom: deps.openLiveRoom }),
    storage: deps.storage,
    storagePromise,
    upload: sync.upload,
    taskFiles,
    intakeOf: api.intakeOf,
    processAgain: api.processAgain,
    mail: api,
    status: () =>
      statusOf({
        sync: sync.state(),
        syncedAt: copy.cursor().syncedAt,
        waiting: copy.outbox().length,
        fault,
        isRestoring: isRestoring(),
        lacking: documents.lacking().documents,
      }),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    syncNow: () => {
      sync.kickOutbox()
      sync.kickFeed()
      documents.tryRoomAgain()
      sync.kickFiles()
      annotations.wake()
    },
    receipts: {
      file: () => takeHomeFile(me.person, copy, ledgerKey),
      check: (receipt) => checkReceipt(receipt, ledgerKey, verify),
    },
    close: () => {
      sync.stop()
      taskFiles.close()
      annotations.close()
      search.close()
      for (const end of unsubscribe) end()
      documents.clear()
      copy.clear()
    },
  }
}

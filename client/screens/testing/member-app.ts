import { sealAnswers } from '../../../server/demo/demo-content.ts'
import { subjectOn } from '../../../shared/domain/access.ts'
import type { Act } from '../../../shared/domain/act.ts'
import { BallotContent, currentVersion } from '../../../shared/domain/ballot.ts'
import { readerOver } from '../../../shared/domain/entity.ts'
import { ActId, DeviceId, Hash, PersonId } from '../../../shared/domain/id.ts'
import { ownersOf } from '../../../shared/domain/row-owners.ts'
import { mayRead } from '../../../shared/domain/scope.ts'
import type { Verdict } from '../../../shared/domain/verdict.ts'
import { leafText } from '../../../shared/ledger/entry.ts'
import { base64 } from '../../../shared/lib/base64.ts'
import type { Bytes } from '../../../shared/lib/bytes.ts'
import { canonicalJson, type Json } from '../../../shared/lib/canonical-json.ts'
import { ok } from '../../../shared/lib/result.ts'
import { sha256Hex } from '../../../shared/lib/sha256.ts'
import type { Opening } from '../../../shared/protocol/envelope.ts'
import { createOpenApp, type OpenApp } from '../../app/open-app.ts'
import type { SyncState } from '../../app/status.ts'
import { createMemoryDisk } from '../../app/testing/memory-disk.ts'
import { createMemoryKeyring } from '../../app/testing/memory-keyring.ts'
import { createMemoryStores } from '../../app/testing/memory-stores.ts'
import { openNoLiveRoom } from '../../app/testing/no-live-room.ts'
import { createInProcessSearch } from '../../search/testing/in-process-search.ts'
import { createOfflineNotes } from '../../sync/testing/offline-notes.ts'
import { idOf, me, memberWeek, nowAt, thisDevice } from './member-week.ts'
import { random } from './office-cast.ts'
import { hashOf } from './office-ledger.ts'

/** The product's own unlocked application over a tablet in memory that holds a member's week. */
export async function createMemberApp(given: {
  offline: boolean
  /** Files that are here: the first documents of each ballot. */
  files: readonly Bytes[]
}): Promise<OpenApp> {
  const held = given.files.map((bytes) => ({ bytes, hash: Hash.parse(sha256Hex(bytes)), size: bytes.length }))
  const ledger = memberWeek(held.map(({ hash, size }) => ({ hash, size })))
  const all = readerOver(ledger.rows)
  const person = all.get('person', `person/${me}`)
  if (!person) throw new Error('nobody')
  const subject = subjectOn(person, DeviceId.parse(thisDevice), nowAt)
  const disk = createMemoryDisk()
  const openings: Opening[] = [...ledger.texts].map(([commit, value]) => ({ commit, salt: '', value }))
  let n = 0
  for (const [key, entity] of ledger.rows) {
    if (!mayRead(subject, entity, ownersOf(entity, all))) continue
    disk.rows.set(key, { key, n: n++, entity, openings: n === 1 ? openings : [], leaves: [], proofs: [] })
  }
  disk.cursor = {
    epoch: 0,
    after: n,
    tree: { epoch: 0, size: 1204, root: hashOf('root') },
    syncedAt: nowAt,
  }
  const answerTo = (id: string): { act: Act; openings: Opening[] } => {
    const ballot = all.get('ballot', `ballot/${idOf(id)}`)
    const hash = ballot && currentVersion(ballot)?.hash
    const text = hash && ledger.texts.get(hash)
    if (!hash || text === undefined) throw new Error(id)
    const content = BallotContent.parse(JSON.parse(text))
    const said = content.issues.map((each) =>
      each.form.kind === 'alternatives' ? ({ pick: 'a' } as const) : ({ against: 'Cần xem lại.' } as const),
    )
    const sealed = sealAnswers(
      { content, hash, opening: { commit: hash, salt: '', value: text } },
      said,
      random,
    )
    const act: Act = {
      v: 1,
      id: ActId.parse(`${id}-act`.padEnd(24, '0')),
      kind: 'answer-ballot',
      person: PersonId.parse(me),
      device: DeviceId.parse(thisDevice),
      prev: [],
      castAt: nowAt,
      anchor: { epoch: 0, size: 0, root: hashOf('') },
      body: { ballot: idOf(id), versionHash: hash, answers: sealed.answers },
    }
    return { act, openings: sealed.openings }
  }
  const rejected = answerTo('rejected')
  disk.outbox.set(rejected.act.id, {
    id: rejected.act.id,
    ...rejected,
    sealed: new Uint8Array(8),
    storedAt: nowAt,
    rejected: 'cannot-unseal',
  })
  const refused = answerTo('refused')
  const verdict: Verdict = { kind: 'refused', reason: { kind: 'answer-is-final' } }
  const leaf = leafText(1203, nowAt, {
    act: canonicalJson(refused.act as unknown as Json),
    sig: base64(new Uint8Array(64)),
    verdict: verdict as unknown as Json,
  })
  disk.settled.set(refused.act.id, {
    id: refused.act.id,
    ...refused,
    receipt: { leaf, proof: '' },
    settledAt: nowAt,
  })
  for (const { bytes, hash, size } of held) {
    disk.files.set(hash, { size, isComplete: true, chunks: new Map([[0, bytes]]) })
  }
  disk.local.set('drafts', {
    'answer/unsigned': { versionHash: hashOf('any'), byIssue: {} },
  })

  const stores = createMemoryStores(disk)
  const clock = { now: () => nowAt }
  const keyPair = { publicKey: new Uint8Array(65), sign: async () => new Uint8Array(64) }
  const keyring = createMemoryKeyring({ disk, life: stores.life, clock, keyPair })
  const state: SyncState = {
    feed: given.offline ? 'offline' : 'idle',
    lastOkAt: nowAt,
    hasNetwork: !given.offline,
    files: { kind: 'idle' },
  }
  const never = () => {
    throw new Error('not in this page')
  }
  return createOpenApp({
    api: new Proxy({} as never, { get: () => never }),
    crypto: { verifyEd25519: async () => false, sealTo: () => async () => new Uint8Array(8) },
    verifyP256: async () => false,
    clock,
    officeClock: clock,
    random,
    storage: {
      program: { isHere: () => true, subscribe: () => () => undefined },
      isPersisted: async () => false,
      persist: async () => false,
      estimate: async () => ({ usedBytes: 1_234_567_890, quotaBytes: 10_000_000_000 }),
    },
    openLiveRoom: openNoLiveRoom,
    createSearchIndex: createInProcessSearch,
    idle: async () => {},
    createNotes: (store) => createOfflineNotes(store, { clock }),
    createSync: () => ({
      start: () => undefined,
      stop: () => undefined,
      kickOutbox: () => undefined,
      kickFeed: () => undefined,
      kickFiles: () => undefined,
      state: () => state,
      subscribe: () => () => undefined,
      upload: async () => ok({ hash: hashOf('x'), size: 1, pages: 1 }),
    }),
    identity: {
      person: PersonId.parse(me),
      device: DeviceId.parse(thisDevice),
      publicKey: '',
      label: null,
      keys: { ledgerId: 'demo', ledgerKey: base64(new Uint8Array(32)), sealingKey: '' },
      state: 'active',
    },
    tablet: { ...stores, keyring },
    keys: { sign: async () => new Uint8Array(64) },
    onSignedOut: () => undefined,
  })
}

import { type ActId, BallotId, type DeviceId, Hash, PersonId } from '../../../shared/domain/id.ts'
import { signCheckpoint } from '../../../shared/ledger/checkpoint.ts'
import { leafText } from '../../../shared/ledger/entry.ts'
import { leafHash } from '../../../shared/ledger/merkle.ts'
import { signNote } from '../../../shared/ledger/signed-note.ts'
import { formatTlogProof } from '../../../shared/ledger/tlog-proof.ts'
import { fromBase64 } from '../../../shared/lib/base64.ts'
import { type Bytes, fromUtf8, utf8 } from '../../../shared/lib/bytes.ts'
import { fail, ok } from '../../../shared/lib/result.ts'
import { instant } from '../../../shared/lib/time.ts'
import { type ActOutcome, orderText } from '../../../shared/protocol/api.ts'
import { Envelope } from '../../../shared/protocol/envelope.ts'
import { createPlainCrypto } from '../../../shared/testing/plain-crypto.ts'
import { createInProcessSearch } from '../../search/testing/in-process-search.ts'
import { createOfflineNotes } from '../../sync/testing/offline-notes.ts'
import { createApplication } from '../application.ts'
import type { DeliverLocked } from '../locked-delivery.ts'
import { createMakeAct, noAnchor } from '../make-act.ts'
import type { Api, NetworkFault } from '../ports.ts'
import type { SyncParts } from '../sync-port.ts'
import type { Owner, Tablet, Tablets } from '../tablet.ts'
import { createMemoryDisk, type MemoryDisk } from './memory-disk.ts'
import { createMemoryKeyring } from './memory-keyring.ts'
import { createMemoryStores } from './memory-stores.ts'
import { openNoLiveRoom } from './no-live-room.ts'

/** A browser with its disks, and an Office that answers as told: for the way from the first tap to the open application. */

const person = PersonId.parse('minister')
const startAt = instant(Date.UTC(2026, 10, 20, 2))

export function createBench() {
  const crypto = createPlainCrypto('bench')
  const { server } = crypto
  const disks = new Map<DeviceId, { owner: Owner; disk: MemoryDisk }>()
  const remembered: Owner[] = []
  let dice = 0
  const random = (length: number): Bytes => {
    dice += 1
    return new Uint8Array(length).fill(dice)
  }

  /** What the Office says; `silent`: it is out of reach. */
  const office = {
    silent: false,
    enrolsAs: 'active' as 'active' | 'pending',
    turnsAway: null as NetworkFault | null,
    order: null as Promise<string | null> | null,
    sent: [] as ActId[],
    clears: true,
    /** How many acts had been sent each time that the browser was cleared. */
    cleared: [] as number[],
  }
  /** What the browser does with who asks for its storage. */
  const storage = { refuses: false }
  const say = async <T>(value: T) => (office.silent ? fail<NetworkFault>({ kind: 'unreachable' }) : ok(value))
  const session = (device: DeviceId | null) => ({ person, device, expiresAt: startAt, now: startAt })
  const away = async () => fail<NetworkFault>({ kind: 'unreachable' })
  const api: Api = {
    feed: away,
    sendActs: async (acts) => {
      if (!office.silent) office.sent.push(...acts.map(({ id }) => id))
      return say([])
    },
    session: away,
    signIn: () => say(session(null)),
    challenge: () => say({ nonce: 'nonce' }),
    deviceSignIn: async ({ device }) =>
      office.turnsAway && !office.silent ? fail(office.turnsAway) : say(session(device)),
    signOut: () => say(null),
    clearSiteData: async () => {
      if (!office.clears) return await away()
      office.cleared.push(office.sent.length)
      return ok(null)
    },
    enrol: () => say({ state: office.enrolsAs, keys: server.keys }),
    handOutCode: away,
    readMail: away,
    setMailAddress: away,
    testMail: away,
    mailAgain: away,
    readLedger: away,
    readBundle: away,
    readPaper: away,
    exportTasks: away,
    exportStatistics: away,
    order: async () => say(office.order === null ? null : await office.order),
    beginUpload: away,
    putUpload: away,
    finishUpload: away,
    taskFileHere: away,
    taskImport: away,
    taskImportProgress: away,
    taskTemplate: away,
    intakeOf: away,
    processAgain: away,
    readFile: away,
    readDocument: away,
    statistics: away,
    points: away,
    searchDirectives: away,
    restoreReport: away,
    handInLeaves: away,
  }

  /** @param offMs by so much the device's clock is wrong; the Office's hour is known */
  function start(offMs = 0) {
    const opened = new Map<DeviceId, Tablet>()
    const deliveries = new Map<DeviceId, Parameters<DeliverLocked>[0]>()
    const synced: SyncParts[] = []
    const open = (owner: Owner): Tablet => {
      const known = opened.get(owner.device)
      if (known) return known
      const { disk } = disks.get(owner.device) ?? { disk: createMemoryDisk() }
      disks.set(owner.device, { owner, disk })
      const { life, ...stores } = createMemoryStores(disk)
      const keyPair = crypto.deviceKey(owner.device)
      const tablet = { ...stores, keyring: createMemoryKeyring({ disk, life, clock, keyPair }) }
      opened.set(owner.device, tablet)
      return tablet
    }
    const drop = (tablet: Tablet) => {
      const [device] = [...opened].find(([, one]) => one === tablet) ?? []
      if (device === undefined) return
      disks.delete(device)
      remembered.splice(0, remembered.length, ...remembered.filter((owner) => owner.device !== device))
    }
    const tablets: Tablets = {
      owner: async () => {
        if (storage.refuses) throw new DOMException('refused', 'SecurityError')
        return remembered.at(-1) ?? null
      },
      leftBehind: async (current) =>
        [...disks.values()].map(({ owner }) => owner).filter(({ device }) => device !== current.device),
      open,
      remember: async (owner) => void remembered.push(owner),
      destroy: async (tablet, handOver) => {
        await handOver(await tablet.outbox.sealed())
        drop(tablet)
      },
      discard: async (tablet) => drop(tablet),
    }
    const clock = { now: () => instant(startAt + offMs) }
    const application = createApplication({
      api,
      crypto: { verifyEd25519: crypto.verifyEd25519, sealTo: () => crypto.seal },
      verifyP256: server.verifyP256,
      clock,
      officeClock: { now: () => startAt },
      random,
      storage: {
        program: { isHere: () => true, subscribe: () => () => undefined },
        isPersisted: async () => true,
        persist: async () => true,
        estimate: async () => ({ usedBytes: null, quotaBytes: null }),
      },
      tablets,
      createSync: (parts) => {
        synced.push(parts)
        return {
          start: () => {},
          stop: () => {},
          kickOutbox: () => {},
          kickFeed: () => {},
          kickFiles: () => {},
          state: () => ({ feed: 'idle', lastOkAt: null, hasNetwork: true, files: { kind: 'idle' } }),
          subscribe: () => () => {},
          upload: away,
        }
      },
      openLiveRoom: openNoLiveRoom,
      createSearchIndex: createInProcessSearch,
      idle: async () => {},
      createNotes: (store) => createOfflineNotes(store, { clock }),
      deliverLocked: (parts) => {
        deliveries.set(parts.identity.device, parts)
        void parts.store.sealed()
        return { stop: () => deliveries.delete(parts.identity.device) }
      },
    })
    return { application, deliveries, synced, open }
  }

  return {
    office,
    storage,
    start,
    devices: () => [...disks.keys()],
    revoked: {
      kind: 'refused',
      status: 403,
      error: { kind: 'device-not-active', state: 'revoked' },
    } as const,
    wipeOrder: (device: DeviceId) =>
      signNote(orderText('wipe', device, startAt), server.ledgerKey, server.sign),
    signedAct: (device: DeviceId) => {
      const anchor = () => noAnchor
      const { sign } = crypto.deviceKey(device)
      const clock = { now: () => startAt }
      const makeAct = createMakeAct({ person, device, sign, seal: crypto.seal, random, clock, anchor })
      const body = { ballot: BallotId.parse('b1'), versionHash: Hash.parse('0'.repeat(64)) }
      return makeAct({ kind: 'mark-opened', body })
    },
    /** The Office's receipt for a sealed act, alone in its ledger. */
    async receiptFor({ id, sealed }: { id: ActId; sealed: Bytes }): Promise<ActOutcome> {
      const plain = await server.unseal(sealed, id)
      const { bytes, sig } = Envelope.parse(JSON.parse(fromUtf8(plain ?? new Uint8Array())))
      const act = fromUtf8(fromBase64(bytes) ?? new Uint8Array())
      const verdict = { kind: 'held', reason: { kind: 'device-revoked' }, events: [] }
      const leaf = leafText(0, startAt, { act, sig, verdict })
      const root = leafHash(utf8(leaf))
      const checkpoint = await signCheckpoint({ epoch: 0, size: 1, root }, server.ledgerKey, server.sign)
      return {
        kind: 'recorded',
        id,
        leaf,
        proof: formatTlogProof({ index: 0, path: [], checkpoint, extra: null }),
      }
    },
  }
}

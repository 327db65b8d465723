import { fileContract } from '../../client/app/testing/file-contract.ts'
import { keyringContract } from '../../client/app/testing/keyring-contract.ts'
import { noteContract } from '../../client/app/testing/note-contract.ts'
import { outboxContract } from '../../client/app/testing/outbox-contract.ts'
import { rowContract } from '../../client/app/testing/row-contract.ts'
import { agencyRow, cursorAt, outboxItem, settledAct } from '../../client/app/testing/sample-record.ts'
import { passPhrase } from '../../client/app/testing/tablet-subject.ts'
import { type Cipher, createAesGcm } from '../../client/store/aes-gcm.ts'
import { createLeader, type Leader } from '../../client/store/leader.ts'
import { createDatabaseSubject, newOwner, openForTest } from '../../client/store/testing/database-subject.ts'
import { allRecords, databaseNames, holdsText } from '../../client/store/testing/raw-database.ts'
import { random } from '../../client/store/webcrypto.ts'
import { wipeTablet } from '../../client/store/wipe.ts'
import { DeviceId, Hash, PersonId } from '../../shared/domain/id.ts'
import { type Bytes, concat, fromUtf8, hex, utf8 } from '../../shared/lib/bytes.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'

/** What runs inside Chromium: the product's own storage, driven by the specs beside this file. */

const cases = [...rowContract, ...outboxContract, ...fileContract, ...noteContract, ...keyringContract]

/** The bytes as they are: with this, whoever searches for the canary must find it. */
const identity: Cipher = {
  seal: async (_, plain) => plain.slice(),
  open: async (_, sealed) => sealed.slice(),
}
const owner = { person: PersonId.parse('person-1'), device: DeviceId.parse('canary') }
/** What passed through the sealing: the test must know the secrets that it searches for. */
const sealedPlain: Bytes[] = []
const remembering = (cipher: Cipher): Cipher => ({
  ...cipher,
  seal: async (key, plain, aad) => {
    sealedPlain.push(plain.slice())
    return await cipher.seal(key, plain, aad)
  },
})
const openCanary = (sealing: 'sealed' | 'in-clear') =>
  openForTest(owner, { cipher: remembering(sealing === 'sealed' ? createAesGcm(random) : identity) })

const noteRoom = 'notes/person-1/doc'
let leader: Leader | null = null

const functions = {
  runContract: async (name: string) => {
    await cases.find((it) => it.name === name)?.run(createDatabaseSubject(newOwner()))
  },

  /** Writes the canary into every table. */
  async fill(sealing: 'sealed' | 'in-clear', canary: string) {
    const { keyring, rows, outbox, files, local, notes, database } = openCanary(sealing)
    await keyring.create(passPhrase)
    await outbox.add(outboxItem('waits', `outbox ${canary}`))
    await rows.takePage({
      rows: [agencyRow('a', 1, `row ${canary}`)],
      gone: [],
      settled: [settledAct('done', `settled ${canary}`)],
      cursor: cursorAt(1),
    })
    await notes.load(noteRoom)
    await notes.append(noteRoom, utf8(`note ${canary}`), true)
    await local.put(`name ${canary}`, { draft: `local ${canary}` })
    const text = utf8(`document ${canary} `)
    const bytes = concat(...Array.from({ length: 2000 }, () => text))
    const hash = Hash.parse(sha256Hex(bytes))
    await files.begin(hash, bytes.length)
    await files.putChunk(hash, 0, bytes)
    await files.finish(hash)
    database.close()
    return hash
  },

  /** The tables in which a text lies readable for somebody with the plain interface of the browser. */
  async tablesHolding(text: string) {
    const found: string[] = []
    for (const name of await databaseNames()) {
      let table = ''
      for (const item of await allRecords(name)) {
        if (typeof item === 'string' && /^[a-z]+$/.test(item)) table = item
        else if (holdsText(item, text) && !found.includes(table)) found.push(table)
      }
    }
    return found.toSorted()
  },

  /** The root key, and the scalar of the signing key (bytes 36 to 68 of its PKCS#8), as hexadecimal. */
  secrets: () => ({
    root: sealedPlain.filter(({ length }) => length === 32).map(hex),
    scalar: sealedPlain.filter(({ length }) => length === 138).map((pkcs8) => hex(pkcs8.slice(36, 68))),
  }),

  async wipe() {
    const tablet = openCanary('sealed')
    const serviceWorker = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined
    await caches.open('program')
    await wipeTablet({ ...tablet, caches, serviceWorker, settings: [localStorage] }, async () => {})
    return { databases: await databaseNames(), caches: await caches.keys() }
  },

  /** Adds acts one after the other and tells each that is durable, until the page is killed. */
  async addForEver(tell: (name: string) => Promise<void>) {
    const { keyring, outbox } = openCanary('sealed')
    await keyring.create(passPhrase)
    for (let i = 0; ; i++) {
      await outbox.add(outboxItem(`k${i}`))
      await tell(`k${i}`)
    }
  },
  /** The same with notes: as a pen writes, one after the other and in handfuls. */
  async writeForEver(tell: (name: string) => Promise<void>) {
    const { keyring, notes } = openCanary('sealed')
    await keyring.create(passPhrase)
    await notes.load(noteRoom)
    for (let i = 0; ; i += 3) {
      const handful = [i, i + 1, i + 2].map((n) => `n${n}`)
      await Promise.all(handful.map((name) => notes.append(noteRoom, utf8(name), true)))
      for (const name of handful) await tell(name)
    }
  },
  async notesMissing(names: readonly string[]) {
    const { keyring, notes } = openCanary('sealed')
    await keyring.unlock(passPhrase)
    const found = new Set((await notes.load(noteRoom)).updates.map(fromUtf8))
    return names.filter((name) => !found.has(name))
  },
  async namesMissing(names: readonly string[]) {
    const { keyring, outbox } = openCanary('sealed')
    await keyring.unlock(passPhrase)
    const ids = new Set((await outbox.all()).map(({ id }) => id))
    return names.filter((name) => !ids.has(outboxItem(name).id))
  },

  /** Writes until the disk is full. @returns the fault, and whether what was said to be saved is there. */
  async fillDisk() {
    const { keyring, files, rows, outbox } = openCanary('sealed')
    await keyring.create(passPhrase)
    const hash = Hash.parse('0'.repeat(64))
    const chunk = new Uint8Array(1024 * 1024)
    await files.begin(hash, 200 * chunk.length)
    await outbox.add(outboxItem('before'))
    let saved = 0
    let fault = ''
    try {
      for (; saved < 200; saved++) await files.putChunk(hash, saved, chunk)
    } catch (error) {
      fault = error instanceof Error && 'kind' in error ? String(error.kind) : String(error)
    }
    const have = (await files.state(hash))?.have
    await files.remove(hash)
    return {
      fault,
      isAllThere: have === saved * chunk.length,
      rows: (await rows.all()).length,
      acts: (await outbox.all()).length,
    }
  },

  lead(tell: (state: string) => Promise<void>) {
    leader = createLeader({
      name: 'tablet',
      locks: navigator.locks,
      channel: new BroadcastChannel('tablet'),
      timers: {
        after: (delayMs, task) => {
          const timer = setTimeout(task, delayMs)
          return () => clearTimeout(timer)
        },
      },
      stopWork: () => tell('stopped work'),
      onState: (state) => void tell(state),
    })
  },
  takeOver: () => leader?.takeOver(),
}

/** In the page they are `tabletPage`. */
export type TabletPage = typeof functions
Object.assign(globalThis, { tabletPage: functions })

import { describe, expect, test } from 'vitest'
import { documentKey, type ProcessedDocument } from '../../shared/domain/document.ts'
import type { Entity } from '../../shared/domain/entity.ts'
import { DocumentId, Hash } from '../../shared/domain/id.ts'
import { ballotId, cabinetOf, contentHash, contentOf } from '../../shared/domain/testing/cabinet.ts'
import { Office } from '../../shared/domain/testing/office.ts'
import { type Bytes, utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { createDocumentShelf } from './document.ts'
import { hashOpening } from './make-act.ts'
import { createMemoryDisk } from './testing/memory-disk.ts'
import { createMemoryStores } from './testing/memory-stores.ts'
import { createWorkingCopy } from './working-copy.ts'

const fileOf = (text: string) => {
  const bytes: Bytes = utf8(text)
  return { bytes, hash: Hash.parse(sha256Hex(bytes)), size: bytes.length }
}
const former = fileOf('former')
const formerText = fileOf('text of the former')
const scan = fileOf('a slow scan')
const letter = fileOf('a letter')
const made = {
  pages: fileOf('pages of the scan'),
  text: fileOf('text of the scan'),
  thumbs: fileOf('pictures of the scan'),
  copy: fileOf('copy of the scan'),
}

type File = ReturnType<typeof fileOf>
const named = ({ hash, size }: File) => ({ hash, size })
const documentOf = (id: string, file: File) => ({
  ...named(file),
  id: DocumentId.parse(id),
  title: id,
  kind: 'draft' as const,
  pages: 1,
})
const processed = (of: File, derived: ProcessedDocument['derived']): ProcessedDocument => ({
  kind: 'document',
  id: of.hash,
  derived,
  noText: [],
  broken: [],
  faults: [],
})
const derivedOfScan: ProcessedDocument['derived'] = [
  { kind: 'copy', ...named(made.copy) },
  { kind: 'pages', ...named(made.pages) },
  { kind: 'text', ...named(made.text) },
  { kind: 'thumbs', ...named(made.thumbs) },
]

/** A tablet with one issued ballot: a scan that replaced a former version, and a letter that was not processed. */
async function tablet(derived = derivedOfScan, roomBytes: number | null = null) {
  const office = new Office({ people: cabinetOf(4) }).issue(contentOf('Nghị định'))
  const [version] = office.ballot.versions
  if (!version) throw new Error('not issued')
  const old = { ...contentOf('Nghị định'), documents: [documentOf('scan', former)] }
  const content = {
    ...contentOf('Nghị định'),
    documents: [documentOf('scan', scan), documentOf('letter', letter)],
  }
  const disk = createMemoryDisk()
  const put = (key: string, entity: Entity, words: object[] = []) =>
    disk.rows.set(key, {
      key,
      n: (disk.rows.get(key)?.n ?? 0) + 1,
      entity,
      openings: words.map((each) => hashOpening(canonicalJson(each))),
      leaves: [],
      proofs: [],
    })
  const versions = [
    { ...version, hash: contentHash(old) },
    { ...version, no: 2, hash: contentHash(content) },
  ]
  put(`ballot/${ballotId}`, { ...office.ballot, versions }, [old, content])
  put(documentKey(scan.hash), processed(scan, derived))
  put(documentKey(former.hash), processed(former, [{ kind: 'text', ...named(formerText) }]))
  const { life: _, ...stores } = createMemoryStores(disk)
  const stored = { now: true, tell: () => {} }
  const program = {
    isHere: () => stored.now,
    subscribe: (listener: () => void) => {
      stored.tell = listener
      return () => undefined
    },
  }
  const storage = {
    program,
    isPersisted: async () => true,
    persist: async () => true,
    estimate: async () => {
      const used = (await stores.files.states()).reduce((sum, { have }) => sum + have, 0)
      const quotaBytes = roomBytes === null ? null : Math.ceil(roomBytes / 0.9)
      return { usedBytes: roomBytes === null ? null : used, quotaBytes }
    },
  }
  const copy = createWorkingCopy(stores)
  await copy.refresh('all')
  const shelf = createDocumentShelf({ copy, files: stores.files, storage })
  const fetch = async (...files: File[]) => {
    for (const { hash, size, bytes } of files) {
      await stores.files.begin(hash, size)
      await stores.files.putChunk(hash, 0, bytes)
      await stores.files.finish(hash)
    }
    await shelf.refresh()
  }
  const close = async () => {
    const phase = { state: 'closed', at: office.now, by: null, reason: '' } as const
    put(`ballot/${ballotId}`, { ...office.ballot, versions, phase }, [old, content])
    await copy.refresh('rows')
  }
  const begin = ({ hash, size }: File) => stores.files.begin(hash, size)
  const hold = async (...files: File[]) => {
    const held = (await stores.files.states()).map(({ hash }) => hash)
    return files.map(({ hash }) => held.includes(hash))
  }
  const forget = async (key: string) => {
    disk.rows.delete(key)
    await copy.refresh('rows')
  }
  return { shelf, fetch, close, hold, begin, forget, disk, put, copy, stored }
}

describe('[D4] files of a ballot', () => {
  test('are wanted in the order of need: pictures and texts, then documents, then what only draws faster', async () => {
    const { shelf } = await tablet()
    expect(shelf.wanted()).toEqual(
      [made.pages, made.text, made.thumbs, scan, letter, formerText, made.copy].map(named),
    )
  })

  test('are ready with every document and its list of pages, whatever else is missing', async () => {
    const { shelf, fetch } = await tablet()
    await fetch(scan, letter)
    expect(shelf.readiness(ballotId)).toEqual({
      kind: 'fetching',
      have: scan.size + letter.size,
      total: scan.size + letter.size + made.pages.size,
    })
    expect(shelf.isReadable(documentOf('scan', scan))).toBe(true)
    await fetch(made.pages)
    expect(shelf.readiness(ballotId)).toEqual({ kind: 'ready' })
  })

  test('[O1] are not ready while the program that shows them is not stored here, and told when it is', async () => {
    const { shelf, fetch, stored } = await tablet()
    stored.now = false
    await fetch(scan, letter, made.pages)
    expect(shelf.readiness(ballotId)).toEqual({ kind: 'no-program' })
    const told: string[] = []
    shelf.subscribe(() => told.push(shelf.readiness(ballotId).kind))
    stored.now = true
    stored.tell()
    expect(told).toEqual(['ready'])
  })

  test('are read by the reading copy where the document itself is not here yet', async () => {
    const { shelf, fetch } = await tablet()
    const document = documentOf('scan', scan)
    await fetch(made.pages, letter)
    expect(shelf.isReadable(document)).toBe(false)
    await fetch(made.copy)
    expect(shelf.isReadable(document)).toBe(true)
    expect(shelf.readiness(ballotId)).toEqual({ kind: 'ready' })
    const { size, read } = shelf.drawn(document)
    expect(await read(0, size)).toEqual(made.copy.bytes)
  })

  test('are the documents alone where nothing was made of them', async () => {
    const { shelf, fetch } = await tablet([])
    await fetch(scan, letter)
    expect(shelf.readiness(ballotId)).toEqual({ kind: 'ready' })
    expect(await shelf.drawn(documentOf('scan', scan)).read(2, 6)).toEqual(utf8('slow'))
  })

  test('are kept together while their ballot is open', async () => {
    const { shelf, fetch } = await tablet()
    const stray = fileOf('of no ballot')
    await fetch(scan, former, formerText, made.pages, made.text, made.thumbs, made.copy, stray)
    expect(new Set(shelf.discardable())).toEqual(new Set([former.hash, stray.hash]))
  })

  test('[D4] are not fetched again once their owner removed them, until they are asked for', async () => {
    const { shelf, fetch, close } = await tablet()
    await fetch(scan, letter, made.pages, made.text, made.thumbs, made.copy)
    await shelf.remove(letter.hash)
    const letterPaper = documentOf('letter', letter)
    const wants = () => shelf.wanted().some(({ hash }) => hash === letter.hash)
    // An open ballot needs its papers, whatever was removed.
    expect(wants()).toBe(true)
    await close()
    expect(wants()).toBe(false)
    expect(shelf.isFreed(letterPaper)).toBe(true)
    await shelf.wantAgain(letterPaper)
    expect(wants()).toBe(true)
    expect(shelf.isFreed(letterPaper)).toBe(false)
  })
})

describe('[D4] where room is short', () => {
  const all = [made.pages, made.text, made.thumbs, scan, letter, formerText, made.copy]
  const sizeOf = (...files: File[]) => files.reduce((sum, { size }) => sum + size, 0)
  const planned = async (roomBytes: number | null) =>
    (await (await tablet(derivedOfScan, roomBytes)).shelf.planFetch()).map(({ hash }) => hash)
  const hashes = (...files: File[]) => files.map(({ hash }) => hash)

  test('all of it is fetched where the browser does not say, and first what is done without stays away', async () => {
    expect(await planned(null)).toEqual(hashes(...all))
    expect(await planned(sizeOf(...all))).toEqual(hashes(...all))
    expect(await planned(sizeOf(...all) - 1)).toEqual(hashes(...all.slice(0, -1)))
  })

  test('what does not fit is named, with the bytes that are missing', async () => {
    const { shelf } = await tablet(derivedOfScan, sizeOf(made.pages, made.text, made.thumbs, letter))
    expect(shelf.lacking()).toEqual({ documents: 0, bytes: 0 })
    let told = 0
    shelf.subscribe(() => {
      told += 1
    })
    await shelf.planFetch()
    expect(told).toBe(1)
    expect(shelf.lacking()).toEqual({ documents: 1, bytes: scan.size })
    expect(shelf.readiness(ballotId)).toEqual({ kind: 'no-room', missing: scan.size })
    expect(shelf.isLacking(documentOf('scan', scan))).toBe(true)
    expect(shelf.isLacking(documentOf('letter', letter))).toBe(false)
    await shelf.planFetch()
    expect(told).toBe(1)
  })

  test('a copy that only draws faster makes way for a document, and comes back when there is room', async () => {
    const room = sizeOf(...all.slice(0, -1))
    const { shelf, fetch, hold } = await tablet(derivedOfScan, room)
    await fetch(scan, made.copy)
    expect(await shelf.planFetch()).toEqual(all.slice(0, -1).map(named))
    expect(await hold(scan, made.copy)).toEqual([true, false])
    expect(shelf.lacking()).toEqual({ documents: 0, bytes: 0 })
  })

  test('[O2] once the browser refuses a write, what was begun gives its room back', async () => {
    const { shelf, fetch, hold, begin } = await tablet()
    await fetch(letter, made.pages, made.text, made.thumbs)
    await begin(scan)
    expect(await hold(scan)).toEqual([true])
    await shelf.roomRefused()
    await shelf.planFetch()
    expect(await hold(scan, letter)).toEqual([false, true])
    expect(shelf.lacking()).toEqual({ documents: 1, bytes: scan.size })
    shelf.tryRoomAgain()
    expect(await shelf.planFetch()).toEqual(all.map(named))
    expect(shelf.lacking()).toEqual({ documents: 0, bytes: 0 })
  })

  test('nothing that was opened since unlocking is taken out of its reader’s hands', async () => {
    const { shelf, fetch, hold } = await tablet(derivedOfScan, sizeOf(...all.slice(0, -1)))
    await fetch(scan, made.copy)
    shelf.drawn(documentOf('scan', scan))
    await shelf.planFetch()
    expect(await hold(scan, made.copy)).toEqual([true, true])
  })
})

describe('[D2] what the Office withdrew', () => {
  const everything = [scan, letter, former, formerText, made.pages, made.text, made.thumbs, made.copy]

  test('goes away, and what a ballot names stays, of former versions too', async () => {
    const { shelf, fetch, hold, put, copy, disk } = await tablet()
    const row = disk.rows.get(`ballot/${ballotId}`)
    if (row?.entity.kind !== 'ballot') throw new Error('no ballot')
    const files = [scan, letter, former].map(({ hash }) => hash)
    put(row.key, { ...row.entity, files })
    await copy.refresh('rows')
    const stray = fileOf('of no ballot')
    await fetch(...everything, stray)
    await shelf.removeWithdrawn()
    expect(await hold(...everything, stray)).toEqual([...everything.map(() => true), false])
    expect(shelf.states().some(({ hash }) => hash === stray.hash)).toBe(false)
    const phase = { state: 'recalled', at: row.entity.deadlineAt, reason: '' } as const
    put(row.key, { ...row.entity, phase: { ...phase, by: row.entity.createdBy } })
    await copy.refresh('rows')
    await shelf.removeWithdrawn()
    expect(await hold(...everything)).toEqual(everything.map(() => false))
  })

  test('with its ballot, once the right to read it is gone', async () => {
    const { shelf, fetch, hold, forget } = await tablet()
    await fetch(...everything)
    await forget(`ballot/${ballotId}`)
    await shelf.removeWithdrawn()
    expect(await hold(...everything)).toEqual(everything.map(() => false))
  })
})

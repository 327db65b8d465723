import type { Hash } from '../../shared/domain/id.ts'
import { createSha256 } from '../../shared/lib/sha256.ts'
import { chunkBytes } from '../../shared/protocol/api.ts'
import type { FileState, FileStore } from '../app/ports.ts'
import { storeFault } from '../app/store-fault.ts'
import { StoredFile } from '../app/stored-record.ts'
import { chunksOf, countOf, runOf } from './chunk-run.ts'
import type { StoreParts } from './row-store.ts'
import type { SealedRecord } from './tablet-database.ts'
import type { Place } from './vault.ts'

const filePlace = (key: string): Place => ({ table: 'files', key, version: 1, chunk: 0 })
const chunkPlace = (key: string, chunk: number): Place => ({ table: 'chunks', key, version: 1, chunk })

type Survey = { kind: 'whole' } | { kind: 'partial'; damaged: number[] } | { kind: 'other-bytes' }

/** Documents in sealed pieces under opaque names; a file is complete only after its hash was recomputed here (D4). */
export function createFileStore({ database, vault, onDamage }: StoreParts): FileStore {
  const nameOf = (hash: Hash): Promise<string> => vault.opaque('files', hash)

  async function sealFile(k: string, file: StoredFile): Promise<SealedRecord> {
    return { k, v: 1, s: await vault.sealJson(filePlace(k), file) }
  }
  async function openFile({ k, s }: SealedRecord): Promise<StoredFile | null> {
    const opened = await vault.openJson(filePlace(k), s)
    const parsed = opened && StoredFile.safeParse(opened.value)
    if (parsed?.success) return parsed.data
    onDamage({ table: 'files', key: k })
    return null
  }
  async function fileAt(k: string): Promise<StoredFile | null> {
    const record = await database.read(({ files }) => files.get(k))
    return record ? await openFile(record) : null
  }
  async function stateOf(k: string, { hash, size, isComplete }: StoredFile): Promise<FileState> {
    const keys = await database.read(({ chunks }) => chunksOf(chunks, k).primaryKeys())
    return { hash, size, have: Math.min(size, runOf(keys) * chunkBytes), isComplete }
  }
  async function survey(k: string, { hash, size }: StoredFile): Promise<Survey> {
    const sum = createSha256()
    const damaged: number[] = []
    let isMissing = false
    for (let i = 0; i < countOf(size); i++) {
      const record = await database.read(({ chunks }) => chunks.get([k, i]))
      const plain = record && (await vault.open(chunkPlace(k, i), record.s))
      if (plain) sum.update(plain)
      else if (record) damaged.push(i)
      else isMissing = true
    }
    if (isMissing || damaged.length > 0) return { kind: 'partial', damaged }
    return sum.digestHex() === hash ? { kind: 'whole' } : { kind: 'other-bytes' }
  }
  async function removeAll(k: string): Promise<void> {
    await database.write(['files', 'chunks'], async ({ files, chunks }) => {
      await files.delete(k)
      await chunksOf(chunks, k).delete()
    })
  }
  async function mark(k: string, file: StoredFile, damaged: number[] = []): Promise<void> {
    const record = await sealFile(k, file)
    await database.write(['files', 'chunks'], async ({ files, chunks }) => {
      // Removed meanwhile (a right was lost): it does not come back.
      if (await files.get(k)) await files.put(record)
      await chunks.bulkDelete(damaged.map((i): [string, number] => [k, i]))
    })
  }
  async function settle(k: string, file: StoredFile): Promise<boolean> {
    const found = await survey(k, file)
    if (found.kind === 'other-bytes') await removeAll(k)
    else if (found.kind === 'whole' && !file.isComplete) await mark(k, { ...file, isComplete: true })
    else if (found.kind === 'partial') await mark(k, { ...file, isComplete: false }, found.damaged)
    return found.kind === 'whole'
  }

  return {
    async state(hash) {
      const k = await nameOf(hash)
      const file = await fileAt(k)
      return file ? await stateOf(k, file) : undefined
    },
    async states() {
      const records = await database.read(({ files }) => files.toArray())
      const states = await Promise.all(
        records.map(async (record) => {
          const file = await openFile(record)
          return file && (await stateOf(record.k, file))
        }),
      )
      return states.filter((state) => state !== null)
    },
    async begin(hash, size) {
      const k = await nameOf(hash)
      const known = await fileAt(k)
      if (known?.size === size) return
      const record = await sealFile(k, { hash, size, isComplete: false })
      await database.write(['files', 'chunks'], async ({ files, chunks }) => {
        await files.put(record)
        await chunksOf(chunks, k).delete()
      })
    },
    async putChunk(hash, i, bytes) {
      const k = await nameOf(hash)
      const file = await fileAt(k)
      if (!file) throw storeFault({ kind: 'corrupt', detail: 'not begun' })
      const wanted = Math.min(chunkBytes, file.size - i * chunkBytes)
      if (i < 0 || bytes.length !== wanted) throw new TypeError('not a chunk of this file')
      const s = await vault.seal(chunkPlace(k, i), bytes)
      await database.write(['files', 'chunks'], async ({ files, chunks }) => {
        if (!(await files.get(k))) throw storeFault({ kind: 'corrupt', detail: 'not begun' })
        await chunks.put({ k, i, s })
      })
    },
    async finish(hash) {
      const k = await nameOf(hash)
      const file = await fileAt(k)
      if (!file) throw storeFault({ kind: 'corrupt', detail: 'not begun' })
      return await settle(k, file)
    },
    async chunk(hash, i) {
      const k = await nameOf(hash)
      const record = await database.read(({ chunks }) => chunks.get([k, i]))
      const plain = record && (await vault.open(chunkPlace(k, i), record.s))
      if (!plain) throw storeFault({ kind: 'corrupt', detail: 'files' })
      return plain
    },
    async verify(hash) {
      const k = await nameOf(hash)
      const file = await fileAt(k)
      return file?.isComplete === true && (await settle(k, file))
    },
    async remove(hash) {
      await removeAll(await nameOf(hash))
    },
  }
}

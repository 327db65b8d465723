import { Hash } from '../../../shared/domain/id.ts'
import type { Bytes } from '../../../shared/lib/bytes.ts'
import { sha256Hex } from '../../../shared/lib/sha256.ts'
import { chunkBytes } from '../../../shared/protocol/api.ts'
import { assertEqual, type ContractCase, rejectionOf } from './contract-case.ts'
import { restartUnlocked, type TabletSubject, withKeys } from './tablet-subject.ts'

const size = 2 * chunkBytes + 1000

/** A document of three chunks, no two alike. */
function sampleFile(): { hash: Hash; chunks: Bytes[] } {
  const bytes = new Uint8Array(size)
  for (let i = 0; i < size; i++) bytes[i] = (i * 31 + (i >> 12) + 7 * (i >> 20)) & 255
  const chunks = [0, 1, 2].map((i) => bytes.slice(i * chunkBytes, (i + 1) * chunkBytes))
  return { hash: Hash.parse(sha256Hex(bytes)), chunks }
}

async function put({ files }: TabletSubject, hash: Hash, chunks: readonly Bytes[]): Promise<void> {
  await files.begin(hash, size)
  for (const [i, chunk] of chunks.entries()) await files.putChunk(hash, i, chunk)
}

const chunkAt = (chunks: readonly Bytes[], index: number): Bytes => chunks[index] ?? new Uint8Array(0)

/** What every FileStore promises. */
export const fileContract: ContractCase<TabletSubject>[] = [
  {
    name: '[D4] a file is complete only after its hash was checked, and stays so',
    async run(subject) {
      const { files } = await withKeys(subject)
      const { hash, chunks } = sampleFile()
      assertEqual(await files.state(hash), undefined)
      await put(subject, hash, chunks)
      assertEqual(await files.state(hash), { hash, size, have: size, isComplete: false })
      assertEqual(await files.verify(hash), false)
      assertEqual(await files.finish(hash), true)
      const next = await restartUnlocked(subject)
      assertEqual(await next.files.states(), [{ hash, size, have: size, isComplete: true }])
      assertEqual(await next.files.verify(hash), true)
      assertEqual(sha256Hex(await next.files.chunk(hash, 2)), sha256Hex(chunkAt(chunks, 2)))
    },
  },
  {
    name: '[D4] fetching goes on after a cut where it stopped',
    async run(subject) {
      const first = await withKeys(subject)
      const { hash, chunks } = sampleFile()
      await put(first, hash, chunks.slice(0, 1))
      await first.files.putChunk(hash, 2, chunkAt(chunks, 2))
      const next = await restartUnlocked(subject)
      assertEqual(await next.files.state(hash), { hash, size, have: chunkBytes, isComplete: false })
      assertEqual(await next.files.finish(hash), false)
      await next.files.begin(hash, size)
      await next.files.putChunk(hash, 1, chunkAt(chunks, 1))
      assertEqual(await next.files.finish(hash), true)
    },
  },
  {
    name: '[D4] bytes of another hash are dropped, all of them',
    async run(subject) {
      const { files } = await withKeys(subject)
      const { hash, chunks } = sampleFile()
      await put(subject, hash, [chunkAt(chunks, 1), chunkAt(chunks, 0), chunkAt(chunks, 2)])
      assertEqual(await files.finish(hash), false)
      assertEqual(await files.state(hash), undefined)
      assertEqual(await files.states(), [])
    },
  },
  {
    name: '[D4] a damaged chunk is no longer ready; only that one is fetched again',
    async run(subject) {
      const { files } = await withKeys(subject)
      const { hash, chunks } = sampleFile()
      await put(subject, hash, chunks)
      await files.finish(hash)
      await subject.damageChunk(1)
      assertEqual(await rejectionOf(files.chunk(hash, 1)), 'corrupt')
      assertEqual(sha256Hex(await files.chunk(hash, 0)), sha256Hex(chunkAt(chunks, 0)))
      assertEqual(await files.verify(hash), false)
      assertEqual(await files.state(hash), { hash, size, have: chunkBytes, isComplete: false })
      await files.putChunk(hash, 1, chunkAt(chunks, 1))
      assertEqual(await files.finish(hash), true)
    },
  },
  {
    name: '[O6] what is no chunk of the file is refused',
    async run(subject) {
      const { files } = await withKeys(subject)
      const { hash, chunks } = sampleFile()
      assertEqual(await rejectionOf(files.putChunk(hash, 0, chunkAt(chunks, 0))), 'corrupt')
      assertEqual(await rejectionOf(files.finish(hash)), 'corrupt')
      await files.begin(hash, size)
      assertEqual(await rejectionOf(files.putChunk(hash, 0, chunkAt(chunks, 2))), 'TypeError')
      assertEqual(await rejectionOf(files.putChunk(hash, 2, chunkAt(chunks, 0))), 'TypeError')
      assertEqual(await rejectionOf(files.putChunk(hash, 3, new Uint8Array(0))), 'TypeError')
      assertEqual(await rejectionOf(files.putChunk(hash, -1, chunkAt(chunks, 0))), 'TypeError')
      assertEqual(await rejectionOf(files.chunk(hash, 0)), 'corrupt')
    },
  },
  {
    name: '[D4] a file begun again with the same size keeps what is there; with another it starts anew',
    async run(subject) {
      const { files } = await withKeys(subject)
      const { hash, chunks } = sampleFile()
      await put(subject, hash, chunks.slice(0, 2))
      await files.begin(hash, size)
      assertEqual((await files.state(hash))?.have, 2 * chunkBytes)
      await files.begin(hash, size + 1)
      assertEqual(await files.state(hash), { hash, size: size + 1, have: 0, isComplete: false })
    },
  },
  {
    name: '[D2] a removed file is gone with its chunks',
    async run(subject) {
      const { files } = await withKeys(subject)
      const { hash, chunks } = sampleFile()
      await put(subject, hash, chunks)
      await files.finish(hash)
      await files.remove(hash)
      assertEqual(await files.state(hash), undefined)
      await files.begin(hash, size)
      assertEqual((await files.state(hash))?.have, 0)
    },
  },
  {
    name: '[O5] while locked no file opens',
    async run(subject) {
      const { files, keyring } = await withKeys(subject)
      const { hash, chunks } = sampleFile()
      await put(subject, hash, chunks)
      keyring.lock()
      assertEqual(await rejectionOf(files.chunk(hash, 0)), 'locked')
      assertEqual(await rejectionOf(files.states()), 'locked')
      assertEqual(await rejectionOf(files.verify(hash)), 'locked')
    },
  },
]

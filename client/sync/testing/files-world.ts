import { createManualTime } from '../../../server/live/testing/manual-time.ts'
import { Hash } from '../../../shared/domain/id.ts'
import type { Bytes } from '../../../shared/lib/bytes.ts'
import { ok, type Result } from '../../../shared/lib/result.ts'
import { sha256Hex } from '../../../shared/lib/sha256.ts'
import { chunkBytes } from '../../../shared/protocol/api.ts'
import type { NetworkFault } from '../../app/ports.ts'
import { createMemoryDisk, type MemoryDisk } from '../../app/testing/memory-disk.ts'
import { createMemoryStores } from '../../app/testing/memory-stores.ts'
import type { WantedFile } from '../file-plan.ts'
import { createFileFetch, type FetchState, type FileFetch } from '../files.ts'
import { createSeededRandom } from './seeded-random.ts'

const running: FileFetch[] = []

/** After each test. */
export function pauseAll(): void {
  for (const files of running.splice(0)) files.pause()
}

const fileOf = (letter: string, size: number) => {
  const bytes: Bytes = new Uint8Array(size).fill(letter.charCodeAt(0))
  return { letter, bytes, hash: Hash.parse(sha256Hex(bytes)), size }
}
export const short = fileOf('s', 1000)
export const middle = fileOf('m', 2 * chunkBytes)
export const long = fileOf('l', 5 * chunkBytes + 7)
const library = [short, middle, long]

type Answer = (piece: string, bytes: Bytes, onBytes: (bytes: Bytes) => void) => Result<Bytes, NetworkFault>

/** A tablet on a disk, and a server that holds the library; each piece takes 100 ms. */
export function setUp(wantedFiles: WantedFile[], disk: MemoryDisk = createMemoryDisk()) {
  const time = createManualTime()
  const stores = createMemoryStores(disk)
  const asked: string[] = []
  const states: FetchState[] = []
  let wanted = wantedFiles
  let underWay = 0
  let mostUnderWay = 0
  let answer: Answer = (_piece, bytes) => ok(bytes)
  const files = createFileFetch({
    store: stores.files,
    wanted: async () => wanted.map(({ hash, size }) => ({ hash, size })),
    timers: time,
    random: createSeededRandom(),
    onProgress: (state) => states.push(state),
    api: {
      async readDocument(hash, from, to, onBytes = () => {}) {
        const file = library.find((one) => one.hash === hash)
        const piece = `${file?.letter}${Math.floor(from / chunkBytes)}`
        asked.push(from % chunkBytes === 0 ? piece : `${piece}+${from % chunkBytes}`)
        underWay++
        mostUnderWay = Math.max(mostUnderWay, underWay)
        await new Promise<void>((resolve) => time.after(100, resolve))
        underWay--
        return answer(piece, file?.bytes.slice(from, to) ?? new Uint8Array(to - from), onBytes)
      },
    },
  })
  running.push(files)
  return {
    files,
    time,
    stores,
    disk,
    asked,
    states,
    mostUnderWay: () => mostUnderWay,
    want(next: WantedFile[]) {
      wanted = next
      files.kick()
    },
    answerWith(next: Answer) {
      answer = next
    },
  }
}

export const unreachable: NetworkFault = { kind: 'unreachable' }

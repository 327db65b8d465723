import type { Bytes } from '../../shared/lib/bytes.ts'
import { toldFileMediaType, toldLine } from '../../shared/protocol/told-file.ts'
import type { FileToWrite } from '../app/table-port.ts'
import type { Reply } from './reply.ts'

/** A file with how far it is; whoever goes away before it is there has given it up, and it is written no further. */
export const toldFileReply = (file: FileToWrite): Reply => ({
  kind: 'bytes',
  status: 200,
  bytes: told(file),
  headers: { 'Content-Type': toldFileMediaType, 'X-Accel-Buffering': 'no' },
})

async function* told({ fileName, total, write }: FileToWrite): AsyncIterable<Bytes> {
  const given = new AbortController()
  let done = 0
  let wake = () => {}
  const written = write({
    signal: given.signal,
    onRows: (rows) => {
      done = rows
      wake()
    },
  })
  try {
    for (let shown = -1; ; ) {
      if (done > shown) {
        shown = done
        yield toldLine({ kind: 'rows', done, total })
        continue
      }
      const further = new Promise<null>((resolve) => {
        wake = () => resolve(null)
      })
      const bytes = await Promise.race([written, further])
      if (bytes === null) continue
      yield toldLine({ kind: 'file', fileName, size: bytes.length })
      yield bytes
      return
    }
  } finally {
    given.abort()
    written.catch(() => undefined)
  }
}

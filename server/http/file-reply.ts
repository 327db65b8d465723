import type { Bytes } from '../../shared/lib/bytes.ts'
import type { Reply } from './reply.ts'

/** A file to be kept, under its name. */
export const fileReply = (
  { fileName, bytes }: { fileName: string; bytes: Bytes },
  mediaType: string,
): Reply => ({
  kind: 'bytes',
  status: 200,
  bytes: once(bytes),
  headers: {
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'Content-Length': String(bytes.length),
  },
})

async function* once(bytes: Bytes): AsyncIterable<Bytes> {
  yield bytes
}

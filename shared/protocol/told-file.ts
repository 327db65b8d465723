import { z } from 'zod'
import { type Bytes, concat, fromUtf8, utf8 } from '../lib/bytes.ts'

/**
 * A file that takes the server a while: lines of JSON say how far it is, the last of them names the file, and its bytes follow.
 * Whoever closes the connection has given it up.
 */

export const toldFileMediaType = 'application/vnd.e-cabinet.told-file'

const ToldLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rows'), done: z.int().min(0), total: z.int().min(0) }),
  z.object({ kind: z.literal('file'), fileName: z.string().regex(/^[\w.-]{1,120}$/), size: z.int().min(0) }),
])
type ToldLine = z.infer<typeof ToldLine>

export type RowsTold = { done: number; total: number }

export const toldLine = (line: ToldLine): Bytes => utf8(`${JSON.stringify(line)}\n`)

const newLine = 10
/** A line is short: what goes on for longer is something else. */
const longestLine = 1000

/** Takes pieces as they come in. */
export function createToldReader(onRows: (told: RowsTold) => void) {
  let line: Bytes = new Uint8Array()
  let file: { fileName: string; size: number } | null = null
  let isWrong = false
  const pieces: Bytes[] = []

  function readLine(): void {
    const told = parseLine(line)
    line = new Uint8Array()
    if (!told) isWrong = true
    else if (told.kind === 'file') file = told
    else onRows(told)
  }
  function take(piece: Bytes): void {
    let rest = piece
    while (!file && !isWrong && rest.length > 0) {
      const end = rest.indexOf(newLine)
      line = concat(line, end < 0 ? rest : rest.subarray(0, end))
      rest = end < 0 ? new Uint8Array() : rest.slice(end + 1)
      if (line.length > longestLine) isWrong = true
      else if (end >= 0) readLine()
    }
    if (rest.length > 0) pieces.push(rest)
  }
  return {
    take,
    /** Null where it is not whole. */
    file: (): { fileName: string; bytes: Bytes } | null => {
      if (!file || isWrong) return null
      const bytes = concat(...pieces)
      return bytes.length === file.size ? { fileName: file.fileName, bytes } : null
    },
  }
}

function parseLine(line: Bytes): ToldLine | null {
  try {
    return ToldLine.safeParse(JSON.parse(fromUtf8(line))).data ?? null
  } catch {
    return null
  }
}

import type { IncomingMessage } from 'node:http'
import { fromUtf8 } from '../../shared/lib/bytes.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { failure, malformed, type Reply } from './reply.ts'
import type { BodyRule } from './route.ts'

const tooLarge = (limit: number) => fail(failure(413, { kind: 'too-large', limit }))
const unsupported = fail(failure(415, { kind: 'unsupported-content' }))

const typeByKind = {
  json: /^application\/json *(; *charset="?utf-8"?)?$/i,
  bytes: /^application\/octet-stream$/i,
} as const

/** The request's body as its rule wants it; size, kind and depth are checked before anything is made of it. */
export async function readBody(request: IncomingMessage, rule: BodyRule): Promise<Result<unknown, Reply>> {
  const { headers } = request
  const announced = Number(headers['content-length'] ?? 0)
  if (rule.kind === 'none') {
    return announced > 0 || headers['transfer-encoding'] !== undefined ? fail(malformed) : ok(null)
  }
  // A compressed body could be a thousand times larger than it looks.
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return unsupported
  if (!typeByKind[rule.kind].test(headers['content-type'] ?? '')) return unsupported
  if (announced > rule.maxBytes) return tooLarge(rule.maxBytes)
  const bytes = await collect(request, rule.maxBytes)
  if (bytes === null) return tooLarge(rule.maxBytes)
  return rule.kind === 'bytes' ? ok(bytes) : parseJson(bytes, rule.maxDepth)
}

async function collect(request: IncomingMessage, maxBytes: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    if (!(piece instanceof Uint8Array)) throw new TypeError('a body is bytes')
    size += piece.length
    if (size > maxBytes) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

function parseJson(bytes: Uint8Array, maxDepth: number): Result<unknown, Reply> {
  try {
    const text = fromUtf8(bytes)
    return depthOf(text) > maxDepth ? fail(malformed) : ok(JSON.parse(text))
  } catch {
    return fail(malformed)
  }
}

/** Nesting of a JSON text, seen without parsing it. Where the text is no JSON the number means nothing, and parsing fails. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let isString = false
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    if (isString) {
      if (sign === '\\') i += 1
      else if (sign === '"') isString = false
    } else if (sign === '"') isString = true
    else if (sign === '{' || sign === '[') deepest = Math.max(deepest, ++depth)
    else if (sign === '}' || sign === ']') depth -= 1
  }
  return deepest
}

import { deflateSync } from 'node:zlib'

/** An object's body, as it stands between `obj` and `endobj`; the first is object 1, the catalog. */
type Body = string | Buffer

/** A PDF byte by byte, so that a test can write what no library would. */
export function rawPdf(bodies: readonly Body[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = 9
  const add = (part: Buffer) => {
    parts.push(part)
    length += part.length
  }
  bodies.forEach((body, at) => {
    offsets.push(length)
    add(Buffer.from(`${at + 1} 0 obj\n`))
    add(typeof body === 'string' ? Buffer.from(body, 'latin1') : body)
    add(Buffer.from('\nendobj\n'))
  })
  const size = bodies.length + 1
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}`
  const end = `trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF\n`
  add(Buffer.from(table + end, 'latin1'))
  return new Uint8Array(Buffer.concat(parts))
}

/** Catalog, page tree and one page as objects 1, 2 and 3; more objects follow from 4 on. */
export const onePage = (more: { catalog?: string; page?: string; objects?: readonly Body[] } = {}) => [
  `<</Type/Catalog/Pages 2 0 R${more.catalog ?? ''}>>`,
  '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>',
  `<</Type/Page/Parent 2 0 R${more.page ?? ''}>>`,
  ...(more.objects ?? []),
]

export function stream(dict: string, contents: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<<${dict}/Length ${contents.length}>>\nstream\n`, 'latin1'),
    contents,
    Buffer.from('\nendstream'),
  ])
}

export const deflated = (dict: string, contents: Buffer): Buffer =>
  stream(`${dict}/Filter/FlateDecode`, deflateSync(contents))

import { onePage, rawPdf, stream } from './raw-pdf.ts'

/** Bits from the left, as a fax writes them. */
function bits(text: string): Buffer {
  const padded = text.padEnd(Math.ceil(text.length / 8) * 8, '0')
  return Buffer.from(padded.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [])
}

/**
 * A page as scanners send it: one image of G4 (T.6) or, of the same bits, JBIG2; black from the left up to a quarter of its
 * width, then white. After the first line each says "as the line above": one bit for every change of colour, and for its end.
 */
export function slowScan(filter: 'CCITTFaxDecode' | 'JBIG2Decode', width = 1200, height = 1600): Uint8Array {
  // Horizontal mode, no white, 300 = 256 + 44 black, in the codes of T.4; then vertical mode without shift.
  const first = ['001', '00110101', '000001011011', '000001010100', '1']
  const end = '000000000001000000000001'
  const contents = bits([...first, '111'.repeat(height - 1), end].join(''))
  const isFax = filter === 'CCITTFaxDecode'
  const parms = isFax ? `/DecodeParms<</K -1/Columns ${width}/Rows ${height}>>` : ''
  const facts = `/Width ${width}/Height ${height}/BitsPerComponent 1/ColorSpace/DeviceGray`
  const image = stream(
    `/Type/XObject/Subtype/Image${facts}/Filter/${filter}${parms}`,
    isFax ? contents : asJbig2(contents, width, height),
  )
  const draw = stream('', Buffer.from('q 595 0 0 842 0 0 cm /I Do Q'))
  const page = '/Rotate 90/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R'
  return rawPdf(onePage({ page, objects: [image, draw] }))
}

/** One page and one generic region in MMR, which is T.6. */
function asJbig2(mmr: Buffer, width: number, height: number): Buffer {
  const segment = (no: number, type: number, data: Buffer) => {
    const head = Buffer.alloc(11)
    head.writeUInt32BE(no, 0)
    head[4] = type
    head[6] = 1
    head.writeUInt32BE(data.length, 7)
    return Buffer.concat([head, data])
  }
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  const page = Buffer.concat([size, Buffer.alloc(11)])
  const region = Buffer.concat([size, Buffer.alloc(9), Buffer.from([1]), mmr])
  return Buffer.concat([segment(0, 48, page), segment(1, 38, region)])
}

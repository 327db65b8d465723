import { deflateSync } from 'node:zlib'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { onePage, rawPdf, stream } from './raw-pdf.ts'
import { chainOfNodes } from './refused-files.ts'

/** A file that is taken as it is, however odd; `page` is how its first page is shown, in points. */
type OddFile = {
  name: string
  page: [width: number, height: number]
  pages?: number
  bytes: Uint8Array
}

const a4: [number, number] = [595, 842]
const helvetica = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
/** A thick bar at the top, so that a picture tells which side is up. */
const bar = 'q 0 0 0 rg 40 780 515 40 re f Q '
const shown = (text: string) => `${bar}BT /F 24 Tf 60 600 Td (${text}) Tj ET`

const page = (more: string, contents: string, objects: (string | Buffer)[] = [], catalog = '') =>
  rawPdf(
    onePage({
      catalog,
      page: `${more}/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R`,
      objects: [stream('', Buffer.from(contents, 'latin1')), helvetica, ...objects],
    }),
  )

/** A filled form as programs write it: with its looks, and without. */
async function filledForm(hasLooks: boolean): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const sheet = pdf.addPage(a4)
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const field = pdf.getForm().createTextField('name')
  field.addToPage(sheet, { x: 60, y: 600, width: 300, height: 40, font })
  field.setText('NGUYEN VAN AN')
  if (hasLooks) return pdf.save()
  return rawPdf(
    onePage({
      catalog: '/AcroForm<</Fields[4 0 R]/NeedAppearances true/DR<</Font<</F 5 0 R>>>>/DA(/F 24 Tf 0 g)>>',
      page: '/Annots[4 0 R]',
      objects: [
        '<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(NGUYEN VAN AN)/DA(/F 24 Tf 0 g)/Rect[60 600 460 640]/F 4/P 3 0 R>>',
        helvetica,
      ],
    }),
  )
}

/** A signature over byte ranges, changed by an incremental update as signing programs do; its looks on the page. */
function signed(): Uint8Array {
  const unsigned = Buffer.from(page('', shown('KY SO'))).toString('latin1')
  const start = Number(/startxref\n(\d+)/.exec(unsigned)?.[1])
  const objects: [number, string][] = [
    [1, '<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[6 0 R]>>>>'],
    [3, '<</Type/Page/Parent 2 0 R/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R/Annots[6 0 R]>>'],
    [
      6,
      '<</Type/Annot/Subtype/Widget/FT/Sig/T(s)/V 7 0 R/AP<</N 8 0 R>>/Rect[60 100 260 160]/F 132/P 3 0 R>>',
    ],
    [
      7,
      `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 900 1500 400]/Contents<${'0'.repeat(400)}>>>`,
    ],
    [
      8,
      '<</Type/XObject/Subtype/Form/BBox[0 0 200 60]/Length 29>>\nstream\nq 0 0 0.6 rg 0 0 200 60 re f\nendstream',
    ],
  ]
  let update = unsigned
  const table = objects.map(([no, body]) => {
    const row = `${no} 1\n${String(update.length).padStart(10, '0')} 00000 n \n`
    update += `${no} 0 obj\n${body}\nendobj\n`
    return row
  })
  const at = update.length
  update += `xref\n${table.join('')}trailer\n<</Size 9/Root 1 0 R/Prev ${start}>>\nstartxref\n${at}\n%%EOF\n`
  return new Uint8Array(Buffer.from(update, 'latin1'))
}

/** An image that claims to be larger than any memory. */
const hugeImage = (filter: string, data: Buffer) =>
  rawPdf(
    onePage({
      page: '/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R',
      objects: [
        stream('', Buffer.from(`${bar}q 400 0 0 400 60 200 cm /I Do Q`)),
        stream(
          `/Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/${filter}`,
          data,
        ),
      ],
    }),
  )

/** One of each kind that a reader must be able to open. */
export async function oddFiles(): Promise<OddFile[]> {
  const rotated = (turn: string, size = a4): OddFile => ({
    name: `turned by ${turn}`,
    page: size,
    bytes: page(`/Rotate ${turn}`, shown(`Rotate ${turn}`)),
  })
  const lying: [number, number] = [842, 595]
  const loop = [
    '<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 1>>',
    '<</Title(a)/Parent 6 0 R/First 7 0 R/Last 7 0 R/Next 7 0 R/Dest[3 0 R/Fit]>>',
  ]
  const updated = await PDFDocument.load(await filledForm(true), { forIncrementalUpdate: true })
  updated.addPage(a4)
  return [
    {
      name: 'A0',
      page: [2384, 3370],
      bytes: page('/MediaBox[0 0 2384 3370]', `4 0 0 4 0 0 cm ${shown('A0')}`),
    },
    {
      name: '200 inches',
      page: [14_400, 14_400],
      bytes: page('/MediaBox[0 0 14400 14400]', `17 0 0 17 0 0 cm ${shown('200 in')}`),
    },
    { name: 'a strip', page: [14_400, 3], bytes: page('/MediaBox[0 0 14400 3]', shown('strip')) },
    rotated('90', lying),
    rotated('180'),
    rotated('270', lying),
    rotated('-90', lying),
    rotated('450', lying),
    rotated('45'),
    rotated('90.5'),
    {
      name: 'right to left',
      page: a4,
      bytes: rawPdf(
        onePage({
          page: '/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R',
          objects: [
            '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[65/afii57664/afii57665/afii57666]>>>>',
            stream('', Buffer.from('BT /F 24 Tf 60 600 Td (CBA) Tj ET')),
          ],
        }),
      ),
    },
    { name: 'form filled', page: a4, bytes: await filledForm(true) },
    { name: 'form filled, without looks', page: a4, bytes: await filledForm(false) },
    { name: 'signed', page: a4, bytes: signed() },
    { name: 'incremental update', page: a4, pages: 2, bytes: await updated.save() },
    {
      name: 'outline that bites its tail',
      page: a4,
      bytes: page('', shown('loop'), loop, '/Outlines 6 0 R'),
    },
    { name: 'tree of pages 60 deep', page: a4, bytes: chainOfNodes(60) },
    {
      name: 'font missing',
      page: a4,
      bytes: rawPdf(
        onePage({
          page: '/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R',
          objects: [
            stream('', Buffer.from(`${bar}BT /F 24 Tf 60 600 Td (Khong co phong chu) Tj /G 12 Tf (G) Tj ET`)),
            '<</Type/Font/Subtype/TrueType/BaseFont/UnknownSerif/Encoding/WinAnsiEncoding>>',
          ],
        }),
      ),
    },
    {
      name: 'contents damaged',
      page: a4,
      bytes: page('', `${bar}q q q BT /F 24 Tf (open ( Tj 1 0 0 \x00\xff<< [ /Do Do 9 9 9 cm`),
    },
    {
      name: 'contents that do not unpack',
      page: a4,
      bytes: rawPdf(
        onePage({
          page: '/Contents 4 0 R',
          objects: [stream('/Filter/FlateDecode', deflateSync(Buffer.from(bar.repeat(200))).fill(7, 9))],
        }),
      ),
    },
    {
      name: 'image beyond memory',
      page: a4,
      bytes: hugeImage('FlateDecode', deflateSync(Buffer.alloc(1000))),
    },
    {
      name: 'JPEG 2000 beyond memory',
      page: a4,
      bytes: hugeImage('JPXDecode', Buffer.from('not a picture')),
    },
  ]
}

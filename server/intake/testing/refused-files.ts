import { constants, deflateRawSync } from 'node:zlib'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { createCanvas } from '@napi-rs/canvas'
import { onePage, rawPdf, stream } from './raw-pdf.ts'

/** A file that the Office does not take, and the word of pdf-refusal.ts that says why. */
type RefusedFile = { name: string; refusal: string; bytes: Uint8Array }

const javascript = '<</S/JavaScript/JS(app.alert(1))>>'
const text = (content: string) => new Uint8Array(Buffer.from(content, 'latin1'))
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const good = rawPdf(onePage())

async function encrypted(passwords: { userPassword?: string; ownerPassword: string }): Promise<Uint8Array> {
  const made = await PDFDocument.create()
  made.addPage()
  made.encrypt({ userPassword: '', ...passwords })
  return made.save({ useObjectStreams: false })
}

async function packed(change: (pdf: PDFDocument) => unknown): Promise<Uint8Array> {
  const made = await PDFDocument.create()
  made.addPage()
  await change(made)
  return made.save()
}

/** A tree of pages that is a chain of so many nodes. */
export function chainOfNodes(depth: number): Uint8Array {
  const nodes = Array.from({ length: depth }, (_, i) => `<</Type/Pages/Kids[${i + 3} 0 R]/Count 1>>`)
  const page = `<</Type/Page/Parent ${depth + 1} 0 R/MediaBox[0 0 595 842]>>`
  return rawPdf(['<</Type/Catalog/Pages 2 0 R>>', ...nodes, page])
}

/** A page whose contents unpack to so many megabytes of nothing, from a thousandth of it: the same piece again and again. */
export function bomb(megabytes: number): Uint8Array {
  const piece = deflateRawSync(Buffer.alloc(1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH })
  const head = Buffer.from([0x78, 0x9c])
  const packed = Buffer.concat([head, ...Array.from({ length: megabytes }, () => piece)])
  return rawPdf(onePage({ page: '/Contents 4 0 R', objects: [stream('/Filter/FlateDecode', packed)] }))
}

const manyPages = (count: number) =>
  rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/MediaBox[0 0 595 842]/Count ${count}/Kids[${'<</Type/Page>>'.repeat(count)}]>>`,
  ])

/** One of each kind of bad input that stops at the door. */
export async function refusedFiles(): Promise<RefusedFile[]> {
  const whole = await packed((pdf) => Array.from({ length: 9 }, () => pdf.addPage()))
  const raw = (name: string, refusal: string, parts: Parameters<typeof onePage>[0]) => ({
    name,
    refusal,
    bytes: rawPdf(onePage(parts)),
  })
  return [
    { name: 'cut in the middle', refusal: 'broken', bytes: whole.slice(0, whole.length / 2) },
    { name: 'without its last line', refusal: 'broken', bytes: good.slice(0, -30) },
    {
      name: 'cross-reference elsewhere',
      refusal: 'broken',
      bytes: text(latin1(good).replace(/startxref\n\d+/, 'startxref\n20')),
    },
    {
      name: 'user password',
      refusal: 'encrypted',
      bytes: await encrypted({ userPassword: 'a', ownerPassword: 'b' }),
    },
    { name: 'owner password only', refusal: 'encrypted', bytes: await encrypted({ ownerPassword: 'b' }) },
    { name: '2,001 pages', refusal: 'too-many-pages', bytes: manyPages(2001) },
    { name: 'no page', refusal: 'no-pages', bytes: manyPages(0) },
    raw('a page of 201 inches', 'page-size', { page: '/MediaBox[0 0 14472 14472]' }),
    raw('a page of 3 inches magnified 100 times', 'page-size', {
      page: '/MediaBox[0 0 216 216]/UserUnit 100',
    }),
    raw('script when opened', 'javascript', { catalog: `/OpenAction ${javascript}` }),
    raw('script of the document', 'javascript', { catalog: `/AA<</WC ${javascript}>>` }),
    raw('script of a page', 'javascript', { page: `/AA<</O ${javascript}>>` }),
    raw('named script', 'javascript', { catalog: `/Names<</JavaScript<</Names[(a)${javascript}]>>>>` }),
    {
      name: 'packed script',
      refusal: 'javascript',
      bytes: await packed((pdf) => pdf.addJavaScript('a', 'b')),
    },
    raw('starts a program', 'launch-action', { catalog: '/OpenAction<</S/Launch/F(cmd.exe)>>' }),
    {
      name: 'attachment',
      refusal: 'embedded-files',
      bytes: await packed((pdf) => pdf.attach(text('MZ'), 'a.exe')),
    },
    {
      name: 'XFA form',
      refusal: 'xfa-form',
      bytes: await packed((pdf) =>
        pdf.catalog.set(PDFName.of('AcroForm'), pdf.context.obj({ Fields: [], XFA: 'x' })),
      ),
    },
    { name: 'PNG', refusal: 'not-a-pdf', bytes: new Uint8Array(createCanvas(9, 9).toBuffer('image/png')) },
    { name: 'JPEG', refusal: 'not-a-pdf', bytes: new Uint8Array(createCanvas(9, 9).toBuffer('image/jpeg')) },
    { name: 'web page', refusal: 'not-a-pdf', bytes: text('<!doctype html><title>a</title>') },
    { name: 'garbage before the header', refusal: 'not-a-pdf', bytes: text(`\r\n garbage${latin1(good)}`) },
    {
      name: 'tree of pages that bites its tail',
      refusal: 'broken',
      bytes: rawPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 1>>']),
    },
    { name: 'tree of pages a thousand deep', refusal: 'broken', bytes: chainOfNodes(1000) },
    { name: 'contents of 4 GB', refusal: 'too-complex', bytes: bomb(4096) },
  ]
}

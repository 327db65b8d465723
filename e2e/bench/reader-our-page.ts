/** In the page: the product's own viewer, on the product's own sealed store, unlocked. */

import { createDocumentShelf } from '../../client/app/document.ts'
import { createPageFiles } from '../../client/app/page-files.ts'
import { cursorAt } from '../../client/app/testing/sample-record.ts'
import { passPhrase } from '../../client/app/testing/tablet-subject.ts'
import { createWorkingCopy } from '../../client/app/working-copy.ts'
import type { MarkTool, ShownMark } from '../../client/pdf/mark.ts'
import { firstPlace } from '../../client/pdf/pdf-place.ts'
import { openPdf, type PdfViewer } from '../../client/pdf/pdf-viewer.ts'
import { createStorageFacts } from '../../client/store/storage-facts.ts'
import { newOwner, openForTest } from '../../client/store/testing/database-subject.ts'
import { documentKey, ProcessedDocument } from '../../shared/domain/document.ts'
import { Hash } from '../../shared/domain/id.ts'
import { encodeStroke } from '../../shared/domain/ink-stroke.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { chunkBytes } from '../../shared/protocol/api.ts'
import { watchDrawing } from './reader-eyes.ts'
import { fetchInto } from './reader-our-fetch.ts'
import { searchOver } from './reader-our-search.ts'
import { bytesAt, makePlace, type Paper, subjectOf } from './reader-subject.ts'

const { EventBus } = await import('pdfjs-dist/legacy/web/pdf_viewer.mjs')
watchDrawing(EventBus)

const { container, pages } = makePlace()
pages.style.setProperty('--ec-watermark', `"${'Nguyễn Văn An · 22/11/2026 08:00     '.repeat(30)}"`)
const tablet = openForTest(newOwner())
const copy = createWorkingCopy(tablet)
const documents = createDocumentShelf({
  copy,
  files: tablet.files,
  storage: createStorageFacts(navigator.storage, navigator.serviceWorker),
})
const pageFiles = createPageFiles({ copy, documents })
let named: Record<string, { hash: Hash; size: number }> = {}
let viewer: PdfViewer | null = null

async function keep(address: string): Promise<{ hash: Hash; size: number }> {
  const bytes = await bytesAt(address)
  const hash = Hash.parse(sha256Hex(bytes))
  await tablet.files.begin(hash, bytes.length)
  for (let i = 0; i * chunkBytes < bytes.length; i++) {
    await tablet.files.putChunk(hash, i, bytes.subarray(i * chunkBytes, (i + 1) * chunkBytes))
  }
  await tablet.files.finish(hash)
  return { hash, size: bytes.length }
}

async function keepPaper({ name, address, derived }: Paper, n: number): Promise<void> {
  const original = await keep(address)
  const made: unknown[] = []
  for (const each of derived) made.push({ kind: each.kind, ...(await keep(each.address)) })
  const facts = { derived: made, noText: [], broken: [], faults: [] }
  const entity = ProcessedDocument.parse({ kind: 'document', id: original.hash, ...facts })
  const key = documentKey(original.hash)
  await tablet.rows.takePage({
    rows: [{ key, n, entity, openings: [], leaves: [], proofs: [] }],
    gone: [],
    settled: [],
    cursor: cursorAt(n),
  })
  named[name] = original
}

const penDelays: number[] = []
const handling: number[] = []
let handledFrom = 0
addEventListener(
  'pointermove',
  () => {
    handledFrom = performance.now()
  },
  { capture: true },
)
addEventListener('pointermove', ({ timeStamp }) => {
  const now = performance.now()
  penDelays.push(now - timeStamp)
  handling.push(now - handledFrom)
})

/** Of 2 cm, all over the page. */
const strokeAt = (i: number): ShownMark => {
  const [left, bottom] = [40 + (i % 40) * 12.5, 40 + Math.floor(i / 40) * 15]
  const points = Array.from({ length: 24 }, (_, k) => ({
    x: left + 2.4 * k,
    y: bottom + 6 * Math.sin(k / 2 + i),
    pressure: 0.4 + 0.2 * Math.sin(k / 5),
  }))
  return {
    id: `stroke-${i}`,
    page: 1,
    geometry: { kind: 'ink', strokes: [encodeStroke(points)] },
    colour: '#1f4fd8',
    width: 1.5,
    dx: 0,
    dy: 0,
    text: '',
    isMine: true,
    by: null,
  }
}

const subject = {
  ...subjectOf({
    container,
    async fill(papers) {
      await tablet.keyring.create(passPhrase)
      for (const [i, paper] of papers.entries()) await keepPaper(paper, i + 1)
      sessionStorage.setItem('named', JSON.stringify(named))
    },
    async wake() {
      await tablet.keyring.unlock(passPhrase)
      named = JSON.parse(sessionStorage.getItem('named') ?? '{}')
      await copy.refresh('all')
      await documents.refresh()
    },
    prepare: () => {},
    async open(name) {
      const original = named[name]
      if (!original) throw new Error(`not stored: ${name}`)
      const picture = pageFiles.pictures(original.hash)
      const done = await openPdf({
        source: documents.drawn(original),
        container,
        pages,
        place: firstPlace,
        left: new AbortController().signal,
        pictures: async (page) => {
          const bytes = await picture(page)
          return bytes && new Blob([bytes], { type: 'image/webp' })
        },
        texts: () => pageFiles.text(original.hash),
        marks: {
          ink: () => {},
          textMark: () => {},
          place: () => {},
          erase: () => {},
          select: () => {},
          move: () => {},
        },
        pageLabel: (page) => `Trang ${page}`,
        openFile: () => null,
        onTurn: () => {},
        onFault: () => {},
      })
      if (!done.ok) throw new Error(JSON.stringify(done.error))
      viewer = done.value
      return viewer.pages
    },
    goTo: (page) => viewer?.goTo(page),
    async close() {
      viewer?.close()
      viewer = null
      pages.replaceChildren()
      container.scrollTop = 0
    },
  }),
  hold: (tool: MarkTool) => viewer?.marks.setTool(tool),
  /** On the second page. */
  showStrokes: (count: number) => viewer?.marks.show(Array.from({ length: count }, (_, i) => strokeAt(i))),
  fetchAll: (origin: string, named: readonly { hash: string; size: number }[]) =>
    fetchInto(tablet.files, origin, named),
  search: (overPages: number, turns: number) =>
    searchOver(
      pageFiles,
      Object.values(named).map(({ hash }) => hash),
      overPages,
      turns,
    ),
  /** What was gathered since it was last asked, ms. */
  takePenTimes: () => ({ delays: penDelays.splice(0), handling: handling.splice(0) }),
}

export type OurSubject = typeof subject
Object.assign(globalThis, { subject })

import type { BallotDocument } from '../../../shared/domain/ballot.ts'
import type { PersonId } from '../../../shared/domain/id.ts'
import type { Bytes } from '../../../shared/lib/bytes.ts'
import { fail, ok, type Result } from '../../../shared/lib/result.ts'
import { instant } from '../../../shared/lib/time.ts'
import type { ShownAnnotation, TextOf } from '../../app/annotation-handle.ts'
import { textsForMarks } from '../../app/mark-texts.ts'
import type { OpenApp } from '../../app/open-app.ts'
import type { ExportMark } from '../../pdf/export/annotation-dict.ts'
import { exportName, exportNames } from '../../pdf/export/export-name.ts'
import { createZipFile } from '../../pdf/export/zip-file.ts'
import { openRuns } from '../../pdf/read-runs.ts'
import { shownMark } from '../shown-mark.ts'
import { exportFonts } from './export-fonts.ts'
import type { NotedDocument } from './use-marks.ts'

export type ExportPart = 'document' | 'dossier'

export type ExportRequest = {
  part: ExportPart
  /** What is open, and its notes as they are placed there. */
  open: { noted: NotedDocument; shown: readonly ShownAnnotation[]; tray: readonly ShownAnnotation[] }
  documents: readonly BallotDocument[]
  /** Which notes go out. */
  takes: (note: ShownAnnotation) => boolean
  /** What a bookmark says, what stands at the foot of every page, and what a file is called after its title. */
  words: { bookmark: string; foot: string; dossier: string; named: (title: string) => string }
}

export type ExportFault = 'missing' | 'encrypted' | 'unreadable' | 'broken'

export type Exported = {
  name: string
  file: Blob
  /** Titles of what is not on this tablet. */
  missing: string[]
  /** Titles of what goes out without its notes. */
  plain: string[]
  /** Notes whose words the document holds no longer. */
  unplaced: number
}

export type ExportStep = { title: string; done: number; total: number }

/** Files for other programs, made on this tablet alone (A5). Null: stopped. */
export async function makeExport(
  app: OpenApp,
  request: ExportRequest,
  signal: AbortSignal,
  onStep: (step: ExportStep) => void,
): Promise<Result<Exported | null, ExportFault>> {
  const { part, open, takes, words } = request
  // Fetched when somebody exports: the start does not carry it.
  const { exportPdf } = await import('../../pdf/export/export-pdf.ts')
  const fonts = await exportFonts()
  const documents = part === 'dossier' ? request.documents : request.documents.filter(isOpen(open.noted))
  const found: Pick<Exported, 'missing' | 'plain' | 'unplaced'> = { missing: [], plain: [], unplaced: 0 }

  const one = async (document: BallotDocument): Promise<Result<Bytes, ExportFault>> => {
    const original = await bytesOf(app, document)
    if (!original) return fail('missing')
    const { shown, tray } = isOpen(open.noted)(document) ? open : await placed(app, open.noted, document)
    const marks = shown.filter(takes).map((mark) => exportMark(app, mark))
    found.unplaced += tray.filter(takes).length
    const { bookmark: bookmarkWord, foot } = words
    const made = await exportPdf(original, marks, { fonts, bookmarkWord, foot })
    if (made.ok) return ok(made.value.bytes)
    if (part === 'document') return fail(made.error.kind)
    found.plain.push(document.title)
    return ok(original)
  }

  const names = exportNames(documents.map(({ title }) => title))
  const zip = createZipFile(app.now())
  for (const [done, document] of documents.entries()) {
    if (signal.aborted) return ok(null)
    onStep({ title: document.title, done, total: documents.length })
    const made = await one(document)
    if (signal.aborted) return ok(null)
    if (part === 'document') {
      if (!made.ok) return made
      const file = new Blob([made.value], { type: 'application/pdf' })
      return ok({ name: `${exportName(words.named(document.title))}.pdf`, file, ...found })
    }
    if (made.ok) zip.add(`${names[done]}.pdf`, made.value)
    else found.missing.push(document.title)
  }
  if (found.missing.length === documents.length) return fail('missing')
  const number = app.copy.reader.get('ballot', `ballot/${open.noted.dossier}`)?.number
  const title = number ? `${words.dossier} ${number}` : words.dossier
  return ok({ name: `${exportName(words.named(title))}.zip`, file: zip.whole(), ...found })
}

const isOpen = (noted: NotedDocument) => (document: BallotDocument) =>
  document.id === noted.document && document.hash === noted.hash

/** The original, never the copy that is drawn faster. Null where it is not whole on this tablet. */
async function bytesOf(app: OpenApp, document: BallotDocument): Promise<Bytes | null> {
  const isHere = app.documents.states().some(({ hash, isComplete }) => hash === document.hash && isComplete)
  if (!isHere) return null
  return app.documents
    .source(document)
    .read(0, document.size)
    .catch(() => null)
}

/** Notes of a document that is not open. */
async function placed(app: OpenApp, { dossier }: NotedDocument, document: BallotDocument) {
  const { id, hash } = document
  const handle = app.annotations.open({ dossier, document: id, hash })
  try {
    await handle.ready()
    const former = handle.list().filter(({ version }) => version !== hash)
    return handle.place(former.length === 0 ? () => null : await textOf(app, document, former))
  } finally {
    handle.close()
  }
}

/** By what marks of former versions find their words; where the pages cannot be read they stay without a place. */
async function textOf(
  app: OpenApp,
  document: BallotDocument,
  former: readonly ShownAnnotation[],
): Promise<TextOf> {
  const words = await openRuns(app.documents.source(document)).catch(() => null)
  if (!words) return () => null
  try {
    return await textsForMarks(document.hash, former, {
      text: app.pageFiles.text,
      runs: words.runs,
      pages: words.pages,
    })
  } finally {
    words.close()
  }
}

function exportMark(app: OpenApp, mark: ShownAnnotation): ExportMark {
  const nameOf = (person: PersonId) => app.copy.reader.get('person', `person/${person}`)?.name ?? ''
  const { author, createdAt, modifiedAt } = mark
  return {
    ...shownMark(mark, nameOf),
    author: nameOf(author),
    createdAt,
    modifiedAt: modifiedAt === null ? null : instant(modifiedAt),
  }
}

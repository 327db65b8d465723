import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { MadeFiles } from '../../server/app/document-intake-port.ts'
import type { DocumentKind } from '../../server/demo/documents/document-request.ts'
import { createProcessDocument } from '../../server/intake/process-document.ts'
import { longPaper, paperOf } from '../testing/heavy-papers.ts'
import type { Paper } from './reader-subject.ts'

const generated: readonly [name: string, kind: DocumentKind, pages: number][] = [
  ['submission of 1 page', 'submission', 1],
  ['appraisal of 12 pages', 'appraisal', 12],
  ['statistics of 40 pages', 'statistics', 40],
  ['decree of 120 pages', 'draft-decree', 120],
  ['scan of 10 pages', 'scan', 10],
]

/** The server's own intake; what it once made of the same bytes is kept in the folder for temporary files. */
async function intakeOf(bytes: Uint8Array, say: (line: string) => void): Promise<MadeFiles> {
  const folder = join(tmpdir(), 'e-cabinet-bench-reader')
  const kept = join(folder, createHash('sha256').update(bytes).digest('hex'))
  if (existsSync(kept)) return deserialize(readFileSync(kept))
  say('  intake: pages, texts, pictures')
  const made = await createProcessDocument()(bytes.slice(), {
    onProgress: () => {},
    stopping: new AbortController().signal,
  })
  mkdirSync(folder, { recursive: true })
  writeFileSync(kept, serialize(made))
  return made
}

export interface PaperFiles {
  papers: Paper[]
  /** The longest of the project's own. */
  long: Paper
  files: Map<string, Uint8Array>
}

/** The project's own documents and the PDFs of folders, each with what the server would make of it. */
export async function gatherPapers(
  folders: readonly string[],
  longPages: number,
  say: (line: string) => void,
): Promise<PaperFiles> {
  const found = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.toLowerCase().endsWith('.pdf'))
      .map((name) => ({
        name: basename(name),
        make: async () => new Uint8Array(readFileSync(join(folder, name))),
      })),
  )
  const ours = generated.map(([name, kind, pages], i) => ({
    name,
    make: () => paperOf(kind, pages, { seed: i + 1 }),
  }))
  const papers: Paper[] = []
  const files = new Map<string, Uint8Array>()
  for (const each of [
    ...ours,
    { name: `report of ${longPages} pages`, make: () => longPaper(longPages) },
    ...found,
  ]) {
    say(each.name)
    const bytes = await each.make()
    const address = `/files/${papers.length}`
    files.set(address, bytes)
    const derived: Paper['derived'] = []
    for (const made of (await intakeOf(bytes, say)).files) {
      const at = `${address}/${derived.length}`
      files.set(at, made.bytes)
      if (made.kind !== 'changes') derived.push({ kind: made.kind, address: at })
    }
    papers.push({ name: each.name, address, derived })
  }
  const long = papers[ours.length]
  if (!long) throw new Error('no longest document')
  return { papers, long, files }
}

import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const run = promisify(execFile)

/** What pdf.js finds in a file: "page kind: words", without the windows that belong to notes and the line at the foot. */
export async function annotationsIn(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  try {
    const pdf = await task.promise
    const lines: string[] = []
    for (let no = 1; no <= pdf.numPages; no++) {
      const found: { subtype: string; contentsObj?: { str: string } }[] = await (
        await pdf.getPage(no)
      ).getAnnotations()
      for (const { subtype, contentsObj } of found)
        if (subtype !== 'Popup' && subtype !== 'Link' && subtype !== 'Watermark')
          lines.push(`${no} ${subtype}: ${contentsObj?.str ?? ''}`)
    }
    return lines
  } finally {
    await task.destroy()
  }
}

/** The lines of a file's text, with the page of each, from 1. */
export async function linesOf(bytes: Uint8Array): Promise<{ page: number; text: string }[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  try {
    const pdf = await task.promise
    const lines: { page: number; text: string }[] = []
    for (let page = 1; page <= pdf.numPages; page++) {
      const { items } = await (await pdf.getPage(page)).getTextContent()
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
      for (const line of text.split('\n')) lines.push({ page, text: line.trim() })
    }
    return lines
  } finally {
    await task.destroy()
  }
}

export type ByPoppler = {
  pages: number
  text: string
  /** The page as painted, PPM at 50 dots an inch. */
  painted: Buffer
  /** What it finds wrong with the file. */
  complaints: string
}

/** What poppler makes of a file. Null where the machine has none. @param page from 1 */
export async function readByPoppler(bytes: Uint8Array, page: number): Promise<ByPoppler | null> {
  const folder = await mkdtemp(join(tmpdir(), 'poppler-'))
  const file = join(folder, 'file.pdf')
  const only = ['-f', String(page), '-l', String(page)]
  try {
    await writeFile(file, bytes)
    const facts = await run('pdfinfo', [file])
    const text = await run('pdftotext', [...only, file, '-'])
    const drawn = await run('pdftoppm', [...only, '-r', '50', '-singlefile', file, join(folder, 'page')])
    return {
      pages: Number(/^Pages: +(\d+)/m.exec(facts.stdout)?.[1]),
      text: text.stdout,
      painted: await readFile(join(folder, 'page.ppm')),
      complaints: facts.stderr + text.stderr + drawn.stderr,
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Dots of a PPM that a yellow marker has passed over: letters and paper alone have no colour. */
export function yellowDots(ppm: Buffer): number {
  const head = /^P6\s+\d+\s+\d+\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1'))
  let dots = 0
  for (let at = head?.[0].length ?? ppm.length; at + 2 < ppm.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = ppm.subarray(at, at + 3)
    if (red - blue > 50 && green - blue > 30) dots += 1
  }
  return dots
}

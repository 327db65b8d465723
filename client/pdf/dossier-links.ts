import type { EventBus, LinkService } from './finder.ts'
import { dossierAddress, type PdfLibrary } from './pdf-library.ts'

/** A link to another file as its document wrote it. */
export type FileLink = {
  /** Without folders and ending. */
  name: string
  /** What is behind "#": a place in that file; empty for its beginning. */
  place: string
}

/**
 * A document never takes its reader out of the program: links within it work, links to another file of the dossier open that
 * one, all others do nothing.
 * @param open null where no such file is in the dossier
 */
export function createDossierLinks(
  viewer: PdfLibrary['viewer'],
  eventBus: EventBus,
  open: (link: FileLink) => (() => void) | null,
): LinkService {
  const service = new (class extends viewer.PDFLinkService {
    override addLinkAttributes(link: HTMLAnchorElement, url: string): void {
      const target = fileLinkOf(url)
      const go = target && open(target)
      link.removeAttribute('target')
      link.removeAttribute('title')
      if (go) {
        link.href = '#'
        link.onclick = () => {
          go()
          return false
        }
        return
      }
      link.removeAttribute('href')
      link.onclick = () => false
    }
  })({ eventBus, ignoreDestinationZoom: true })
  service.externalLinkEnabled = false
  return service
}

/** @returns null for what is no file beside this one */
export function fileLinkOf(url: string): FileLink | null {
  const parsed = URL.parse(url)
  if (!parsed || parsed.origin !== new URL(dossierAddress).origin) return null
  const last = decoded(parsed.pathname).split(/[/\\]/).at(-1) ?? ''
  const name = last.replace(/\.pdf$/i, '').normalize('NFC')
  return name === '' ? null : { name, place: parsed.hash.slice(1) }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

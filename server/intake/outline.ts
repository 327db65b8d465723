import type { OutlineItem } from '../../shared/protocol/document-files.ts'
import type { OpenPdf } from './open-pdf.ts'

type Node = Awaited<ReturnType<OpenPdf['getOutline']>>[number]

const mostItems = 5000
const deepest = 7

/** The titles of the document as they follow one another, with the pages they lead to. */
export async function outlineOf(pdf: OpenPdf): Promise<OutlineItem[]> {
  const outline = await pdf.getOutline().catch(() => null)
  const items: OutlineItem[] = []
  const take = async (nodes: readonly Node[], level: number): Promise<void> => {
    for (const node of nodes) {
      if (items.length >= mostItems) return
      const title = node.title
        .toWellFormed()
        .normalize('NFC')
        .replace(/\p{C}+/gu, ' ')
        .trim()
        .slice(0, 300)
      items.push({ level, title: title.toWellFormed(), page: await pageOf(node.dest, pdf) })
      if (level < deepest) await take(node.items, level + 1)
    }
  }
  await take(outline ?? [], 0)
  return items
}

async function pageOf(dest: Node['dest'], pdf: OpenPdf): Promise<number | null> {
  try {
    const explicit = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
    const target: unknown = explicit?.[0]
    const index = typeof target === 'number' ? target : isRef(target) ? await pdf.getPageIndex(target) : -1
    return Number.isInteger(index) && index >= 0 && index < pdf.numPages ? index + 1 : null
  } catch {
    return null
  }
}

const isRef = (target: unknown): target is { num: number; gen: number } =>
  typeof target === 'object' && target !== null && 'num' in target && 'gen' in target

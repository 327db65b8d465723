import { rangesOf } from '../../shared/domain/document.ts'
import { changesBetween } from '../../shared/domain/document-changes.ts'
import type { Hash } from '../../shared/domain/id.ts'
import type { PageFiles } from './page-files.ts'

/** Where a version of a document differs from the one that its reader has read; numbers are pages of the newer one. */
export type ChangedPages = {
  /** New and changed pages, [from, to] both counted. */
  pages: [number, number][]
  /** Former pages of which nothing is left. */
  removed: number
  /** Pages of either that hold no text to compare: scans. */
  unread: number
}

/**
 * By the texts of both on this tablet, so that it is told without a network, and against whichever version was read.
 * @returns null where one of the texts is not here
 */
export async function changedPages(
  pageFiles: Pick<PageFiles, 'text'>,
  was: Hash,
  is: Hash,
): Promise<ChangedPages | null> {
  const [before, after] = await Promise.all([pageFiles.text(was), pageFiles.text(is)])
  if (!before || !after) return null
  const { pages, removed, unread } = changesBetween(before, after)
  return {
    pages: rangesOf(pages.map(({ page }) => page)),
    removed: removed.length,
    unread: Math.max(unread.before.length, unread.after.length),
  }
}

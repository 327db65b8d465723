import { useEffect, useState } from 'react'
import type { Hash } from '../../shared/domain/id.ts'
import { type ChangedPages, changedPages } from '../app/changed-pages.ts'
import { derivedOf } from '../app/document-files.ts'
import { useWords } from '../ui/i18n.ts'
import { useApp } from './app-context.tsx'

/** In a list; the reader shows the rest. */
const mostRanges = 6

/** That a document is another one than was read, and on which pages, as soon as both texts are on this tablet (M1). */
export function DocumentChanged({ was, is }: { was: Hash; is: Hash }) {
  const app = useApp()
  const { t } = useWords()
  const [changed, setChanged] = useState<ChangedPages | null>(null)
  const { text } = app.pageFiles
  // The texts are made and fetched in the background, some time after the document itself.
  const isCome = [was, is].every((hash) => {
    const file = derivedOf(hash, app.copy).text
    return file !== null && app.documents.isComplete(file)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again once both texts are here
  useEffect(() => {
    let isGone = false
    void changedPages({ text }, was, is).then((found) => {
      if (!isGone) setChanged(found)
    })
    return () => {
      isGone = true
    }
  }, [text, was, is, isCome])
  const pages = changed?.pages ?? []
  const shown = pages.slice(0, mostRanges).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`))
  return (
    <>
      <span className="ec-paper-news" data-news="changed">
        {t('ballot.changed')}
      </span>
      {shown.length > 0 && (
        <span className="ec-paper-where">
          {t(pages.length > mostRanges ? 'ballot.changedOnAndMore' : 'ballot.changedOn', {
            pages: shown.join(', '),
          })}
        </span>
      )}
      {changed && changed.removed > 0 && (
        <span className="ec-paper-where">{t('ballot.pagesGone', { count: changed.removed })}</span>
      )}
      {changed && changed.unread > 0 && (
        <span className="ec-paper-where">{t('ballot.pagesUnread', { count: changed.unread })}</span>
      )}
    </>
  )
}

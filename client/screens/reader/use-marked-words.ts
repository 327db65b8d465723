import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { cleanText } from '../../../shared/lib/text.ts'

const mostLetters = 2000

/** The words that were last marked on the pages: a tap beside them, on a tool, lets go of the mark on some tablets. */
export function useMarkedWords(pages: RefObject<HTMLElement | null>): () => string {
  const last = useRef('')
  useEffect(() => {
    const hear = () => {
      const selection = document.getSelection()
      if (!selection || selection.isCollapsed || !pages.current?.contains(selection.anchorNode)) return
      last.current = selection.toString()
    }
    const forget = (event: Event) => {
      if (event.target instanceof Node && pages.current?.contains(event.target)) last.current = ''
    }
    document.addEventListener('selectionchange', hear)
    document.addEventListener('pointerdown', forget)
    return () => {
      document.removeEventListener('selectionchange', hear)
      document.removeEventListener('pointerdown', forget)
    }
  }, [pages])
  return useCallback(() => cleanText(last.current.replace(/\s+/g, ' ')).trim().slice(0, mostLetters), [])
}

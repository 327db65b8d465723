import { useEffect } from 'react'
import { unattended } from '../app/unattended.ts'
import { useApp } from './app-context.tsx'

/** Who turns from paper to paper is not followed with an act for each. */
const restMs = 30_000

/** The Office hears which documents were opened when one stays with one of them, and when one leaves (B8). */
export function useTellOpened(open: string | null): void {
  const { openedDocuments } = useApp()
  useEffect(() => {
    if (open === null) return
    const timer = setTimeout(() => unattended(openedDocuments.tell()), restMs)
    return () => clearTimeout(timer)
  }, [openedDocuments, open])
  useEffect(() => () => unattended(openedDocuments.tell()), [openedDocuments])
}

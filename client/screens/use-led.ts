import { type ReactNode, useEffect, useRef } from 'react'
import type { BallotDocument } from '../../shared/domain/ballot.ts'
import type { ShownPage } from '../app/live-port.ts'
import { type DocumentTarget, fromWhereOneWas } from './document-target.ts'
import type { LedPages } from './reader/use-led-pages.ts'

export type Lead = {
  /** Where to be; null to stay wherever one is. */
  to: ShownPage | null
  /** What stands in the middle; `isByHand`: not because one was led there. */
  onPlace(page: ShownPage | null, isByHand: boolean): void
  bar: ReactNode
}

/** Opens what one is led to, and tells when no document is open. */
export function useLed(
  lead: Lead | undefined,
  documents: readonly BallotDocument[],
  open: BallotDocument | null,
  choose: (document: BallotDocument, target: DocumentTarget) => void,
): void {
  const now = useRef({ lead, documents, open, choose })
  now.current = { lead, documents, open, choose }
  const file = lead?.to?.file ?? null
  useEffect(() => {
    const here = now.current
    const wanted = here.documents.find(({ hash }) => hash === file)
    const to = here.lead?.to
    if (wanted && to && here.open?.hash !== file) {
      here.choose(wanted, { ...fromWhereOneWas, goTo: `page=${to.page}` })
    }
  }, [file])
  const isNowhere = open === null
  useEffect(() => {
    if (isNowhere) now.current.lead?.onPlace(null, true)
  }, [isNowhere])
}

export const ledPages = (lead: Lead, { hash: file }: BallotDocument): LedPages => ({
  page: lead.to?.file === file ? lead.to.page : null,
  onPage: (page, isByHand) => lead.onPlace({ file, page }, isByHand || lead.to?.file !== file),
})

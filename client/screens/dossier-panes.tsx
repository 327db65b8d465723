import './dossier.css'
import { Drawer } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import type { BallotDocument } from '../../shared/domain/ballot.ts'
import type { DossierId } from '../../shared/domain/dossier.ts'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import type { IconName } from '../ui/icon-paths.ts'
import { passToast } from '../ui/toast-store.ts'
import { usePortrait } from '../ui/use-portrait.ts'
import { useApp } from './app-context.tsx'
import { DocumentPane } from './document-pane.tsx'
import { type DocumentTarget, fromWhereOneWas, noteTarget } from './document-target.ts'
import { DossierList } from './dossier-list.tsx'
import { DossierNotesPlace } from './dossier-notes-place.tsx'
import { FormerDocument } from './former-document.tsx'
import type { PapersInHand } from './paper-entry.tsx'
import { takeTarget } from './take-target.ts'
import { useDossierNotes } from './use-dossier-notes.ts'
import { type Lead, ledPages, useLed } from './use-led.ts'
import { useTellOpened } from './use-tell-opened.ts'

type DossierPanesProps = {
  dossier: DossierId
  documents: readonly BallotDocument[]
  sign: IconName
  words: { documents: string; overview: string; takenAway: string }
  head: ReactNode
  papers: (hand: PapersInHand) => ReactNode
  /** @param list what lies in the dossier, where there is no pane beside for it */
  overview: (list: ReactNode) => ReactNode
  /** What one answers; null where there is nothing to. */
  side: Side | null
  /** Where somebody may lead through the papers. */
  lead?: Lead
}

type Side = {
  label: string
  /** Where it comes from below. */
  title: string
  pane: (onDone: () => void) => ReactNode
  /** Upright, in its stead. */
  bar: (onOpen: () => void) => ReactNode
}

/** What stands in the middle. `visit`: who is led to where one is already begins there again. */
type Place =
  | { kind: 'overview' }
  | { kind: 'notes' }
  | { kind: 'document'; document: BallotDocument; target: DocumentTarget; visit: number }

/** Papers at the left, what is read in the middle, one's answer at the right; upright, the answer comes from below. */
export function DossierPanes(props: DossierPanesProps) {
  const { dossier, documents, sign, words, head, papers, overview, side, lead } = props
  const app = useApp()
  const { t } = useWords()
  const portrait = usePortrait()
  const [place, setPlace] = useState((): Place => {
    const found = takeTarget(app.search, dossier)
    const document = found && documents.find(({ hash }) => hash === found.document)
    return document ? { kind: 'document', document, target: found.target, visit: 0 } : { kind: 'overview' }
  })
  const open = place.kind === 'document' ? place.document : null
  const [showsList, setShowsList] = useState(() => open === null || !isNarrow())
  const [drawer, setDrawer] = useState<'documents' | 'side' | null>(null)
  // Found once: whoever comes back begins with the overview.
  useEffect(() => app.search.setTarget(null), [app])
  useEffect(() => {
    if (drawer !== null) passToast()
  }, [drawer])
  useTellOpened(open?.hash ?? null)
  const notes = useDossierNotes(dossier, documents)

  const go = (next: Place) => {
    setPlace(next)
    setDrawer(null)
  }
  const choose = (document: BallotDocument | null, target = fromWhereOneWas) => {
    if (document === null) return go({ kind: 'overview' })
    go({ kind: 'document', document, target, visit: place.kind === 'document' ? place.visit + 1 : 0 })
    // What is read gets the width; the list comes back with one tap.
    if (isNarrow()) setShowsList(false)
  }
  useLed(lead, documents, open, choose)
  const close = () => setDrawer(null)
  const list = (
    <DossierList
      dossier={dossier}
      overview={{ sign, word: words.overview }}
      papers={papers({
        open: open?.id,
        noted: (id) => notes?.notes.filter(({ document }) => document.id === id).length ?? 0,
        onOpen: choose,
      })}
      hasDocuments={documents.length > 0}
      notes={notes}
      place={place.kind}
      isInOverview={portrait && place.kind === 'overview'}
      onOverview={() => choose(null)}
      onNotes={() => go({ kind: 'notes' })}
    />
  )
  const no = documents.findIndex(({ id }) => id === open?.id) + 1
  /** Where one is, where no list beside says it. */
  const here = (
    <>
      <span className="ec-dossier-here">
        {open?.title ?? (place.kind === 'notes' ? t('notes.dossier') : words.overview)}
      </span>
      {no > 0 && (
        <span className="ec-figures ec-quiet">
          {t('ballot.documentOf', { at: no, count: documents.length })}
        </span>
      )}
    </>
  )
  return (
    <div className="ec-dossier">
      <div className="ec-dossier-head">{head}</div>
      <div className="ec-dossier-panes">
        {!portrait && showsList && (
          <nav className="ec-dossier-list" aria-label={words.documents}>
            <button
              type="button"
              className="ec-plain-button ec-square ec-dossier-fold"
              aria-label={t('ballot.closeDocuments')}
              onClick={() => setShowsList(false)}
            >
              <Icon name="fold" />
            </button>
            {list}
          </nav>
        )}
        <div className="ec-dossier-middle">
          {!portrait && !showsList && (
            <nav className="ec-dossier-folded" aria-label={words.documents}>
              <button
                type="button"
                className="ec-plain-button ec-square"
                aria-label={t('ballot.openDocuments')}
                onClick={() => setShowsList(true)}
              >
                <Icon name="unfold" />
              </button>
              {here}
            </nav>
          )}
          {portrait && place.kind !== 'overview' && (
            <button
              type="button"
              className="ec-plain-button ec-dossier-pick"
              onClick={() => setDrawer('documents')}
            >
              <Icon name="document" size={20} />
              {here}
              <Icon name="down" size={20} />
            </button>
          )}
          {open && <FormerDocument documents={documents} open={open} words={words} onOpen={choose} />}
          {lead?.bar}
          <div className="ec-dossier-place">
            {place.kind === 'overview' && overview(portrait ? list : null)}
            {place.kind === 'notes' && notes && (
              <DossierNotesPlace
                all={notes}
                onOpen={({ document, note, page }) => choose(document, noteTarget(note.id, page))}
              />
            )}
            {place.kind === 'document' && (
              <DocumentPane
                key={`${place.document.hash} ${place.visit}`}
                dossier={dossier}
                document={place.document}
                documents={documents}
                target={place.target}
                onOpen={choose}
                led={lead ? ledPages(lead, place.document) : null}
              />
            )}
          </div>
        </div>
        {!portrait && side && (
          <section className="ec-dossier-answer" aria-label={side.label}>
            {side.pane(close)}
          </section>
        )}
      </div>
      {portrait && side?.bar(() => setDrawer('side'))}
      <Drawer
        opened={portrait && drawer !== null}
        onClose={close}
        position={drawer === 'documents' ? 'left' : 'bottom'}
        size={420}
        {...(drawer !== 'documents' && { classNames: { content: 'ec-dossier-sheet' } })}
        title={drawer === 'documents' ? words.documents : side?.title}
        closeButtonProps={{ 'aria-label': t('interface.close') }}
      >
        {drawer === 'documents' && list}
        {drawer === 'side' && side?.pane(close)}
      </Drawer>
    </div>
  )
}

/** A tablet across: list, paper and answer side by side leave the paper too small to read. */
const isNarrow = () => window.matchMedia('(max-width: 1400px)').matches

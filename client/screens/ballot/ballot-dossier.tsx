import '../dossier.css'
import { Drawer } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import type { BallotDocument } from '../../../shared/domain/ballot.ts'
import type { BallotView } from '../../app/ballot.ts'
import type { Search } from '../../app/search.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { passToast } from '../../ui/toast-store.ts'
import { usePortrait } from '../../ui/use-portrait.ts'
import { useApp } from '../app-context.tsx'
import { DocumentPane } from '../document-pane.tsx'
import { type DocumentTarget, fromWhereOneWas, noteTarget } from '../document-target.ts'
import { DossierNotesPlace } from '../dossier-notes-place.tsx'
import { isStillOpen } from '../to-answer.ts'
import { useAnswerDraft } from '../use-answer-draft.ts'
import { useDossierNotes } from '../use-dossier-notes.ts'
import { useTellOpened } from '../use-tell-opened.ts'
import { AnswerBar } from './answer-bar.tsx'
import { AnswerPane } from './answer-pane.tsx'
import { BallotHead } from './ballot-head.tsx'
import { BallotOverview } from './ballot-overview.tsx'
import { DocumentList } from './document-list.tsx'
import { FormerDocument } from './former-document.tsx'
import { LeaveGuard } from './leave-guard.tsx'

/** Documents at the left, what is read in the middle, the issues at the right; upright, the issues come from below. */
export function BallotDossier({ view }: { view: BallotView }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const portrait = usePortrait()
  const hand = useAnswerDraft(view)
  const [found] = useState(() => app.search.target(view.ballot.id))
  const [open, setOpen] = useState(
    () => view.content.documents.find(({ hash }) => hash === found?.document) ?? null,
  )
  const [visit, setVisit] = useState({ no: 0, target: found ? targetOf(found) : fromWhereOneWas })
  const [showsNotes, setShowsNotes] = useState(false)
  // Found once: whoever comes back begins with the overview.
  useEffect(() => app.search.setTarget(null), [app])
  const [showsList, setShowsList] = useState(() => open === null || !isNarrow())
  const [drawer, setDrawer] = useState<'documents' | 'answer' | null>(null)
  useEffect(() => {
    if (drawer !== null) passToast()
  }, [drawer])
  const { isMember } = app.me().subject

  useTellOpened(open?.hash ?? null)

  const notes = useDossierNotes(view.ballot.id, view.content.documents)
  const choose = (document: BallotDocument | null, target = fromWhereOneWas) => {
    setOpen(document)
    setVisit({ no: visit.no + 1, target })
    setShowsNotes(false)
    setDrawer(null)
    // What is read gets the width; the list comes back with one tap.
    if (document !== null && isNarrow()) setShowsList(false)
  }
  const isOverview = open === null && !showsNotes
  const list = (
    <DocumentList
      view={view}
      open={open}
      notes={notes && { all: notes, isOpen: showsNotes }}
      isInOverview={portrait && isOverview}
      onOpen={choose}
      onOpenNotes={() => {
        choose(null)
        setShowsNotes(true)
      }}
    />
  )
  const answer = (
    <AnswerPane key={view.version.hash} view={view} hand={hand} onSigned={() => setDrawer(null)} />
  )
  const hasAnswerPane = isMember && isStillOpen(view)

  return (
    <div className="ec-dossier">
      <BallotHead view={view} onBack={() => void navigate(-1)} />
      <div className="ec-dossier-panes">
        {!portrait && showsList && (
          <nav className="ec-dossier-list" aria-label={t('ballot.documents')}>
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
        {!portrait && !showsList && (
          <div className="ec-dossier-folded">
            <button
              type="button"
              className="ec-plain-button ec-square"
              aria-label={t('ballot.openDocuments')}
              onClick={() => setShowsList(true)}
            >
              <Icon name="unfold" />
            </button>
          </div>
        )}
        <div className="ec-dossier-middle">
          {portrait && !isOverview && (
            <button
              type="button"
              className="ec-plain-button ec-dossier-pick"
              onClick={() => setDrawer('documents')}
            >
              <Icon name="document" size={20} />
              <span>{open === null ? t('notes.dossier') : open.title}</span>
              {open && (
                <span className="ec-figures ec-quiet">
                  {t('ballot.documentOf', {
                    at: view.content.documents.findIndex(({ id }) => id === open.id) + 1,
                    count: view.content.documents.length,
                  })}
                </span>
              )}
              <Icon name="down" size={20} />
            </button>
          )}
          {open !== null && <FormerDocument view={view} open={open} onOpen={choose} />}
          <div className="ec-dossier-place">
            {showsNotes && notes ? (
              <DossierNotesPlace
                all={notes}
                onOpen={({ document, note, page }) => choose(document, noteTarget(note.id, page))}
              />
            ) : open === null ? (
              <BallotOverview
                view={view}
                answer={isMember && !hasAnswerPane ? answer : null}
                documents={portrait ? list : null}
              />
            ) : (
              <DocumentPane
                key={`${open.hash} ${visit.no}`}
                dossier={view.ballot.id}
                document={open}
                documents={view.content.documents}
                target={visit.target}
                onOpen={choose}
              />
            )}
          </div>
        </div>
        {!portrait && hasAnswerPane && (
          <section className="ec-dossier-answer" aria-label={t('ballot.answer')}>
            {answer}
          </section>
        )}
      </div>
      {portrait && hasAnswerPane && (
        <AnswerBar view={view} draft={hand.draft} onOpen={() => setDrawer('answer')} />
      )}
      <Drawer
        opened={portrait && drawer !== null}
        onClose={() => setDrawer(null)}
        position={drawer === 'documents' ? 'left' : 'bottom'}
        size={420}
        {...(drawer !== 'documents' && { classNames: { content: 'ec-dossier-sheet' } })}
        title={t(drawer === 'documents' ? 'ballot.documents' : 'ballot.answer')}
        closeButtonProps={{ 'aria-label': t('interface.close') }}
      >
        {drawer === 'documents' ? list : drawer === 'answer' ? answer : null}
      </Drawer>
      <LeaveGuard hand={hand} isDone={view.mine.kind === 'saved'} />
    </div>
  )
}

/** A search leads to a page and its words, or to a note. */
function targetOf({ page, query, note }: NonNullable<ReturnType<Search['target']>>): DocumentTarget {
  if (note !== null) return noteTarget(note, page === null ? null : page - 1)
  return { ...fromWhereOneWas, goTo: page === null ? null : `page=${page}`, find: query }
}

/** A tablet across: list, paper and answer side by side leave the paper too small to read. */
const isNarrow = () => window.matchMedia('(max-width: 1400px)').matches

import '../dossier.css'
import { Drawer } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import type { BallotDocument } from '../../../shared/domain/ballot.ts'
import { formatHour } from '../../../shared/lib/time.ts'
import type { ItemView, MeetingView } from '../../app/meeting.ts'
import { When } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { usePortrait } from '../../ui/use-portrait.ts'
import { useApp } from '../app-context.tsx'
import { DocumentPane } from '../document-pane.tsx'
import { fromWhereOneWas, noteTarget } from '../document-target.ts'
import { DossierNotesPlace } from '../dossier-notes-place.tsx'
import { paths } from '../paths.ts'
import { ReadySign } from '../ready-sign.tsx'
import { useDossierNotes } from '../use-dossier-notes.ts'
import { useTellOpened } from '../use-tell-opened.ts'
import { FormerPaper } from './former-paper.tsx'
import { ItemList } from './item-list.tsx'
import { ItemOverview } from './item-overview.tsx'
import { PositionBar } from './position-bar.tsx'
import { PositionPane } from './position-pane.tsx'
import { SessionBar } from './session-bar.tsx'
import { takeTarget } from './take-target.ts'

type ItemDossierProps = { meeting: MeetingView; view: ItemView }

/** An item's papers at the left, what is read in the middle, one's position at the right; upright, from below. */
export function ItemDossier({ meeting: { meeting }, view }: ItemDossierProps) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const portrait = usePortrait()
  const { dossier, content, item, no, planned } = view
  const documents = view.isOver ? noDocuments : content.documents
  const [found] = useState(() => takeTarget(app.search, dossier))
  const [open, setOpen] = useState(() => documents.find(({ hash }) => hash === found?.document) ?? null)
  const [visit, setVisit] = useState({ no: 0, target: found?.target ?? fromWhereOneWas })
  const [showsNotes, setShowsNotes] = useState(false)
  const [showsList, setShowsList] = useState(() => open === null || !isNarrow())
  const [drawer, setDrawer] = useState<'papers' | 'position' | null>(null)
  // Found once: whoever comes back begins with the overview.
  useEffect(() => app.search.setTarget(null), [app])
  useTellOpened(open?.hash ?? null)
  const notes = useDossierNotes(dossier, documents)

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
    <ItemList
      meeting={meeting}
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
  const hasPosition = view.speaksFor !== null
  return (
    <div className="ec-dossier">
      <div className="ec-dossier-head">
        <SessionBar meeting={meeting.id} here={item.id} />
        <PageTitle
          over={
            <span className="ec-dossier-facts">
              <span>
                {t('meeting.item', { no })} · <When at={meeting.startsAt} />
              </span>
              {item.withdrawn === null && (
                <span>
                  {t('meeting.planned', { from: formatHour(planned.from), to: formatHour(planned.to) })}
                </span>
              )}
              {!view.isOver && <ReadySign dossiers={[dossier]} />}
            </span>
          }
          title={content.title}
          onBack={() => void navigate(paths.meeting(meeting.id))}
        />
      </div>
      <div className="ec-dossier-panes">
        {!portrait && (
          <nav
            className={showsList ? 'ec-dossier-list' : 'ec-dossier-folded'}
            aria-label={t('meeting.documents')}
          >
            <button
              type="button"
              className={`ec-plain-button ec-square${showsList ? ' ec-dossier-fold' : ''}`}
              aria-label={t(showsList ? 'ballot.closeDocuments' : 'ballot.openDocuments')}
              onClick={() => setShowsList(!showsList)}
            >
              <Icon name={showsList ? 'fold' : 'unfold'} />
            </button>
            {showsList && list}
          </nav>
        )}
        <div className="ec-dossier-middle">
          {portrait && !isOverview && (
            <button
              type="button"
              className="ec-plain-button ec-dossier-pick"
              onClick={() => setDrawer('papers')}
            >
              <Icon name="document" size={20} />
              <span>{open?.title ?? t('notes.dossier')}</span>
              <Icon name="down" size={20} />
            </button>
          )}
          {open !== null && <FormerPaper documents={documents} open={open} onOpen={choose} />}
          <div className="ec-dossier-place">
            {showsNotes && notes ? (
              <DossierNotesPlace
                all={notes}
                onOpen={({ document, note, page }) => choose(document, noteTarget(note.id, page))}
              />
            ) : open === null ? (
              <ItemOverview meeting={meeting} view={view} papers={portrait ? list : null} />
            ) : (
              <DocumentPane
                key={`${open.hash} ${visit.no}`}
                dossier={dossier}
                document={open}
                documents={documents}
                target={visit.target}
                onOpen={choose}
              />
            )}
          </div>
        </div>
        {!portrait && hasPosition && (
          <section className="ec-dossier-answer" aria-label={t('meeting.position.title')}>
            <PositionPane meeting={meeting} view={view} />
          </section>
        )}
      </div>
      {portrait && hasPosition && <PositionBar view={view} onOpen={() => setDrawer('position')} />}
      <Drawer
        opened={portrait && drawer !== null}
        onClose={() => setDrawer(null)}
        position={drawer === 'papers' ? 'left' : 'bottom'}
        size={420}
        {...(drawer !== 'papers' && { classNames: { content: 'ec-dossier-sheet' } })}
        title={t(drawer === 'papers' ? 'meeting.documents' : 'meeting.position.open')}
        closeButtonProps={{ 'aria-label': t('interface.close') }}
      >
        {drawer === 'papers' && list}
        {drawer === 'position' && <PositionPane meeting={meeting} view={view} />}
      </Drawer>
    </div>
  )
}

const noDocuments: readonly BallotDocument[] = []

/** A tablet across: list, paper and position side by side leave the paper too small to read. */
const isNarrow = () => window.matchMedia('(max-width: 1400px)').matches

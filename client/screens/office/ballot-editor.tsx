import './office.css'
import './ballot.css'
import '../shared/editor.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Navigate, useNavigate, useParams } from 'react-router'
import { permit } from '../../../shared/domain/access.ts'
import { BallotId } from '../../../shared/domain/id.ts'
import { factsOf } from '../../../shared/domain/scope.ts'
import { dayOf, formatHour } from '../../../shared/lib/time.ts'
import { type BallotEditing, blankEditing, editingOf } from '../../app/ballot-editing.ts'
import { amendWindow, issueWindow, proposedDeadline } from '../../app/deadline-window.ts'
import type { OfficeBallotView } from '../../app/office-ballot.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { paths } from '../paths.ts'
import { ServerReachNotice } from '../server-reach.tsx'
import { EditorDocuments } from '../shared/editor-documents.tsx'
import { UploadLeaveGuard } from '../shared/upload-leave-guard.tsx'
import type { EditorStep } from '../shared/use-editor-steps.ts'
import { useCalendar } from '../use-calendar.ts'
import { gapsBeforeSending, gapsFor } from './editor-gaps.ts'
import { EditorIssues } from './editor-issues.tsx'
import { EditorSide } from './editor-side.tsx'
import { EditorTexts } from './editor-texts.tsx'
import type { EditorGap } from './gap-words.ts'
import { useBallotEditing } from './use-ballot-editing.ts'
import { useDossier } from './use-dossier.ts'
import { useHeads } from './use-heads.ts'

export type EditorMode = 'draft' | 'amend'

/** A ballot is written here: a new one, a draft or a returned one; an issued one becomes a new version. */
export function BallotEditor() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const parsed = BallotId.safeParse(useParams()['ballot'])
  const [fresh] = useState(() => app.office.newBallot())
  const { subject } = app.me()
  if (!parsed.success) return <Navigate to={paths.deskEdit(fresh)} replace />
  const id = parsed.data
  const view = app.office.get(id)
  const mode = modeOf(view, subject)
  if (mode === null) {
    return <NotEditable view={view} />
  }
  if (view && !view.content) {
    return (
      <Page>
        <EmptyState level={1} sign="clock" title={t('desk.notHere')} />
      </Page>
    )
  }
  return <Editor key={`${id}/${mode}`} id={id} view={view} mode={mode} />
}

function NotEditable({ view }: { view: OfficeBallotView | null }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const heads = useHeads()
  const isIssued = view?.ballot.phase.state === 'issued'
  const toBallot = (
    <Button
      variant="default"
      onClick={() => void navigate(view ? paths.deskBallot(view.ballot.id) : paths.deskBallots)}
    >
      {t('editor.toBallot')}
    </Button>
  )
  return (
    <Page>
      <EmptyState
        level={1}
        sign="lock"
        title={t(isIssued ? 'editor.notYours' : 'editor.notEditable')}
        text={isIssued ? t('editor.notYoursText', { names: heads }) : t('editor.notEditableText')}
        action={toBallot}
      />
    </Page>
  )
}

type EditorProps = { id: BallotId; view: OfficeBallotView | null; mode: EditorMode }

function Editor({ id, view, mode }: EditorProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { now, settings, calendar } = useCalendar()
  const [asked, setAsked] = useState<EditorStep | null>(null)
  const base = useBase({ id, view, mode })
  const hand = useBallotEditing(id, base)
  const window = mode === 'amend' ? amendWindow(settings) : issueWindow(settings)
  const { editing } = hand
  const office = { former: hand.base.documents, wasSent: mode === 'amend' }
  const dossier = useDossier(editing.documents, office, hand.change)
  const current = mode === 'amend' ? (view?.ballot.deadlineAt ?? null) : null
  const store = gapsFor(editing, { mode, now, window, calendar, current })
  const gaps: Record<EditorStep, EditorGap[]> = {
    store,
    send: [...store, ...gapsBeforeSending(editing, dossier.uploads.items)],
  }
  const shown = asked === null ? [] : gaps[asked]
  const parts = { editing, gaps: shown, onChange: hand.change }
  const title =
    mode === 'amend'
      ? t('editor.amend', { number: view?.ballot.number ?? '' })
      : t(view ? 'editor.edit' : 'editor.new')
  return (
    <Page width="wide">
      <PageTitle
        title={title}
        {...(mode === 'amend' && { under: t('editor.amendUnder') })}
        onBack={() => void navigate(view ? paths.deskBallot(id) : paths.deskBallots)}
      />
      <ServerReachNotice />
      <UploadLeaveGuard isRunning={dossier.uploads.isRunning} />
      <div className="ec-editor">
        <div className="ec-editor-main">
          <EditorTexts {...parts} />
          <EditorIssues {...parts} />
          <EditorDocuments documents={editing.documents} dossier={dossier} gaps={shown} />
        </div>
        <EditorSide
          {...{ id, view, mode, hand, gaps: shown, window }}
          onAsk={(step) => {
            setAsked(step)
            return gaps[step].length === 0
          }}
        />
      </div>
    </Page>
  )
}

/** What writing begins from; the blank sheet is made once. */
function useBase({ view, mode }: EditorProps): BallotEditing {
  const app = useApp()
  const { now, settings, calendar } = useCalendar()
  const [blank] = useState(() => {
    const deadlineAt = proposedDeadline(now, issueWindow(settings), calendar)
    return blankEditing(app.identity.person, deadlineAt, app.office.newId)
  })
  if (!view?.content || view.contentHash === null) return blank
  const stored = editingOf(view.ballot, view.content, view.contentHash)
  if (mode === 'draft') return stored
  const least = proposedDeadline(now, amendWindow(settings), calendar)
  return least > view.ballot.deadlineAt ? { ...stored, day: dayOf(least), hour: formatHour(least) } : stored
}

function modeOf(view: OfficeBallotView | null, subject: Parameters<typeof permit>[0]): EditorMode | null {
  if (!view) return permit(subject, { action: 'draft-ballot', ballot: null }).allow ? 'draft' : null
  const ballot = factsOf(view.ballot)
  if (ballot.state === 'draft' || ballot.state === 'returned') {
    return permit(subject, { action: 'draft-ballot', ballot }).allow ? 'draft' : null
  }
  const mayAmend = ballot.state === 'issued' && permit(subject, { action: 'amend-ballot', ballot }).allow
  return mayAmend ? 'amend' : null
}

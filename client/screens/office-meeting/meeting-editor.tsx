import '../shared/editor.css'
import './meeting-editor.css'
import './office-meeting.css'
import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Navigate, useNavigate, useParams } from 'react-router'
import { permit, type Subject } from '../../../shared/domain/access.ts'
import { MeetingId } from '../../../shared/domain/id.ts'
import { factsOfMeeting } from '../../../shared/domain/meeting-access.ts'
import { blankMeeting } from '../../app/meeting-editing.ts'
import { type MeetingSheet, sheetOf } from '../../app/meeting-sheet.ts'
import type { OfficeMeetingView } from '../../app/office-meeting.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { paths } from '../paths.ts'
import { ServerReachNotice } from '../server-reach.tsx'
import { UploadLeaveGuard } from '../shared/upload-leave-guard.tsx'
import type { EditorStep } from '../shared/use-editor-steps.ts'
import { useDirectory } from '../use-directory.ts'
import { useSame } from '../use-same.ts'
import { EditorAgenda } from './editor-agenda.tsx'
import { EditorFacts } from './editor-facts.tsx'
import { MeetingEditorSide } from './meeting-editor-side.tsx'
import { gapsToSend, gapsToStore, type SheetGap } from './sheet-gaps.ts'
import { useItemDossiers } from './use-item-dossiers.ts'
import { useMeetingSheet } from './use-meeting-sheet.ts'

export type EditorMode = 'draft' | 'change'

/** A meeting is written here: a new one, a draft or a returned one; one that was approved is changed, with a reason. */
export function MeetingEditor() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const navigate = useNavigate()
  const parsed = MeetingId.safeParse(useParams()['meeting'])
  const [fresh] = useState(() => app.officeMeetings.newMeeting())
  if (!parsed.success) return <Navigate to={paths.deskMeetingEdit(fresh)} replace />
  const id = parsed.data
  const view = app.officeMeetings.get(id)
  const mode = modeOf(view, app.me().subject)
  if (mode === null) {
    const toMeeting = (
      <Button
        variant="default"
        onClick={() => void navigate(view ? paths.deskMeeting(id) : paths.deskMeetings)}
      >
        {t('agenda.toMeeting')}
      </Button>
    )
    return (
      <Page>
        <EmptyState
          level={1}
          sign="lock"
          title={t('agenda.notEditable')}
          text={t('agenda.notEditableText')}
          action={toMeeting}
        />
      </Page>
    )
  }
  const isHere =
    view === null || (view.content !== null && view.items.every(({ content }) => content !== null))
  if (!isHere) {
    return (
      <Page>
        <EmptyState level={1} sign="clock" title={t('officeMeeting.notHere')} />
      </Page>
    )
  }
  return <Editor key={`${id}/${mode}`} id={id} view={view} mode={mode} />
}

const noGaps: readonly SheetGap[] = []

type EditorProps = { id: MeetingId; view: OfficeMeetingView | null; mode: EditorMode }

function Editor({ id, view, mode }: EditorProps) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const { people } = useDirectory()
  const [asked, setAsked] = useState<EditorStep | null>(null)
  const base = useBase(view)
  const hand = useMeetingSheet(id, base)
  const dossiers = useItemDossiers(hand, view)
  const { sheet } = hand
  const gapsOf = (step: EditorStep): SheetGap[] => {
    const store = gapsToStore(sheet, { now: app.now(), people })
    return step === 'store' ? store : [...store, ...gapsToSend(sheet, dossiers.items)]
  }
  const gaps = asked === null ? noGaps : gapsOf(asked)
  const title = mode === 'change' ? t('agenda.change') : t(view ? 'agenda.edit' : 'agenda.new')
  return (
    <Page width="wide">
      <PageTitle
        title={title}
        {...(mode === 'change' && { under: t('agenda.changeUnder') })}
        onBack={() => void navigate(view ? paths.deskMeeting(id) : paths.deskMeetings)}
      />
      <ServerReachNotice />
      <UploadLeaveGuard isRunning={dossiers.isRunning} />
      <div className="ec-editor">
        <div className="ec-editor-main">
          <EditorFacts meeting={sheet.meeting} mode={mode} gaps={gaps} onChange={hand.setMeeting} />
          <EditorAgenda {...{ hand, dossiers, gaps, mode, view }} />
        </div>
        <MeetingEditorSide
          {...{ id, view, mode, hand, gaps }}
          onAsk={(step) => {
            setAsked(step)
            return gapsOf(step).length === 0
          }}
        />
      </div>
    </Page>
  )
}

/** What writing begins from; the blank sheet is made once, and what the Office holds is read again when it changes. */
function useBase(view: OfficeMeetingView | null): MeetingSheet {
  const app = useApp()
  const [blank] = useState((): MeetingSheet => {
    const people = app.copy.reader.list('person')
    return { meeting: blankMeeting(app.identity.person, app.now(), people), items: [] }
  })
  // Drafts are kept with each letter, and rows stay the same meanwhile.
  const rows = useSame(view ? [view.meeting, ...view.items.map(({ item }) => item)] : [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read of the view stands in its rows
  return useMemo(() => (view && sheetOf(view)) ?? blank, [rows, blank])
}

function modeOf(view: OfficeMeetingView | null, subject: Subject): EditorMode | null {
  if (!view) return permit(subject, { action: 'draft-meeting', meeting: null }).allow ? 'draft' : null
  const { state } = view.meeting.phase
  const meeting = factsOfMeeting(view.meeting)
  if (state === 'draft' || state === 'returned') {
    return permit(subject, { action: 'draft-meeting', meeting }).allow ? 'draft' : null
  }
  const isAhead = state === 'approved' || state === 'invited'
  return isAhead && permit(subject, { action: 'change-meeting', meeting }).allow ? 'change' : null
}

import { Button, MultiSelect } from '@mantine/core'
import { useNavigate } from 'react-router'
import { type MeetingId, PersonId } from '../../../shared/domain/id.ts'
import { appointmentsOn } from '../../../shared/domain/people.ts'
import type { OfficeMeetingView } from '../../app/office-meeting.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useApp } from '../app-context.tsx'
import { problemWords } from '../authority-problem.ts'
import { paths } from '../paths.ts'
import { useServerReach } from '../server-reach.tsx'
import { EditorState } from '../shared/editor-state.tsx'
import { type EditorStep, useEditorSteps } from '../shared/use-editor-steps.ts'
import { useDirectory } from '../use-directory.ts'
import { ChangeSheet } from './change-sheet.tsx'
import { SubmitSheet } from './prepare-sheets.tsx'
import { type SheetGap, sheetGapWords } from './sheet-gaps.ts'
import type { SheetInHand } from './use-meeting-sheet.ts'
import { useStoreMeeting } from './use-store-meeting.ts'

type MeetingEditorSideProps = {
  id: MeetingId
  view: OfficeMeetingView | null
  mode: 'draft' | 'change'
  hand: SheetInHand
  gaps: readonly SheetGap[]
  /** What is missing for the step is shown from now on. @returns whether nothing is. */
  onAsk: (step: EditorStep) => boolean
}

/** Beside the agenda: who prepares it, where it is kept, and what may be done with it. */
export function MeetingEditorSide({ id, view, mode, hand, gaps, onAsk }: MeetingEditorSideProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const toast = useToast()
  const canReach = useServerReach()
  const store = useStoreMeeting({ id, isNew: view === null, hand })
  const isStored = view !== null && !hand.isChanged
  const { list, sheet, closeSheet, goesOn, run, askChange } = useEditorSteps({
    ...{ isStored, onAsk },
    store: store.run,
    onStored: () => toast.say('good', t('agenda.saved')),
  })
  const { problem, progress } = store
  const part = problem && hand.sheet.items.findIndex((item) => item.id === problem.part)
  const partOf = part === null ? undefined : hand.sheet.items[part]
  return (
    <aside className="ec-editor-side" aria-label={t('agenda.side')}>
      <div className="ec-editor-side-body">
        {gaps.length > 0 && (
          <div role="alert" ref={list}>
            <Notice tone="urgent" title={t('editor.gaps')}>
              <ul className="ec-editor-gaps">
                {gaps.map((gap) => (
                  <li key={JSON.stringify(gap)}>{sheetGapWords(t, gap)}</li>
                ))}
              </ul>
            </Notice>
          </div>
        )}
        <EditorState hand={hand} isStored={isStored && mode === 'draft'} isSaving={progress !== null} />
        {progress !== null && progress.of > 1 && (
          <p className="ec-quiet ec-figures">{t('agenda.saving', progress)}</p>
        )}
        {mode === 'draft' && <Handlers hand={hand} gaps={gaps} />}
      </div>
      {problem && (
        <div role="alert">
          <Notice tone="urgent" title={t('authority.notDone')}>
            {partOf && part !== null && (
              <p>{t('agenda.partFault', { no: part + 1, title: partOf.title.trim() })}</p>
            )}
            {problemWords(t, problem.problem)}
          </Notice>
        </div>
      )}
      <div className="ec-editor-buttons">
        {mode === 'draft' ? (
          <>
            <Button
              variant="default"
              disabled={!canReach || isStored}
              loading={progress !== null && !goesOn}
              onClick={() => void run('stay')}
            >
              {t('agenda.save')}
            </Button>
            <Button
              leftSection={<Icon name="send" size={20} />}
              disabled={!canReach || progress !== null || goesOn}
              onClick={() => void run('submit')}
            >
              {t(isStored ? 'agenda.submit' : 'agenda.saveAndSubmit')}
            </Button>
          </>
        ) : (
          <Button disabled={!canReach || !hand.isChanged} onClick={askChange}>
            {t('agenda.changeGo')}
          </Button>
        )}
        {mode === 'change' && !hand.isChanged && <p className="ec-quiet">{t('agenda.notChanged')}</p>}
        {hand.isChanged && (
          <Button
            variant="subtle"
            color="gray"
            disabled={progress !== null}
            onClick={() => {
              const was = hand.kept
              hand.discard()
              toast.offerUndo(t('editor.discarded'), () => hand.put(was))
            }}
          >
            {t('editor.discard')}
          </Button>
        )}
      </div>
      {sheet === 'submit' && view && (
        <SubmitSheet view={view} onDone={() => void navigate(paths.deskMeeting(id))} onClose={closeSheet} />
      )}
      {sheet === 'change' && view && (
        <ChangeSheet
          view={view}
          hand={hand}
          onDone={() => {
            hand.forgetSent(hand.kept)
            void navigate(paths.deskMeeting(id))
          }}
          onClose={closeSheet}
        />
      )}
    </aside>
  )
}

type HandlersProps = { hand: SheetInHand; gaps: readonly SheetGap[] }

function Handlers({ hand: { sheet, setMeeting }, gaps }: HandlersProps) {
  const app = useApp()
  const { t } = useWords()
  const { people } = useDirectory()
  const today = app.today()
  const secretaries = people.filter((person) =>
    appointmentsOn(person, today).some(({ role }) => role === 'secretary'),
  )
  const lacks = gaps.find(({ gap }) => gap.kind === 'handler-missing')
  return (
    <MultiSelect
      label={t('agenda.handlers')}
      description={t('agenda.handlersHint')}
      data={secretaries.map(({ id, name }) => ({ value: id, label: name }))}
      value={sheet.meeting.handlers}
      error={lacks && sheetGapWords(t, lacks)}
      onChange={(next) => setMeeting({ handlers: next.map((id) => PersonId.parse(id)) })}
    />
  )
}

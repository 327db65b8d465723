import { Button, MultiSelect, Select } from '@mantine/core'
import { useNavigate } from 'react-router'
import { AgencyId, type BallotId, PersonId } from '../../../shared/domain/id.ts'
import { appointmentsOn } from '../../../shared/domain/people.ts'
import { contentHashOf } from '../../app/ballot-editing.ts'
import type { OfficeBallotView } from '../../app/office-ballot.ts'
import { foldedFilter } from '../../ui/folded-filter.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useAgencyChoice } from '../agency-choice.ts'
import { useApp } from '../app-context.tsx'
import { type AuthorityProblem, problemWords } from '../authority-problem.ts'
import { paths } from '../paths.ts'
import { useServerReach } from '../server-reach.tsx'
import { EditorState } from '../shared/editor-state.tsx'
import { type EditorStep, useEditorSteps } from '../shared/use-editor-steps.ts'
import { useDirectory } from '../use-directory.ts'
import { AmendSheet } from './amend-sheet.tsx'
import { EditorDeadline } from './editor-deadline.tsx'
import { type EditorGap, gapWords } from './gap-words.ts'
import { SubmitSheet } from './submit-sheet.tsx'
import type { EditingInHand } from './use-ballot-editing.ts'
import { useStoreDraft } from './use-store-draft.ts'

type EditorSideProps = {
  id: BallotId
  view: OfficeBallotView | null
  mode: 'draft' | 'amend'
  hand: EditingInHand
  gaps: readonly EditorGap[]
  window: { minDays: number; maxDays: number }
  /** What is missing for the step is shown from now on. @returns whether nothing is. */
  onAsk: (step: EditorStep) => boolean
}

/** Beside the text: whose, until when, where it is kept, and what may be done with it. */
export function EditorSide({ id, view, mode, hand, gaps, window, onAsk }: EditorSideProps) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const toast = useToast()
  const canReach = useServerReach()
  const store = useStoreDraft(id, hand)
  const { editing, change } = hand
  const missing = editing.documents.find(({ hash }) => hash === missingFile(store.problem))
  const isStored = view !== null && !hand.isChanged
  // A new deadline alone is an extension, no new version.
  const hasNewWords = mode === 'amend' && contentHashOf(editing) !== view?.contentHash
  const toRegister = () => void navigate(paths.deskBallot(id))

  const { list, sheet, closeSheet, goesOn, run, askChange } = useEditorSteps({
    ...{ isStored, onAsk },
    store: store.run,
    onStored: () => toast.say('good', t('editor.saved')),
  })
  return (
    <aside className="ec-editor-side" aria-label={t('editor.side')}>
      <div className="ec-editor-side-body">
        {gaps.length > 0 && (
          <div role="alert" ref={list}>
            <Notice tone="urgent" title={t('editor.gaps')}>
              <ul className="ec-editor-gaps">
                {gaps.map((gap) => (
                  <li key={JSON.stringify(gap)}>{gapWords(t, gap)}</li>
                ))}
              </ul>
            </Notice>
          </div>
        )}
        <EditorState hand={hand} isStored={isStored && mode === 'draft'} isSaving={store.isBusy} />
        {mode === 'draft' && <Owners hand={hand} gaps={gaps} />}
        <EditorDeadline
          {...{ editing, mode, window, change, gaps }}
          current={view?.ballot.deadlineAt ?? null}
        />
      </div>
      {store.problem && (
        <div role="alert">
          <Notice tone="urgent" title={t('authority.notDone')}>
            {problemWords(t, store.problem)}
            {missing && <p>{t('editor.missingFile', { title: missing.title })}</p>}
          </Notice>
        </div>
      )}
      <div className="ec-editor-buttons">
        {mode === 'draft' ? (
          <>
            <Button
              variant="default"
              disabled={!canReach || isStored}
              loading={store.isBusy && !goesOn}
              onClick={() => void run('stay')}
            >
              {t('editor.save')}
            </Button>
            <Button
              leftSection={<Icon name="send" size={20} />}
              disabled={!canReach || store.isBusy || goesOn}
              onClick={() => void run('submit')}
            >
              {t(isStored ? 'editor.submit' : 'editor.saveAndSubmit')}
            </Button>
          </>
        ) : (
          <Button disabled={!canReach || !hasNewWords} onClick={askChange}>
            {t('editor.amendGo')}
          </Button>
        )}
        {mode === 'amend' && !hasNewWords && <p className="ec-quiet">{t('editor.notChanged')}</p>}
        {hand.isChanged && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => {
              const was = hand.editing
              hand.discard()
              toast.offerUndo(t('editor.discarded'), () => change(was))
            }}
          >
            {t('editor.discard')}
          </Button>
        )}
      </div>
      {sheet === 'submit' && view && <SubmitSheet view={view} onDone={toRegister} onClose={closeSheet} />}
      {sheet === 'change' && view?.content && (
        <AmendSheet
          ballot={view.ballot}
          was={view.content}
          editing={editing}
          onDone={() => {
            void app.drafts.keep(`ballot/${id}`, null)
            toRegister()
          }}
          onClose={closeSheet}
        />
      )}
    </aside>
  )
}

const missingFile = (problem: AuthorityProblem | null): string | null =>
  problem?.kind === 'verdict' && problem.reason.kind === 'file-missing' ? problem.reason.hash : null

function Owners({ hand: { editing, change }, gaps }: { hand: EditingInHand; gaps: readonly EditorGap[] }) {
  const app = useApp()
  const { t } = useWords()
  const { people } = useDirectory()
  const today = app.today()
  const agencies = useAgencyChoice()
  const secretaries = people.filter((person) =>
    appointmentsOn(person, today).some(({ role }) => role === 'secretary'),
  )
  const errorFor = (kind: EditorGap['kind']) => {
    const gap = gaps.find((each) => each.kind === kind)
    return gap && gapWords(t, gap)
  }
  return (
    <>
      <Select
        label={t('editor.leadAgency')}
        required
        searchable
        filter={foldedFilter}
        placeholder={t('editor.chooseAgency')}
        nothingFoundMessage={t('editor.noAgency')}
        data={agencies}
        value={editing.leadAgency}
        error={errorFor('lead-agency-missing')}
        onChange={(next) => change({ leadAgency: next === null ? null : AgencyId.parse(next) })}
      />
      <MultiSelect
        label={t('editor.handlers')}
        description={t('editor.handlersHint')}
        data={secretaries.map(({ id, name }) => ({ value: id, label: name }))}
        value={editing.handlers}
        error={errorFor('handler-missing')}
        onChange={(next) => change({ handlers: next.map((id) => PersonId.parse(id)) })}
      />
    </>
  )
}

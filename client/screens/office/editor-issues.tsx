import { Button } from '@mantine/core'
import { type BallotEditing, blankIssue, type EditorIssue } from '../../app/ballot-editing.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useApp } from '../app-context.tsx'
import { moved, without } from '../shared/list-order.ts'
import { OrderButtons } from '../shared/order-buttons.tsx'
import { EditorIssueFields } from './editor-issue-fields.tsx'
import type { EditorGap } from './gap-words.ts'

type EditorIssuesProps = {
  editing: BallotEditing
  gaps: readonly EditorGap[]
  onChange: (part: Partial<BallotEditing>) => void
}

/** What members are asked: one or more issues, in an order. */
export function EditorIssues({ editing: { issues }, gaps, onChange }: EditorIssuesProps) {
  const app = useApp()
  const { t } = useWords()
  const toast = useToast()
  const set = (next: EditorIssue[]) => onChange({ issues: next })
  const remove = (at: number) => {
    const gone = issues[at]
    if (!gone) return
    set(without(issues, at))
    toast.offerUndo(t('editor.removed', { what: t('editor.issue', { no: at + 1 }) }), () => set(issues))
  }
  return (
    <section className="ec-editor-part" aria-label={t('editor.issues')}>
      <h2>{t('editor.issues')}</h2>
      {issues.map((issue, i) => (
        <fieldset key={issue.id} className="ec-editor-item">
          <legend className="ec-unseen">{t('editor.issue', { no: i + 1 })}</legend>
          <div className="ec-editor-item-head">
            <h3>{t('editor.issue', { no: i + 1 })}</h3>
            <OrderButtons
              what={t('editor.issue', { no: i + 1 })}
              at={i}
              count={issues.length}
              onMove={(to) => set(moved(issues, i, to))}
              onRemove={() => remove(i)}
            />
          </div>
          <EditorIssueFields
            no={i + 1}
            issue={issue}
            gaps={gaps.filter((gap) => 'no' in gap && gap.no === i + 1 && !gap.kind.startsWith('document'))}
            onChange={(next) => set(issues.map((each) => (each.id === issue.id ? next : each)))}
          />
        </fieldset>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={20} />}
          disabled={issues.length >= 30}
          onClick={() => set([...issues, blankIssue(app.office.newId)])}
        >
          {t('editor.addIssue')}
        </Button>
      </div>
    </section>
  )
}

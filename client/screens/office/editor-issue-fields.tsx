import { ActionIcon, Button, Select, Textarea, TextInput } from '@mantine/core'
import { blankAlternative, type EditorIssue } from '../../app/ballot-editing.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { useApp } from '../app-context.tsx'
import { without } from '../shared/list-order.ts'
import { type EditorGap, gapWords } from './gap-words.ts'

type EditorIssueFieldsProps = {
  no: number
  issue: EditorIssue
  gaps: readonly EditorGap[]
  onChange: (issue: EditorIssue) => void
}

/** One question and how it is answered (B2). */
export function EditorIssueFields({ no, issue, gaps, onChange }: EditorIssueFieldsProps) {
  const app = useApp()
  const { t } = useWords()
  const { alternatives, atMost, kind } = issue
  const question = gaps.find((gap) => gap.kind === 'question-missing' || gap.kind === 'question-too-long')
  const few = gaps.find((gap) => gap.kind === 'alternatives-too-few' || gap.kind === 'too-many-choices')
  const start = () => [blankAlternative(app.office.newId), blankAlternative(app.office.newId)]
  return (
    <>
      <Textarea
        label={t('editor.question')}
        required
        autosize
        minRows={2}
        maxRows={10}
        value={issue.question}
        error={question && gapWords(t, question)}
        onChange={(event) => onChange({ ...issue, question: event.currentTarget.value })}
      />
      <Select
        label={t('editor.form')}
        allowDeselect={false}
        data={[
          { value: 'opinion', label: t('editor.opinion') },
          { value: 'alternatives', label: t('editor.alternatives') },
        ]}
        value={kind}
        error={few && gapWords(t, few)}
        onChange={(next) =>
          onChange(
            next === 'alternatives'
              ? { ...issue, kind: next, alternatives: alternatives.length > 0 ? alternatives : start() }
              : { ...issue, kind: 'opinion' },
          )
        }
      />
      {kind === 'alternatives' && (
        <div className="ec-editor-alternatives">
          {alternatives.map(({ id, label }, i) => {
            const gap = gaps.find((each) => 'alternative' in each && each.alternative === i + 1)
            return (
              <TextInput
                key={id}
                aria-label={`${t('editor.issue', { no })}, ${t('editor.alternative', { no: i + 1 })}`}
                placeholder={t('editor.alternative', { no: i + 1 })}
                value={label}
                error={gap && gapWords(t, gap)}
                rightSectionWidth={48}
                rightSection={
                  <ActionIcon
                    aria-label={t('editor.removeAlternative', { no: i + 1 })}
                    onClick={() => onChange({ ...issue, alternatives: without(alternatives, i) })}
                  >
                    <Icon name="close" size={18} />
                  </ActionIcon>
                }
                onChange={(event) => {
                  const next = { id, label: event.currentTarget.value }
                  onChange({
                    ...issue,
                    alternatives: alternatives.map((each) => (each.id === id ? next : each)),
                  })
                }}
              />
            )
          })}
          <div className="ec-editor-alternatives-foot">
            <Button
              variant="default"
              size="sm"
              leftSection={<Icon name="plus" size={18} />}
              disabled={alternatives.length >= 20}
              onClick={() =>
                onChange({ ...issue, alternatives: [...alternatives, blankAlternative(app.office.newId)] })
              }
            >
              {t('editor.addAlternative')}
            </Button>
            <Select
              label={t('editor.atMost')}
              allowDeselect={false}
              w={160}
              data={alternatives.map((_, i) => String(i + 1))}
              value={String(atMost)}
              onChange={(next) => onChange({ ...issue, atMost: Number(next ?? 1) })}
            />
          </div>
        </div>
      )}
    </>
  )
}

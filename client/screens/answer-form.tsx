import './answer-form.css'
import { Button, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { BallotContent, Issue } from '../../shared/domain/ballot.ts'
import { type Choice, opinionTextMax } from '../../shared/domain/choice.ts'
import { AlternativeId } from '../../shared/domain/id.ts'
import {
  type AnswerDraft,
  type DraftGap,
  type IssueDraft,
  issueDraft,
  withIssue,
} from '../app/answer-draft.ts'
import { ChoiceButtons } from '../ui/choice-buttons.tsx'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'

type AnswerFormProps = {
  content: BallotContent
  draft: AnswerDraft
  gaps: readonly DraftGap[]
  onChange: (draft: AnswerDraft) => void
  /** Heading level of a question. */
  level?: 2 | 3 | 4
}

/** Every issue of a ballot with its choices, and the words that go with them (B2). */
export function AnswerForm({ content, draft, gaps, onChange, level = 3 }: AnswerFormProps) {
  const place = useRef<HTMLDivElement>(null)
  const missing = gaps[0]?.issue.id
  useEffect(() => {
    if (missing === undefined) return
    place.current?.querySelector('[data-gap]')?.scrollIntoView({ block: 'nearest' })
  }, [missing])
  return (
    <div className="ec-answer" ref={place}>
      {content.issues.map((issue, index) => (
        <IssueField
          key={issue.id}
          no={index + 1}
          issue={issue}
          value={issueDraft(draft, issue)}
          gap={gaps.find((gap) => gap.issue.id === issue.id)?.kind ?? null}
          level={level}
          onChange={(next) => onChange(withIssue(draft, issue, next))}
        />
      ))}
    </div>
  )
}

type IssueFieldProps = {
  no: number
  issue: Issue
  value: IssueDraft
  gap: DraftGap['kind'] | null
  level: 2 | 3 | 4
  onChange: (next: IssueDraft) => void
}

function IssueField({ no, issue, value, gap, level, onChange }: IssueFieldProps) {
  const { t } = useWords()
  const [isWriting, setWriting] = useState(false)
  const Heading = `h${level}` as const
  const { choice, text } = value
  const isOther = choice?.kind === 'other'
  const showsText = isOther || isWriting || text !== ''
  return (
    <div className="ec-answer-issue" data-gap={gap ?? undefined}>
      <Heading className="ec-answer-question">
        <span className="ec-answer-no">{t('answer.issue', { no })}.</span> {issue.question}
      </Heading>
      <ChoiceButtons
        legend={t('answer.issue', { no })}
        choices={choicesOf(issue, t)}
        chosen={chosenIds(choice)}
        most={issue.form.kind === 'alternatives' ? issue.form.atMost : 1}
        onChange={(ids) => onChange({ ...value, choice: choiceFrom(issue, ids) })}
      />
      {gap === 'not-chosen' && <p className="ec-answer-gap">{t('answer.none')}</p>}
      {showsText && (
        <Textarea
          label={t(isOther ? 'answer.textOther' : 'answer.textComment')}
          value={text}
          autosize
          minRows={3}
          maxRows={12}
          autoFocus={isWriting || (isOther && text === '')}
          error={
            gap === 'text-too-long'
              ? t('answer.textTooLong', { count: opinionTextMax })
              : gap === 'text-missing'
                ? t('answer.textMissing')
                : undefined
          }
          onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
        />
      )}
      {choice !== null && !showsText && (
        <div>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<Icon name="edit" size={20} />}
            onClick={() => setWriting(true)}
          >
            {t('answer.addText')}
          </Button>
        </div>
      )}
    </div>
  )
}

const chosenIds = (choice: Choice | null): readonly string[] =>
  choice === null ? [] : choice.kind === 'alternatives' ? choice.chosen : [choice.kind]

function choicesOf(issue: Issue, t: ReturnType<typeof useWords>['t']) {
  if (issue.form.kind === 'alternatives') {
    return issue.form.alternatives.map(({ id, label }) => ({ id, word: label }))
  }
  return [
    { id: 'agree', word: t('answer.agree') },
    { id: 'disagree', word: t('answer.disagree') },
    { id: 'other', word: t('answer.other'), note: t('answer.otherNote') },
  ]
}

function choiceFrom(issue: Issue, ids: readonly string[]): Choice | null {
  if (issue.form.kind === 'alternatives') {
    return { kind: 'alternatives', chosen: ids.map((id) => AlternativeId.parse(id)) }
  }
  const [kind] = ids
  return kind === 'agree' || kind === 'disagree' || kind === 'other' ? { kind } : null
}

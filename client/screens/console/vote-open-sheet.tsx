import { SegmentedControl, Textarea } from '@mantine/core'
import { useState } from 'react'
import { IssueId } from '../../../shared/domain/id.ts'
import { cleanText } from '../../../shared/lib/text.ts'
import type { SessionItem } from '../../app/item-session.ts'
import type { SessionView } from '../../app/session.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'

const lengths = [30, 60, 120, 180, 300] as const

type VoteOpenSheetProps = { view: SessionView; item: SessionItem; onClose: () => void }

/** The question, what is adopted, and for how long the vote is open (M6). */
export function VoteOpenSheet({ view, item: { item, no, content }, onClose }: VoteOpenSheetProps) {
  const app = useApp()
  const { t } = useWords()
  const [question, setQuestion] = useState<string>(() =>
    t('session.console.voteQuestionDefault', { title: content.title }),
  )
  const [text, setText] = useState('')
  const [seconds, setSeconds] = useState<(typeof lengths)[number]>(60)
  const asked = cleanText(question).trim()
  return (
    <AuthoritySheet
      title={t('session.console.voteTitle', { no })}
      confirm={t('session.console.voteOpen')}
      done={t('session.console.voteOpened')}
      disabled={asked === ''}
      perform={() =>
        app.conduct.openVote(
          { meeting: view.meeting.id, item: item.id },
          {
            issue: {
              id: IssueId.parse(app.conduct.newId()),
              question: asked,
              form: { kind: 'opinion' },
            },
            text: cleanText(text).trim(),
          },
          seconds,
        )
      }
      onClose={onClose}
    >
      <Textarea
        label={t('session.console.voteQuestion')}
        value={question}
        maxLength={1000}
        autosize
        minRows={2}
        maxRows={5}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      <Textarea
        label={t('session.console.voteText')}
        value={text}
        maxLength={8000}
        autosize
        minRows={1}
        maxRows={5}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <fieldset className="ec-console-lengths">
        <legend>{t('session.console.voteSeconds')}</legend>
        <SegmentedControl
          size="md"
          data={lengths.map((each) => ({
            value: String(each),
            label: t(`session.console.voteSecondsOf.s${each}`),
          }))}
          value={String(seconds)}
          onChange={(value) => setSeconds(lengths.find((each) => String(each) === value) ?? 60)}
        />
      </fieldset>
      <p className="ec-quiet">{t('session.console.voteQuorum', view.quorum)}</p>
    </AuthoritySheet>
  )
}

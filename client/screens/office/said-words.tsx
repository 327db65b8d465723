import type { BallotContent } from '../../../shared/domain/ballot.ts'
import type { OpenAnswer } from '../../../shared/domain/choice.ts'
import { useWords } from '../../ui/i18n.ts'
import { choiceWord } from '../choice-word.ts'

type SaidWordsProps = { content: BallotContent | undefined; answers: readonly OpenAnswer[] }

/** An answer word for word, issue by issue. */
export function SaidWords({ content, answers }: SaidWordsProps) {
  const { t } = useWords()
  if (!content) return <p className="ec-quiet">{t('desk.said.unreadable')}</p>
  return content.issues.map((issue, i) => {
    const said = answers.find((answer) => answer.issue === issue.id)
    return (
      <div key={issue.id}>
        <span className="ec-quiet">{t('answer.issue', { no: i + 1 })}: </span>
        {said ? <strong>{choiceWord(t, issue, said.choice)}</strong> : t('desk.said.unreadable')}
        {said && said.text !== '' && <blockquote className="ec-office-quote">{said.text}</blockquote>}
      </div>
    )
  })
}

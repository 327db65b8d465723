import './came-back-card.css'
import { Button } from '@mantine/core'
import { useNavigate } from 'react-router'
import type { ReturnedWord } from '../app/returned-word.ts'
import { Card } from '../ui/card.tsx'
import { useWords } from '../ui/i18n.ts'
import { StatusSign } from '../ui/status-sign.tsx'
import { useApp } from './app-context.tsx'
import { hourWords } from './hour-words.ts'
import { paths } from './paths.ts'
import { toldOfWord } from './returned-word-words.ts'
import { useDirectory } from './use-directory.ts'

/** One word to a meeting that went nowhere: what it was, why, what to do; there until its author has seen it (O1, O2). */
export function ReturnedWordCard({ word, isHere = false }: { word: ReturnedWord; isHere?: boolean }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const { nameOf } = useDirectory()
  const told = toldOfWord(t, word, nameOf)
  const { act, why, meeting, itemTitle } = word
  const signed = hourWords(t, act.castAt, app.now())
  return (
    <Card
      tone={told.tone}
      level={isHere ? 2 : 3}
      {...(!isHere && { over: told.meeting })}
      title={told.what}
      sign={<StatusSign tone={told.tone} word={told.sign} />}
      foot={
        <>
          {!isHere && meeting && (
            <Button variant="default" onClick={() => void navigate(paths.meeting(meeting.id))}>
              {t('returned.word.open')}
            </Button>
          )}
          {why.kind !== 'rejected' && (
            <Button variant="default" onClick={() => void app.dealt.add(word.key)}>
              {t('returned.deal')}
            </Button>
          )}
        </>
      }
    >
      <div className="ec-returned">
        {itemTitle !== null && <p>{itemTitle}</p>}
        {told.said !== '' && <p>{t('returned.word.said', { said: told.said })}</p>}
        <p>{told.why}</p>
        <p className="ec-returned-remedy">{told.remedy}</p>
        <p className="ec-quiet">
          {why.kind === 'rejected'
            ? t('returned.word.signed', { signed })
            : t('returned.word.signedAt', { signed, when: hourWords(t, why.at, app.now()) })}
        </p>
      </div>
    </Card>
  )
}

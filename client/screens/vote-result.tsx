import './vote-result.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { VoteView } from '../app/item-session.ts'
import { BarSplit } from '../ui/bar-split.tsx'
import { useWords } from '../ui/i18n.ts'
import { StatusSign } from '../ui/status-sign.tsx'
import { useApp } from './app-context.tsx'
import { hourWords } from './hour-words.ts'
import { entryWord, partsOf, resultOf, toneOf } from './tally-words.ts'
import { useDirectory } from './use-directory.ts'

/** A vote that is over: its result, the sentence that decided, the bar, and who said what (M6, G2). */
export function VoteResult({ view: { vote, content, tally } }: { view: VoteView }) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const [showsNames, setShowsNames] = useState(false)
  const { phase } = vote
  const { issue } = content
  const late = [
    ...new Set(vote.held.flatMap(({ reason, person }) => (reason.kind === 'late' ? [nameOf(person)] : []))),
  ]
  if (phase.state === 'cancelled') {
    return (
      <article className="ec-vote-result">
        <h3>{issue.question}</h3>
        <StatusSign tone="quiet" word={t('session.vote.cancelled', { reason: phase.reason })} />
      </article>
    )
  }
  if (phase.state !== 'closed' || !tally) return null
  const { tally: counted, members, papers } = tally
  const isOpinion = issue.form.kind === 'opinion'
  const half = Math.floor(members / 2) + 1
  return (
    <article className="ec-vote-result">
      <header>
        <h3>{issue.question}</h3>
        <StatusSign {...resultOf(t, issue, counted)} />
      </header>
      <p>{t(`tally.rule.${counted.rule}`, { inFavour: counted.inFavour, members })}</p>
      <BarSplit
        label={`${issue.question}: ${t('tally.members', { count: members })}`}
        parts={partsOf(t, isOpinion, counted, 'vote').filter(
          ({ id, count }) => count > 0 || (id !== 'deemed' && id !== 'not-reached' && id !== 'held'),
        )}
        {...(isOpinion && { mark: { at: half - 0.5, word: t('tally.half', { count: half }) } })}
      />
      <p className="ec-quiet">
        {t('session.vote.closed', { when: hourWords(t, phase.at, app.now()) })}
        {late.length > 0 && `. ${t('session.vote.heldLate', { count: late.length, names: late.join(', ') })}`}
      </p>
      <div className="ec-no-print">
        <Button variant="default" aria-expanded={showsNames} onClick={() => setShowsNames(!showsNames)}>
          {t(showsNames ? 'tally.hideNames' : 'tally.showNames')}
        </Button>
      </div>
      {showsNames && (
        <ul className="ec-vote-names">
          {counted.entries.map(({ person, entry }) => (
            <li key={person}>
              <span>{nameOf(person)}</span>
              <StatusSign
                bare
                tone={toneOf(entry)}
                word={
                  papers.includes(person)
                    ? t('paperVote.onPaper', { word: entryWord(t, issue, entry, 'vote') })
                    : entryWord(t, issue, entry, 'vote')
                }
              />
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}

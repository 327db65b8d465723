import './paper-vote.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { VoteView } from '../../app/item-session.ts'
import type { PaperVoteView } from '../../app/paper-vote.ts'
import type { SessionView } from '../../app/session.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import type { Tone } from '../../ui/tone.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { hourWords } from '../hour-words.ts'
import { useServerReach } from '../server-reach.tsx'
import { useDirectory } from '../use-directory.ts'
import { voteWord } from '../vote-options.ts'
import { PaperCheckSheet } from './paper-check-sheet.tsx'
import { PaperEntrySheet } from './paper-entry-sheet.tsx'

type PaperVotesProps = { view: SessionView; of: VoteView; no: number }

const tones: Record<PaperVoteView['state'], Tone> = {
  'own-cast': 'quiet',
  confirmed: 'good',
  refused: 'urgent',
  waiting: 'waiting',
}

/** Members without a working device: what they said on paper, entered by one officer and confirmed by another (M7). */
export function PaperVotes({ view, of, no }: PaperVotesProps) {
  const { t } = useWords()
  const canReach = useServerReach()
  const [isEntering, setEntering] = useState(false)
  const { meeting, mayEnterPapers } = view
  const { vote, papers } = of
  const { state } = meeting.phase
  const isOpen = (state === 'in-session' || state === 'ended') && vote.phase.state !== 'cancelled'
  if (!mayEnterPapers || (!isOpen && papers.length === 0)) return null
  return (
    <section className="ec-console-part" aria-label={t('paperVote.title')}>
      <h3>{t('paperVote.title')}</h3>
      {papers.length > 0 && (
        <ul className="ec-console-papers">
          {papers.map((paper) => (
            <li key={paper.row.person}>
              <PaperLine of={of} paper={paper} isOpen={isOpen} no={no} />
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <div>
          <Button
            variant="default"
            leftSection={<Icon name="upload" size={20} />}
            disabled={!canReach}
            onClick={() => setEntering(true)}
          >
            {t('paperVote.enter')}
          </Button>
        </div>
      )}
      {isEntering && <PaperEntrySheet {...{ view, of, no }} onClose={() => setEntering(false)} />}
    </section>
  )
}

type PaperLineProps = { of: VoteView; paper: PaperVoteView; isOpen: boolean; no: number }

function PaperLine({ of, paper, isOpen, no }: PaperLineProps) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const canReach = useServerReach()
  const [sheet, setSheet] = useState<'check' | 'refuse' | null>(null)
  const { row, said, state, isMine } = paper
  const hour = (at: typeof row.at) => hourWords(t, at, app.now())
  const words: Record<typeof state, string> = {
    'own-cast': t('paperVote.ownCast'),
    confirmed: t('paperVote.confirmed', {
      name: nameOf(row.confirmed?.by ?? row.by),
      when: hour(row.confirmed?.at ?? row.at),
    }),
    refused: t('paperVote.refused', {
      name: nameOf(row.refused?.by ?? row.by),
      reason: row.refused?.reason ?? '',
    }),
    waiting: t(isMine ? 'paperVote.waitsForOther' : 'paperVote.waits'),
  }
  return (
    <>
      <span className="ec-attendance-who">
        <strong>
          {nameOf(row.person)}
          {said && `: ${voteWord(t, of.content.issue, said.choice)}`}
        </strong>
        <span className="ec-quiet">
          {t('paperVote.entered', { name: nameOf(row.by), when: hour(row.at) })}
        </span>
        <StatusSign bare tone={tones[state]} word={words[state]} />
      </span>
      {isOpen && state === 'waiting' && (
        <span className="ec-attendance-marks">
          {!isMine && (
            <Button disabled={!canReach} onClick={() => setSheet('check')}>
              {t('paperVote.check')}
            </Button>
          )}
          <Button variant="default" disabled={!canReach} onClick={() => setSheet('refuse')}>
            {t(isMine ? 'paperVote.takeBack' : 'paperVote.refuse')}
          </Button>
        </span>
      )}
      {sheet === 'check' && <PaperCheckSheet {...{ of, paper, no }} onClose={() => setSheet(null)} />}
      {sheet === 'refuse' && (
        <AuthoritySheet
          title={t('paperVote.refuseTitle', { name: nameOf(row.person) })}
          confirm={t(isMine ? 'paperVote.takeBack' : 'paperVote.refuse')}
          done={t('paperVote.refuseDone')}
          reason={{ most: 1000 }}
          perform={(reason) => app.conduct.refusePaper(row, reason)}
          onClose={() => setSheet(null)}
        >
          <p>{t('paperVote.refuseText')}</p>
        </AuthoritySheet>
      )}
    </>
  )
}

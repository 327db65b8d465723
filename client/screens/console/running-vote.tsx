import { Button } from '@mantine/core'
import { useState } from 'react'
import type { VoteView } from '../../app/item-session.ts'
import type { SessionView } from '../../app/session.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { clockWords } from '../clock-words.ts'
import { useServerReach } from '../server-reach.tsx'
import { useConduct } from '../use-conduct.ts'

const moreSeconds = 60
/** As long as a vote may be open from now on. */
const mostSeconds = 3600

/** More names than these say nothing at a glance. */
const fewNames = 8

/** The vote under way: time left, who has not voted yet, never what was voted (M6). */
export function RunningVote({ view, of, onCast }: { view: SessionView; of: VoteView; onCast: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const canReach = useServerReach()
  const { run, isBusy } = useConduct()
  const [sheet, setSheet] = useState<'close' | 'cancel' | null>(null)
  const { vote, content, msLeft, mine } = of
  const name = { meeting: vote.meeting, item: vote.item, vote: vote.id }
  const said = new Set([...vote.castBy, ...vote.papers])
  const silent = view.people.filter(
    ({ isMember, isHere, person: { id } }) => isMember && isHere && !said.has(id),
  )
  const without = vote.opened.members - said.size
  return (
    <section className="ec-console-vote" aria-label={t('session.vote.open')}>
      <div className="ec-console-over">
        <strong>{t('session.vote.open')}</strong>
        <span className="ec-console-time ec-figures" role="timer">
          {clockWords(msLeft, 'up')}
        </span>
      </div>
      <p className="ec-console-text">{content.issue.question}</p>
      {vote.phase.state === 'waits' && <Notice tone="waiting" title={t('session.vote.waits')} />}
      <p className="ec-console-count ec-figures">
        {t('session.vote.count', { count: vote.castBy.length, of: vote.opened.members })}
        {said.size > vote.castBy.length &&
          `, ${t('paperVote.count', { count: said.size - vote.castBy.length })}`}
      </p>
      {silent.length > 0 && silent.length <= fewNames && (
        <p className="ec-quiet">
          {t('session.console.notVoted', {
            count: silent.length,
            names: silent.map(({ person }) => person.name).join(', '),
          })}
        </p>
      )}
      {view.isChair && (
        <span className="ec-console-acts">
          <Button variant={mine.kind === 'none' ? 'filled' : 'default'} onClick={onCast}>
            {t(mine.kind === 'none' ? 'session.vote.cast' : 'session.vote.change')}
          </Button>
          <Button variant="default" disabled={!canReach} onClick={() => setSheet('close')}>
            {t('session.console.voteClose')}
          </Button>
          <Button
            variant="default"
            disabled={!canReach}
            loading={isBusy}
            onClick={() =>
              void run(
                () =>
                  app.conduct.extendVote(name, Math.min(mostSeconds, Math.ceil(msLeft / 1000) + moreSeconds)),
                t('session.console.voteExtended'),
              )
            }
          >
            {t('session.console.voteExtend')}
          </Button>
          <Button variant="subtle" color="gray" disabled={!canReach} onClick={() => setSheet('cancel')}>
            {t('session.console.voteCancel')}
          </Button>
        </span>
      )}
      {sheet === 'close' && (
        <AuthoritySheet
          title={t('session.console.voteCloseTitle')}
          confirm={t('session.console.voteClose')}
          done={t('session.console.voteClosed')}
          perform={() => app.conduct.closeVote(name)}
          onClose={() => setSheet(null)}
        >
          {vote.phase.state === 'waits' && (
            <Notice tone="waiting" title={t('session.console.voteCloseAfterOutage')} />
          )}
          <p>
            {without > 0
              ? t('session.console.voteCloseText', { count: without })
              : t('session.console.voteCloseAll')}
          </p>
        </AuthoritySheet>
      )}
      {sheet === 'cancel' && (
        <AuthoritySheet
          title={t('session.console.voteCancelTitle')}
          confirm={t('session.console.voteCancelTitle')}
          done={t('session.console.voteCancelled')}
          reason={{ most: 1000 }}
          perform={(reason) => app.conduct.cancelVote(name, reason)}
          onClose={() => setSheet(null)}
        >
          <p>{t('session.console.voteCancelText')}</p>
        </AuthoritySheet>
      )}
    </section>
  )
}

import { Button } from '@mantine/core'
import { Fragment } from 'react'
import type { AgendaItemId } from '../../../shared/domain/id.ts'
import type { SessionItem, VoteView } from '../../app/item-session.ts'
import type { SessionView } from '../../app/session.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { AnswerSentence, AnswerSign } from '../answer-state.tsx'
import { useApp } from '../app-context.tsx'
import { ConclusionTasks } from '../conclusion-tasks.tsx'
import { hourWords } from '../hour-words.ts'
import { useDirectory } from '../use-directory.ts'
import { useQueued } from '../use-say.ts'
import { voteWord } from '../vote-options.ts'
import { VoteResult } from '../vote-result.tsx'

/** What became of an item in session: discussed now, in the block, voted on, concluded; nothing before it was touched. */
export function ItemSessionPart({ view, item: id }: { view: SessionView | null; item: AgendaItemId }) {
  const { t } = useWords()
  const item = view?.items.find((each) => each.item.id === id)
  if (!view?.session || !item) return null
  const { conclusion, votes, isCurrent } = item
  return (
    <div className="ec-item-session">
      {isCurrent && <StatusSign tone="good" sign="right" word={t('session.console.itemState.current')} />}
      <Block view={view} item={item} />
      {votes
        .filter(({ isUnderWay }) => !isUnderWay)
        .map((vote) => (
          <Fragment key={vote.vote.id}>
            <VoteResult view={vote} />
            <OwnVote view={vote} />
          </Fragment>
        ))}
      {conclusion && (
        <p className="ec-item-concluded">
          <strong>{t('session.conclusion')}:</strong> {conclusion.text}
        </p>
      )}
      {conclusion && <ConclusionTasks meeting={view.meeting.id} item={id} />}
    </div>
  )
}

/** One's own word to a vote that is over, where it did not simply count: on its way, held, or refused (M6, O1). */
function OwnVote({ view: { mine, content, vote } }: { view: VoteView }) {
  const { t } = useWords()
  if (mine.kind === 'none' || mine.kind === 'recorded' || mine.kind === 'former-version') return null
  const said = mine.kind === 'conflict' ? undefined : mine.said.answers[0]
  const isCancelled = vote.phase.state === 'cancelled'
  return (
    <p role="status">
      {said && t('session.vote.mine', { choice: voteWord(t, content.issue, said.choice) })}{' '}
      <AnswerSign mine={mine} isShort />{' '}
      {mine.kind === 'held' ? (
        t(
          isCancelled
            ? 'session.vote.heldCancelled'
            : `session.vote.heldMine.${mine.reason.kind === 'device-revoked' ? 'device-revoked' : 'late'}`,
        )
      ) : mine.kind === 'conflict' ? (
        t('session.vote.conflictOver')
      ) : (
        <AnswerSentence mine={mine} />
      )}
    </p>
  )
}

/** Proposed for adoption with others; any member takes it out with one tap until then, offline too (M4). */
function Block({ view, item }: { view: SessionView; item: SessionItem }) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const queued = useQueued()
  const { block } = item.row
  if (!block) return null
  if (block.adopted) {
    const when = hourWords(t, block.adopted.at, view.now)
    return <StatusSign tone="good" word={t('session.block.adopted', { when })} />
  }
  if (block.pulled.length > 0) {
    const names = block.pulled.map(({ person }) => nameOf(person)).join(', ')
    return <StatusSign tone="waiting" word={t('session.block.pulled', { names })} />
  }
  const of = { meeting: view.meeting.id, item: item.item.id }
  const isPulling = app.copy
    .outbox()
    .some(({ act }) => act.kind === 'pull-from-block' && act.body.item === of.item)
  const pull = () =>
    queued(() => app.sessions.pullFromBlock(of), {
      saved: t('session.block.savedToast'),
      recorded: t('session.block.recordedToast'),
    })
  return (
    <Notice
      tone="quiet"
      title={t('session.block.proposed')}
      action={
        view.isMember && !isPulling ? (
          <Button variant="default" onClick={() => void pull()}>
            {t('session.block.pull')}
          </Button>
        ) : undefined
      }
    >
      {isPulling && <StatusSign bare tone="waiting" sign="device" word={t('session.block.savedToast')} />}
    </Notice>
  )
}

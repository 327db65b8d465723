import { Button } from '@mantine/core'
import { useState } from 'react'
import type { TaskId } from '../../../shared/domain/id.ts'
import { formatDay } from '../../../shared/lib/time.ts'
import { deskNews, type DeskNews as News } from '../../app/desk-news.ts'
import { Card } from '../../ui/card.tsx'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp } from '../app-context.tsx'
import { hourWords } from '../hour-words.ts'
import { TaskDue } from '../task-due.tsx'
import { taskTitle } from '../task-status-sign.tsx'
import { useDirectory } from '../use-directory.ts'
import { deskRefusal } from './desk-refusal.ts'
import { DeskSheet } from './desk-sheet.tsx'
import { urgingRuleWords } from './urging-rule-words.ts'

const tones = {
  urging: 'waiting',
  returned: 'urgent',
  'extension-refused': 'urgent',
  refused: 'urgent',
} as const
/** So many are shown; the others follow one tap later. */
const most = 3

/** What the desk has to answer or take note of, over the list of its tasks: urgings, what was returned or refused (T4, T6). */
export function DeskNews({ onOpen }: { onOpen: (task: TaskId) => void }) {
  const app = useApp()
  const { t } = useWords()
  const [isWhole, setWhole] = useState(false)
  const all = deskNews(app.tasks.list(), app.me().subject, app.copy, app.dealt)
  if (all.length === 0) return null
  const shown = isWhole ? all : all.slice(0, most)
  return (
    <section className="ec-stack ec-desk-news" aria-label={t('deskNews.title')}>
      <h2>{t('deskNews.titleCount', { count: all.length })}</h2>
      {shown.map((news) => (
        <NewsCard key={news.key} news={news} onOpen={onOpen} />
      ))}
      {shown.length < all.length && (
        <Button variant="default" onClick={() => setWhole(true)}>
          {t('deskNews.more', { count: all.length - shown.length })}
        </Button>
      )}
    </section>
  )
}

function NewsCard({ news, onOpen }: { news: News; onOpen: (task: TaskId) => void }) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const [isAnswering, setAnswering] = useState(false)
  const { view, kind, noteCommit } = news
  const note = noteCommit === null ? null : app.tasks.noteOf(noteCommit)
  const who = news.by === null ? null : nameOf(news.by)
  const when = hourWords(t, news.at, app.now())
  const action = kind === 'urging' ? 'answer-urging' : kind === 'returned' ? 'report-done' : null
  return (
    <Card
      level={3}
      title={subjectOf()}
      sign={<StatusSign tone={tones[kind]} word={titleOf()} />}
      {...(view && { onOpen: () => onOpen(view.task.id) })}
      foot={
        <>
          {action && <Button onClick={() => setAnswering(true)}>{t(`deskNews.act.${action}`)}</Button>}
          {(kind === 'extension-refused' || kind === 'refused') && (
            <Button variant="default" onClick={() => void app.dealt.add(news.key)}>
              {t('deskNews.deal')}
            </Button>
          )}
        </>
      }
    >
      {view && <TaskDue view={view} />}
      <p className="ec-quiet">{who === null ? when : `${who} · ${when}`}</p>
      {kind === 'refused' && <p>{deskRefusal(t, news.said, news.reason)}</p>}
      {note !== null && note !== '' && <p className="ec-task-note">{note}</p>}
      {isAnswering && action && view && (
        <DeskSheet
          action={action}
          task={view.task}
          {...(kind === 'urging' && { urging: news.urging.act })}
          onClose={() => setAnswering(false)}
        />
      )}
    </Card>
  )

  function subjectOf(): string {
    if (view) return taskTitle(t, view)
    return t(news.kind === 'refused' && news.said === 'set-unit' ? 'units.open' : 'deskNews.taskNotHere')
  }

  function titleOf(): string {
    switch (news.kind) {
      case 'urging':
        return news.urging.rule ? urgingRuleWords(t, news.urging.rule) : t('deskNews.urging')
      case 'returned':
        return t('deskNews.returned')
      case 'extension-refused':
        return t('deskNews.extensionRefused', { day: formatDay(news.to) })
      case 'refused':
        return t('deskNews.refused', { what: saidWord(news.said) })
    }
  }

  function saidWord(said: Extract<News, { kind: 'refused' }>['said']): string {
    return said === 'set-unit' || said === 'give-part' || said === 'note-part'
      ? t(`deskNews.unitAct.${said}`)
      : t(`tasks.act.${said}`)
  }
}

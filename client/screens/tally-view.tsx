import './tally-view.css'
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Ballot, BallotContent, Issue } from '../../shared/domain/ballot.ts'
import type { PersonId } from '../../shared/domain/id.ts'
import { appointmentsOn, type Person, primeMinisterOn } from '../../shared/domain/people.ts'
import { defaultSettings, type Settings } from '../../shared/domain/settings.ts'
import type { IssueTally, Tally, TallyEntry, TallyRound } from '../../shared/domain/tally.ts'
import { canTurn, waitingIn } from '../../shared/domain/tally-outlook.ts'
import { dayOf } from '../../shared/lib/time.ts'
import { BarSplit } from '../ui/bar-split.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { dateAndHour } from '../ui/date-text.tsx'
import { useWords } from '../ui/i18n.ts'
import { Notice } from '../ui/notice.tsx'
import { StatusSign } from '../ui/status-sign.tsx'
import { entryWord, nameOf, partsOf, resultOf, toneOf } from './tally-words.ts'

type TallyViewProps = {
  ballot: Ballot
  content: BallotContent
  tally: Tally
  people: readonly Person[]
  settings?: Pick<Settings, 'deemed' | 'other' | 'formerAgree'>
  /** Members on whom two officers have yet to rule, where that is known better than from the count. */
  waiting?: readonly PersonId[]
}

/** The count of a closed ballot: explicit and deemed never added up without being shown apart (B8, G2). */
export function TallyView(props: TallyViewProps) {
  const { ballot, content, tally, people, settings = defaultSettings, waiting = waitingIn(tally) } = props
  const { t } = useWords()
  const round = tally.rounds.at(-1)
  if (!round) return null
  const closedAt = ballot.phase.state === 'closed' ? ballot.phase.at : round.at
  const primeMinister = primeMinisterOn(people, dayOf(closedAt))?.id ?? null
  // Several rulings make several counts: the newest stands for them all.
  const replaced = [...new Set(tally.rounds.flatMap(({ replaces }) => replaces))].map((id) =>
    nameOf(t, people, id),
  )
  return (
    <section className="ec-tally" aria-label={t('tally.title')}>
      <p className="ec-quiet">
        {t('tally.members', { count: round.members })}. {t('tally.counted', { when: dateAndHour(round.at) })}.
      </p>
      {tally.rounds.length > 1 && (
        <Notice tone="quiet" title={t('tally.rounds', { count: tally.rounds.length - 1 })}>
          {t('tally.recount')} {replaced.length > 0 && t('tally.replaces', { names: replaced.join(', ') })}
        </Notice>
      )}
      {content.issues.map((issue, index) => {
        const counted = round.issues.find(({ issue: id }) => id === issue.id)
        return counted ? (
          <IssueCount
            key={issue.id}
            {...{ no: index + 1, issue, counted, round, people, settings, closedAt }}
            open={canTurn({ issue, counted, waiting, primeMinister, settings }) ? waiting.length : 0}
          />
        ) : null
      })}
    </section>
  )
}

type IssueCountProps = {
  no: number
  issue: Issue
  counted: IssueTally
  round: TallyRound
  people: readonly Person[]
  settings: Pick<Settings, 'deemed' | 'other' | 'formerAgree'>
  closedAt: TallyRound['at']
  /** How many rulings could still make another result; 0 where none can. */
  open: number
}

function IssueCount({ no, issue, counted, round, people, settings, closedAt, open }: IssueCountProps) {
  const { t } = useWords()
  const [showsNames, setShowsNames] = useState(false)
  const half = Math.floor(round.members / 2) + 1
  const isOpinion = issue.form.kind === 'opinion'
  const result = resultOf(t, issue, counted)
  const facts = { inFavour: counted.inFavour, members: round.members }
  return (
    <article className="ec-tally-issue">
      <header className="ec-tally-head">
        <h3>
          {t('answer.issue', { no })}. {issue.question}
        </h3>
        {open > 0 ? (
          <StatusSign tone="waiting" word={t('tally.soFar', { result: result.word, count: open })} />
        ) : (
          <StatusSign {...result} />
        )}
      </header>
      <p>
        {t(`tally.rule.${counted.rule}`, facts)}{' '}
        {isOpinion &&
          settings.deemed === 'in-favour' &&
          counted.deemed > 0 &&
          t('tally.inFavour', { explicit: counted.explicit, deemed: counted.deemed })}
      </p>
      <BarSplit
        label={`${t('answer.issue', { no })}: ${t('tally.members', { count: round.members })}`}
        parts={partsOf(t, isOpinion, counted, 'ballot')}
        {...(isOpinion && { mark: { at: half - 0.5, word: t('tally.half', { count: half }) } })}
      />
      {issue.form.kind === 'alternatives' && (
        <ul className="ec-tally-options">
          {issue.form.alternatives.map(({ id, label }) => (
            <li key={id}>
              <span>{label}</span>
              <strong className="ec-figures">
                {counted.byOption[id] ?? 0}/{round.members}
              </strong>
            </li>
          ))}
        </ul>
      )}
      <div className="ec-no-print">
        <Button variant="default" aria-expanded={showsNames} onClick={() => setShowsNames(!showsNames)}>
          {t(showsNames ? 'tally.hideNames' : 'tally.showNames')}
        </Button>
      </div>
      {showsNames && <Names {...{ issue, counted, people, closedAt }} />}
    </article>
  )
}

type Row = { id: PersonId; name: string; post: string; entry: TallyEntry; word: string }

function Names({
  issue,
  counted,
  people,
  closedAt,
}: Pick<IssueCountProps, 'issue' | 'counted' | 'people' | 'closedAt'>) {
  const { t } = useWords()
  const rows: Row[] = counted.entries.map(({ person: id, entry }) => {
    const person = people.find((each) => each.id === id)
    const post = person ? (appointmentsOn(person, dayOf(closedAt))[0]?.title ?? '') : ''
    return { id, name: nameOf(t, people, id), post, entry, word: entryWord(t, issue, entry, 'ballot') }
  })
  const isPosts = rows.every(({ name, post }) => name === post || post === '')
  const columns: Column<Row>[] = [
    { id: 'name', head: t('tally.member'), cell: ({ name }) => name, sortBy: ({ name }) => name },
    ...(isPosts
      ? []
      : [
          {
            id: 'post',
            head: t('tally.post'),
            cell: ({ post }: Row): ReactNode => post,
            sortBy: ({ post }: Row) => post,
          },
        ]),
    {
      id: 'entry',
      head: t('tally.entry'),
      cell: ({ entry, word }) => <StatusSign bare tone={toneOf(entry)} word={word} />,
      sortBy: ({ word }) => word,
    },
  ]
  return <DataTable label={t('tally.names')} columns={columns} rows={rows} rowId={({ id }) => id} />
}

import './tally-view.css'
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Ballot, BallotContent, Issue } from '../../shared/domain/ballot.ts'
import type { PersonId } from '../../shared/domain/id.ts'
import { appointmentsOn, type Person } from '../../shared/domain/people.ts'
import { defaultSettings, type Settings } from '../../shared/domain/settings.ts'
import type { IssueTally, Tally, TallyEntry, TallyRound } from '../../shared/domain/tally.ts'
import { dayOf } from '../../shared/lib/time.ts'
import { unreachable } from '../../shared/lib/unreachable.ts'
import { type BarPart, BarSplit } from '../ui/bar-split.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { dateAndHour } from '../ui/date-text.tsx'
import { useWords } from '../ui/i18n.ts'
import { Notice } from '../ui/notice.tsx'
import { StatusSign } from '../ui/status-sign.tsx'
import type { Tone } from '../ui/tone.ts'

type TallyViewProps = {
  ballot: Ballot
  content: BallotContent
  tally: Tally
  people: readonly Person[]
  settings?: Pick<Settings, 'deemed' | 'other' | 'formerAgree'>
}

type Words = ReturnType<typeof useWords>['t']

/** The count of a closed ballot: explicit and deemed never added up without being shown apart (B8, G2). */
export function TallyView({ ballot, content, tally, people, settings = defaultSettings }: TallyViewProps) {
  const { t } = useWords()
  const round = tally.rounds.at(-1)
  if (!round) return null
  const replaced = round.replaces.map((id) => nameOf(t, people, id))
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
            {...{ no: index + 1, issue, counted, round, people, settings }}
            closedAt={ballot.phase.state === 'closed' ? ballot.phase.at : round.at}
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
}

function IssueCount({ no, issue, counted, round, people, settings, closedAt }: IssueCountProps) {
  const { t } = useWords()
  const [showsNames, setShowsNames] = useState(false)
  const half = Math.floor(round.members / 2) + 1
  const isOpinion = issue.form.kind === 'opinion'
  const facts = { inFavour: counted.inFavour, members: round.members }
  return (
    <article className="ec-tally-issue">
      <header className="ec-tally-head">
        <h3>
          {t('answer.issue', { no })}. {issue.question}
        </h3>
        <StatusSign {...resultOf(t, issue, counted)} />
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
        parts={partsOf(t, isOpinion, counted)}
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
    return { id, name: nameOf(t, people, id), post, entry, word: entryWord(t, issue, entry) }
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

const nameOf = (t: Words, people: readonly Person[], id: PersonId): string =>
  people.find((person) => person.id === id)?.name ?? t('tally.unknownMember', { id })

function partsOf(t: Words, isOpinion: boolean, counted: IssueTally): BarPart[] {
  const { explicit, deemed, against, other, notReached, held } = counted
  const parts: BarPart[] = [
    {
      id: 'explicit',
      look: 'explicit',
      word: t(isOpinion ? 'tally.explicit' : 'tally.chosen'),
      count: explicit,
    },
    { id: 'deemed', look: 'deemed', word: t('tally.deemed'), count: deemed },
    { id: 'against', look: 'against', word: t('tally.against'), count: against },
    { id: 'other', look: 'other', word: t('tally.other'), count: other },
    { id: 'not-reached', look: 'not-reached', word: t('tally.notReached'), count: notReached },
    { id: 'held', look: 'held', word: t('tally.held'), count: held },
  ]
  // Alternatives know neither disagreement nor another opinion.
  return isOpinion
    ? parts
    : parts.filter(({ id, count }) => count > 0 || (id !== 'against' && id !== 'other'))
}

function resultOf(t: Words, issue: Issue, { result }: IssueTally): { tone: Tone; word: string } {
  switch (result.kind) {
    case 'adopted':
      return { tone: 'good', word: t('tally.result.adopted') }
    case 'not-adopted':
      return { tone: 'urgent', word: t('tally.result.not-adopted') }
    case 'undecided':
      return { tone: 'waiting', word: t('tally.result.undecided') }
    case 'alternative-adopted': {
      const { form } = issue
      const found =
        form.kind === 'alternatives'
          ? form.alternatives.find(({ id }) => id === result.alternative)
          : undefined
      return {
        tone: 'good',
        word: t('tally.result.alternative-adopted', { label: found?.label ?? result.alternative }),
      }
    }
    default:
      return unreachable(result)
  }
}

function toneOf(entry: TallyEntry): Tone {
  switch (entry.kind) {
    case 'agree':
    case 'alternatives':
      return 'good'
    case 'disagree':
      return 'urgent'
    case 'deemed':
    case 'not-reached':
      return 'quiet'
    case 'other':
    case 'held':
      return 'waiting'
    default:
      return unreachable(entry)
  }
}

function entryWord(t: Words, issue: Issue, entry: TallyEntry): string {
  const notes = [
    'late' in entry && entry.late ? t('tally.late') : null,
    'former' in entry && entry.former ? t('tally.former') : null,
    'ruled' in entry && entry.ruled ? t('tally.ruled') : null,
    entry.kind === 'held' ? t(`tally.heldWhy.${entry.why}`) : null,
  ].filter((note) => note !== null)
  const word = kindWord(t, issue, entry)
  return notes.length > 0 ? `${word} (${notes.join(', ')})` : word
}

function kindWord(t: Words, issue: Issue, entry: TallyEntry): string {
  switch (entry.kind) {
    case 'agree':
      return t('tally.explicit')
    case 'disagree':
      return t('tally.against')
    case 'other':
      return t('tally.other')
    case 'alternatives': {
      const { form } = issue
      const labels = form.kind === 'alternatives' ? form.alternatives : []
      return entry.chosen.map((id) => labels.find((label) => label.id === id)?.label ?? id).join('; ')
    }
    case 'deemed':
      return t('tally.deemed')
    case 'not-reached':
      return t('tally.notReached')
    case 'held':
      return t('tally.held')
    default:
      return unreachable(entry)
  }
}

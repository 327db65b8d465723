import { Button } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Ballot } from '../../../shared/domain/ballot.ts'
import type { RevisionSaid, WatchLine } from '../../app/office-ballot.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp } from '../app-context.tsx'
import { byRank } from '../by-rank.ts'
import { FilterChips } from '../filter-chips.tsx'
import { useDirectory } from '../use-directory.ts'
import { BallotSilence } from './ballot-silence.tsx'
import { SaidWords } from './said-words.tsx'

const shows = ['all', 'differs', 'words'] as const
type Show = (typeof shows)[number]

/** Every answer with every revision, word for word; then every silence with its evidence (B6, B8, B14). */
export function BallotSaid({ ballot }: { ballot: Ballot }) {
  const app = useApp()
  const { t } = useWords()
  const [address, setAddress] = useSearchParams()
  const order = byRank(app.today())
  const lines = app.office.watch(ballot.id).sort((a, b) => order(a.member, b.member))
  const spoken = lines.filter(({ said }) => said.length > 0)
  const show = shows.find((each) => each === address.get('show')) ?? 'all'
  const rows = spoken.filter((line) => isIn(line, show))
  return (
    <>
      <section className="ec-office-part">
        <h2>{t('desk.said.answers', { count: spoken.length })}</h2>
        {spoken.length === 0 ? (
          <p className="ec-quiet">{t('desk.said.nobody')}</p>
        ) : (
          <>
            <FilterChips
              label={t('desk.said.filter')}
              chosen={show}
              onChoose={(next) => setAddress({ tab: 'said', show: next }, { replace: true })}
              chips={shows.map((id) => ({
                id,
                word: t(`desk.said.show.${id}`),
                count: spoken.filter((line) => isIn(line, id)).length,
              }))}
            />
            <ul className="ec-office-said">
              {rows.map((line) => (
                <li key={line.member.id}>
                  <MemberSaid ballot={ballot} line={line} />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {show === 'all' && <BallotSilence lines={lines} tally={app.office.tally(ballot.id)} />}
    </>
  )
}

/** What was replaced is not looked through: the answer in force or waiting is what a reader seeks. */
function isIn({ said }: WatchLine, show: Show): boolean {
  const answers = said.filter((revision) => !isPast(revision)).flatMap((revision) => revision.answers)
  if (show === 'words') return answers.some(({ text }) => text !== '')
  return show === 'all' || answers.some(({ choice }) => choice.kind === 'disagree' || choice.kind === 'other')
}

/** Replaced by a later answer; what is late or of a revoked device waits instead. */
const isPast = ({ isHead, held }: RevisionSaid): boolean =>
  !isHead && (held === null || held.kind === 'conflict' || held.kind === 'former-version')

function MemberSaid({ ballot, line }: { ballot: Ballot; line: WatchLine }) {
  const { t } = useWords()
  const { postOf } = useDirectory()
  const [showsPast, setShowsPast] = useState(false)
  const present = line.said.filter((revision) => !isPast(revision))
  const past = line.said.filter(isPast)
  return (
    <div className="ec-office-voice">
      <div>
        <h3>{line.member.name}</h3>
        <div className="ec-quiet">{postOf(line.member)}</div>
      </div>
      <div className="ec-office-voice-words">
        {present.map((revision) => (
          <RevisionWords key={revision.act} {...{ ballot, line, revision }} />
        ))}
        {past.length > 0 && (
          <div className="ec-no-print">
            <Button
              variant="default"
              size="sm"
              aria-expanded={showsPast}
              onClick={() => setShowsPast(!showsPast)}
            >
              {showsPast ? t('desk.said.hideEarlier') : t('desk.said.earlier', { count: past.length })}
            </Button>
          </div>
        )}
        {showsPast &&
          past.map((revision) => <RevisionWords key={revision.act} {...{ ballot, line, revision }} isPast />)}
      </div>
    </div>
  )
}

type RevisionWordsProps = { ballot: Ballot; line: WatchLine; revision: RevisionSaid; isPast?: boolean }

function RevisionWords({ ballot, line, revision, isPast: wasReplaced = false }: RevisionWordsProps) {
  const app = useApp()
  const { t } = useWords()
  const version = ballot.versions.find(({ hash }) => hash === revision.versionHash)
  const no = line.said.indexOf(revision) + 1
  const isHeld = !wasReplaced && !revision.isHead
  return (
    <div className="ec-office-revision" data-past={wasReplaced || undefined}>
      <SaidWords content={app.office.contentOf(revision.versionHash)} answers={revision.answers} />
      <div className="ec-office-said-head">
        <span className="ec-quiet ec-figures">
          {t('desk.said.revision', { no, n: revision.n, when: dateAndHour(revision.at) })}
          {ballot.versions.length > 1 && version && `, ${t('desk.said.version', { no: version.no })}`}
        </span>
        {wasReplaced && <StatusSign bare tone="quiet" word={t('desk.said.replaced')} sign="undo" />}
        {isHeld && <StatusSign bare tone="waiting" word={t('desk.said.held')} sign="held" />}
        {!wasReplaced && !isHeld && line.said.length > 1 && (
          <StatusSign bare tone="good" word={t('desk.said.stands')} />
        )}
      </div>
    </div>
  )
}

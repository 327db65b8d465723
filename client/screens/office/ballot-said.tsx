import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Ballot } from '../../../shared/domain/ballot.ts'
import type { RevisionSaid, WatchLine } from '../../app/office-ballot.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp } from '../app-context.tsx'
import { useDirectory } from '../use-directory.ts'
import { BallotSilence } from './ballot-silence.tsx'
import { SaidWords } from './said-words.tsx'

/** Every answer with every revision, word for word; then every silence with its evidence (B6, B8, B14). */
export function BallotSaid({ ballot }: { ballot: Ballot }) {
  const app = useApp()
  const { t } = useWords()
  const lines = app.office.watch(ballot.id)
  const spoken = lines.filter(({ said }) => said.length > 0)
  return (
    <>
      <section className="ec-office-part">
        <h2>{t('desk.said.answers', { count: spoken.length })}</h2>
        {spoken.length === 0 ? (
          <p className="ec-quiet">{t('desk.said.nobody')}</p>
        ) : (
          <ul className="ec-office-said">
            {spoken.map((line) => (
              <li key={line.member.id}>
                <MemberSaid ballot={ballot} line={line} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <BallotSilence lines={lines} />
    </>
  )
}

function MemberSaid({ ballot, line }: { ballot: Ballot; line: WatchLine }) {
  const { t } = useWords()
  const { postOf } = useDirectory()
  const [showsPast, setShowsPast] = useState(false)
  // What stands or waits is shown; what was replaced on demand.
  const isPast = ({ isHead, held }: RevisionSaid) =>
    !isHead && (held === null || held.kind === 'conflict' || held.kind === 'former-version')
  const present = line.said.filter((revision) => !isPast(revision))
  const past = line.said.filter(isPast)
  const post = postOf(line.member)
  return (
    <>
      <div className="ec-office-said-head">
        <h3>{line.member.name}</h3>
        {post !== '' && <span className="ec-quiet">{post}</span>}
      </div>
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
    </>
  )
}

type RevisionWordsProps = { ballot: Ballot; line: WatchLine; revision: RevisionSaid; isPast?: boolean }

function RevisionWords({ ballot, line, revision, isPast = false }: RevisionWordsProps) {
  const app = useApp()
  const { t } = useWords()
  const version = ballot.versions.find(({ hash }) => hash === revision.versionHash)
  const no = line.said.indexOf(revision) + 1
  const isHeld = !isPast && !revision.isHead
  return (
    <div className="ec-office-revision" data-past={isPast || undefined}>
      <SaidWords content={app.office.contentOf(revision.versionHash)} answers={revision.answers} />
      <div className="ec-office-said-head">
        <span className="ec-quiet ec-figures">
          {t('desk.said.revision', { no, n: revision.n, when: dateAndHour(revision.at) })}
          {ballot.versions.length > 1 && version && `, ${t('desk.said.version', { no: version.no })}`}
        </span>
        {isPast && <StatusSign bare tone="quiet" word={t('desk.said.replaced')} sign="undo" />}
        {isHeld && <StatusSign bare tone="waiting" word={t('desk.said.held')} sign="held" />}
        {!isPast && !isHeld && line.said.length > 1 && (
          <StatusSign bare tone="good" word={t('desk.said.stands')} />
        )}
      </div>
    </div>
  )
}

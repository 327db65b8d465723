import './matter-trail.css'
import { useNavigate } from 'react-router'
import { sourceKey } from '../../shared/domain/matter-source.ts'
import { formatInstant } from '../../shared/lib/time.ts'
import { type Decided, matterTrail, type TrailPlace, type TrailStep } from '../app/matter-trail.ts'
import { useWords } from '../ui/i18n.ts'
import { StatusSign } from '../ui/status-sign.tsx'
import { useApp } from './app-context.tsx'
import { outcomeWord } from './ballot-outcome.ts'
import { paths } from './paths.ts'
import { resultOf } from './tally-words.ts'
import { TaskStepLine } from './task-step-line.tsx'

type MatterTrailProps = {
  of: TrailPlace
  /** The tasks of the item at which one stands are listed elsewhere on the page. */
  tasksApart?: boolean
}

/** What became of a matter across ballots and meetings, both ways; nothing where it stands alone. */
export function MatterTrail({ of, tasksApart = false }: MatterTrailProps) {
  const app = useApp()
  const { t } = useWords()
  const all = matterTrail(of, app.copy)
  const steps = tasksApart ? all.filter((step) => step.kind !== 'task' || !isOf(step, of)) : all
  if (steps.length < 2) return null
  return (
    <section className="ec-trail" aria-label={t('trail.title')}>
      <h2>{t('trail.title')}</h2>
      <ol>
        {steps.map((step) =>
          step.kind === 'task' ? (
            <TaskStepLine key={step.key} step={step} />
          ) : (
            <Step key={step.key} step={step} />
          ),
        )}
      </ol>
    </section>
  )
}

const isOf = (step: TrailStep & { kind: 'task' }, place: TrailPlace) =>
  step.sources.some((source) => place.kind !== 'task' && sourceKey(source) === sourceKey(place))

type MatterStep = Exclude<TrailStep, { kind: 'task' }>

function Step({ step }: { step: MatterStep }) {
  const app = useApp()
  const { t } = useWords()
  const navigate = useNavigate()
  const { isMember, roles } = app.me().subject
  const isOffice = !isMember && (roles.includes('secretary') || roles.includes('head-of-office'))
  const path =
    step.kind === 'ballot'
      ? isOffice
        ? paths.deskBallot(step.ballot)
        : paths.ballot(step.ballot)
      : isOffice
        ? paths.deskMeeting(step.meeting)
        : paths.meetingItem(step.meeting, step.item)
  const over =
    step.kind === 'ballot'
      ? step.number === null
        ? t('trail.ballotDraft')
        : t('answer.ballot', { number: step.number })
      : t('trail.item', { meeting: step.meetingTitle })
  return (
    <li className="ec-trail-step" aria-current={step.isHere ? 'step' : undefined}>
      <span className="ec-trail-day ec-figures">{formatInstant(step.at)}</span>
      <div className="ec-trail-words">
        <span className="ec-quiet">{over}</span>
        {step.isHere ? (
          <strong>{step.title}</strong>
        ) : (
          <button type="button" className="ec-plain-button ec-trail-link" onClick={() => void navigate(path)}>
            {step.title}
          </button>
        )}
        <Outcome step={step} />
      </div>
    </li>
  )
}

function Outcome({ step }: { step: MatterStep }) {
  const { t } = useWords()
  const state = step.kind === 'ballot' ? t(`ballot.state.${step.state}`) : t(`trail.state.${step.state}`)
  return (
    <>
      <span className="ec-trail-signs">
        {step.isHere && <StatusSign bare tone="quiet" sign="eye" word={t('trail.here')} />}
        <span>{state}</span>
        {step.kind === 'item' && step.adoptedInBlock && (
          <StatusSign bare tone="good" word={t('trail.inBlock')} />
        )}
        {step.kind === 'ballot' && step.outcome && (
          <StatusSign bare tone="good" word={outcomeWord(t, step) ?? ''} />
        )}
        {step.kind === 'ballot' && step.closedAt !== null && (
          <span>{t('ballot.closedAt', { when: formatInstant(step.closedAt) })}</span>
        )}
      </span>
      {step.decided.map((each) => (
        <DecidedLine key={each.issue.id + each.issue.question} of={each} />
      ))}
      {step.kind === 'item' && step.conclusion !== null && (
        <p className="ec-trail-conclusion">
          <span className="ec-quiet">{t('search.word.conclusion')}: </span>
          {step.conclusion}
        </p>
      )}
    </>
  )
}

function DecidedLine({ of: { issue, tally } }: { of: Decided }) {
  const { t } = useWords()
  return (
    <span className="ec-trail-signs">
      <StatusSign bare {...resultOf(t, issue, tally)} />
      <span>{issue.question}</span>
    </span>
  )
}

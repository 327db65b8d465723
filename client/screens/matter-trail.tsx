import './matter-trail.css'
import { formatInstant } from '../../shared/lib/time.ts'
import { type Decided, matterTrail, type TrailStep } from '../app/matter-trail.ts'
import { placeKey, type TrailPlace } from '../app/trail-links.ts'
import { useWords } from '../ui/i18n.ts'
import { StatusSign } from '../ui/status-sign.tsx'
import { useApp } from './app-context.tsx'
import { outcomeWord } from './ballot-outcome.ts'
import { DirectiveStepLine } from './directive-step-line.tsx'
import { paths } from './paths.ts'
import { resultOf } from './tally-words.ts'
import { TaskStepLine } from './task-step-line.tsx'
import { TrailFrame } from './trail-frame.tsx'

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
          ) : step.kind === 'directive' ? (
            <DirectiveStepLine key={step.key} step={step} />
          ) : (
            <Step key={step.key} step={step} />
          ),
        )}
      </ol>
    </section>
  )
}

const isOf = (step: TrailStep & { kind: 'task' }, place: TrailPlace) => step.sources.includes(placeKey(place))

type MatterStep = Exclude<TrailStep, { kind: 'task' | 'directive' }>

function Step({ step }: { step: MatterStep }) {
  const app = useApp()
  const { t } = useWords()
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
    <TrailFrame
      day={formatInstant(step.at)}
      over={over}
      title={step.title}
      path={path}
      isHere={step.isHere}
      signs={<Standing step={step} />}
    >
      {step.decided.map((each) => (
        <DecidedLine key={each.issue.id + each.issue.question} of={each} />
      ))}
      {step.kind === 'item' && step.conclusion !== null && (
        <p className="ec-trail-conclusion">
          <span className="ec-quiet">{t('search.word.conclusion')}: </span>
          {step.conclusion}
        </p>
      )}
    </TrailFrame>
  )
}

function Standing({ step }: { step: MatterStep }) {
  const { t } = useWords()
  if (step.kind === 'item') {
    return (
      <>
        <span>{t(`trail.state.${step.state}`)}</span>
        {step.adoptedInBlock && <StatusSign bare tone="good" word={t('trail.inBlock')} />}
      </>
    )
  }
  return (
    <>
      <span>{t(`ballot.state.${step.state}`)}</span>
      {step.outcome && <StatusSign bare tone="good" word={outcomeWord(t, step) ?? ''} />}
      {step.closedAt !== null && <span>{t('ballot.closedAt', { when: formatInstant(step.closedAt) })}</span>}
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

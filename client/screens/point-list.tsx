import './points.css'
import type { ReactNode } from 'react'
import type { AgencyId, IssueId } from '../../shared/domain/id.ts'
import type { PointOutcome } from '../../shared/domain/point.ts'
import type { GivenResponse, PointView } from '../app/point.ts'
import { dateAndHour } from '../ui/date-text.tsx'
import { useWords } from '../ui/i18n.ts'
import { StatusSign } from '../ui/status-sign.tsx'
import type { Tone } from '../ui/tone.ts'
import { useDirectory } from './use-directory.ts'

export type PointListProps = {
  points: readonly PointView[]
  /** In the ballot's order. */
  issues: readonly { id: IssueId }[]
  leadAgency: AgencyId
  /** Says whose each is, where one may know. */
  named?: boolean
  actionFor?: (point: PointView) => ReactNode
}

const numberIn = (issues: PointListProps['issues'], id: IssueId) =>
  issues.findIndex((issue) => issue.id === id) + 1

/** Points word for word, each with what the lead agency responded (B15). */
export function PointList({ points, issues, leadAgency, named = false, actionFor }: PointListProps) {
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const sorted = [...points].sort((a, b) => numberIn(issues, a.issue) - numberIn(issues, b.issue))
  return (
    <ul className="ec-points">
      {sorted.map((point) => (
        <li key={`${point.issue}/${point.point}`}>
          <article className="ec-point">
            <div className="ec-point-head">
              {named && point.person !== null && <strong>{nameOf(point.person)}</strong>}
              <span className="ec-quiet">
                {[
                  t('points.about', { no: numberIn(issues, point.issue) }),
                  t(point.choice === 'other' ? 'tally.other' : 'tally.against'),
                  ...(point.isFormer ? [t('points.former')] : []),
                ].join(' · ')}
              </span>
            </div>
            {point.text === null ? (
              <p className="ec-quiet">{t('points.lost')}</p>
            ) : (
              <blockquote className="ec-point-said">{point.text}</blockquote>
            )}
            <Responses given={point.given} leadAgency={leadAgency} />
            {actionFor?.(point)}
          </article>
        </li>
      ))}
    </ul>
  )
}

const tones: Record<PointOutcome, Tone> = { accepted: 'good', partly: 'waiting', 'not-accepted': 'quiet' }
const signs = { accepted: 'check', partly: 'check', 'not-accepted': 'close' } as const

type ResponsesProps = { given: readonly GivenResponse[]; leadAgency: AgencyId }

/** The last one counts; those before it are kept behind it. */
export function Responses({ given, leadAgency }: ResponsesProps) {
  const { t } = useWords()
  const last = given.at(-1)
  if (!last) return <StatusSign bare tone="waiting" word={t('points.notYet')} />
  const earlier = given.slice(0, -1).reverse()
  return (
    <>
      <ResponseWords response={last} leadAgency={leadAgency} />
      {earlier.length > 0 && (
        <details className="ec-point-earlier">
          <summary>{t('points.earlier', { count: earlier.length })}</summary>
          {earlier.map((response) => (
            <ResponseWords key={response.act} response={response} leadAgency={leadAgency} />
          ))}
        </details>
      )}
    </>
  )
}

function ResponseWords({ response, leadAgency }: { response: GivenResponse; leadAgency: AgencyId }) {
  const { t } = useWords()
  const { agencyOf } = useDirectory()
  const { outcome, reason, place, at } = response
  return (
    <div className="ec-point-response">
      <StatusSign bare tone={tones[outcome]} sign={signs[outcome]} word={t(`points.outcome.${outcome}`)} />
      {reason !== '' && <p>{reason}</p>}
      {place !== '' && <p>{t('points.place', { place })}</p>}
      <p className="ec-quiet">{t('points.by', { agency: agencyOf(leadAgency), when: dateAndHour(at) })}</p>
    </div>
  )
}

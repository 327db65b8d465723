import type { BallotView } from '../../app/ballot.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { PointList, Responses } from '../point-list.tsx'

/** One's own points with what the lead agency responded, and the responses to those of others, without their words (B15). */
export function BallotResponses({ view: { ballot, content } }: { view: BallotView }) {
  const app = useApp()
  const { t } = useWords()
  const mine = app.points.of(ballot.id)
  const others = app.points.others(ballot.id)
  if (mine.length === 0 && others.length === 0) return null
  const { leadAgency } = ballot
  const noOf = (id: string) => content.issues.findIndex((issue) => issue.id === id) + 1
  return (
    <div className="ec-overview-part">
      <h2>{t('points.title')}</h2>
      {mine.length > 0 && (
        <section aria-labelledby="points-mine">
          <h3 id="points-mine">{t('points.yours')}</h3>
          <PointList points={mine} issues={content.issues} leadAgency={leadAgency} />
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="points-others">
          <h3 id="points-others">{t('points.others')}</h3>
          <p className="ec-quiet">{t('points.othersNote')}</p>
          <ul className="ec-points">
            {[...others]
              .sort((a, b) => noOf(a.issue) - noOf(b.issue))
              .map(({ issue, given }) => (
                <li key={given.at(-1)?.act}>
                  <div className="ec-point">
                    <span className="ec-quiet">{t('points.about', { no: noOf(issue) })}</span>
                    <Responses given={given} leadAgency={leadAgency} />
                  </div>
                </li>
              ))}
          </ul>
        </section>
      )}
    </div>
  )
}

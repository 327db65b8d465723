import type { BallotView } from '../app/ballot.ts'
import type { OpenApp } from '../app/open-app.ts'
import type { PointView } from '../app/point.ts'

/** What was responded to one's own opinions on a ballot, until one has taken note of it (B15). */
export type ResponseNews = { key: string; view: BallotView; points: PointView[] }

/** The last one first; another response, or an amended one, is news again. */
export const responseNews = (
  app: Pick<OpenApp, 'points' | 'dealt'>,
  views: readonly BallotView[],
): ResponseNews[] =>
  views
    .flatMap((view) => {
      if (view.ballot.phase.state !== 'closed') return []
      const points = app.points.of(view.ballot.id).filter(({ given }) => given.length > 0)
      const last = points
        .flatMap(({ given }) => given)
        .sort((a, b) => a.at - b.at)
        .at(-1)
      const key = `responded/${last?.act}`
      return last && !app.dealt.has(key) ? [{ key, view, points, at: last.at }] : []
    })
    .sort((a, b) => b.at - a.at)

import type { Figures } from '../../../shared/domain/statistics.ts'
import { useWords } from '../../ui/i18n.ts'
import { type ComparedLine, ComparedTable } from './compared-table.tsx'
import { figureWords } from './statistics-words.ts'

/** Ballots and meetings, each figure beside the one of the period before. */
export function WorkTables({ now, before }: { now: Figures; before: Figures }) {
  const { t, language } = useWords()
  const words = figureWords(t, language)
  const line = (
    id: string,
    word: string,
    of: (figures: Figures) => number | null | undefined,
    format: (value: number) => string = words.count,
  ): ComparedLine => {
    const [a, b] = [of(now), of(before)]
    const written = (value: number | null | undefined) =>
      value === null || value === undefined ? '—' : format(value)
    return { id, word, now: written(a), former: written(b), change: words.change(a, b) }
  }
  const answer = (kind: keyof Figures['ballots']['answers']): ComparedLine => {
    const written = ({ ballots }: Figures) =>
      ballots.onPaper === 0
        ? '—'
        : `${words.count(ballots.answers[kind])} (${words.share(ballots.answers[kind] / ballots.onPaper)})`
    const [a, b] = [now.ballots.answers[kind], before.ballots.answers[kind]]
    return {
      id: kind,
      word: t(`statistics.${kind}`),
      now: written(now),
      former: written(before),
      change: words.change(a, b),
    }
  }
  return (
    <>
      <ComparedTable
        title={t('statistics.section.ballots')}
        lines={[
          line('closed', t('statistics.closed'), ({ ballots }) => ballots.closed),
          answer('onTime'),
          answer('late'),
          answer('deemed'),
          answer('notReached'),
          line('toCount', t('statistics.toCount'), ({ ballots }) => ballots.toCount?.median, words.span),
          line('toCountLong', t('statistics.toCountLong'), ({ ballots }) => ballots.toCount?.p90, words.span),
          line(
            'toOutcome',
            t('statistics.toOutcome'),
            ({ ballots }) => ballots.toOutcome?.median,
            words.span,
          ),
          line(
            'toOutcomeLong',
            t('statistics.toOutcomeLong'),
            ({ ballots }) => ballots.toOutcome?.p90,
            words.span,
          ),
        ]}
      />
      <ComparedTable
        title={t('statistics.section.meetings')}
        lines={[
          line('held', t('statistics.held'), ({ meetings }) => meetings.held),
          line('items', t('statistics.items'), ({ meetings }) => meetings.items),
          line('planned', t('statistics.planned'), ({ meetings }) => meetings.plannedMs || null, words.hours),
          line('took', t('statistics.took'), ({ meetings }) => meetings.tookMs || null, words.hours),
          line(
            'tookMedian',
            t('statistics.tookMedian'),
            ({ meetings }) => meetings.took?.median,
            words.hours,
          ),
        ]}
      />
    </>
  )
}

import type { Statistics } from '../../../shared/domain/statistics.ts'
import { type FigureLines, figureLines } from '../../../shared/domain/statistics-lines.ts'
import { useWords } from '../../ui/i18n.ts'
import { ComparedTable } from './compared-table.tsx'
import { figureWords } from './statistics-words.ts'

type WorkLine = FigureLines['ballots' | 'meetings'][number]

/** Ballots and meetings, each figure beside the one of the period before. */
export function WorkTables({ statistics }: { statistics: Statistics }) {
  const { t, language } = useWords()
  const words = figureWords(t, language)
  const { ballots, meetings } = figureLines(statistics)
  const written = ({ unit }: WorkLine, value: number | null, share: number | null): string => {
    if (value === null) return '—'
    if (unit === 'day') return t('statistics.days', { value: words.count(value) })
    if (unit === 'hour') return t('statistics.hours', { value: words.count(value) })
    return share === null ? words.count(value) : `${words.count(value)} (${words.share(share)})`
  }
  const shown = (lines: readonly WorkLine[]) =>
    lines.map((line) => ({
      id: line.id,
      word: t(`statistics.${line.id}`),
      now: written(line, line.now, line.nowShare),
      former: written(line, line.former, line.formerShare),
      change: words.change(line.change),
    }))
  return (
    <>
      <ComparedTable title={t('statistics.section.ballots')} lines={shown(ballots)} />
      <ComparedTable title={t('statistics.section.meetings')} lines={shown(meetings)} />
    </>
  )
}

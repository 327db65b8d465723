import type { Statistics } from '../../../shared/domain/statistics.ts'
import { monthLines } from '../../../shared/domain/statistics-lines.ts'
import { useWords } from '../../ui/i18n.ts'
import { StackChart } from '../../ui/stack-chart.tsx'
import { figureWords } from './statistics-words.ts'

type Months = Statistics['months']

/** The months of the period, drawn and as a table. */
export function MonthPart({ months }: { months: Months }) {
  const { t, language } = useWords()
  const { count } = figureWords(t, language)
  const title = t('statistics.section.months')
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <div className="ec-statistics-charts">
        <StackChart
          title={t('statistics.chart.paper')}
          head={t('statistics.month')}
          format={count}
          parts={[
            { id: 'ballots', word: t('statistics.paperBallots'), look: 'over' },
            { id: 'ballot-documents', word: t('statistics.ballotDocuments'), look: 'done' },
            { id: 'meeting-documents', word: t('statistics.meetingDocuments'), look: 'open' },
          ]}
          rows={months.map(({ period, figures: { ballots, meetings } }) => ({
            id: period.from,
            name: monthWord(period.from),
            counts: [ballots.onPaper, ballots.documentsOnPaper, meetings.documentsOnPaper],
          }))}
        />
        <StackChart
          title={t('statistics.chart.answers')}
          head={t('statistics.month')}
          format={count}
          parts={[
            { id: 'on-time', word: t('statistics.onTime'), look: 'done' },
            { id: 'late', word: t('statistics.late'), look: 'late' },
            { id: 'deemed', word: t('statistics.deemed'), look: 'open' },
            { id: 'not-reached', word: t('statistics.notReached'), look: 'over' },
          ]}
          rows={months.map(({ period, figures }) => {
            const { onTime, late, deemed, notReached } = figures.ballots.answers
            return {
              id: period.from,
              name: monthWord(period.from),
              counts: [onTime, late, deemed, notReached],
            }
          })}
        />
      </div>
      <MonthTable months={months} />
    </section>
  )
}

function MonthTable({ months }: { months: Months }) {
  const { t, language } = useWords()
  const { count, share } = figureWords(t, language)
  const title = t('statistics.section.months')
  return (
    <div className="ec-statistics-scroll">
      <table className="ec-statistics-table">
        <caption className="ec-unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('statistics.month')}</th>
            <th scope="col">{t('statistics.closed')}</th>
            <th scope="col">{t('statistics.onTime')}</th>
            <th scope="col">{t('statistics.held')}</th>
            <th scope="col">{t('statistics.paperBallots')}</th>
            <th scope="col">{t('statistics.ballotDocuments')}</th>
            <th scope="col">{t('statistics.meetingDocuments')}</th>
            <th scope="col">{t('statistics.saved')}</th>
          </tr>
        </thead>
        <tbody>
          {monthLines(months).map(({ period, onTimeShare, ...line }) => (
            <tr key={period.from}>
              <th scope="row">{monthWord(period.from)}</th>
              <td className="ec-figures">{count(line.closed)}</td>
              <td className="ec-figures">{share(onTimeShare)}</td>
              <td className="ec-figures">{count(line.held)}</td>
              <td className="ec-figures">{count(line.paperBallots)}</td>
              <td className="ec-figures">{count(line.ballotDocuments)}</td>
              <td className="ec-figures">{count(line.meetingDocuments)}</td>
              <td className="ec-figures">{count(line.saved)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const monthWord = (day: string): string => `${day.slice(5, 7)}/${day.slice(0, 4)}`

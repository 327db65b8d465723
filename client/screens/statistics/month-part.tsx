import type { Statistics } from '../../../shared/domain/statistics.ts'
import { useWords } from '../../ui/i18n.ts'
import { MonthColumns } from './month-columns.tsx'
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
        <MonthColumns
          label={t('statistics.chart.paper')}
          format={count}
          columns={months.map(({ period, figures: { ballots, meetings } }) => ({
            name: monthWord(period.from),
            parts: [
              { tone: 'ink', word: t('statistics.paperBallots'), value: ballots.onPaper },
              { tone: 'done', word: t('statistics.ballotDocuments'), value: ballots.documentsOnPaper },
              { tone: 'quiet', word: t('statistics.meetingDocuments'), value: meetings.documentsOnPaper },
            ],
          }))}
        />
        <MonthColumns
          label={t('statistics.chart.answers')}
          format={count}
          columns={months.map(({ period, figures: { ballots } }) => ({
            name: monthWord(period.from),
            parts: [
              { tone: 'done', word: t('statistics.onTime'), value: ballots.answers.onTime },
              { tone: 'urgent', word: t('statistics.late'), value: ballots.answers.late },
              { tone: 'waiting', word: t('statistics.deemed'), value: ballots.answers.deemed },
              { tone: 'quiet', word: t('statistics.notReached'), value: ballots.answers.notReached },
            ],
          }))}
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
          {months.map(({ period, figures: { ballots, meetings, saved } }) => (
            <tr key={period.from}>
              <th scope="row">{monthWord(period.from)}</th>
              <td className="ec-figures">{count(ballots.closed)}</td>
              <td className="ec-figures">
                {share(ballots.onPaper === 0 ? null : ballots.answers.onTime / ballots.onPaper)}
              </td>
              <td className="ec-figures">{count(meetings.held)}</td>
              <td className="ec-figures">{count(ballots.onPaper)}</td>
              <td className="ec-figures">{count(ballots.documentsOnPaper)}</td>
              <td className="ec-figures">{count(meetings.documentsOnPaper)}</td>
              <td className="ec-figures">{count(saved.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const monthWord = (day: string): string => `${day.slice(5, 7)}/${day.slice(0, 4)}`

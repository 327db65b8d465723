import './statistics.css'
import { Button } from '@mantine/core'
import type { Period } from '../../../shared/domain/statistics.ts'
import type { StatisticsReply } from '../../../shared/protocol/statistics.ts'
import { TableFormat, tableMediaType } from '../../../shared/protocol/task-query.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { TableSkeleton } from '../../ui/skeleton.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { networkWords } from '../authority-problem.ts'
import { FileButtons } from '../file-buttons.tsx'
import { CostPart } from './cost-part.tsx'
import { MonthPart } from './month-part.tsx'
import { PaperCards } from './paper-cards.tsx'
import { PeriodFields } from './period-fields.tsx'
import { periodWords } from './statistics-words.ts'
import { TaskTable } from './task-table.tsx'
import { usePeriod } from './use-period.ts'
import { useStatistics } from './use-statistics.ts'
import { WorkTables } from './work-tables.tsx'

/** The figures of a period, for leaders: counts over everything, without a name. */
export function StatisticsScreen() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const today = app.today()
  const { period, set } = usePeriod(today)
  const { shown, again } = useStatistics(period)
  const reply = 'reply' in shown ? shown.reply : null
  return (
    <Page width="wide">
      <div className="ec-statistics">
        <PageTitle
          title={t('statistics.title')}
          under={reply ? <Standing reply={reply} /> : undefined}
          actions={
            <Button
              variant="default"
              leftSection={<Icon name="print" size={20} />}
              disabled={!reply}
              onClick={() => window.print()}
            >
              {t('statistics.print')}
            </Button>
          }
        />
        <PeriodFields
          key={`${period.from}/${period.to}`}
          period={period}
          today={today}
          covered={reply?.covered ?? null}
          set={set}
        />
        <FigureFiles key={`file/${period.from}/${period.to}`} period={period} />
        {shown.kind === 'loading' && <TableSkeleton />}
        {shown.kind === 'failed' && (
          <ErrorState
            title={t('statistics.failed')}
            meaning={networkWords(t, shown.fault)}
            remedy={t('statistics.nothingKept')}
            onRetry={again}
          />
        )}
        {shown.kind === 'kept' && (
          <Notice tone="waiting" sign="offline" title={t('statistics.keptTitle')}>
            {t('statistics.kept', {
              ...periodWords(shown.reply.statistics.period),
              when: dateAndHour(shown.reply.at),
            })}
          </Notice>
        )}
        {reply && <AllFigures reply={reply} set={set} again={again} />}
      </div>
    </Page>
  )
}

/** The period that is chosen, as a file with the formula and the unit costs of its money. */
function FigureFiles({ period }: { period: Period }) {
  const app = useApp()
  const { t } = useWords()
  return (
    <div className="ec-statistics-files ec-no-print">
      <FileButtons
        formats={TableFormat.options}
        wordOf={(format) => t(`statistics.file.${format}`)}
        mediaTypes={tableMediaType}
        fetchFile={(format, watch) => app.statistics.file(period, format, watch)}
      />
    </div>
  )
}

function Standing({ reply: { at, statistics } }: { reply: StatisticsReply }) {
  const { t } = useWords()
  return (
    <>
      {t('statistics.of', periodWords(statistics.period))} · {t('statistics.asOf', { when: dateAndHour(at) })}
      <br />
      {t('statistics.before', periodWords(statistics.before.period))}
    </>
  )
}

type AllFiguresProps = {
  reply: StatisticsReply
  set: ReturnType<typeof usePeriod>['set']
  again: () => void
}

function AllFigures({ reply: { statistics, covered, costs }, set, again }: AllFiguresProps) {
  const { t } = useWords()
  const { whole, before, months } = statistics
  const isEmpty = whole.ballots.closed === 0 && whole.meetings.held === 0
  return (
    <>
      {isEmpty && (
        <Notice tone="quiet" title={t('statistics.none')}>
          {covered && (
            <>
              {t('statistics.covered', periodWords(covered))}{' '}
              <Button variant="default" onClick={() => set(covered.from, covered.to)}>
                {t('statistics.showCovered')}
              </Button>
            </>
          )}
        </Notice>
      )}
      <PaperCards now={whole} before={before.figures} />
      <WorkTables statistics={statistics} />
      <TaskTable tasks={whole.tasks} />
      <MonthPart months={months} />
      <CostPart saved={whole.saved} costs={costs} onChanged={again} />
    </>
  )
}

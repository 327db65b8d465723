import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ImportOutcome, PlannedRow } from '../../../shared/domain/task-import.ts'
import { formatDay } from '../../../shared/lib/time.ts'
import type { ImportPreview as Seen } from '../../../shared/protocol/task-import.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import type { Tone } from '../../ui/tone.ts'
import { FilterChips } from '../filter-chips.tsx'
import { saveFile } from '../save-file.ts'
import { useDirectory } from '../use-directory.ts'
import { problemsCsv } from './import-problem-list.ts'
import { headsOf, importNoticeWords, importProblemWords } from './import-words.ts'
import { useShownCount } from './use-shown-count.tsx'

const outcomes = ['problem', 'new', 'changed', 'same', 'skipped'] as const satisfies ImportOutcome[]
const tones: Readonly<Record<ImportOutcome, Tone>> = {
  problem: 'urgent',
  new: 'good',
  changed: 'waiting',
  same: 'quiet',
  skipped: 'quiet',
}

const problemsName = 'loi-khi-nhap.csv'

/** Row by row what will happen, problems first. */
export function ImportPreview({ preview }: { preview: Seen }) {
  const { t } = useWords()
  const { agencyOf } = useDirectory()
  const { count, more, reset } = useShownCount()
  const [show, setShow] = useState<ImportOutcome | 'all'>('all')
  const of = (outcome: ImportOutcome) => preview.rows.filter((row) => row.outcome === outcome)
  const rows = show === 'all' ? outcomes.flatMap((outcome) => of(outcome)) : of(show)
  const problemsFile = () => new Blob([problemsCsv(t, of('problem'))], { type: 'text/csv;charset=utf-8' })
  const columns: Column<PlannedRow>[] = [
    {
      id: 'no',
      head: t('taskImport.column.row'),
      width: '7%',
      align: 'end',
      cell: ({ no }) => no,
    },
    {
      id: 'outcome',
      head: t('taskImport.column.outcome'),
      width: '33%',
      cell: (row) => (
        <div className="ec-task-import-why">
          <StatusSign bare tone={tones[row.outcome]} word={t(`taskImport.outcome.${row.outcome}`)} />
          {row.aside !== null && <span className="ec-quiet">{t(`taskImport.aside.${row.aside}`)}</span>}
          {row.outcome === 'changed' && (
            <span className="ec-quiet">{t('taskImport.changes', { columns: headsOf(row.changed) })}</span>
          )}
          {row.problems.map((one) => (
            <span key={JSON.stringify(one)}>{importProblemWords(t, one)}</span>
          ))}
          {row.notices.map((one) => (
            <span key={JSON.stringify(one)} className="ec-quiet">
              {importNoticeWords(t, one, agencyOf)}
            </span>
          ))}
        </div>
      ),
    },
    {
      id: 'task',
      head: t('tasks.register.task'),
      cell: ({ text, number }) => (
        <span className="ec-task-pair">
          <span className="ec-task-lines">{text}</span>
          {number !== '' && <span className="ec-quiet">{number}</span>}
        </span>
      ),
    },
    {
      id: 'lead',
      head: t('tasks.register.lead'),
      width: '18%',
      cell: ({ lead }) => (lead === null ? '' : agencyOf(lead)),
    },
    {
      id: 'deadline',
      head: t('tasks.register.deadline'),
      width: '12%',
      cell: ({ deadline }) => (deadline === null ? '' : formatDay(deadline)),
    },
  ]
  return (
    <DataTable
      label={t('taskImport.table')}
      rows={rows.slice(0, count)}
      rowId={({ no }) => String(no)}
      columns={columns}
      empty={<EmptyState sign="search" title={t('taskImport.noRows')} />}
      filters={
        <>
          <FilterChips
            label={t('taskImport.column.outcome')}
            chosen={show}
            onChoose={(next) => {
              reset()
              setShow(next)
            }}
            chips={[
              { id: 'all' as const, word: t('taskImport.outcome.all'), count: preview.rows.length },
              ...outcomes.flatMap((id) =>
                of(id).length > 0 ? [{ id, word: t(`taskImport.outcome.${id}`), count: of(id).length }] : [],
              ),
            ]}
          />
          {more(rows.length)}
          {of('problem').length > 0 && (
            <Button
              variant="default"
              leftSection={<Icon name="download" size={20} />}
              onClick={() => saveFile(problemsName, problemsFile())}
            >
              {t('taskImport.list.save')}
            </Button>
          )}
        </>
      }
    />
  )
}

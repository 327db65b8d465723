import { Button } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Ballot } from '../../../shared/domain/ballot.ts'
import type { Instant } from '../../../shared/lib/time.ts'
import type { FormerMark, WatchLine } from '../../app/office-ballot.ts'
import {
  countOf,
  hasOpened,
  isShown,
  parseWatchFilter,
  stageOf,
  type WatchFilter,
  type WatchStage,
} from '../../app/watch-stage.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateAndHour, When } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import type { Tone } from '../../ui/tone.ts'
import { useApp, useAppVersion } from '../app-context.tsx'
import { byRank } from '../by-rank.ts'
import { FilterChips } from '../filter-chips.tsx'
import { useDirectory } from '../use-directory.ts'
import { OpenedList } from './opened-list.tsx'
import { openedWords } from './opened-words.ts'
import { ReminderList } from './reminder-list.tsx'

const looks: Readonly<Record<WatchStage, { tone: Tone; sign: IconName }>> = {
  answered: { tone: 'good', sign: 'recorded' },
  opened: { tone: 'waiting', sign: 'eye' },
  delivered: { tone: 'waiting', sign: 'device' },
  waiting: { tone: 'quiet', sign: 'offline' },
  conflict: { tone: 'urgent', sign: 'warning' },
  former: { tone: 'waiting', sign: 'undo' },
  held: { tone: 'urgent', sign: 'held' },
  deemed: { tone: 'quiet', sign: 'recorded' },
  'not-reached': { tone: 'urgent', sign: 'offline' },
}

const always: ReadonlySet<WatchFilter> = new Set([
  'all',
  'silent',
  'answered',
  'opened',
  'delivered',
  'waiting',
])
const filters: readonly WatchFilter[] = [
  'all',
  'answered',
  'silent',
  'opened',
  'delivered',
  'waiting',
  'conflict',
  'former',
  'held',
]

/** The live grid: who has received, opened and answered, and when; never what (B11). */
export function BallotWatch({ ballot }: { ballot: Ballot }) {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const { postOf } = useDirectory()
  const [address, setAddress] = useSearchParams()
  const [isReminding, setReminding] = useState(false)
  const [shown, setShown] = useState<WatchLine | null>(null)
  const order = byRank(app.today())
  const lines = app.office.watch(ballot.id).sort((a, b) => order(a.member, b.member))
  const filter = parseWatchFilter(address.get('show'))
  const rows = lines.filter((line) => isShown(line, filter))
  const silent = lines.filter(({ standing }) => standing === 'silent')
  const former = lines.filter(({ standing }) => standing === 'former')
  const isAmended = ballot.versions.length > 1
  const isOpen = ballot.phase.state === 'issued' || ballot.phase.state === 'closing-waits'

  const hour = (
    id: 'delivered' | 'opened' | 'answered',
    at: (line: WatchLine) => Instant | null,
    former: (line: WatchLine) => FormerMark | null = () => null,
  ) => ({
    id,
    head: t(`desk.watch.${id}`),
    width: '17%',
    sortBy: (line: WatchLine) => at(line) ?? Number.POSITIVE_INFINITY,
    cell: (line: WatchLine) => {
      const when = at(line)
      const before = former(line)
      if (when !== null) {
        return (
          <span className="ec-nowrap">
            <When at={when} />
          </span>
        )
      }
      return before === null ? (
        <span className="ec-quiet">{t('desk.watch.never')}</span>
      ) : (
        <span className="ec-quiet">
          {t('desk.watch.formerly', { no: before.no, when: dateAndHour(before.at) })}
        </span>
      )
    },
  })
  const opened = hour(
    'opened',
    ({ openedAt }) => openedAt,
    ({ former }) => former.opened,
  )
  const openedColumn: Column<WatchLine> = {
    ...opened,
    cell: (line) => (
      <span className="ec-office-member">
        {opened.cell(line)}
        {hasOpened(line.openings) && (
          <button type="button" className="ec-plain-button ec-office-opened" onClick={() => setShown(line)}>
            {openedWords(t, line.openings)}
          </button>
        )}
      </span>
    ),
  }
  const columns: Column<WatchLine>[] = [
    {
      id: 'member',
      head: t('desk.watch.member'),
      sortBy: ({ member }) => member.name,
      cell: ({ member }) => (
        <span className="ec-office-member">
          <strong>{member.name}</strong>
          <span className="ec-quiet">{postOf(member)}</span>
        </span>
      ),
    },
    {
      id: 'stage',
      head: t('desk.watch.stage'),
      width: '20%',
      sortBy: (line) => filters.indexOf(stageOf(line)),
      cell: (line) => {
        const stage = stageOf(line)
        const isNew = isAmended && (stage === 'opened' || stage === 'delivered' || stage === 'waiting')
        const word = isNew ? t(`desk.watch.newVersion.${stage}`) : t(`desk.watch.show.${stage}`)
        return <StatusSign bare {...looks[stage]} word={word} />
      },
    },
    hour(
      'delivered',
      ({ deliveredAt }) => deliveredAt,
      ({ former: { delivered } }) => delivered,
    ),
    openedColumn,
    hour('answered', ({ answeredAt }) => answeredAt),
  ]
  return (
    <div className="ec-office-watch">
      <DataTable
        label={t('desk.watch.label')}
        rows={rows}
        rowId={({ member }) => member.id}
        columns={columns}
        empty={<EmptyState title={t('desk.watch.nobody')} sign="people" />}
        filters={
          <FilterChips
            label={t('desk.watch.filter')}
            chosen={filter}
            onChoose={(show) =>
              setAddress(show === 'all' ? { tab: 'watch' } : { tab: 'watch', show }, { replace: true })
            }
            chips={filters
              .map((id) => ({ id, word: t(`desk.watch.show.${id}`), count: countOf(lines, id) }))
              .filter(({ id, count }) => always.has(id) || count > 0)}
          />
        }
      />
      <div className="ec-office-foot">
        <p className="ec-quiet">{t('desk.watch.who')}</p>
        {isOpen && silent.length + former.length > 0 && (
          <Button
            variant="default"
            leftSection={<Icon name="people" size={20} />}
            onClick={() => setReminding(true)}
          >
            {t('desk.watch.remind')}
          </Button>
        )}
      </div>
      {shown && <OpenedList line={shown} onClose={() => setShown(null)} />}
      {isReminding && (
        <ReminderList
          ballot={ballot}
          silent={silent.map(({ member }) => member)}
          former={former.map(({ member }) => member)}
          onClose={() => setReminding(false)}
        />
      )}
    </div>
  )
}

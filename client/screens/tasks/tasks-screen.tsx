import '../register.css'
import './tasks.css'
import { Button } from '@mantine/core'
import { TaskId } from '../../../shared/domain/id.ts'
import { orderTasks } from '../../../shared/domain/task-order.ts'
import { isShown, partsOf, selectFields, type TaskShow } from '../../../shared/domain/task-select.ts'
import type { TaskView } from '../../app/task-view.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { NotAllowed } from '../../ui/not-allowed.tsx'
import { CardsSkeleton } from '../../ui/skeleton.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { ThreePane } from '../../ui/three-pane.tsx'
import { usePortrait } from '../../ui/use-portrait.ts'
import { useApp, useAppVersion } from '../app-context.tsx'
import { FilterChips } from '../filter-chips.tsx'
import { TaskDue } from '../task-due.tsx'
import { TaskStatusSign, taskTitle } from '../task-status-sign.tsx'
import { useDirectory } from '../use-directory.ts'
import { ChosenChips } from './chosen-chips.tsx'
import { DeskNews } from './desk-news.tsx'
import { ExportButtons } from './export-buttons.tsx'
import { ShowChoice } from './show-choice.tsx'
import { shownChips } from './shown-chips.ts'
import { TaskOverview } from './task-overview.tsx'
import { TaskPane } from './task-pane.tsx'
import { UnitFields } from './unit-fields.tsx'
import { useShownCount } from './use-shown-count.tsx'
import { type SetTaskFilter, useTaskFilter } from './use-task-filter.ts'
import { WeekCard } from './week-card.tsx'

const shows = [
  'all',
  'overdue',
  'due-soon',
  'waiting',
  'draft',
  'in-time',
  'done-on-time',
  'done-late',
] as const satisfies TaskShow[]

/** A member's tasks and an agency's desk, offline too: what is to be done first stands first (T7). */
export function TasksScreen() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const chosen = useTaskFilter()
  const isUpright = usePortrait()
  const { view: place, filter, sort, openId, set } = chosen
  const { person, subject } = app.me()
  const { count: most, more, reset } = useShownCount()
  if (person && !subject.isMember && !subject.roles.includes('clerk')) return <NotAllowed />
  const title = t(subject.isMember ? 'tasks.place' : 'tasks.deskPlace')
  if (person && place !== 'list') return <TaskOverview view={place} chosen={chosen} title={title} />
  const parts = partsOf(subject)
  const part = parts.find((one) => one === filter.part) ?? parts[0] ?? 'assigned'
  const { show, basis } = filter
  // What was chosen in another view is kept here, and seen.
  const offered = shows.some((one) => one === show) ? shows : [...shows, show]
  const inPart = selectFields(app.tasks.list(), { ...filter, part }, subject)
  const listed = orderTasks(
    inPart.filter((view) => isShown(view, show, basis)),
    sort?.by === 'unit' ? sort : null,
    { names: { agency: String, person: String, unit: (id) => app.units.nameOf(id) ?? id } },
  )
  const id = TaskId.safeParse(openId)
  const open = id.success ? app.tasks.get(id.data) : null
  const go: SetTaskFilter = (change) => {
    reset()
    set(change)
  }
  const list = !person ? (
    <CardsSkeleton />
  ) : listed.length === 0 ? (
    <EmptyState
      sign="mission"
      title={t(inPart.length === 0 ? 'tasks.none' : 'tasks.nothingFound')}
      {...(inPart.length === 0 && { text: t('tasks.noneText') })}
    />
  ) : (
    <div className="ec-stack">
      {listed.slice(0, most).map((view) => (
        <TaskCard
          key={view.task.id}
          view={view}
          isOpen={view.task.id === open?.task.id}
          onOpen={() => go({ task: view.task.id })}
        />
      ))}
      {more(listed.length)}
    </div>
  )
  return (
    <ThreePane
      title={title}
      tools={
        <div className="ec-stack">
          {parts.length > 1 && (
            <FilterChips
              label={t('tasks.part.label')}
              chosen={part}
              onChoose={(next) => go({ part: next })}
              chips={parts.map((one) => ({ id: one, word: t(`tasks.part.${one}`) }))}
            />
          )}
          <ShowChoice
            isNarrow={!isUpright}
            chosen={show}
            onChoose={(next) => go({ show: next === 'all' ? null : next })}
            chips={shownChips(offered, { show, basis }, inPart, t)}
          />
          <ChosenChips filter={filter} set={go} setText={chosen.setText} names />
        </div>
      }
      list={
        <>
          <div className="ec-task-beside">
            {app.units.keeps() !== null && (
              <details className="ec-desk-more ec-no-print" open={filter.unit !== null || sort !== null}>
                <summary>{t('units.more')}</summary>
                <UnitFields chosen={chosen} set={go} />
              </details>
            )}
            <div className="ec-task-tools ec-no-print">
              <Button
                variant="default"
                leftSection={<Icon name="report" size={20} />}
                onClick={() => go({ view: 'agency', task: null })}
              >
                {t('taskViews.open')}
              </Button>
              <ExportButtons list={{ view: 'list', filter: { ...filter, part }, sort }} />
            </div>
          </div>
          <WeekCard set={go} />
          <DeskNews onOpen={(task) => go({ task })} />
          {list}
        </>
      }
      thing={open && <TaskPane key={open.task.id} detail={open} />}
      thingId={open?.task.id ?? null}
      nothing={<EmptyState sign="mission" title={t('tasks.choose')} />}
      onBack={() => go({ task: null })}
    />
  )
}

function TaskCard({ view, isOpen, onOpen }: { view: TaskView; isOpen: boolean; onOpen: () => void }) {
  const { t } = useWords()
  const app = useApp()
  const { agencyOf } = useDirectory()
  const { task, status, waiting, units } = view
  const isToBeDone = status === 'in-time' || status === 'overdue'
  return (
    <Card
      title={taskTitle(t, view)}
      over={agencyOf(task.leadAgency)}
      chosen={isOpen}
      onOpen={onOpen}
      {...(status === 'overdue' && { tone: 'urgent' as const })}
    >
      <div className="ec-task-line">
        <TaskStatusSign bare view={view} />
        {isToBeDone && <span className="ec-quiet">{t(`tasks.state.${task.phase.state}`)}</span>}
        {waiting > 0 && (
          <StatusSign bare tone="waiting" sign="device" word={t('tasks.word.waiting', { count: waiting })} />
        )}
      </div>
      <TaskDue view={view} />
      {units.length > 0 && (
        <div className="ec-quiet">
          {units.map((id) => app.units.nameOf(id) ?? t('units.unnamed')).join('; ')}
        </div>
      )}
    </Card>
  )
}

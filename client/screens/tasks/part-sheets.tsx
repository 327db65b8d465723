import { MultiSelect, SegmentedControl, Textarea } from '@mantine/core'
import { useState } from 'react'
import { UnitId } from '../../../shared/domain/id.ts'
import type { Task } from '../../../shared/domain/task.ts'
import { PartState } from '../../../shared/domain/unit.ts'
import { cleanText } from '../../../shared/lib/text.ts'
import { type Day, formatDay } from '../../../shared/lib/time.ts'
import type { PartView, SplitView } from '../../app/unit-desk.ts'
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { foldedFilter } from '../../ui/folded-filter.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { useServerReach } from '../server-reach.tsx'
import { useQueued } from '../use-say.ts'

type Gap = 'units' | 'what' | 'late' | 'past' | 'why'

/** One or several units are given the same; what differs is given apart. Kept on this device at once (O1, O9). */
export function GivePartSheet(props: {
  split: SplitView
  task: Task
  /** What is given anew. */
  again: PartView | null
  onClose: () => void
}) {
  const { split, task, again, onClose } = props
  const { deadline } = task
  const app = useApp()
  const { t } = useWords()
  const queued = useQueued()
  const canReach = useServerReach()
  const today = app.today()
  const [chosen, setChosen] = useState<string[]>(again ? [again.unit] : [])
  const [words, setWords] = useState(again?.text ?? '')
  const [due, setDue] = useState<Day | null>(again?.due ?? null)
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const units = app.units.units(split.agency).filter(({ isRetired }) => !isRetired)
  const text = cleanText(words).trim()
  const isOver = deadline !== null && deadline < today
  const isLate = due !== null && deadline !== null && due > deadline
  const gaps: Gap[] = [
    ...(chosen.length === 0 ? (['units'] as const) : []),
    ...(text === '' ? (['what'] as const) : []),
    ...(isLate ? (['late'] as const) : !isOver && due !== null && due < today ? (['past'] as const) : []),
  ]
  const errorOf = (...of: Gap[]) => {
    const gap = isAsked ? gaps.find((one) => of.includes(one)) : undefined
    return gap && t(`units.sheet.gap.${gap}`)
  }
  const give = async () => {
    setAsked(true)
    if (gaps.length > 0) return
    setBusy(true)
    const said = { saved: t('units.saved'), recorded: t('units.recorded') }
    for (const id of chosen) {
      const of = { agency: split.agency, task: task.id, unit: UnitId.parse(id) }
      if (!(await queued(() => app.units.givePart(of, text, isOver ? null : due), said))) {
        return setBusy(false)
      }
      // What is stored is not given a second time where a later one could not be stored.
      setChosen((all) => all.filter((one) => one !== id))
    }
    onClose()
  }
  return (
    <ConfirmSheet
      opened
      title={
        again
          ? t('units.split.giveAgainTo', { name: again.name ?? t('units.unnamed') })
          : t('units.sheet.giveTitle')
      }
      confirm={t(canReach ? 'tasks.sheet.sign' : 'tasks.sheet.signOffline')}
      busy={isBusy}
      disabled={units.length === 0}
      {...(task.security !== 'none' && { warning: t('tasks.sheet.secretWarning') })}
      onConfirm={() => void give()}
      onClose={onClose}
    >
      {units.length === 0 && <p>{t('units.sheet.noUnits')}</p>}
      {!again && (
        <MultiSelect
          label={t('units.sheet.units')}
          required
          searchable
          filter={foldedFilter}
          data={units.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
          error={errorOf('units')}
          onChange={setChosen}
        />
      )}
      <Textarea
        label={t('units.sheet.what')}
        required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        autoComplete="off"
        value={words}
        error={errorOf('what')}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {isOver && deadline !== null ? (
        <p className="ec-quiet">{t('units.sheet.overdue', { day: formatDay(deadline) })}</p>
      ) : (
        <DayField
          label={t('units.sheet.due')}
          {...(deadline !== null && {
            description: t('units.sheet.dueHint', { day: formatDay(deadline) }),
            latest: deadline,
          })}
          value={due}
          error={errorOf('late', 'past')}
          onChange={setDue}
        />
      )}
    </ConfirmSheet>
  )
}

/** What the desk notes of a unit's part, or that it is withdrawn, and why. */
export function NotePartSheet(props: { split: SplitView; task: Task; part: PartView; onClose: () => void }) {
  const { split, task, part, onClose } = props
  const app = useApp()
  const { t } = useWords()
  const queued = useQueued()
  const canReach = useServerReach()
  const [state, setState] = useState<PartState>(part.state === 'given' ? 'doing' : part.state)
  const [words, setWords] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const text = cleanText(words).trim()
  const isWithdrawal = state === 'withdrawn'
  const isMissing = isWithdrawal && text === ''
  const note = async () => {
    setAsked(true)
    if (isMissing) return
    setBusy(true)
    const of = { agency: split.agency, task: task.id, unit: part.unit }
    const said = { saved: t('units.saved'), recorded: t('units.recorded') }
    const isDone = await queued(() => app.units.notePart(of, state, text), said)
    setBusy(false)
    if (isDone) onClose()
  }
  return (
    <ConfirmSheet
      opened
      title={t('units.sheet.noteTitle', { name: part.name ?? t('units.unnamed') })}
      confirm={t(canReach ? 'tasks.sheet.sign' : 'tasks.sheet.signOffline')}
      busy={isBusy}
      {...(task.security !== 'none' && { warning: t('tasks.sheet.secretWarning') })}
      onConfirm={() => void note()}
      onClose={onClose}
    >
      <SegmentedControl
        fullWidth
        size="md"
        aria-label={t('units.sheet.state')}
        value={state}
        onChange={(value) => setState(PartState.parse(value))}
        data={PartState.options.map((value) => ({ value, label: t(`units.state.${value}`) }))}
      />
      <Textarea
        label={t(isWithdrawal ? 'units.sheet.why' : 'units.sheet.noteText')}
        required={isWithdrawal}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        autoComplete="off"
        value={words}
        error={isAsked && isMissing ? t('units.sheet.gap.why') : undefined}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </ConfirmSheet>
  )
}

import './task-units.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Task } from '../../../shared/domain/task.ts'
import { formatDay } from '../../../shared/lib/time.ts'
import type { PartView, SplitView } from '../../app/unit-desk.ts'
import { When } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import type { Tone } from '../../ui/tone.ts'
import { useApp } from '../app-context.tsx'
import { useDirectory } from '../use-directory.ts'
import { GivePartSheet, NotePartSheet } from './part-sheets.tsx'

const tones: Readonly<Record<PartView['state'], Tone>> = {
  given: 'waiting',
  doing: 'waiting',
  done: 'good',
  withdrawn: 'quiet',
}

/** Which units of the agency do what of a task, for its desk and the member who heads it; nobody else has these rows (0036). */
export function TaskSplits({ task }: { task: Task }) {
  const app = useApp()
  return app.units
    .splits(task)
    .filter(({ parts, mayGive }) => mayGive || parts.length > 0)
    .map((split) => <Split key={split.agency} split={split} task={task} />)
}

function Split({ split, task }: { split: SplitView; task: Task }) {
  const { t } = useWords()
  const { agencyOf } = useDirectory()
  const [isGiving, setGiving] = useState(false)
  const heading = `split-${split.agency}-${task.id}`
  const isOver = task.phase.state === 'confirmed' || task.phase.state === 'cancelled'
  return (
    <section className="ec-unit-split" aria-labelledby={heading}>
      <h2 id={heading}>{t('units.split.title', { agency: agencyOf(split.agency) })}</h2>
      <p className="ec-quiet">{t('units.split.text')}</p>
      {split.parts.length === 0 ? (
        <p>{t('units.split.none')}</p>
      ) : (
        <ul className="ec-unit-parts">
          {split.parts.map((part) => (
            <Part key={part.unit} part={part} split={split} task={task} />
          ))}
        </ul>
      )}
      {split.mayGive && !isOver && (
        <div className="ec-no-print">
          <Button variant="default" onClick={() => setGiving(true)}>
            {t('units.split.give')}
          </Button>
        </div>
      )}
      {isGiving && <GivePartSheet split={split} task={task} again={null} onClose={() => setGiving(false)} />}
    </section>
  )
}

function Part({ part, split, task }: { part: PartView; split: SplitView; task: Task }) {
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const [open, setOpen] = useState<'give' | 'note' | null>(null)
  const name = part.name ?? t('units.unnamed')
  const close = () => setOpen(null)
  return (
    <li>
      <div className="ec-task-line">
        <strong>{name}</strong>
        <StatusSign bare tone={tones[part.state]} word={t(`units.state.${part.state}`)} />
        <span className="ec-quiet">
          {part.due === null
            ? t('units.split.dueOfTask')
            : t('units.split.due', { day: formatDay(part.due) })}
        </span>
        {part.steps[0]?.isWaiting && (
          <StatusSign bare tone="waiting" sign="device" word={t('units.waiting')} />
        )}
      </div>
      {part.text !== null && <p>{part.text}</p>}
      <details>
        <summary>{t('units.split.history', { count: part.steps.length })}</summary>
        <ol className="ec-unit-steps">
          {part.steps.map((step) => (
            <li key={step.act}>
              {t(`units.state.${step.state}`)}
              <span className="ec-quiet">
                {' · '}
                {nameOf(step.by)} · <When at={step.at} />
              </span>
              {step.note !== '' && <p className="ec-task-note">{step.note}</p>}
            </li>
          ))}
        </ol>
      </details>
      {split.mayGive && (
        <div className="ec-unit-acts ec-no-print">
          <Button
            variant="default"
            aria-label={t('units.split.noteOf', { name })}
            onClick={() => setOpen('note')}
          >
            {t('units.split.note')}
          </Button>
          <Button
            variant="default"
            aria-label={t('units.split.giveAgainTo', { name })}
            onClick={() => setOpen('give')}
          >
            {t('units.split.giveAgain')}
          </Button>
        </div>
      )}
      {open === 'give' && <GivePartSheet split={split} task={task} again={part} onClose={close} />}
      {open === 'note' && <NotePartSheet split={split} task={task} part={part} onClose={close} />}
    </li>
  )
}

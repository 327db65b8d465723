import type { TFunction } from 'i18next'
import type { AgencyId, BallotId } from '../../../shared/domain/id.ts'
import { formatDay } from '../../../shared/lib/time.ts'
import { type TrailLine, trailOf } from '../../app/task-trail.ts'
import type { TaskDetail } from '../../app/task-view.ts'
import { When } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import type { Tone } from '../../ui/tone.ts'
import { useApp } from '../app-context.tsx'
import { useDirectory } from '../use-directory.ts'
import { productWords } from './product-words.ts'
import { TaskFileList } from './task-file-list.tsx'
import { urgingRuleWords } from './urging-rule-words.ts'

const tones: Readonly<Partial<Record<TrailLine['kind'], Tone>>> = {
  confirmed: 'good',
  returned: 'urgent',
  'extension-refused': 'urgent',
  urged: 'waiting',
  'urged-by-rule': 'waiting',
  'extension-asked': 'waiting',
  done: 'waiting',
}

/** What came of a task, the newest first: who, when, in which words (T4, T6). */
export function TaskTrail({ detail }: { detail: TaskDetail }) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf, agencyOf } = useDirectory()
  const { task, recorded, links } = detail
  const ballotOf = (id: BallotId): string => {
    const number = app.copy.reader.get('ballot', `ballot/${id}`)?.number
    return number ? t('answer.ballot', { number }) : t('trail.source.notHere')
  }
  const who = (line: TrailLine): string => {
    if (line.kind === 'urged-by-rule') return t('urging.byRule')
    if (line.by === null) return t('tasks.trail.server')
    const name = nameOf(line.by)
    const isDecision =
      line.kind === 'extension-granted' || line.kind === 'extension-refused' || line.kind === 'assigned'
    return isDecision && line.by !== task.assigner ? t('tasks.trail.onBehalf', { name }) : name
  }
  return (
    <section className="ec-task-trail" aria-labelledby={`trail-${task.id}`}>
      <h2 id={`trail-${task.id}`}>{t('tasks.trail.title')}</h2>
      <ol>
        {trailOf(task, links).map((line) => {
          const note = line.noteCommit === null ? null : app.tasks.noteOf(line.noteCommit)
          const receipt = line.act === null ? undefined : recorded.get(line.act)
          return (
            <li key={`${line.kind} ${line.act ?? line.at}`}>
              <StatusSign
                bare
                tone={tones[line.kind] ?? 'quiet'}
                word={lineWords(t, line, { agencyOf, ballotOf })}
              />
              <div className="ec-quiet">
                {who(line)} · <When at={line.at} />
                {receipt !== undefined && ` · ${t('tasks.word.recordedAs', { n: receipt })}`}
              </div>
              {note !== null && note !== '' && <p className="ec-task-note">{note}</p>}
              <TaskFileList task={task.id} files={line.attached} />
              {'isStale' in line && line.isStale && <p className="ec-task-mark">{t('tasks.trail.stale')}</p>}
              {'isCrossed' in line && line.isCrossed && (
                <p className="ec-task-mark">{t('tasks.trail.crossed')}</p>
              )}
              {'isClaimed' in line && line.isClaimed && (
                <p className="ec-task-mark">{t('tasks.trail.claimed')}</p>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function lineWords(
  t: TFunction,
  line: TrailLine,
  { agencyOf, ballotOf }: { agencyOf(id: AgencyId): string; ballotOf(id: BallotId): string },
): string {
  switch (line.kind) {
    case 'drafted':
      return t(line.by === null ? 'tasks.trail.draftedByServer' : 'tasks.trail.drafted')
    case 'assigned':
    case 'extension-asked':
    case 'extension-granted':
      return t(`tasks.trail.${line.kind}`, { day: formatDay(line.due) })
    case 'urged-by-rule':
      return urgingRuleWords(t, line.rule)
    case 'progress':
      return t('tasks.trail.progress', { percent: line.percent })
    case 'done':
      return productWords(t, line.product, 'trail')
    case 'handed-over':
      return t('tasks.trail.handed-over', { from: agencyOf(line.from), to: agencyOf(line.to) })
    case 'linked':
    case 'unlinked':
      return t(`tasks.trail.${line.kind}`, { ballot: ballotOf(line.ballot) })
    case 'confirmed':
      return t('tasks.trail.confirmed', { day: formatDay(line.doneOn) })
    default:
      return t(`tasks.trail.${line.kind}`)
  }
}

import { type Day, formatDay } from '../../../shared/lib/time.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { useApp } from '../app-context.tsx'
import { useDirectory } from '../use-directory.ts'
import { sourceWords } from './source-words.ts'
import type { ChosenTasks, SetTaskFilter } from './use-task-filter.ts'

/** What was chosen in another view, each to be taken away here. */
export function ChosenChips({
  filter,
  set,
  names,
}: Pick<ChosenTasks, 'filter' | 'set'> & {
  /** Agency and assigner too, where no field shows them. */
  names: boolean
}) {
  const app = useApp()
  const { t } = useWords()
  const { agencyOf, nameOf } = useDirectory()
  const { paper, from, to, agency, assigner } = filter
  const source =
    paper === null ? undefined : app.tasks.list().find(({ line }) => line.paper === paper)?.line.source
  const chips: { word: string; off: Parameters<SetTaskFilter>[0] }[] = []
  if (names && agency !== null) chips.push({ word: agencyOf(agency), off: { agency: null } })
  if (names && assigner !== null) chips.push({ word: nameOf(assigner), off: { assigner: null } })
  if (paper !== null) {
    const word = t('taskViews.paperChosen', { paper: source ? sourceWords(t, source) : paper })
    chips.push({ word, off: { paper: null } })
  }
  if (from !== null || to !== null) {
    chips.push({
      word: t('taskViews.daysChosen', { from: shown(from), to: shown(to) }),
      off: { from: null, to: null },
    })
  }
  return chips.map(({ word, off }) => (
    <button
      key={word}
      type="button"
      className="ec-plain-button ec-chip ec-task-chosen ec-no-print"
      aria-label={t('taskViews.takeAway', { what: word })}
      onClick={() => set(off)}
    >
      {word}
      <Icon name="close" size={18} />
    </button>
  ))
}

const shown = (day: Day | null): string => (day === null ? '…' : formatDay(day))

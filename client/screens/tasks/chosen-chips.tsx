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
  setText,
  names,
}: Pick<ChosenTasks, 'filter' | 'set' | 'setText'> & {
  /** What fields show elsewhere too, where there are none. */
  names: boolean
}) {
  const app = useApp()
  const { t } = useWords()
  const { agencyOf, nameOf } = useDirectory()
  const { paper, from, to, agency, assigner, basis } = filter
  const text = filter.text.trim()
  const source =
    paper === null ? undefined : app.tasks.list().find(({ line }) => line.paper === paper)?.line.source
  const chips: { word: string; off: Parameters<SetTaskFilter>[0] | null }[] = []
  if (names && agency !== null) chips.push({ word: agencyOf(agency), off: { agency: null } })
  if (names && assigner !== null) chips.push({ word: nameOf(assigner), off: { assigner: null } })
  if (names && filter.source !== null) {
    chips.push({ word: t(`tasks.source.${filter.source}`), off: { source: null } })
  }
  if (names && basis === 'original') chips.push({ word: t('taskViews.basis.original'), off: { basis: null } })
  if (names && text !== '') chips.push({ word: t('taskViews.textChosen', { text }), off: null })
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
      onClick={() => (off === null ? setText('') : set(off))}
    >
      {word}
      <Icon name="close" size={18} />
    </button>
  ))
}

const shown = (day: Day | null): string => (day === null ? '…' : formatDay(day))

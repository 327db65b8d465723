import { Select } from '@mantine/core'
import type { TaskShow } from '../../../shared/domain/task-select.ts'
import { useWords } from '../../ui/i18n.ts'
import { FilterChips } from '../filter-chips.tsx'

/** By status; where list and task stand side by side as one field, since chips would take the room of several tasks. */
export function ShowChoice(props: {
  isNarrow: boolean
  chosen: TaskShow
  onChoose: (show: TaskShow) => void
  chips: readonly { id: TaskShow; word: string; count: number }[]
}) {
  const { isNarrow, chosen, onChoose, chips } = props
  const { t } = useWords()
  const label = t('tasks.show.label')
  if (!isNarrow) return <FilterChips label={label} chosen={chosen} onChoose={onChoose} chips={chips} />
  return (
    <Select
      aria-label={label}
      allowDeselect={false}
      data={chips.map(({ id, word, count }) => ({ value: id, label: `${word} (${count})` }))}
      value={chosen}
      onChange={(next) => {
        const chip = chips.find(({ id }) => id === next)
        if (chip) onChoose(chip.id)
      }}
    />
  )
}

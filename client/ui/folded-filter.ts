import type { OptionsFilter } from '@mantine/core'
import { foldText } from '../../shared/lib/text.ts'

/** For lists that are searched by typing: “y te” finds “Bộ Y tế”. */
export const foldedFilter: OptionsFilter = ({ options, search }) => {
  const wanted = foldText(search.trim())
  return options.filter((option) => 'label' in option && foldText(option.label).includes(wanted))
}

import { TextInput } from '@mantine/core'
import { Icon } from './icon.tsx'

type FindFieldProps = {
  /** What is sought and where: its name to a screen reader, and the words that stand in it while it is empty. */
  label: string
  value: string
  onFind: (text: string) => void
}

/** Where one writes what is to be found in a list. */
export function FindField({ label, value, onFind }: FindFieldProps) {
  return (
    <TextInput
      className="ec-find"
      type="search"
      aria-label={label}
      placeholder={label}
      autoComplete="off"
      spellCheck={false}
      leftSection={<Icon name="search" size={20} />}
      value={value}
      onChange={(event) => onFind(event.currentTarget.value)}
    />
  )
}

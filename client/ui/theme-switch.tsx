import { isMantineColorScheme, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useWords } from './i18n.ts'

/** Light, dark, or as the device; remembered on this device by Mantine. */
export function ThemeSwitch() {
  const { t } = useWords()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <SegmentedControl
      fullWidth
      aria-label={t('interface.theme.label')}
      value={colorScheme}
      data={[
        { value: 'light', label: t('interface.theme.light') },
        { value: 'dark', label: t('interface.theme.dark') },
        { value: 'auto', label: t('interface.theme.auto') },
      ]}
      onChange={(next) => {
        if (isMantineColorScheme(next)) setColorScheme(next)
      }}
    />
  )
}

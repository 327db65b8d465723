import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useWords } from './i18n.ts'
import { isTextSize, rememberedTextSize, rememberTextSize, textSizes } from './text-size.ts'

/** Larger letters for whoever wants them; a tablet's own setting does not reach an installed program everywhere. */
export function TextSizeSwitch() {
  const { t } = useWords()
  const [size, setSize] = useState(rememberedTextSize)
  return (
    <SegmentedControl
      fullWidth
      aria-label={t('interface.textSize.label')}
      value={size}
      data={textSizes.map((value) => ({ value, label: t(`interface.textSize.${value}`) }))}
      onChange={(next) => {
        if (!isTextSize(next)) return
        setSize(next)
        rememberTextSize(next)
      }}
    />
  )
}

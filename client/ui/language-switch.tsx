import { SegmentedControl } from '@mantine/core'
import { isLanguage, type Language, languages, useWords } from './i18n.ts'

/** Each language is called what its speakers call it. */
const names: Record<Language, string> = { vi: 'Tiếng Việt', en: 'English' }

/** Vietnamese or English; `onChange` is for remembering the choice. */
export function LanguageSwitch({ onChange }: { onChange?: (language: Language) => void }) {
  const { t, language, speak } = useWords()
  return (
    <SegmentedControl
      fullWidth
      aria-label={t('interface.language.label')}
      value={language}
      data={languages.map((value) => ({ value, label: <span lang={value}>{names[value]}</span> }))}
      onChange={(next) => {
        if (!isLanguage(next)) return
        speak(next)
        onChange?.(next)
      }}
    />
  )
}

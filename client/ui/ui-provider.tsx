import '@mantine/core/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import '@mantine/dropzone/styles.layer.css'
import '@fontsource/be-vietnam-pro/400.css'
import '@fontsource/be-vietnam-pro/500.css'
import '@fontsource/be-vietnam-pro/600.css'
import './ground.css'
import './tone.css'
import 'dayjs/locale/vi'
import { localStorageColorSchemeManager, MantineProvider, MantineThemeProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import type { i18n } from 'i18next'
import { type ReactNode, useEffect, useLayoutEffect } from 'react'
import { I18nextProvider } from 'react-i18next'
import { type Language, useWords } from './i18n.ts'
import { rememberedTextSize, showTextSize } from './text-size.ts'
import { cssVariables, theme, unkeptForm } from './theme.ts'

const colorScheme = localStorageColorSchemeManager({ key: 'e-cabinet-colors' })

/** How the head of an open month is written: "Tháng 11/2026", "November 2026". */
const monthHead = (monthLabelFormat: string) => ({
  components: {
    DateInput: { defaultProps: { monthLabelFormat } },
    DatePickerInput: { defaultProps: { monthLabelFormat } },
  },
})
const monthHeads: Readonly<Record<Language, ReturnType<typeof monthHead>>> = {
  vi: monthHead('MMMM/YYYY'),
  en: monthHead('MMMM YYYY'),
}

/** What every screen stands in: colours, words and dates. */
export function UiProvider({ words, children }: { words: i18n; children: ReactNode }) {
  return (
    <I18nextProvider i18n={words}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={colorScheme}
        defaultColorScheme="auto"
      >
        <form id={unkeptForm} autoComplete="off" hidden />
        <Spoken>{children}</Spoken>
      </MantineProvider>
    </I18nextProvider>
  )
}

function Spoken({ children }: { children: ReactNode }) {
  const { language } = useWords()
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  useLayoutEffect(() => showTextSize(rememberedTextSize()), [])
  return (
    <MantineThemeProvider theme={monthHeads[language]}>
      <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>{children}</DatesProvider>
    </MantineThemeProvider>
  )
}

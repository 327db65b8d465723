/**
 * Words in two languages, both in the program itself (the tablet may be offline when the language is switched).
 * Vietnamese first; a key missing in English does not compile, so nothing is ever shown mixed.
 */
import { createInstance, type i18n, type TFunction } from 'i18next'
import { useMemo } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { english } from './words/english.ts'
import { vietnamese } from './words/vietnamese.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words'
    resources: { words: typeof vietnamese }
    returnNull: false
  }
}

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

export const isLanguage = (value: unknown): value is Language => languages.some((each) => each === value)

/** Ready when it returns: nothing is loaded. */
export function createWords(language: Language): i18n {
  const words = createInstance()
  words.use(initReactI18next).init({
    lng: language,
    supportedLngs: languages,
    fallbackLng: false,
    defaultNS: 'words',
    ns: ['words'],
    resources: { vi: { words: vietnamese }, en: { words: english } },
    initAsync: false,
    // React escapes already.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  return words
}

/** `t('area.key', {facts})` in the language of the moment; the component is drawn again when it changes. */
export function useWords() {
  const { t, i18n } = useTranslation()
  const language: Language = isLanguage(i18n.language) ? i18n.language : 'vi'
  return { t, language, speak: (next: Language) => void i18n.changeLanguage(next) }
}

/** For the words of official papers, which are Vietnamese whatever language the screen has. */
export function useVietnamese(): TFunction {
  const { i18n } = useTranslation()
  return useMemo(() => i18n.getFixedT('vi'), [i18n])
}

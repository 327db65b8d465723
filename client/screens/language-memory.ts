import { isLanguage, type Language } from '../ui/i18n.ts'

const name = 'e-cabinet-language'

/** Vietnamese unless this device was told otherwise; readable while locked, so not among the sealed rows. */
export function rememberedLanguage(): Language {
  try {
    const value = localStorage.getItem(name)
    return isLanguage(value) ? value : 'vi'
  } catch {
    return 'vi'
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(name, language)
  } catch {
    // A browser that stores nothing forgets it at the next start.
  }
}

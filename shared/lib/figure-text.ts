/** Figures as people write them: 6.183 in Vietnamese, 6,183 in English. */

const formats = new Map<string, Intl.NumberFormat>()

function formatOf(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language}/${options.style ?? ''}/${options.maximumFractionDigits ?? ''}`
  const known = formats.get(key) ?? new Intl.NumberFormat(language, options)
  formats.set(key, known)
  return known
}

/** With a tenth where it is not whole. */
export const countText = (value: number, language = 'vi'): string =>
  formatOf(language, { maximumFractionDigits: 1 }).format(value)

/** Official rates have two digits behind the comma, also where these are noughts: 98,63% and 40,00% (T2). */
export const percentText = (part: number, language = 'vi'): string =>
  formatOf(language, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(part)

import type { Language } from '../ui/i18n.ts'

const steps = [
  { unit: 'GB', bytes: 1_000_000_000 },
  { unit: 'MB', bytes: 1_000_000 },
] as const

/** A file's size for people: "850 KB", "3,4 MB" with the comma of Vietnamese. */
export function fileSize(bytes: number, language: Language = 'vi'): string {
  const step = steps.find((each) => bytes >= each.bytes)
  if (!step) return `${bytes === 0 ? 0 : Math.max(1, Math.round(bytes / 1000))} KB`
  const text = (bytes / step.bytes).toFixed(1)
  return `${language === 'vi' ? text.replace('.', ',') : text} ${step.unit}`
}

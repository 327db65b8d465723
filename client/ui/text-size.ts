/** How large the letters of the interface are; everything that holds them grows along. */
export const textSizes = ['usual', 'large', 'larger'] as const
type TextSize = (typeof textSizes)[number]

const percents: Record<TextSize, number> = { usual: 100, large: 120, larger: 140 }
const name = 'e-cabinet-text-size'

export const isTextSize = (value: unknown): value is TextSize => textSizes.some((size) => size === value)

/** Of this device, not of a person: readable while locked. */
export function rememberedTextSize(): TextSize {
  try {
    const value = localStorage.getItem(name)
    return isTextSize(value) ? value : 'usual'
  } catch {
    return 'usual'
  }
}

/** On top of what the browser has been told. */
export function showTextSize(size: TextSize): void {
  document.documentElement.style.fontSize = size === 'usual' ? '' : `${percents[size]}%`
}

export function rememberTextSize(size: TextSize): void {
  showTextSize(size)
  try {
    localStorage.setItem(name, size)
  } catch {
    // A browser that stores nothing forgets it at the next start.
  }
}

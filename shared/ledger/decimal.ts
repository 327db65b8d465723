/** @returns the number, or null unless `text` is its one ASCII decimal form, without leading zeroes, up to 2^53 - 1. */
export function parseDecimal(text: string): number | null {
  const value = Number(text)
  return /^(0|[1-9][0-9]*)$/.test(text) && Number.isSafeInteger(value) ? value : null
}

/** Vietnamese names begin with the family's and end with one's own: first and last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const [first = ''] = words
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return [first, last].map((word) => word.slice(0, 1).toUpperCase()).join('')
}

/** What turns one text into another, as one replacement. UTF-16 units. */
export type TextEdit = { at: number; remove: number; insert: string }

/**
 * The smallest stretch in which two texts differ: what a person typed between two looks at a field.
 * @returns null where they are the same
 */
export function editBetween(before: string, after: string): TextEdit | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let at = 0
  while (at < shorter && before[at] === after[at]) at += 1
  let end = 0
  while (end < shorter - at && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  // Never between the halves of one character.
  if (isLow(before, at) || isLow(after, at)) at -= 1
  if (end > 0 && (isLow(before, before.length - end) || isLow(after, after.length - end))) end -= 1
  return { at, remove: before.length - end - at, insert: after.slice(at, after.length - end) }
}

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff
}

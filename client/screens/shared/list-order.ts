/** A list with one item taken to another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from]
  if (item === undefined) return [...list]
  const rest = without(list, from)
  return [...rest.slice(0, to), item, ...rest.slice(to)]
}

export const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at)

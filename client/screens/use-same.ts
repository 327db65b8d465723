import { useRef } from 'react'

/** The list as it was, where nothing in it is another: for what is kept from one drawing to the next. */
export function useSame<T>(list: readonly T[]): readonly T[] {
  const held = useRef(list)
  const isSame = held.current.length === list.length && held.current.every((each, i) => each === list[i])
  if (!isSame) held.current = list
  return held.current
}

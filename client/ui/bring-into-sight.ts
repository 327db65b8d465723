type Edges = { readonly top: number; readonly bottom: number; readonly height: number }
type Box = { getBoundingClientRect(): Edges }

/**
 * Moves a list, and nothing around it, until one of its entries is in sight, in the middle where there is room. Unlike
 * `scrollIntoView` it leaves the page alone: where the list does not scroll by itself nobody asked to be taken away.
 */
export function bringIntoSight(list: Box & { scrollTop: number }, entry: Box): void {
  const [frame, own] = [list.getBoundingClientRect(), entry.getBoundingClientRect()]
  if (own.top >= frame.top && own.bottom <= frame.bottom) return
  list.scrollTop += own.top - frame.top - Math.max(0, frame.height - own.height) / 2
}

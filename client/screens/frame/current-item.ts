/** The item whose address is the longest beginning of the path, whole segments only; null where none is. Nothing lies under the first page. */
export function currentItem(
  items: readonly { readonly id: string; readonly href: string }[],
  pathname: string,
): string | null {
  const matching = items.filter(
    ({ href }) => pathname === href || (href !== '/' && pathname.startsWith(`${href}/`)),
  )
  const [best] = matching.toSorted((a, b) => b.href.length - a.href.length)
  return best?.id ?? null
}

import { useLayoutEffect } from 'react'

const lookAgainMs = 100
const mostLooks = 20

/**
 * When a sheet has closed, the focus goes back to what opened it, or to the page where that is gone (an answer signed
 * leaves the list): a keyboard does not fall back to the very beginning. The library does so only for sheets that were
 * drawn closed before. A closing sheet holds the focus until it has faded.
 */
export function useFocusBack(opened: boolean): void {
  useLayoutEffect(() => {
    if (!opened) return
    const from = opener()
    return () => giveBack(from, mostLooks)
  }, [opened])
}

/** A menu's entry goes away with the menu: what opened that is still there. */
function opener(): Element | null {
  const held = document.activeElement
  const owner = held?.closest('[role="menu"]')?.getAttribute('aria-labelledby')
  return (owner && document.getElementById(owner)) || held
}

function giveBack(from: Element | null, looks: number): void {
  setTimeout(() => {
    const held = document.activeElement
    if (held?.closest('[role="dialog"]') && looks > 0) return giveBack(from, looks - 1)
    if (held !== document.body) return
    const isThere = from instanceof HTMLElement && from.isConnected && from !== document.body
    const to = isThere ? from : document.querySelector('main')
    to?.focus({ preventScroll: true })
    return undefined
  }, lookAgainMs)
}

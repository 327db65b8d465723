import type { Tone } from './tone.ts'

/** The one short message that is on the screen; the next takes its place. */
export type Toast = { id: number; tone: Tone; text: string; undo?: { word: string; run: () => void } }

/** A message that was shown, with its offer to undo. Both do nothing where it has gone meanwhile. */
export type ShownToast = { becomes(tone: Tone, text: string): void; hide(): void }

let shown: Toast | null = null
let serial = 0
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function put(next: Toast | null, lastsMs: number | null): void {
  clearTimeout(timer)
  shown = next
  if (next && lastsMs !== null) timer = setTimeout(() => put(null, null), lastsMs)
  for (const listener of [...listeners]) listener()
}

/** @param lastsMs null: until it is closed. */
export function showToast(toast: Omit<Toast, 'id'>, lastsMs: number | null): ShownToast {
  serial += 1
  const id = serial
  put({ id, ...toast }, lastsMs)
  const isThere = () => shown?.id === id
  return {
    becomes: (tone, text) => {
      if (isThere()) put({ id, tone, text, ...(toast.undo && { undo: toast.undo }) }, lastsMs)
    },
    hide: () => {
      if (isThere()) put(null, null)
    },
  }
}

export const hideToast = (): void => put(null, null)
/** Something else begins: what was said in passing gives way, a warning or an offer to undo stays. */
export function passToast(): void {
  if (shown && shown.tone !== 'urgent' && !shown.undo) hideToast()
}
export const shownToast = (): Toast | null => shown
export function subscribeToToast(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

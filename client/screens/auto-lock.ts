import { useEffect } from 'react'

const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** By two clocks: the one of the page stands still while a tablet sleeps, the one on the wall can be put back. */
const clocks = () => [performance.now(), Date.now()] as const

/**
 * Locks after a time without a touch, in the background too: timers sleep there, so the hour is compared on coming back,
 * before a touch counts (trust.md, "The tablet"). What is half written is kept before, with every letter.
 * @param afterMs idle time in ms
 */
export function useAutoLock(lock: () => void, afterMs: number): void {
  useEffect(() => {
    let touchedAt = clocks()
    const isIdle = () => clocks().some((now, i) => now - (touchedAt[i] ?? now) >= afterMs)
    const touch = () => {
      if (isIdle()) lock()
      else touchedAt = clocks()
    }
    const look = () => {
      if (isIdle()) lock()
    }
    const timer = setInterval(look, Math.min(5_000, afterMs))
    for (const name of signsOfLife) window.addEventListener(name, touch, { passive: true, capture: true })
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      for (const name of signsOfLife) window.removeEventListener(name, touch, { capture: true })
      document.removeEventListener('visibilitychange', look)
    }
  }, [lock, afterMs])
}

import { useEffect } from 'react'

const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/**
 * Locks after a time without a touch, in the background too: timers sleep there, so the hour is compared on coming back
 * (trust.md, "The tablet"). What is half written is kept before, with every letter.
 * @param afterMs idle time in ms
 */
export function useAutoLock(lock: () => void, afterMs: number): void {
  useEffect(() => {
    let touchedAt = performance.now()
    const touch = () => {
      touchedAt = performance.now()
    }
    const look = () => {
      if (performance.now() - touchedAt >= afterMs) lock()
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

import { useEffect, useState } from 'react'

/** Draws the component again with each second while it runs: a clock is read by the second, other hours by the minute. */
export function useSeconds(isRunning: boolean): void {
  const [, tick] = useState(0)
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => tick((count) => count + 1), 1000)
    return () => clearInterval(timer)
  }, [isRunning])
}

import { useCallback, useEffect, useState } from 'react'
import type { Period } from '../../../shared/domain/statistics.ts'
import type { StatisticsReply } from '../../../shared/protocol/statistics.ts'
import type { NetworkFault } from '../../app/ports.ts'
import { useApp } from '../app-context.tsx'

export type Shown =
  | { kind: 'loading' }
  | { kind: 'fresh'; reply: StatisticsReply }
  /** The server is away: what this device kept, perhaps of another period. */
  | { kind: 'kept'; reply: StatisticsReply }
  | { kind: 'failed'; fault: NetworkFault }

export function useStatistics({ from, to }: Period): { shown: Shown; again: () => void } {
  const { statistics } = useApp()
  const [shown, setShown] = useState<Shown>({ kind: 'loading' })
  const [round, setRound] = useState(0)
  const again = useCallback(() => setRound((was) => was + 1), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks again
  useEffect(() => {
    let isCurrent = true
    void statistics.ask({ from, to }).then((result) => {
      if (!isCurrent) return
      if (result.ok) return setShown({ kind: 'fresh', reply: result.value })
      const reply = statistics.kept()
      setShown(reply ? { kind: 'kept', reply } : { kind: 'failed', fault: result.error })
    })
    return () => {
      isCurrent = false
    }
  }, [statistics, from, to, round])
  return { shown, again }
}

import { useCallback, useEffect, useState } from 'react'
import type { PointFacts } from '../../../shared/domain/point.ts'
import type { PointView } from '../../app/point.ts'
import type { NetworkFault } from '../../app/ports.ts'
import { useApp } from '../app-context.tsx'
import { useServerReach } from '../server-reach.tsx'

type Asked =
  | { kind: 'asking' }
  | { kind: 'here'; points: PointFacts[] }
  | { kind: 'away'; fault: NetworkFault }

export type AskedPoints = ({ kind: 'here'; points: PointView[] } | Exclude<Asked, { kind: 'here' }>) & {
  again(): void
}

/** What waits at an agency's desk, from the server; asked anew when what it is asked about changes, or the server is back. */
export function useAskedPoints(about: string): AskedPoints {
  const { points } = useApp()
  const canReach = useServerReach()
  const [asked, setAsked] = useState<Asked>({ kind: 'asking' })
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it is about, a server that is back, and each new try make it another question
  useEffect(() => {
    let isHere = true
    void points.ask().then((reply) => {
      if (!isHere) return
      // What is known stays while the server is away for a moment.
      setAsked((before) => {
        if (reply.ok) return { kind: 'here', points: reply.value }
        return before.kind === 'here' ? before : { kind: 'away', fault: reply.error }
      })
    })
    return () => {
      isHere = false
    }
  }, [points, about, canReach, round])
  const again = useCallback(() => setRound((before) => before + 1), [])
  return asked.kind === 'here'
    ? { kind: 'here', points: points.withResponses(asked.points), again }
    : { ...asked, again }
}

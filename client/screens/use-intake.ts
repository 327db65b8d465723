import { useEffect, useState } from 'react'
import { documentKey } from '../../shared/domain/document.ts'
import type { Hash } from '../../shared/domain/id.ts'
import type { IntakeProgress } from '../../shared/protocol/api.ts'
import { type IntakeStanding, intakeStanding, isSettled } from '../app/intake-standing.ts'
import type { NetworkFault } from '../app/ports.ts'
import { useApp, useAppVersion } from './app-context.tsx'

const askEveryMs = 2500
/** Out of reach: asked again, and what was last known stays. */
const patienceMs = 15_000

export type Intake = {
  standing: IntakeStanding | null
  /** What failed is tried once more. */
  tryAgain(): void
  isAsking: boolean
  /** Why it could not be asked for. */
  problem: NetworkFault | null
}

/** How far the server is with an uploaded file, asked as long as its row does not say. */
export function useIntake(hash: Hash): Intake {
  const app = useApp()
  // Its line may stand in what is otherwise left alone.
  useAppVersion()
  const [progress, setProgress] = useState<IntakeProgress | null>(null)
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<NetworkFault | null>(null)
  const row = app.copy.reader.get('document', documentKey(hash))
  const isEnded = isSettled(row) || progress?.state === 'done' || progress?.state === 'failed'
  const { intakeOf, processAgain } = app
  useEffect(() => {
    if (isEnded) return
    let isGone = false
    let timer: ReturnType<typeof setTimeout> | null = null
    const ask = async () => {
      const reply = await intakeOf(hash)
      if (isGone) return
      if (reply.ok) setProgress(reply.value)
      else if (reply.error.kind === 'refused') return
      timer = setTimeout(() => void ask(), reply.ok ? askEveryMs : patienceMs)
    }
    void ask()
    return () => {
      isGone = true
      if (timer !== null) clearTimeout(timer)
    }
  }, [intakeOf, hash, isEnded])
  const again = async () => {
    setAsking(true)
    const reply = await processAgain(hash)
    setAsking(false)
    setProblem(reply.ok ? null : reply.error)
    if (reply.ok) setProgress(reply.value)
  }
  return { standing: intakeStanding(row, progress), tryAgain: () => void again(), isAsking, problem }
}

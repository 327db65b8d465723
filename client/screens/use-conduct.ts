import { useState } from 'react'
import type { Verdict } from '../../shared/domain/verdict.ts'
import type { Result } from '../../shared/lib/result.ts'
import type { OfficeFault } from '../app/office-ballot.ts'
import { useWords } from '../ui/i18n.ts'
import { useToast } from '../ui/toast.tsx'
import { problemOf, problemWords } from './authority-problem.ts'

export type Conduct = {
  isBusy: boolean
  /** @returns whether it is done; what went wrong is said. */
  run(act: () => Promise<Result<Verdict, OfficeFault>>, done: string): Promise<boolean>
}

/** An act of the console that needs no sheet: one tap, and what the server made of it. */
export function useConduct(): Conduct {
  const { t } = useWords()
  const { say } = useToast()
  const [isBusy, setBusy] = useState(false)
  return {
    isBusy,
    run: async (act, done) => {
      setBusy(true)
      const problem = problemOf(await act())
      setBusy(false)
      if (problem) say('urgent', problemWords(t, problem))
      else say('good', done)
      return problem === null
    },
  }
}

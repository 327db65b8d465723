import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { AgencyId, PersonId } from '../../../shared/domain/id.ts'
import { SourceKind } from '../../../shared/domain/task.ts'
import { type TaskFilter, taskShows } from '../../app/task-filter.ts'

type Name = 'show' | 'agency' | 'source' | 'assigner' | 'task'
export type SetTaskFilter = (change: Partial<Record<Name, string | null>>) => void

/** What is chosen stands in the address, so that it can be sent to a colleague; what is sought does not: it may quote a task. */
export function useTaskFilter() {
  const [address, setAddress] = useSearchParams()
  const [text, setText] = useState('')
  const filter: TaskFilter = {
    show: taskShows.find((one) => one === address.get('show')) ?? 'all',
    agency: AgencyId.safeParse(address.get('agency')).data ?? null,
    source: SourceKind.safeParse(address.get('source')).data ?? null,
    assigner: PersonId.safeParse(address.get('assigner')).data ?? null,
    text,
  }
  const set: SetTaskFilter = (change) => {
    const next = new URLSearchParams(address)
    for (const [name, value] of Object.entries(change)) {
      if (value === null) next.delete(name)
      else next.set(name, value)
    }
    setAddress(next, { replace: true })
  }
  return { filter, openId: address.get('task'), set, setText }
}

import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { TaskSort } from '../../../shared/domain/task-order.ts'
import type { TaskFilter } from '../../../shared/domain/task-select.ts'
import { filterIn, sortIn, type TaskViewName, viewIn } from '../../../shared/protocol/task-query.ts'

type Name = Exclude<keyof TaskFilter, 'text'> | 'task' | 'sort' | 'view'
export type SetTaskFilter = (change: Partial<Record<Name, string | null>>) => void

export type ChosenTasks = {
  view: TaskViewName
  filter: TaskFilter
  sort: TaskSort
  openId: string | null
  set: SetTaskFilter
  setText: (text: string) => void
}

/** What is chosen stands in the address, so that it can be sent to a colleague; what is sought does not: it may quote a task. */
export function useTaskFilter(): ChosenTasks {
  const [address, setAddress] = useSearchParams()
  const [text, setText] = useState('')
  const get = (name: string) => address.get(name)
  const set: SetTaskFilter = (change) => {
    const next = new URLSearchParams(address)
    for (const [name, value] of Object.entries(change)) {
      if (value === null) next.delete(name)
      else next.set(name, value)
    }
    // The way back leads through the lists that were chosen, and not through every row that was opened.
    const isSameList = Object.keys(change).every((name) => name === 'task' || name === 'sort')
    setAddress(next, { replace: isSameList })
  }
  return {
    view: viewIn(get),
    filter: { ...filterIn(get), text },
    sort: sortIn(get),
    openId: get('task'),
    set,
    setText,
  }
}

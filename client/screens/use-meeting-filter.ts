import { useSearchParams } from 'react-router'
import { filterIn, type MeetingFilter } from './meeting-filter.ts'
import { useSoughtText } from './use-sought-text.ts'

type Named = { [Name in 'show' | 'from' | 'to' | 'agency']?: string | null }

/** The filter of a list of meetings: in its address, but for the words. */
export function useMeetingFilter<Show extends string>(list: string, shows: readonly [Show, ...Show[]]) {
  const [address, setAddress] = useSearchParams()
  const [text, setText] = useSoughtText(list)
  const [first] = shows
  const filter: MeetingFilter = { ...filterIn(address), text }
  /** Null takes one away. */
  const set = (named: Named) => {
    const next = new URLSearchParams(address)
    for (const [name, value] of Object.entries(named)) {
      if (value === null || value === undefined || value === first) next.delete(name)
      else next.set(name, value)
    }
    setAddress(next, { replace: true })
  }
  return {
    filter,
    show: shows.find((each) => each === address.get('show')) ?? first,
    set,
    setText,
    clear: () => {
      setText('')
      setAddress({}, { replace: true })
    },
  }
}

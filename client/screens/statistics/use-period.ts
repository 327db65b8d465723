import { useSearchParams } from 'react-router'
import { Period } from '../../../shared/domain/statistics.ts'
import { type Day, lastOfMonth, parseDay } from '../../../shared/lib/time.ts'

export const shortcuts = ['month', 'quarter', 'year'] as const
type Shortcut = (typeof shortcuts)[number]

/** The period that a day lies in, up to that day's end of it. */
export function periodOf(shortcut: Shortcut, today: Day): Period {
  const [year = '', month = ''] = today.split('-')
  const first =
    shortcut === 'year'
      ? 1
      : shortcut === 'month'
        ? Number(month)
        : Math.floor((Number(month) - 1) / 3) * 3 + 1
  const length = { month: 1, quarter: 3, year: 12 }[shortcut]
  const dayIn = (no: number) => parseDay(`${year}-${String(no).padStart(2, '0')}-01`) ?? today
  return { from: dayIn(first), to: lastOfMonth(dayIn(first + length - 1)) }
}

/** From and to stand in the address, so that it can be sent to a colleague; without them it is this year. */
export function usePeriod(today: Day): {
  period: Period
  /** Null where a field holds nothing that a period could be made of. */
  set: (from: Day | null, to: Day | null) => boolean
} {
  const [address, setAddress] = useSearchParams()
  const asked = Period.safeParse({ from: address.get('from'), to: address.get('to') })
  return {
    period: asked.success ? asked.data : periodOf('year', today),
    set: (from, to) => {
      const next = Period.safeParse({ from, to })
      if (next.success) setAddress({ from: next.data.from, to: next.data.to }, { replace: true })
      return next.success
    },
  }
}

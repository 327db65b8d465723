import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../ui/i18n.ts'

const step = 100

/** A long list is drawn a hundred at a time: thousands of lines would keep the tablet busy for nothing. */
export function useShownCount(): { count: number; reset: () => void; more: (total: number) => ReactNode } {
  const { t } = useWords()
  const [count, setCount] = useState(step)
  return {
    count,
    reset: () => setCount(step),
    more: (total) =>
      total > count && (
        <Button className="ec-no-print" variant="default" onClick={() => setCount(count + step)}>
          {t('tasks.register.more', { count: Math.min(step, total - count) })}
        </Button>
      ),
  }
}

import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useWords } from '../../ui/i18n.ts'

const step = 100
/** On paper there is no button for more; but drawing tens of thousands would end the tablet before the first page. */
const printedMost = 2000

/** A long list is drawn a hundred at a time: thousands of lines would keep the tablet busy for nothing. */
export function useShownCount(): { count: number; reset: () => void; more: (total: number) => ReactNode } {
  const { t } = useWords()
  const [chosen, setCount] = useState(step)
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    // The browser takes the page as it is when this has been called.
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  const count = isPrinting ? Math.max(chosen, printedMost) : chosen
  return {
    count,
    reset: () => setCount(step),
    more: (total) => {
      if (total <= count) return null
      if (isPrinting) return <p>{t('tasks.register.printed', { count, total })}</p>
      return (
        <Button className="ec-no-print" variant="default" onClick={() => setCount(chosen + step)}>
          {t('tasks.register.more', { count: Math.min(step, total - chosen) })}
        </Button>
      )
    },
  }
}

import './skeleton.css'
import type { ReactNode } from 'react'
import { useWords } from './i18n.ts'

const range = (count: number) => Array.from({ length: count }, (_, index) => index)

function Waiting({ children, className }: { children: ReactNode; className?: string }) {
  const { t } = useWords()
  return (
    <div className={className} role="status" aria-label={t('interface.loading')}>
      {children}
    </div>
  )
}

const Bar = ({ width, height = 18 }: { width: string; height?: number }) => (
  <span className="ec-bone" style={{ width, height }} />
)

/** The shape of a list of cards before it is there. */
export function CardsSkeleton({ count = 3 }: { count?: number }) {
  return (
    <Waiting className="ec-bones">
      {range(count).map((index) => (
        <div key={index} className="ec-bones-card">
          <Bar width="38%" height={15} />
          <Bar width="92%" height={22} />
          <Bar width="64%" height={22} />
          <Bar width="48%" height={15} />
        </div>
      ))}
    </Waiting>
  )
}

/** The shape of a table before it is there. */
export function TableSkeleton({ rows = 8, columns = 4 }: { rows?: number; columns?: number }) {
  return (
    <Waiting>
      {range(rows).map((row) => (
        <div key={row} className="ec-bones-row">
          {range(columns).map((column) => (
            <Bar key={column} width={column === 0 ? '90%' : '60%'} />
          ))}
        </div>
      ))}
    </Waiting>
  )
}

/** The shape of one thing: heading, facts, text. */
export function ThingSkeleton() {
  return (
    <Waiting className="ec-bones">
      <Bar width="28%" height={15} />
      <Bar width="86%" height={30} />
      <Bar width="52%" height={30} />
      {range(5).map((index) => (
        <Bar key={index} width={index === 4 ? '58%' : '100%'} />
      ))}
    </Waiting>
  )
}

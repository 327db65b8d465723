import './definition-list.css'
import type { ReactNode } from 'react'

type DefinitionListProps = {
  items: readonly { readonly term: string; readonly value: ReactNode }[]
  /** Terms above values, for narrow places. */
  stacked?: boolean
}

/** Facts about one thing: what, and its value. */
export function DefinitionList({ items, stacked = false }: DefinitionListProps) {
  return (
    <dl className={`ec-facts${stacked ? ' ec-facts-stacked' : ''}`}>
      {items.map(({ term, value }) => (
        <div key={term} className="ec-fact">
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

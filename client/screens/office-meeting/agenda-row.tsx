import { type DragEvent, type KeyboardEvent, memo, type ReactNode, useEffect, useRef } from 'react'
import { summaryGap } from '../../../shared/domain/summary-rule.ts'
import type { EditorItem } from '../../app/agenda-item-editing.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { OrderButtons } from '../shared/order-buttons.tsx'

type AgendaRowProps = {
  item: EditorItem
  /** Its lead agency by name. */
  agency: string
  at: number
  count: number
  isOpen: boolean
  /** The place from which an item is being dragged. */
  dragged: number | null
  /** How many things it lacks, once somebody asked. */
  gaps: number
  uploads: number
  onToggle: (at: number) => void
  onDrag: (at: number | null) => void
  onMove: (from: number, to: number) => void
  onRemove: (at: number) => void
  children: ReactNode
}

/** With Alt; ten places at once for agendas of many items. */
const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, PageUp: -10, PageDown: 10 }

/**
 * One item of the agenda in a line; open, its fields below. Dragged by hand, moved by buttons or by Alt and arrow keys. Drawn
 * again only when something of it differs: there may be sixty, and each letter typed in one of them draws the agenda.
 */
export const AgendaRow = memo(function AgendaRow(props: AgendaRowProps) {
  const { item, at, count, isOpen, dragged, onMove, children } = props
  const { t } = useWords()
  const row = useRef<HTMLLIElement>(null)
  const wasAt = useRef(at)
  // The list scrolls along with what is moved by keys or buttons: it has the focus.
  useEffect(() => {
    if (wasAt.current !== at && row.current?.contains(document.activeElement)) {
      row.current.scrollIntoView({ block: 'nearest' })
    }
    wasAt.current = at
  }, [at])
  const title = item.title.trim() || t('agenda.untitled')
  const onKeyDown = (event: KeyboardEvent) => {
    const by = steps[event.key]
    if (by === undefined || !event.altKey) return
    event.preventDefault()
    onMove(at, Math.min(count - 1, Math.max(0, at + by)))
  }
  const onDragOver = (event: DragEvent) => {
    if (dragged === null) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'move'
  }
  const edge = dragged === null || dragged === at ? undefined : dragged < at ? 'below' : 'above'
  return (
    <li
      ref={row}
      className="ec-agenda-item"
      data-open={isOpen || undefined}
      data-edge={edge}
      onDragOver={onDragOver}
      onDrop={(event) => {
        if (dragged === null) return
        event.preventDefault()
        onMove(dragged, at)
        props.onDrag(null)
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging is one of three ways; keys and buttons are the others */}
      <div
        className="ec-agenda-line"
        draggable={!isOpen}
        onKeyDown={onKeyDown}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move'
          event.dataTransfer.setData('text/plain', title)
          props.onDrag(at)
        }}
      >
        <button
          type="button"
          className="ec-plain-button ec-agenda-open"
          aria-expanded={isOpen}
          aria-label={t('agenda.open', { no: at + 1, title })}
          onClick={() => props.onToggle(at)}
        >
          <Icon name={isOpen ? 'down' : 'right'} size={20} />
          <span className="ec-agenda-no ec-figures">{at + 1}</span>
          <span className="ec-agenda-words">
            <span className="ec-agenda-title">{title}</span>
            <AgendaRowFacts item={item} agency={props.agency} />
            <Signs {...props} />
          </span>
        </button>
        <OrderButtons
          what={t('agenda.itemNo', { no: at + 1 })}
          at={at}
          count={count}
          onMove={(to) => onMove(at, to)}
          onRemove={() => props.onRemove(at)}
        />
      </div>
      {children}
    </li>
  )
})

function AgendaRowFacts({ item, agency }: Pick<AgendaRowProps, 'item' | 'agency'>) {
  const { t } = useWords()
  const { presenter, minutes, documents, secrets, readers } = item
  const facts = [
    presenter.trim(),
    agency,
    t('agenda.minutes', { count: minutes }),
    documents.length > 0 ? t('agenda.papers', { count: documents.length }) : '',
    secrets.length > 0 ? t('agenda.secretPapers', { count: secrets.length }) : '',
    readers === null ? '' : t('agenda.named', { count: readers.length }),
  ]
  return <span className="ec-quiet">{facts.filter((fact) => fact !== '').join(' · ')}</span>
}

function Signs({ item, gaps, uploads }: Pick<AgendaRowProps, 'item' | 'gaps' | 'uploads'>) {
  const { t } = useWords()
  const lacksSummary = summaryGap(item.documents) !== null
  if (!lacksSummary && gaps === 0 && uploads === 0) return null
  return (
    <span className="ec-agenda-signs">
      {lacksSummary && <StatusSign bare tone="waiting" word={t('agenda.summaryMark')} />}
      {gaps > 0 && <StatusSign bare tone="urgent" word={t('agenda.itemLacks', { count: gaps })} />}
      {uploads > 0 && (
        <StatusSign bare tone="quiet" sign="upload" word={t('agenda.uploads', { count: uploads })} />
      )}
    </span>
  )
}

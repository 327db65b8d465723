import './data-table.css'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useWords } from './i18n.ts'
import { Icon } from './icon.tsx'
import { inOrder, type SortKey } from './in-order.ts'

export type Column<Row> = {
  readonly id: string
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers and hours stand at the end of their column. */
  readonly align?: 'end'
  readonly width?: string
  /** Makes the column sortable. */
  readonly sortBy?: SortKey<Row>
}

type DataTableProps<Row> = {
  /** What the table lists; said by screen readers. */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
  filters?: ReactNode
  /** Shown instead of rows when there are none. */
  empty?: ReactNode
  openId?: string | null
  /** The first column becomes its button; arrow keys go from row to row. */
  onOpen?: (row: Row) => void
  /** Where the order is kept elsewhere, and the rows come in it. */
  sort?: { readonly by: TableOrder | null; readonly onSort: (next: TableOrder) => void }
  /** Below the last row: there are more of them. */
  foot?: ReactNode
}

export type TableOrder = { readonly id: string; readonly descending: boolean }

/** A register: sticky head, sorting, keyboard, filters above. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowId, filters, empty, openId = null, onOpen, sort, foot } = props
  const { t } = useWords()
  const [own, setOwn] = useState<TableOrder | null>(null)
  const order = sort ? sort.by : own
  const by = sort ? undefined : columns.find(({ id }) => id === order?.id)?.sortBy
  const shown = by ? inOrder(rows, by, order?.descending ?? false) : rows
  const sortOn = (id: string) => {
    const next = { id, descending: order?.id === id && !order.descending }
    if (sort) sort.onSort(next)
    else setOwn(next)
  }

  return (
    <div className="ec-table">
      {filters !== undefined && <div className="ec-table-filters ec-no-print">{filters}</div>}
      <div className="ec-table-scroll">
        <table>
          <caption className="ec-unseen">{label}</caption>
          <thead>
            <tr>
              {columns.map(({ id, head, align, width, sortBy }) => {
                const direction = order?.id !== id ? 'none' : order.descending ? 'descending' : 'ascending'
                return (
                  <th
                    key={id}
                    scope="col"
                    data-align={align}
                    style={{ width }}
                    aria-sort={sortBy ? direction : undefined}
                  >
                    {sortBy ? (
                      <button
                        type="button"
                        className="ec-plain-button ec-table-sort"
                        title={t('interface.table.sortBy', { column: head })}
                        onClick={() => sortOn(id)}
                      >
                        {head}
                        <Icon name={direction === 'none' ? 'sortable' : direction} size={16} />
                      </button>
                    ) : (
                      head
                    )}
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody onKeyDown={walkRows}>
            {shown.map((row) => {
              const key = rowId(row)
              const isOpen = key === openId
              return (
                <tr key={key} data-open={isOpen || undefined} data-opens={onOpen ? true : undefined}>
                  {columns.map(({ id, cell, align }, index) =>
                    index === 0 ? (
                      <th key={id} scope="row" data-align={align}>
                        {onOpen ? (
                          <button
                            type="button"
                            className="ec-plain-button ec-table-open"
                            aria-current={isOpen ? 'true' : undefined}
                            onClick={() => onOpen(row)}
                          >
                            {cell(row)}
                          </button>
                        ) : (
                          cell(row)
                        )}
                      </th>
                    ) : (
                      <td key={id} data-align={align}>
                        {cell(row)}
                      </td>
                    ),
                  )}
                </tr>
              )
            })}
          </tbody>
        </table>
        {rows.length === 0 && empty}
        {foot}
      </div>
    </div>
  )
}

/** Up and down go from the button of one row to the next, Home and End to the ends. */
function walkRows(event: KeyboardEvent<HTMLElement>) {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('.ec-table-open')]
  const at = buttons.findIndex((button) => button.matches(':focus'))
  if (at < 0) return
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
  if (next === undefined) return
  event.preventDefault()
  buttons[Math.max(0, Math.min(buttons.length - 1, next))]?.focus()
}

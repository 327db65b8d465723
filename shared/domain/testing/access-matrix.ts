import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The table that a lawyer reads, docs/access-matrix.md, taken apart: the file itself is the only source. */

export type MatrixRow = {
  action: string
  whose: string
  phases: string[]
  scopes: string[]
  /** Columns that say `yes`. */
  allowed: Set<string>
  line: string
}

const file = fileURLToPath(new URL('../../../docs/access-matrix.md', import.meta.url))

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
const listOf = (cell: string): string[] => cell.split(',').map((word) => word.trim())

/** @throws on a cell that says anything but `yes`: a lawyer's "perhaps" must not be read as no. */
export function readMatrix(): { columns: string[]; rows: MatrixRow[] } {
  const tables = readFileSync(file, 'utf8').split(/\n(?=\| *action *\|)/)
  const rows: MatrixRow[] = []
  const headers = new Set<string>()
  let columns: string[] = []
  for (const table of tables.slice(1)) {
    const [header = '', , ...lines] = table.split('\n')
    headers.add(cellsOf(header).join())
    columns = cellsOf(header).slice(4)
    for (const line of lines) {
      if (!line.startsWith('|')) break
      const [action = '', whose = '', phase = '', scope = '', ...cells] = cellsOf(line)
      if (cells.length !== columns.length || cells.some((cell) => cell !== '' && cell !== 'yes'))
        throw new Error(`not a row of the matrix: ${line}`)
      const allowed = new Set(columns.filter((_, i) => cells[i] === 'yes'))
      rows.push({ action, whose, phases: listOf(phase), scopes: listOf(scope), allowed, line })
    }
  }
  if (headers.size !== 1) throw new Error('the tables of the matrix have different columns')
  return { columns, rows }
}

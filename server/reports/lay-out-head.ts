import type { TextStyle } from '../typeset/page-mark.ts'
import {
  abstractRule,
  country,
  dateWords,
  draftMark,
  issuerRule,
  issuerShare,
  left,
  measure,
  motto,
  numberLine,
  sizes,
} from './official-layout.ts'
import type { OfficialPaper, Run } from './official-paper.ts'
import type { PageFlow, TextBox } from './page-flow.ts'

const issuerColumn = { x: left, width: measure * issuerShare }
const countryColumn = { x: left + issuerColumn.width, width: measure - issuerColumn.width }
const wholeColumn = { x: left, width: measure }

type Column = { readonly x: number; readonly width: number }

const centred = (column: Column, size: number): TextBox => ({ ...column, size, indent: 0, align: 'centre' })

/** Issuing body and country beside each other, number and date below them, then the paper's name and what it is about. */
export function layOutHead(flow: PageFlow, paper: OfficialPaper): void {
  const put = (text: string, style: TextStyle, column: Column, size: number, y: number) => {
    const box = centred(column, size)
    return y + flow.place(flow.linesOf([{ style, text }], box), box, y)
  }
  /** Centred below a column's text. */
  const rule = (column: Column, length: number, y: number) => {
    const middle = column.x + column.width / 2
    flow.rule([middle - length / 2, y], [middle + length / 2, y])
  }

  const begin = flow.y()
  const issuer = paper.issuer.toUpperCase()
  const issuerEnd = put(issuer, 'bold', issuerColumn, sizes.country, begin)
  rule(issuerColumn, issuerRule(flow.widthOf('bold', sizes.country, issuer)), issuerEnd + 2)
  const countryEnd = put(country, 'bold', countryColumn, sizes.country, begin)
  const mottoEnd = put(motto, 'bold', countryColumn, sizes.motto, countryEnd)
  rule(countryColumn, flow.widthOf('bold', sizes.motto, motto), mottoEnd + 2)

  const below = Math.max(issuerEnd, mottoEnd) + 8
  const number = put(numberLine(paper.notation), 'regular', issuerColumn, sizes.number, below)
  const numberEnd = paper.isDraft ? put(draftMark, 'bold', issuerColumn, sizes.number, number) : number
  const date = `${paper.place}, ${dateWords(paper.dated)}`
  const dateEnd = put(date, 'italic', countryColumn, sizes.date, below)
  flow.advance(Math.max(numberEnd, dateEnd) - begin + 18)

  const title = (text: string, style: TextStyle) => {
    const run: Run = { style, text }
    const box = centred(wholeColumn, sizes.title)
    flow.flow(flow.linesOf([run], box), box)
  }
  title(paper.name.toUpperCase(), 'bold')
  title(paper.abstract, 'bold')
  rule(wholeColumn, abstractRule, flow.y() + 3)
  flow.advance(14)
  if (paper.addressee !== null) {
    title(`Kính gửi: ${paper.addressee}`, 'regular')
    flow.advance(8)
  }
}

import { xmlText } from './xml-text.ts'

/** The parts of a workbook that say nothing of its rows (ECMA-376). */

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
export const sheetHead = `${head}<worksheet xmlns="${main}">`

/** Places in `cellXfs`, below. */
export const cellStyles = {
  ...{ text: 1, day: 2, count: 3, tenth: 4, percent: 5 },
  ...{ columnHead: 6, title: 7, about: 8 },
} as const

const top = '<alignment vertical="top"/>'
const wrapped = '<alignment vertical="top" wrapText="1"/>'
const middle = '<alignment vertical="center" wrapText="1"/>'
const font = (size: number, look = '') =>
  `<font>${look}<sz val="${size}"/><name val="Times New Roman"/><family val="1"/></font>`
const cell = (numbers: number, more = '', looks = 'fontId="0" fillId="0"') =>
  `<xf numFmtId="${numbers}" ${looks} borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${more}</xf>`
const cells = [
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  ...[cell(0, wrapped), cell(164, top), cell(3, top), cell(165, top), cell(10, top)],
  ...[cell(0, middle, 'fontId="1" fillId="2"'), cell(0, top, 'fontId="2" fillId="0"')],
  cell(0, top, 'fontId="3" fillId="0"'),
]

const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0.0"/></numFmts><fonts count="4">${font(11)}${font(11, '<b/>')}${font(14, '<b/>')}${font(11, '<i/>')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF4EFE7"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

/** @param headRows of each sheet, the row that stands on every printed page */
export function fixedParts(sheets: readonly { name: string; headRow: number }[]): Record<string, string> {
  const each = <T>(make: (sheet: (typeof sheets)[number], no: number) => T) =>
    sheets.map((sheet, at) => make(sheet, at + 1))
  const overrides = each(
    (_, no) => `<Override PartName="/xl/worksheets/sheet${no}.xml" ContentType="${types}.worksheet+xml"/>`,
  )
  const listed = each(({ name }, no) => `<sheet name="${xmlText(name)}" sheetId="${no}" r:id="rId${no}"/>`)
  const titles = each(
    ({ name, headRow }, no) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${no - 1}">'${xmlText(name.replaceAll("'", "''"))}'!$${headRow}:$${headRow}</definedName>`,
  )
  const links = each(
    (_, no) => `<Relationship Id="rId${no}" Type="${office}/worksheet" Target="worksheets/sheet${no}.xml"/>`,
  )
  const relations = (inside: string) =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
  return {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': relations(
      `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`,
    ),
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      `${links.join('')}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/>`,
    ),
    'xl/styles.xml': styles,
  }
}

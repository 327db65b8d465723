import { describe, expect, test } from 'vitest'
import { createTableReader } from './create-table-reader.ts'
import { readTaskTable } from './read-task-table.ts'
import { makeWorkbook, makeZip } from './testing/make-workbook.ts'

const head = ['STT', 'NỘI DUNG NHIỆM VỤ', 'Don vi chu tri', 'Hạn hoàn thành']
const row = [1, 'Trình đề án', 'Bộ Y tế', '31/12/2026']
const refusal = (bytes: Uint8Array) => {
  const read = readTaskTable(bytes)
  return read.ok ? 'taken' : read.error.kind
}
const bytesOf = (...parts: (string | number[])[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))),
  )
const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const inSheet = (rows: string) => ({
  more: { 'xl/worksheets/s0.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>` },
})

describe('a file that is no workbook', () => {
  test('[T8] is refused by what it is: a web page, an old one, one with a password, with macros, cut short', () => {
    expect(refusal(bytesOf('<html><table></table></html>'))).toBe('not-a-workbook')
    expect(refusal(bytesOf(ole, 'Workbook'))).toBe('old-workbook')
    expect(
      refusal(new Uint8Array(Buffer.concat([Buffer.from(ole), Buffer.from('EncryptedPackage', 'utf16le')]))),
    ).toBe('locked-workbook')
    const sheets = [{ name: 'Sổ', rows: [head, row] }]
    expect(refusal(makeWorkbook(sheets, { more: { 'xl/vbaProject.bin': 'x' } }))).toBe('workbook-macros')
    const whole = makeWorkbook(sheets)
    expect(refusal(whole)).toBe('taken')
    expect(refusal(whole.slice(0, whole.length - 60))).toBe('broken-workbook')
    expect(refusal(makeZip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }))).toBe(
      'not-a-workbook',
    )
    expect(refusal(makeWorkbook(sheets, inSheet('<row r="hai"><c><v>1</v></c></row>')))).toBe(
      'broken-workbook',
    )
    expect(refusal(makeWorkbook(sheets, { more: { 'xl/worksheets/s0.xml': '<worksheet><row' } }))).not.toBe(
      'taken',
    )
  })

  test('[T8] without the head of a register names its sheets', () => {
    expect(readTaskTable(makeWorkbook([{ name: 'Lương', rows: [['Họ tên', 'Lương']] }]))).toEqual({
      ok: false,
      error: { kind: 'no-task-table', sheets: ['Lương'] },
    })
  })

  test('[D3] words of state secrets are refused with the whole file', () => {
    const secret = makeWorkbook([
      {
        name: 'Sổ',
        rows: [
          [...head, 'Độ mật'],
          [...row, 'Mật'],
          [2, null, 'Bộ Công an', '1/1/2027', 'Tối mật'],
        ],
      },
    ])
    expect(readTaskTable(secret)).toEqual({ ok: false, error: { kind: 'workbook-secret', rows: [2] } })
  })
})

describe('a workbook that is too much', () => {
  test('[T8] unpacks to no more than is allowed, whatever it says of itself', () => {
    const bomb = makeWorkbook([{ name: 'Sổ', rows: [head] }], inSheet(' '.repeat(300 * 1024 * 1024)))
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024)
    expect(refusal(bomb)).toBe('workbook-too-complex')
  }, 60_000)

  test('[T8] a million empty rows are gone over', () => {
    const empty = Array.from({ length: 1_000_000 }, (_, i) => `<row r="${i + 3}"/>`).join('')
    const cells = (no: number, texts: readonly (string | number)[]) =>
      `<row r="${no}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
    const read = readTaskTable(
      makeWorkbook([{ name: 'Sổ', rows: [] }], inSheet(cells(1, head) + cells(2, row) + empty)),
    )
    expect(read.ok && read.value.rows.length).toBe(1)
  }, 60_000)

  test('[T8] is stopped in its thread when it takes too long', async () => {
    const read = createTableReader({ timeLimitMs: 1, heapMb: 64 })
    expect(await read(makeWorkbook([{ name: 'Sổ', rows: [head, row] }]))).toEqual({
      ok: false,
      error: { kind: 'workbook-too-complex', limit: 'time', most: 1 },
    })
  }, 60_000)
})

describe('the register in a workbook', () => {
  const table = (
    rows: Parameters<typeof makeWorkbook>[0][number]['rows'],
    merges: readonly string[] = [],
  ) => {
    const read = readTaskTable(
      makeWorkbook([
        { name: 'Bìa', rows: [['Sổ']] },
        { name: 'Sổ', rows, merges },
      ]),
    )
    if (!read.ok) throw new Error(read.error.kind)
    return read.value
  }

  test('[T8] is on the first sheet with its head, under titles, in two merged lines', () => {
    const read = table(
      [
        ['VĂN PHÒNG CHÍNH PHỦ'],
        [
          'TT',
          'Văn bản giao',
          null,
          'Nội dung nhiệm vụ',
          'Cơ quan thực hiện',
          null,
          'Thời hạn',
          'Gia hạn đến',
          'Cột lạ',
        ],
        [null, 'Số', 'Ngày', null, 'Chủ trì', 'Phối hợp', null, null, null],
        [1, '1/CT', { day: 46_000 }, 'Việc', 'Bộ Y tế', null, '1/2/2026', '1/3/2026', 'x'],
      ],
      ['A1:I1', 'B2:C2', 'E2:F2', 'A2:A3', 'D2:D3', 'G2:G3', 'H2:H3', 'I2:I3'],
    )
    expect([
      read.sheet,
      Object.fromEntries(read.columns),
      read.ignored,
      read.rows.map(({ no }) => no),
    ]).toEqual([
      'Sổ',
      {
        ...{ 'source-number': 1, 'source-date': 2, text: 3, lead: 4, supporting: 5 },
        ...{ 'original-deadline': 6, deadline: 7 },
      },
      ['Cột lạ'],
      [4],
    ])
  })

  test('[T8] is read as other writers store it: strict, with prefixes, parts of their own names, rich and phonetic text, days of 1904', () => {
    const strict = 'http://purl.oclc.org/ooxml'
    const link = (id: string, type: string, target: string) =>
      `<Relationship Id="${id}" Type="${strict}/officeDocument/relationships/${type}" Target="${target}"/>`
    const shared = (...texts: string[]) => texts.map((text) => `<x:si>${text}</x:si>`).join('')
    const run = (text: string) => `<x:r><x:rPr><x:b/></x:rPr><x:t xml:space="preserve">${text}</x:t></x:r>`
    const reading = '<x:rPh sb="0" eb="1"><x:t>đọc</x:t></x:rPh>'
    const cell = (at: string, value: number, type = 's') =>
      `<x:c r="${at}" t="${type}"><x:v>${value}</x:v></x:c>`
    const parts = {
      '_rels/.rels': `<Relationships>${link('r1', 'officeDocument', '/book/Workbook1.xml')}</Relationships>`,
      'book/Workbook1.xml': `<x:workbook xmlns:x="${strict}/spreadsheetml/main" xmlns:r="r"><x:workbookPr date1904="true"/><x:sheets><x:sheet name="Sổ" sheetId="1" r:id="s"/></x:sheets></x:workbook>`,
      'book/_rels/Workbook1.xml.rels': `<Relationships>${link('s', 'worksheet', './Pages/One.xml')}${link('t', 'sharedStrings', 'Texts.xml')}</Relationships>`,
      'book/texts.xml': `<x:sst>${shared(...head.map((text) => `<x:t>${text}</x:t>`), run('Trình ') + run('đề án') + reading)}</x:sst>`,
      'book/pages/one.xml': `<x:worksheet><x:sheetData><x:row r="1">${['A1', 'B1', 'C1', 'D1'].map((at, i) => cell(at, i)).join('')}</x:row><x:row r="2">${cell('A2', 1, 'n')}${cell('B2', 4)}<x:c r="C2" t="inlineStr"><x:is>${run('Bộ ')}${run('Y tế')}${reading}</x:is></x:c><x:c r="D2" t="d"><x:v>2026-03-05T00:00:00</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    }
    const read = readTaskTable(makeZip(parts))
    if (!read.ok) throw new Error(read.error.kind)
    expect([read.value.is1904, read.value.rows[0]?.cells.map((one) => one?.value)]).toEqual([
      true,
      [1, 'Trình đề án', 'Bộ Y tế', '2026-03-05T00:00:00'],
    ])
  })

  test('[T8] is read from an archive with the numbers of a very large one, as some writers always give them', () => {
    const sheets = [{ name: 'Sổ', rows: [head, row] }]
    const long = makeWorkbook(sheets, { isLong: true })
    expect(readTaskTable(long)).toEqual(readTaskTable(makeWorkbook(sheets)))
    expect(refusal(long)).toBe('taken')
    for (const cut of [8, 40, 60, 90, 130, 200]) expect(refusal(long.slice(0, -cut))).toBe('broken-workbook')
    const lies = long.slice()
    // Where the list begins, as a number beyond the file.
    lies.fill(0xff, lies.length - 22 - 20 - 8, lies.length - 22 - 20)
    expect(refusal(lies)).toBe('broken-workbook')
  })

  test('[T8] of a letter in an archive like a workbook’s there is none', () => {
    const link = '<Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/>'
    const letter = {
      '_rels/.rels': `<Relationships>${link}</Relationships>`,
      'word/document.xml': '<document/>',
    }
    expect(refusal(makeZip(letter))).toBe('not-a-workbook')
  })

  test('[T8] keeps the stored value of a formula, tells where there is none, and fills what is merged', () => {
    const read = table(
      [
        head,
        [1, { formula: 'A1', value: 'Việc' }, 'Bộ Y tế', { formula: 'NOW()' }],
        [2, 'Việc khác', null, { error: '#N/A' }],
      ],
      ['C2:C3'],
    )
    expect(read.rows.map(({ cells }) => cells.slice(1))).toEqual([
      [{ value: 'Việc', isFormula: true }, { value: 'Bộ Y tế' }, { value: null, isFormula: true }],
      [{ value: 'Việc khác' }, { value: 'Bộ Y tế' }, { value: '#N/A', isError: true }],
    ])
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { PaperFormat } from '../../shared/protocol/paper.ts'
import type { BallotReportFacts } from '../app/ballot-report.ts'
import { ballotReportPaper } from './ballot-report.ts'
import { createPaperWriters } from './create-paper-writers.ts'
import type { PaperBlock } from './official-paper.ts'
import { inked, readDocx, readPdf, type SetText, textOfXml, wordsOf } from './testing/read-paper.ts'
import { members, opinionOf, reportFacts } from './testing/report-facts.ts'
import { writePaper } from './write-paper.ts'

const write = (facts: BallotReportFacts, format: PaperFormat) =>
  writePaper({ kind: 'ballot-report', facts, format })
const mm = 72 / 25.4
const saidOnce = [
  '19 trên 27 thành viên tán thành, quá nửa tổng số thành viên Chính phủ.',
  'Tán thành gồm 15 đồng ý rõ ràng và 4 coi như đồng ý.',
  'Chưa đủ căn cứ pháp lý.',
  'tạm giữ: đến muộn, khai là gửi đúng hạn',
]
const oneLine = (text: string) => text.replace(/\s+/g, ' ')

let pages: SetText[][]
let pdfText: string
let docx: Uint8Array
let docxText: string
beforeAll(async () => {
  pages = await readPdf(await write(reportFacts(), 'pdf'))
  pdfText = pages.map((page) => wordsOf(page.filter(({ y }) => y > 20 * mm))).join(' ')
  docx = await write(reportFacts(), 'docx')
  docxText = textOfXml(readDocx(docx, 'word/document.xml'))
})

/** Rows of the table of an issue: how, how many, who. */
function countsOf(facts: BallotReportFacts, no: number): Record<string, number> {
  const { body } = ballotReportPaper(facts)
  const tables = body.filter(
    (block): block is Extract<PaperBlock, { kind: 'table' }> =>
      block.kind === 'table' && block.columns[0]?.head === 'Cách trả lời',
  )
  const cell = (row: readonly (readonly { text: string }[])[], at: number) => row[at]?.[0]?.text ?? ''
  return Object.fromEntries((tables[no]?.rows ?? []).map((row) => [cell(row, 0), Number(cell(row, 1))]))
}

describe('[B14] the summary report', () => {
  it('[B14] counts per option, deemed and late ones apart; what did not happen as nought', () => {
    expect(countsOf(reportFacts(10), 0)).toEqual({
      'Đồng ý': 14,
      'Đồng ý (đến muộn, được tính)': 1,
      'Không trả lời, coi như đồng ý': 3,
      'Không trả lời, coi như đồng ý (do hai cán bộ quyết định)': 1,
      'Không đồng ý': 1,
      'Không đồng ý (cho bản trước)': 1,
      'Ý kiến khác': 3,
      'Chưa tiếp cận được': 1,
      'Tạm giữ (đến muộn)': 1,
      'Tạm giữ (hai trả lời khác nhau)': 1,
      'Tổng số thành viên Chính phủ': 27,
    })
    expect(countsOf(reportFacts(10), 1)).toMatchObject({
      'Phương án 1: từ ngày 01 tháng 7 năm 2026': 12,
      'Phương án 1: từ ngày 01 tháng 7 năm 2026 (đến muộn, được tính)': 1,
      'Phương án 2: từ ngày ký ban hành': 7,
      'Không trả lời, coi như đồng ý': 3,
    })
  })

  it('[B14, G2] both files hold every name, every other opinion to the letter, and the sentence that decided', () => {
    for (const text of [oneLine(pdfText), docxText]) {
      expect(members.filter(({ name }) => !text.includes(name))).toEqual([])
      expect(saidOnce.filter((words) => !text.includes(words))).toEqual([])
      expect(text.split(oneLine(opinionOf(4000))).length - 1).toBe(5)
    }
  })

  it('[O4] ends with the root at the count and the checkpoint, word for word', () => {
    const { closing, checkpoint } = reportFacts().ledger
    for (const text of [pages.slice(-2).flat(), [{ text: docxText }]].map((part) =>
      part
        .map((each) => each.text)
        .join('')
        .replace(/\s/g, ''),
    )) {
      expect(text.includes(closing.root)).toBe(true)
      expect(text.includes(checkpoint.note.replace(/\s/g, ''))).toBe(true)
    }
  })

  it('[B9] a result that two officers may still turn is told to be so, and on whom they have yet to rule', () => {
    const said = ballotReportPaper(reportFacts(10)).body.flatMap((block) =>
      block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [],
    )
    expect(said.filter((text) => /^Kết quả( \(|:)/.test(text))).toEqual([
      expect.stringMatching(/^Kết quả: Được thông qua\. 19 trên 27/),
      expect.stringMatching(/^Kết quả \(tạm tính\): Chưa quyết định được\. /),
    ])
    expect(said.filter((text) => text.startsWith('Còn 3 trường hợp'))).toEqual([
      expect.stringMatching(/Quỳnh 24, .*; .*Quỳnh 25, .*; .*Quỳnh 26, /),
    ])
    expect(said.filter((text) => text.startsWith('Tại thời điểm'))).toEqual([
      'Tại thời điểm đóng phiếu có 27 thành viên Chính phủ: 22 đồng chí có trả lời (kể cả đến muộn); 3 đồng chí không trả lời và được coi như đồng ý; 2 đồng chí chưa tiếp cận được.',
    ])
  })

  it('an opinion whose text is no longer kept is said to be so', () => {
    const facts = reportFacts(10)
    const without = { ...facts, voices: facts.voices.filter(({ person }) => person !== 'm18') }
    const said = ballotReportPaper(without).body.flatMap((block) =>
      block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [],
    )
    expect(said.filter((text) => text.includes('không còn được lưu giữ'))).toEqual([
      expect.stringContaining('Nguyễn Thị Diễm Quỳnh 18'),
    ])
  })
})

describe('the layout of Nghị định 30/2020', () => {
  it('A4, margins, sizes and the head', () => {
    const first = pages[0] ?? []
    const body = pages.flatMap((page) => inked(page).filter(({ y }) => y > 20 * mm))
    expect(Math.min(...body.map(({ x }) => x))).toBeGreaterThanOrEqual(30 * mm - 0.1)
    expect(Math.min(...body.map(({ x }) => x))).toBeLessThanOrEqual(35 * mm)
    const end = Math.max(...body.map(({ x, width }) => x + width))
    expect(210 * mm - end).toBeGreaterThanOrEqual(20 * mm - 0.5)
    expect(Math.max(...body.map(({ y }) => y))).toBeLessThanOrEqual((297 - 20) * mm)
    const lines = new Map<number, SetText[]>()
    for (const each of first) lines.set(each.y, [...(lines.get(each.y) ?? []), each])
    const sizeOf = (text: string) =>
      [...lines.values()].find((line) => wordsOf(line).includes(text))?.map(({ size }) => size)[0]
    expect(sizeOf('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toBe(13)
    expect(sizeOf('Độc lập - Tự do - Hạnh phúc')).toBe(14)
    expect(sizeOf('VĂN PHÒNG CHÍNH PHỦ')).toBe(13)
    expect(sizeOf('BÁO CÁO')).toBe(14)
    expect(wordsOf(first)).toMatch(/Số: \/BC-VPCP.*Hà Nội, ngày tháng 3 năm 2026/)
    expect(wordsOf(pages.at(-1) ?? [])).toContain('KT. BỘ TRƯỞNG, CHỦ NHIỆM PHÓ CHỦ NHIỆM')
  })

  it('the number of a page stands in its upper margin, from the second page on', () => {
    const above = pages.map((page) =>
      inked(page)
        .filter(({ y }) => y < 20 * mm)
        .map(({ text }) => text.trim()),
    )
    expect(above).toEqual(pages.map((_, i) => (i === 0 ? [] : [String(i + 1)])))
    expect(readDocx(docx, 'word/document.xml').includes('<w:titlePg/>')).toBe(true)
    const headers = [1, 2].map((no) => readDocx(docx, `word/header${no}.xml`))
    expect(headers.map((xml) => xml.includes('PAGE')).sort()).toEqual([false, true])
  })

  it('no page ends with a heading, and a table begins each page with its head', () => {
    for (const page of pages.map(inked)) {
      const end = Math.max(...page.map(({ y }) => y))
      expect(wordsOf(page.filter(({ y }) => y === end))).not.toMatch(
        /^(I|II|III|IV|V)\. |nguyên văn|mục số \d+\):$/,
      )
    }
    const tables = pages.filter((page) => wordsOf(page).includes('Tạm giữ (đến muộn)'))
    expect(tables.length).toBeGreaterThan(0)
    expect(
      tables.filter((page) => !/Cách trả lời ?Số lượng ?Thành viên Chính phủ/.test(wordsOf(page))),
    ).toEqual([])
  })

  it('the DOCX names Times New Roman, A4 and the same margins; heads of tables repeat', () => {
    const document = readDocx(docx, 'word/document.xml')
    const attributes = (tag: string) => document.split(`<w:${tag} `)[1]?.split('/>')[0]?.split(' ') ?? []
    expect(attributes('pgSz')).toEqual(expect.arrayContaining(['w:w="11906"', 'w:h="16838"']))
    expect(attributes('pgMar')).toEqual(
      expect.arrayContaining(['w:top="1134"', 'w:right="1134"', 'w:bottom="1134"', 'w:left="1701"']),
    )
    expect(readDocx(docx, 'word/styles.xml').includes('w:ascii="Times New Roman"')).toBe(true)
    expect(document.split('<w:tblHeader/>').length - 1).toBe(6)
  })

  it('[B15] each point stands with what was responded and where, or that nothing was yet', () => {
    const text = textOfXml(readDocx(docx, 'word/document.xml'))
    expect(text).toContain('III. BẢNG TIẾP THU, GIẢI TRÌNH Ý KIẾN')
    expect(text).toContain('đã giải trình 1 trên 2 ý kiến khác')
    expect(text).toContain('Đề nghị quy định rõ thời hạn hậu kiểm.')
    expect(text).toMatch(/Tiếp thu một phần: Giữ thời hạn 6 tháng\..*Điều 5 khoản 2.*Chưa giải trình/s)
  })

  it('a letter that the PDF has no face for is told by its number, and stands in the DOCX', async () => {
    const facts = reportFacts(10)
    const content = { ...facts.content, title: 'Dự thảo 中 và αβ' }
    const [pdf, word] = [
      await write({ ...facts, content }, 'pdf'),
      await write({ ...facts, content }, 'docx'),
    ]
    expect(wordsOf((await readPdf(pdf))[0] ?? [])).toContain('dự thảo [U+4E2D] và αβ')
    expect(textOfXml(readDocx(word, 'word/document.xml')).includes('dự thảo 中 và αβ')).toBe(true)
  })
})

it('papers asked for together are written in threads, one after the other, each as if alone', async () => {
  const { ballotReport } = createPaperWriters()
  const facts = [reportFacts(10), reportFacts(500)]
  const made = await Promise.all(facts.map((each) => ballotReport(each, 'pdf')))
  const alone = await Promise.all(facts.map((each) => write(each, 'pdf')))
  expect(made.map((bytes, i) => Buffer.from(bytes).equals(alone[i] ?? Buffer.of()))).toEqual([true, true])
}, 120_000)

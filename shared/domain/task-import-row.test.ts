import { describe, expect, test } from 'vitest'
import { agencyNames } from './agency-names.ts'
import { AgencyId, PersonId } from './id.ts'
import type { Agency } from './people.ts'
import { dayIn } from './task-cells.ts'
import { planImportRow } from './task-import-plan.ts'
import { readImportRow } from './task-import-row.ts'
import { findTaskTable, type SheetCell } from './task-sheet.ts'
import { day } from './testing/cabinet.ts'

const agency = (id: string, name: string, more: Partial<Agency> = {}): Agency => ({
  kind: 'agency',
  id: AgencyId.parse(id),
  name,
  ...more,
})
const names = agencyNames([
  agency('byt', 'Bộ Y tế'),
  agency('btc', 'Bộ Tài chính', { formerNames: ['Bộ Kế hoạch và Đầu tư'] }),
  agency('bvh', 'Bộ Văn hóa, Thể thao và Du lịch'),
  agency('bgd', 'Bộ Giáo dục và Đào tạo'),
  agency('hcm', 'Ủy ban nhân dân Thành phố Hồ Chí Minh'),
  agency('hn', 'Ủy ban nhân dân thành phố Hà Nội'),
  agency('nhn', 'Ngân hàng Nhà nước Việt Nam'),
  agency('qb', 'Ủy ban nhân dân tỉnh Quảng Bình', { successor: AgencyId.parse('qt') }),
  agency('qt', 'Ủy ban nhân dân tỉnh Quảng Trị'),
])

describe('agencies in a cell', () => {
  test.each([
    ['BỘ Y TẾ', ['byt'], []],
    ['y te; BTC', ['byt', 'btc'], []],
    ['Bộ Văn hóa, Thể thao và Du lịch, Bộ Y tế và Bộ Tài chính', ['bvh', 'byt', 'btc'], []],
    ['UBND tỉnh Quảng Trị\nBộ Y tế', ['qt', 'byt'], []],
    ['Quảng Bình', ['qt'], []],
    ['Các Bộ: Y tế, TC', ['byt'], ['TC']],
    ['Bộ GD&ĐT, Bộ VH,TT&DL và NHNN', ['bgd', 'bvh', 'nhn'], []],
    ['Bộ Y tá, Bộ Y tế', ['byt'], ['Bộ Y tá']],
    ['', [], []],
  ])('[T8] %s', (text, found, unknown) => {
    const all = names.findAll(text)
    expect([all.found.map(({ agency: id }) => id), all.unknown, all.several]).toEqual([found, unknown, []])
  })

  test('[T8] a long list is told apart; a text with hundreds of commas is no list, and is not searched for names', () => {
    const cell = Array.from({ length: 60 }, () => 'Bộ Văn hóa, Thể thao và Du lịch').join(', ')
    expect(names.findAll(cell).found.map(({ agency: id }) => id)).toEqual(Array(60).fill('bvh'))
    const text = Array.from({ length: 5000 }, (_, at) => `việc ${at}`).join(', ')
    expect(names.findAll(text)).toEqual({ found: [], several: [], unknown: [text] })
  })

  test.each([
    ['bgd', 'Bộ GD&ĐT', 'Bộ GDĐT', 'BGDĐT', 'BGD&ĐT', 'GD&ĐT', 'Bộ GD và ĐT', 'bo gd-dt', 'Bộ Giáo dục & ĐT'],
    ['btc', 'BTC', 'Bộ TC', 'Tài chính', 'Bộ KH&ĐT', 'BKHĐT', 'KHĐT'],
    ['byt', 'BYT', 'Bộ YT', 'Bộ  Y  TẾ'],
    ['bvh', 'Bộ VHTTDL', 'Bộ VHTT&DL', 'Bộ VH, TT và DL', 'BVHTTDL', 'VHTTDL'],
    [
      'hcm',
      'TP HCM',
      'TP.HCM',
      'TPHCM',
      'UBND TP. HCM',
      'UBND TPHCM',
      'Thành phố HCM',
      'HCM',
      'tp. Hồ Chí Minh',
    ],
    ['hn', 'UBND TP. Hà Nội', 'UBND TP Hà Nội', 'TP Hà Nội', 'UBND Hà Nội', 'HÀ NỘI', 'UBND thành phố HN'],
    ['qt', 'UBND T. Quảng Trị', 'UBND tỉnh QT', 'tỉnh Quảng Trị', 'UBND tỉnh QB'],
    ['nhn', 'NHNN', 'NHNN Việt Nam', 'NHNNVN', 'Ngân hàng Nhà nước', 'Ngân hàng NN VN'],
  ])('[T8] %s is known by what offices call it', (id, ...texts) => {
    for (const text of texts) {
      const one = names.find(text)
      expect([text, one?.kind === 'one' ? one.found.agency : one]).toEqual([text, id])
    }
  })

  test('[T8] an abbreviation of two names both, and is a guess at neither', () => {
    const two = agencyNames([
      agency('t22', 'Ủy ban nhân dân tỉnh Quảng Ninh'),
      agency('t51', 'Ủy ban nhân dân tỉnh Quảng Ngãi'),
      agency('bnv', 'Bộ Nội vụ', { formerNames: ['Bộ Lao động'] }),
      agency('byt', 'Bộ Y tế', { pastNames: [{ name: 'Bộ Lao động', until: day('2025-02-28') }] }),
    ])
    expect(two.find('UBND tỉnh QN')).toEqual({
      kind: 'several',
      names: [
        { name: 'Ủy ban nhân dân tỉnh Quảng Ninh', now: null },
        { name: 'Ủy ban nhân dân tỉnh Quảng Ngãi', now: null },
      ],
    })
    expect(two.find('Bộ Lao động')).toEqual({
      kind: 'several',
      names: [
        { name: 'Bộ Lao động', now: 'Bộ Nội vụ' },
        { name: 'Bộ Lao động', now: 'Bộ Y tế' },
      ],
    })
    expect(two.findAll('BNV; UBND tỉnh QN').several.map(({ text }) => text)).toEqual(['UBND tỉnh QN'])
    for (const text of ['Bộ', 'UBND', 'UBND tỉnh', 'QN', 'Bộ N', 'tỉnh']) {
      expect([text, two.find(text)]).toEqual([text, null])
    }
  })

  test('[T8] a name of before is understood and said; a wrong one has the nearest', () => {
    for (const [text, id, formerName] of [
      ['Bộ Kế hoạch và Đầu tư', 'btc', 'Bộ Kế hoạch và Đầu tư'],
      ['Bộ KH&ĐT', 'btc', 'Bộ Kế hoạch và Đầu tư'],
      ['UBND tỉnh Quảng Bình', 'qt', 'Ủy ban nhân dân tỉnh Quảng Bình'],
    ]) {
      expect(names.find(text ?? '')).toEqual({ kind: 'one', found: { agency: id, formerName } })
    }
    expect([names.nearest('Bộ Y tá'), names.nearest('Công ty cổ phần')]).toEqual(['Bộ Y tế', null])
  })
})

describe('days in a cell', () => {
  const text = (value: string | number, is1904 = false) => dayIn({ value }, is1904)
  test('[T8] as offices write them, and as Excel counts', () => {
    expect(
      [
        '5/3/2026',
        '05.03.2026',
        '5-3-26',
        '2026-03-05',
        '2026-03-05T00:00:00',
        'ngày 5 tháng 3 năm 2026',
      ].map((one) => text(one)),
    ).toEqual(Array.from({ length: 6 }, () => '2026-03-05'))
    expect([text(46_086), text(46_086.75), text(44_624, true)]).toEqual([
      '2026-03-05',
      '2026-03-05',
      '2026-03-05',
    ])
    expect([text(''), text('-')]).toEqual([null, null])
    expect(['quý II', '31/02/2026', 'thường xuyên', 12].map((one) => text(one))).toEqual(
      Array.from({ length: 4 }, () => 'unclear'),
    )
  })
})

describe('a row', () => {
  const heads = [
    'Mã nhiệm vụ',
    'Số văn bản',
    'Ngày văn bản',
    'Trích yếu',
    'Nội dung',
    'Chủ trì',
    'Hạn',
    'Tình trạng',
    'Ngày hoàn thành',
    'Độ mật',
  ]
  const cells = (texts: readonly (string | number | null)[]): (SheetCell | null)[] =>
    texts.map((value) => (value === null ? null : { value }))
  const read = (...texts: (string | number | null)[]) => {
    const row = { no: 7, cells: cells(texts) }
    const table = findTaskTable('Sổ', false, [{ no: 1, cells: cells(heads) }, row])
    if (!table) throw new Error('no table')
    return readImportRow(row, table, { names, assigners: new Map(), today: day('2026-03-02') })
  }

  test('[T8] says every problem of it by name', () => {
    const kinds = read(
      null,
      '1/CT',
      'quý II',
      'V/v',
      'Việc',
      'Bộ Y tá',
      '1/1/2027',
      'Đã hoàn thành',
    ).problems.map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['agency-unknown', 'missing', 'unclear'])
    expect(read(null, '1/CT', '1/1/2026', '', '', 'Bộ Y tế', '1/1/2027', '', '', 'Mật').problems).toEqual([])
    const early = read(null, '1/CT', '1/1/2026', '', 'Việc', 'Bộ Y tế', '', '', '5/5/2026')
    expect(early.problems).toEqual([{ kind: 'day-not-possible', column: 'done-on', day: '2026-05-05' }])
  })

  test('[T8] is the same task whatever its case and spaces, and another by its code', () => {
    const one = read(null, '1/CT', '1/1/2026', 'V/v', 'Trình đề án', 'Bộ Y tế').task
    expect(read(null, '1/ct', '01/01/2026', 'khác', 'TRÌNH  ĐỀ ÁN', 'byt').task).toBe(one)
    expect(read('NV-1', '1/CT', '1/1/2026', 'V/v', 'Trình đề án', 'Bộ Y tế').task).not.toBe(one)
  })

  test('[T8] of a group, a sum, a head or a signature is no task, and says what it is in its words', () => {
    const asides = [
      read(null, 'I. Bộ Y tế'),
      read(null, null, null, null, 'Tổng cộng', null, 12),
      read('(1)', '(2)', '(3)'),
      read('Mã nhiệm vụ', 'Số văn bản', 'Ngày văn bản'),
      read(null, null, null, null, null, 'Người lập biểu'),
    ]
    expect(asides.map(({ aside, text }) => [aside, text])).toEqual([
      ['group', 'I. Bộ Y tế'],
      ['sum', 'Tổng cộng · 12'],
      ['head', '(1) · (2) · (3)'],
      ['head', 'Mã nhiệm vụ · Số văn bản · Ngày văn bản'],
      ['other', 'Người lập biểu'],
    ])
  })

  test('[T8] a formula without a value has one reason', () => {
    const row = {
      no: 7,
      cells: [...cells([null, '1/CT', '1/1/2026', 'V/v']), { value: null, isFormula: true as const }],
    }
    const whole = { ...row, cells: [...row.cells, ...cells(['Bộ Y tế', '1/1/2027'])] }
    const table = findTaskTable('Sổ', false, [{ no: 1, cells: cells(heads) }, whole])
    if (!table) throw new Error('no table')
    const directory = { names, assigners: new Map(), today: day('2026-03-02') }
    const choices = { assign: true, assigner: PersonId.parse('pm'), withoutProblems: false }
    const { row: planned } = planImportRow(
      readImportRow(whole, table, directory),
      new Map(),
      new Map(),
      choices,
    )
    expect(planned.problems).toEqual([{ kind: 'no-stored-value', column: 'text' }])
  })
})

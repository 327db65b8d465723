import { describe, expect, test } from 'vitest'
import { agencyNames } from './agency-names.ts'
import { AgencyId } from './id.ts'
import type { Agency } from './people.ts'
import { dayIn } from './task-cells.ts'
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
    ['Bộ Y tá, Bộ Y tế', ['byt'], ['Bộ Y tá']],
    ['', [], []],
  ])('[T8] %s', (text, found, unknown) => {
    const all = names.findAll(text)
    expect([all.found.map(({ agency: id }) => id), all.unknown]).toEqual([found, unknown])
  })

  test('[T8] a name of before is understood and said; a wrong one has the nearest', () => {
    expect(names.find('Bộ Kế hoạch và Đầu tư')).toEqual({
      agency: 'btc',
      formerName: 'Bộ Kế hoạch và Đầu tư',
    })
    expect(names.find('UBND tỉnh Quảng Bình')?.agency).toBe('qt')
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
    expect(early.problems).toEqual([{ kind: 'day-not-possible', column: 'done-on' }])
  })

  test('[T8] is the same task whatever its case and spaces, and another by its code', () => {
    const one = read(null, '1/CT', '1/1/2026', 'V/v', 'Trình đề án', 'Bộ Y tế').task
    expect(read(null, '1/ct', '01/01/2026', 'khác', 'TRÌNH  ĐỀ ÁN', 'byt').task).toBe(one)
    expect(read('NV-1', '1/CT', '1/1/2026', 'V/v', 'Trình đề án', 'Bộ Y tế').task).not.toBe(one)
  })

  test('[T8] of a group or a sum is no task', () => {
    expect(
      [read(null, 'I. Bộ Y tế'), read(null, null, null, null, 'Tổng cộng', null, 12)].map(
        ({ isTask }) => isTask,
      ),
    ).toEqual([false, false])
  })
})

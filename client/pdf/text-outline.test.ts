import { describe, expect, it } from 'vitest'
import { headingsOf } from './text-outline.ts'

const decree = [
  'CHÍNH PHỦ\nNGHỊ ĐỊNH\nVề quản lý tài sản công\nCăn cứ Luật Tổ chức Chính phủ;\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi điều chỉnh\nNghị định này quy định chi tiết\nĐiều 5 của Luật, theo đó\nChương II của Luật này được áp dụng.',
  'Mục 1\nTHẨM QUYỀN VÀ TRÌNH TỰ\nĐiều 2. Trách nhiệm của Bộ trưởng, Thủ trưởng cơ quan\nthuộc Chính phủ\n1. Bộ trưởng có trách nhiệm',
  null,
  'PHỤ LỤC I\nDANH MỤC TÀI SẢN\nPhụ lục I ban hành kèm theo Nghị định này',
]

describe('the contents of a document that brings none', () => {
  it('are its own headings, with what they are about, one below the other', () => {
    expect(headingsOf(decree).map(({ line: _, ...heading }) => heading)).toEqual([
      { title: 'Chương I. QUY ĐỊNH CHUNG', level: 0, page: 1 },
      { title: 'Điều 1. Phạm vi điều chỉnh', level: 2, page: 1 },
      { title: 'Mục 1. THẨM QUYỀN VÀ TRÌNH TỰ', level: 1, page: 2 },
      {
        title: 'Điều 2. Trách nhiệm của Bộ trưởng, Thủ trưởng cơ quan thuộc Chính phủ',
        level: 2,
        page: 2,
      },
      { title: 'PHỤ LỤC I. DANH MỤC TÀI SẢN', level: 0, page: 4 },
    ])
  })

  it('leave out the lines of a printed table of contents, and what stands alone', () => {
    expect(headingsOf(['Điều 1. Phạm vi ........ 3\nĐiều 2. Đối tượng ........ 4'])).toEqual([])
    expect(headingsOf(['Điều 1. Phạm vi điều chỉnh'])).toEqual([])
    expect(headingsOf([null])).toEqual([])
  })

  it('end a title that is long at a word', () => {
    const [first] = headingsOf([`Điều 1. ${'nội dung '.repeat(40)}\nĐiều 2. Hiệu lực`])
    expect(first?.title.length).toBeLessThanOrEqual(141)
    expect(first?.title).toMatch(/ nội( dung)?…$/)
  })
})

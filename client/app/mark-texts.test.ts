import { describe, expect, test } from 'vitest'
import { anchorAnnotations } from '../../shared/domain/annotation-anchor.ts'
import type { TextRun } from '../../shared/domain/page-text.ts'
import { hashOf, person } from '../../shared/domain/testing/cabinet.ts'
import { instant } from '../../shared/lib/time.ts'
import type { ShownAnnotation } from './annotation-handle.ts'
import { textsForMarks } from './mark-texts.ts'

const [former, next] = [hashOf('former'), hashOf('next')]
const quoted = 'Chính phủ thống nhất quản lý nhà nước về dữ liệu'
const before = ['Trang bìa', `Điều 1\n${quoted}`, 'Điều 2\nHiệu lực thi hành kể từ ngày ký ban hành']
const after = ['Trang bìa', 'Trang mới chèn vào giữa', before[1] ?? '', before[2] ?? '']

const mark = (id: string, exact: string | null, page = 1): ShownAnnotation => ({
  id,
  version: former,
  page,
  quote: exact === null ? null : { before: '', exact, after: '' },
  geometry:
    exact === null ? { kind: 'note', at: [1, 2] } : { kind: 'highlight', quads: [[0, 1, 1, 1, 0, 0, 1, 0]] },
  author: person('m2'),
  createdAt: instant(0),
  colour: '#ffcc00',
  width: 1,
  offset: { dx: 0, dy: 0 },
  placement: null,
  modifiedAt: null,
  text: '',
  layer: 'private',
  isMine: true,
})

function setUp(texts: Record<string, readonly (string | null)[]>) {
  const asked: number[] = []
  return {
    asked,
    parts: {
      pages: after.length,
      text: async (version: string) => texts[version] ?? null,
      runs: async (page: number): Promise<TextRun[]> => {
        asked.push(page)
        return (after[page - 1] ?? '')
          .split('\n')
          .map((text, i) => ({ text, box: [50, 700 - 20 * i, 50 + 6 * text.length, 712 - 20 * i] }))
      },
    },
  }
}

describe('[A4] marks of a former version', () => {
  test('lie over their words on the page where these are now, and only that page is asked', async () => {
    const { asked, parts } = setUp({ [former]: before, [next]: after })
    const marks = [
      mark('over', quoted),
      mark('gone', 'những chữ không còn ở đâu cả'),
      mark('margin', null, 2),
    ]
    const textOf = await textsForMarks(next, marks, parts)
    const texts = textOf(next)
    expect(asked).toEqual([3])
    expect(anchorAnnotations(marks, textOf(former), texts ?? [])).toEqual([
      {
        kind: 'placed',
        page: 2,
        dx: 0,
        dy: 0,
        quads: [[50, 692, 50 + 6 * quoted.length, 692, 50, 680, 50 + 6 * quoted.length, 680]],
      },
      { kind: 'unplaced' },
      { kind: 'placed', page: 3, dx: 0, dy: 0, quads: null },
    ])
  })

  test('that stand beside words ask where these are now, and go there', async () => {
    const { asked, parts } = setUp({ [former]: before, [next]: after })
    const quote = { before: 'Điều 1', exact: quoted, after: '', at: [50, 500] as [number, number] }
    const beside = { ...mark('beside', null), quote }
    const textOf = await textsForMarks(next, [beside], parts)
    expect(asked).toEqual([3])
    expect(anchorAnnotations([beside], textOf(former), textOf(next) ?? [])).toEqual([
      { kind: 'placed', page: 2, dx: 0, dy: 192, quads: null },
    ])
  })

  test('find their words without the former text', async () => {
    const alone = setUp({ [next]: after })
    const textOf = await textsForMarks(next, [mark('over', quoted)], alone.parts)
    expect([alone.asked, textOf(former)]).toEqual([[3], null])
  })

  test('find them in a version that the server has not read yet: in the document itself, page by page', async () => {
    const { asked, parts } = setUp({ [former]: before })
    const marks = [
      mark('over', quoted),
      mark('gone', 'những chữ không còn ở đâu cả'),
      mark('margin', null, 2),
    ]
    const textOf = await textsForMarks(next, marks, parts)
    expect(asked).toEqual([1, 2, 3, 4])
    const places = anchorAnnotations(marks, textOf(former), textOf(next) ?? [])
    expect(places.map((place) => place.kind === 'placed' && place.page)).toEqual([2, false, 3])
  })
})

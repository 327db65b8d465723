import { quoteContext } from '../../../shared/domain/annotation.ts'
import { encodeStroke } from '../../../shared/domain/ink-stroke.ts'
import type { createNotesDocument } from '../notes-document.ts'
import { coreOf } from './notes-world.ts'

/** A line of handwriting: a word of some 120 points, two seconds of the pen. */
const word = (seed: number) =>
  encodeStroke(
    Array.from({ length: 120 }, (_, i) => ({
      x: 80 + (seed % 20) * 20 + i * 0.4 + 3 * Math.sin(i / 5),
      y: 700 - Math.floor(seed / 20) * 30 + 5 * Math.cos(i / 4 + seed),
      pressure: 0.5 + 0.3 * Math.sin(i / 11 + seed),
    })),
  )
const quote = {
  before: 'cơ quan, tổ chức, cá nhân có liên quan'.slice(0, quoteContext),
  exact: 'chịu trách nhiệm thi hành Nghị định này kể từ ngày ký ban hành',
  after: 'Bộ trưởng, Thủ trưởng cơ quan ngang bộ'.slice(0, quoteContext),
}

/** 300 strokes, 100 highlights of two lines, 50 notes of a sentence, over 40 pages. */
export function writeHeavyNotes({ add }: Pick<ReturnType<typeof createNotesDocument>, 'add'>): void {
  for (let i = 0; i < 300; i++) {
    add(coreOf({ page: i % 40, geometry: { kind: 'ink', strokes: [word(i)] } }), {
      colour: '#1f4fd8',
      width: 1.5,
    })
  }
  for (let i = 0; i < 100; i++) {
    const quads = [0, 1].map((line) => {
      const [top, bottom] = [700 - line * 18, 686 - line * 18]
      return [72, top, 540, top, 72, bottom, 540, bottom]
    })
    add(coreOf({ page: i % 40, quote, geometry: { kind: 'highlight', quads } }), {})
  }
  for (let i = 0; i < 50; i++) {
    add(coreOf({ page: i % 40, geometry: { kind: 'note', at: [500, 300 + i] } }), {
      text: 'Đề nghị cơ quan soạn thảo giải trình thêm về khoản này trước phiên họp.',
    })
  }
}

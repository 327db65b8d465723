import { expect, it } from 'vitest'
import { MeetingId } from '../../shared/domain/id.ts'
import { at, contentHash, contentOf, hashOf } from '../../shared/domain/testing/cabinet.ts'
import type { MinutesPaperFacts } from '../app/minutes-paper.ts'
import { readDocx, readPdf, textOfXml, wordsOf } from './testing/read-paper.ts'
import { head, members } from './testing/report-facts.ts'
import { writePaper } from './write-paper.ts'

const [chair, secretary] = members
if (!chair || !secretary) throw new Error('nobody')
const meeting = MeetingId.parse('m1')
const written = at('2026-03-04', 12)

const factsSignedBy = (signer: typeof chair): MinutesPaperFacts => ({
  meeting: {
    ...{ kind: 'meeting', id: meeting, type: 'regular', createdBy: head.id, handlers: [head.id] },
    phase: { state: 'concluded', by: head.id, at: at('2026-03-05', 9) },
    ...{ startsAt: at('2026-03-04', 8), endsAt: at('2026-03-04', 11), chair: chair.id },
    ...{
      contentHash: contentHash(contentOf('x')),
      changes: [],
      invitedAt: at('2026-02-28', 9),
      admitted: [],
    },
  },
  content: { title: 'Phiên họp Chính phủ thường kỳ', place: 'Phòng họp số 1', remarks: '' },
  minutes: {
    ...{ kind: 'minutes', meeting, versions: [{ hash: hashOf('minutes'), by: secretary.id, at: written }] },
    signed: { by: signer.id, at: at('2026-03-05', 10) },
  },
  words: {
    sections: Array.from({ length: 40 }, (_, i) => ({
      key: `item/${i}`,
      title: `Nội dung ${i}`,
      text: 'Các đại biểu thảo luận, thống nhất.\nChủ trì kết luận.',
      drafted: hashOf('x'),
    })),
  },
  hash: hashOf('minutes'),
  writtenBy: secretary.id,
  people: [...members, head],
  signer,
  at: at('2026-03-05', 10),
})

/** Lines of the last page, from left to right. */
async function lastLines(facts: MinutesPaperFacts): Promise<string[]> {
  const pages = await readPdf(await writePaper({ kind: 'minutes', facts, format: 'pdf' }))
  const byLine = Map.groupBy(pages.at(-1) ?? [], ({ y }) => Math.round(y))
  return [...byLine]
    .sort(([one], [other]) => one - other)
    .map(([, line]) => wordsOf(line.sort((one, other) => one.x - other.x)))
}

it('the secretary signs on the left, the chair on the right on the same line, both on one page with their names', async () => {
  const facts = factsSignedBy(chair)
  const lines = await lastLines(facts)
  const at = lines.findIndex((line) => /THƯ KÝ *NGƯỜI CHỦ TRÌ/.test(line))
  expect(at).toBeGreaterThan(0)
  const below = lines.slice(at + 1)
  expect(below[0]).toContain(secretary.name)
  expect(below[0]).toContain(chair.name)
  expect(below[1]).toContain('Nơi nhận')
  const docx = textOfXml(
    readDocx(await writePaper({ kind: 'minutes', facts, format: 'docx' }), 'word/document.xml'),
  )
  expect(docx.indexOf('THƯ KÝ')).toBeGreaterThan(0)
  expect(docx.indexOf('NGƯỜI CHỦ TRÌ')).toBeGreaterThan(docx.indexOf('THƯ KÝ'))
})

it('minutes that the head of office signed say so', async () => {
  const lines = await lastLines(factsSignedBy(head))
  expect(lines.some((line) => /THƯ KÝ *NGƯỜI DUYỆT/.test(line))).toBe(true)
})

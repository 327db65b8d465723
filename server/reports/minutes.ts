import { dayOf } from '../../shared/lib/time.ts'
import type { MinutesPaperFacts } from '../app/minutes-paper.ts'
import { hourAndDay } from './ballot-report-words.ts'
import { memberNames } from './member-names.ts'
import { dateOf, issuer, issuerCode, place, unsignedDate } from './office-letterhead.ts'
import { heading, type OfficialPaper, type PaperBlock, paragraph, plain } from './official-paper.ts'

/** "BIÊN BẢN" (Nghị định 30/2020, Phụ lục III, mẫu 1.9): the words that were stored, section by section, and who signed them. */
export function minutesPaper(facts: MinutesPaperFacts): OfficialPaper {
  const { meeting, content, minutes, words, at, signer, people } = facts
  const names = memberNames(people, dayOf(meeting.startsAt))
  const { signed } = minutes
  return {
    issuer,
    notation: `BB-${issuerCode}`,
    place,
    dated: signed ? dateOf(signed.at) : unsignedDate(at),
    name: 'Biên bản',
    abstract: content.title,
    addressee: null,
    body: [
      ...words.sections.flatMap(({ title, text }, i): PaperBlock[] => [
        heading(2, `${i + 1}. ${title}`),
        ...text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => paragraph(plain(line))),
      ]),
      paragraph(plain(`Biên bản do ${names.nameOf(facts.writtenBy)} lập.`)),
      ...(signed
        ? [
            paragraph(
              plain(`${names.nameOf(signed.by)} ký duyệt trên hệ thống lúc ${hourAndDay(signed.at)}.`),
            ),
            paragraph(plain('Mã của biên bản trong sổ ghi nhận (SHA-256):')),
            { kind: 'code' as const, lines: [facts.hash] },
          ]
        : []),
    ],
    cosignature: {
      authority: ['THƯ KÝ'],
      name: people.find(({ id }) => id === facts.writtenBy)?.name ?? null,
    },
    recipients: ['Người chủ trì', 'Lưu: VT, hồ sơ phiên họp'],
    signature: {
      authority: [signed && signed.by !== meeting.chair ? 'NGƯỜI DUYỆT' : 'NGƯỜI CHỦ TRÌ'],
      name: signer?.name ?? null,
    },
    madeAt: at,
    isDraft: signed === null,
  }
}

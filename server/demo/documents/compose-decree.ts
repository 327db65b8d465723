import { composeTable } from './compose-figures.ts'
import {
  decreeChapters,
  decreeClauses,
  decreePoints,
  firstClauses,
  pointIntroductions,
} from './decree-language.ts'
import type { DocumentBlock } from './document-block.ts'
import type { DocumentRequest } from './document-request.ts'
import { createMinistryVoice, type MinistryVoice } from './ministry-voice.ts'
import type { Dice } from './seeded-dice.ts'

const grounds = [
  'Căn cứ Luật Tổ chức Chính phủ;',
  'Căn cứ Luật Ban hành văn bản quy phạm pháp luật;',
  'Căn cứ Luật Ngân sách nhà nước;',
]

const chapterNumbers = ['I', 'II', 'III', 'IV', 'V']

/** Grounds, then chapters, articles, clauses and points; where pages are left, appendices with tables. */
export function* composeDecree(request: DocumentRequest, dice: Dice): Generator<DocumentBlock, never> {
  const year = Number(request.day.slice(0, 4))
  const voice = createMinistryVoice(request.title, year, dice)
  for (const ground of grounds) yield { kind: 'paragraph', text: ground, style: 'italic' }
  yield italic(`Theo đề nghị của ${request.agency};`)
  yield italic(`Chính phủ ban hành Nghị định ${lowerFirst(request.title)}.`)
  yield* composeChapters(Math.max(1, Math.min(7, Math.floor(request.pages / 4))), request, voice, dice)
  return yield* composeAppendices(year, voice, dice)
}

function* composeChapters(
  perArticle: number,
  { addedClause }: DocumentRequest,
  voice: MinistryVoice,
  dice: Dice,
): Generator<DocumentBlock> {
  const clauses = dice.inTurn(decreeClauses)
  let article = 0
  for (const [at, chapter] of decreeChapters.entries()) {
    yield { kind: 'heading', text: `Chương ${chapterNumbers[at]}\n${chapter.name}`, centred: true }
    for (const name of chapter.articles) {
      yield { kind: 'heading', text: `Điều ${++article}. ${name}`, centred: false }
      const count = perArticle + dice.between(1, 2)
      for (let clause = 1; clause <= count; clause++) {
        const hasPoints = clause > 1 && dice.next() < 0.18
        const first = clause === 1 ? firstClauses[name] : undefined
        if (hasPoints) yield* composePoints(clause, dice)
        else yield plain(`${clause}. ${first ?? voice.filled(clauses.next().value)}`)
      }
      if (addedClause?.article === article) yield plain(`${count + 1}. ${addedClause.text}`)
    }
  }
}

function* composePoints(clause: number, dice: Dice): Generator<DocumentBlock> {
  yield plain(`${clause}. ${dice.inTurn(pointIntroductions).next().value}`)
  const points = dice.shuffled(decreePoints).slice(0, 3)
  for (const [at, point] of points.entries())
    yield plain(`${'abc'.charAt(at)}) ${point}${at === points.length - 1 ? '.' : ';'}`)
}

function* composeAppendices(year: number, voice: MinistryVoice, dice: Dice): Generator<DocumentBlock, never> {
  const measures = dice.inTurn(voice.field.measures)
  let tables = 0
  for (let appendix = 1; ; appendix++) {
    const number = String(appendix).padStart(2, '0')
    yield {
      kind: 'heading',
      text: `PHỤ LỤC SỐ ${number}\nCHỈ TIÊU, SỐ LIỆU VỀ ${voice.field.name.toUpperCase()}`,
      centred: true,
    }
    for (let item = 1; item <= 12; item++) {
      yield plain(`${item}. ${voice.paragraph(2)}`)
      if (item % 3 === 0) yield composeTable(++tables, measures.next().value, year, dice)
    }
  }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const plain = (text: string): DocumentBlock => ({ kind: 'paragraph', text, style: 'regular' })
const italic = (text: string): DocumentBlock => ({ kind: 'paragraph', text, style: 'italic' })

import type { TextStyle } from '../typeset/page-mark.ts'
import type { Typeface } from '../typeset/typeface.ts'
import type { Run } from './official-paper.ts'

/** One line as it is set: runs of one style each, and whether it ends a paragraph (such a line is never stretched). */
export type Line = { readonly runs: readonly Run[]; readonly width: number; readonly endsParagraph: boolean }

export type LineMeasure = {
  readonly size: number
  readonly width: number
  /** Of each paragraph's first line. */
  readonly indent: number
}

/** What is not broken: a word, or a letter of one that is longer than a line. */
type Token = { readonly runs: readonly Run[]; readonly isWordStart: boolean }

/** Greedy; a line feed ends a paragraph, and a word longer than a line is broken where the line ends. */
export const breakLines = (typeface: Typeface, runs: readonly Run[], measure: LineMeasure): Line[] =>
  paragraphsOf(typeface, runs).flatMap((paragraph) => linesOf(typeface, paragraph, measure))

function linesOf(typeface: Typeface, runs: readonly Run[], { size, width, indent }: LineMeasure): Line[] {
  const widthOf = (part: readonly Run[]) =>
    part.reduce((sum, { style, text }) => sum + typeface.width(style, size, text), 0)
  const isTooLong = (token: Token) => widthOf(token.runs) > width - indent
  const tokens = wordsOf(runs).flatMap((word) => (isTooLong(word) ? lettersOf(word) : [word]))

  const lines: { runs: Run[]; width: number }[] = []
  let line: { runs: Run[]; width: number } = { runs: [], width: 0 }
  for (const token of tokens) {
    const last = line.runs.at(-1)
    const space: Run[] = last && token.isWordStart ? [{ style: last.style, text: ' ' }] : []
    const added = [...space, ...token.runs]
    const room = width - (lines.length === 0 ? indent : 0)
    if (last && line.width + widthOf(added) > room) {
      lines.push(line)
      line = { runs: [...token.runs], width: widthOf(token.runs) }
    } else {
      line.runs.push(...added)
      line.width += widthOf(added)
    }
  }
  lines.push(line)
  return lines.map(({ runs: set, width: used }, at) => ({
    runs: merged(set),
    width: used,
    endsParagraph: at === lines.length - 1,
  }))
}

/** A letter that the face does not have is told by its number: what somebody said is on paper to the letter, or it is seen that it is not. */
function shown(typeface: Typeface, style: TextStyle, text: string): string {
  if (typeface.hasAll(style, text)) return text
  let result = ''
  for (const character of text.replaceAll('\t', ' ')) {
    const code = character.codePointAt(0) ?? 0
    result += typeface.has(style, character) ? character : `[U+${code.toString(16).toUpperCase()}]`
  }
  return result
}

function paragraphsOf(typeface: Typeface, runs: readonly Run[]): Run[][] {
  const paragraphs: Run[][] = [[]]
  for (const { style, text } of runs) {
    for (const [at, part] of text.split('\n').entries()) {
      if (at > 0) paragraphs.push([])
      if (part !== '') paragraphs.at(-1)?.push({ style, text: shown(typeface, style, part) })
    }
  }
  return paragraphs
}

/** A word may be of several styles: "**Kết quả**:". */
function wordsOf(runs: readonly Run[]): Token[] {
  const words: Run[][] = []
  let isOpen = false
  for (const { style, text } of runs) {
    for (const [at, part] of text.split(' ').entries()) {
      if (at > 0) isOpen = false
      if (part === '') continue
      if (isOpen) words.at(-1)?.push({ style, text: part })
      else words.push([{ style, text: part }])
      isOpen = true
    }
  }
  return words.map((word) => ({ runs: word, isWordStart: true }))
}

const lettersOf = ({ runs }: Token): Token[] =>
  runs
    .flatMap(({ style, text }) => [...text].map((letter): Run => ({ style, text: letter })))
    .map((run, at) => ({ runs: [run], isWordStart: at === 0 }))

/** Neighbours of one style as one run, so that a line is written in few pieces. */
function merged(runs: readonly Run[]): Run[] {
  const result: { style: TextStyle; text: string }[] = []
  for (const { style, text } of runs) {
    const last = result.at(-1)
    if (last?.style === style) last.text += text
    else result.push({ style, text })
  }
  return result
}

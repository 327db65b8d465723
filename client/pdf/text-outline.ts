/** A heading found in the words of the pages themselves. */
export type Heading = {
  title: string
  /** As it stands on the page. */
  line: string
  /** 0 for the top. */
  level: number
  /** From 1. */
  page: number
}

const kinds = ['part', 'chapter', 'section', 'article', 'annex'] as const
type Kind = (typeof kinds)[number]

const number = String.raw`(?:[IVXLC]+|\d+)`
/** At the beginning of a line; an article has its stop behind the number, or it is only named there. */
const signs: Readonly<Record<Kind, RegExp>> = {
  part: new RegExp(
    String.raw`^(?:Phần|PHẦN)\s+(?:thứ\s+\p{L}+|THỨ\s+\p{L}+|[A-Z]|${number})(?![\p{L}\d])`,
    'u',
  ),
  chapter: new RegExp(String.raw`^(?:Chương|CHƯƠNG)\s+${number}(?![\p{L}\d])`, 'u'),
  section: new RegExp(String.raw`^(?:Mục|MỤC)\s+${number}(?![\p{L}\d])`, 'u'),
  article: /^(?:Điều|ĐIỀU)\s+\d+\p{L}?\s*[.:]/u,
  annex: new RegExp(String.raw`^(?:Phụ lục|PHỤ LỤC)(?:\s+(?:số\s+|SỐ\s+)?${number})?(?![\p{L}\d])`, 'u'),
}

const mostHeadings = 2000
const longestTitle = 140
/** One alone is no table of contents. */
const fewest = 2

/** Of a document that brings no table of contents: its parts, chapters, sections, articles and annexes, as acts of the State name them. */
export function headingsOf(pages: readonly (string | null)[]): Heading[] {
  const found: (Omit<Heading, 'level'> & { kind: Kind })[] = []
  for (const [at, text] of pages.entries()) {
    const lines = (text ?? '').split('\n')
    for (const [no, line] of lines.entries()) {
      const kind = found.length < mostHeadings ? kindOf(line) : null
      if (!kind) continue
      found.push({ kind, line, title: titleOf(kind, line, lines.slice(no + 1, no + 4)), page: at + 1 })
    }
  }
  if (found.length < fewest) return []
  const ranks = kinds.filter((kind) => kind !== 'annex' && found.some((each) => each.kind === kind))
  // An annex stands at the top.
  return found.map(({ kind, ...heading }) => ({ ...heading, level: Math.max(0, ranks.indexOf(kind)) }))
}

/** Null for what only names a heading ("Chương II của Luật này") and for lines of a printed table of contents. */
function kindOf(line: string): Kind | null {
  if (/\.{4,}|…{2,}|(?:\. ){4,}/.test(line)) return null
  for (const kind of kinds) {
    const sign = signs[kind].exec(line)?.[0]
    if (sign === undefined) continue
    const rest = line.slice(sign.length).trim()
    return kind === 'article' || rest === '' || /^[.:–-]/.test(rest) || isCapitals(rest) ? kind : null
  }
  return null
}

/** What a heading is about stands on its own line or the next, in capitals; that of an article goes on in small letters. */
function titleOf(kind: Kind, line: string, next: readonly string[]): string {
  let title = line.trim()
  for (const more of next.map((each) => each.trim())) {
    const goesOn = kind === 'article' ? /^\p{Ll}/u.test(more) && !/[.:;]$/.test(title) : isCapitals(more)
    if (!goesOn || kindOf(more) || title.length + more.length > longestTitle) break
    title = `${title}${/[.:–-]$/.test(title) || kind === 'article' || title !== line.trim() ? '' : '.'} ${more}`
  }
  return title.length > longestTitle ? `${title.slice(0, longestTitle).replace(/\s+\S*$/, '')}…` : title
}

const isCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)

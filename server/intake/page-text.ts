import { fromLegacyFont, type LegacyFont, legacyFontOf } from './legacy-font.ts'
import type { OpenPage } from './open-pdf.ts'

/** Longer is no page of text. UTF-16 units. */
const longestText = 200_000

/** Above this share of signs that stand for nothing, a text is garbage and no text. */
const garbageShare = 0.2

type Run = { font: LegacyFont | null; text: string }

/** The page's text, or null where nobody could read it. The fonts are known once the page has been drawn. */
export async function textOf(page: OpenPage): Promise<string | null> {
  const { items } = await page.getTextContent()
  const runs: Run[] = []
  let length = 0
  for (const item of items) {
    if (!('str' in item) || length > longestText) continue
    const text = item.hasEOL ? `${item.str}\n` : item.str
    const last = runs.at(-1)
    const font = item.str.trim() === '' ? (last?.font ?? null) : legacyFontOf(nameOf(page, item.fontName))
    // A letter may end one piece and its tone begin the next.
    if (last?.font === font) last.text += text
    else runs.push({ font, text })
    length += text.length
  }
  return tidy(runs.map(({ font, text }) => (font ? fromLegacyFont(text, font) : text)).join(''))
}

function nameOf(page: OpenPage, id: string): string {
  if (!page.commonObjs.has(id)) return ''
  const font: unknown = page.commonObjs.get(id)
  return typeof font === 'object' && font !== null && 'name' in font ? String(font.name) : ''
}

const invisible = /(?![\n\t])\p{Cc}|[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu
const garbage = /[\ue000-\uf8ff\ufffd]/g

/** Null for what holds no letter or number, or mostly signs that stand for nothing. */
function tidy(raw: string): string | null {
  const text = raw
    .slice(0, longestText)
    .toWellFormed()
    .replace(invisible, '')
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
  const seen = text.replace(/\s/g, '').length
  const lost = text.match(garbage)?.length ?? 0
  return /[\p{L}\p{N}]/u.test(text) && lost <= seen * garbageShare ? text : null
}

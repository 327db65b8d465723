import { describe, expect, test } from 'vitest'
import type { MinutesContent } from '../../shared/domain/minutes.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { sealedMaxBytes } from '../../shared/protocol/envelope.ts'
import { hashOpening } from './make-act.ts'
import {
  contentOfLines,
  minutesLines,
  minutesRoom,
  parseUnsent,
  prunedUnsent,
  type UnsentMinutes,
  withChosen,
  withNews,
  withText,
} from './minutes-sheet.ts'

const hashOf = (text: string) => hashOpening(text).commit
const section = (key: string, text: string, drafted = text) => ({
  ...{ key, title: `Mục ${key}`, text },
  drafted: hashOf(drafted),
})
const drafted = (opening: string, item = 'Bàn') => [
  { key: 'opening', title: 'Mục opening', text: opening },
  { key: 'item/a', title: 'Mục item/a', text: item },
  { key: 'closing', title: 'Mục closing', text: 'Hết' },
]
const storedOf = (opening: string, taken = opening): MinutesContent => ({
  sections: [section('opening', opening, taken), section('item/a', 'Bàn'), section('closing', 'Hết')],
})
const lineOf = (given: Parameters<typeof minutesLines>[0], key = 'opening') => {
  const line = minutesLines(given).find((one) => one.key === key)
  if (!line) throw new Error(`no ${key}`)
  return line
}

describe('minutes being written', () => {
  test('[M1] begin as what happened, all of it still to be stored', () => {
    const lines = minutesLines({ stored: null, drafted: drafted('Khai mạc'), unsent: {} })
    expect(lines.map(({ text, isUnsent, isEdited, news }) => [text, isUnsent, isEdited, news])).toEqual([
      ['Khai mạc', true, false, null],
      ['Bàn', true, false, null],
      ['Hết', true, false, null],
    ])
    expect(contentOfLines(lines)).toEqual(storedOf('Khai mạc'))
  })

  test('[O7] keep what was typed over what the Office holds, and forget it once the Office holds the same', () => {
    const stored = storedOf('Khai mạc')
    const given = { stored, drafted: drafted('Khai mạc'), unsent: {} }
    const unsent = withText({}, lineOf(given), 'Khai mạc đúng giờ ', stored)
    const line = lineOf({ ...given, unsent })
    expect(line).toMatchObject({ text: 'Khai mạc đúng giờ ', isEdited: true, isUnsent: true, clash: null })
    const next = contentOfLines(minutesLines({ ...given, unsent }))
    expect(next.sections[0]?.text).toBe('Khai mạc đúng giờ')
    expect(prunedUnsent(unsent, stored)).toEqual(unsent)
    expect(prunedUnsent(unsent, next)).toEqual({})
    expect(parseUnsent(JSON.parse(JSON.stringify(unsent)))).toEqual(unsent)
    expect(parseUnsent('nothing of the kind')).toEqual({})
  })

  test('[M1] what happened since is offered: it replaces nothing by itself, and is taken or only known', () => {
    const stored = storedOf('Khai mạc, sửa tay', 'Khai mạc')
    const given = { stored, drafted: drafted('Khai mạc. Bế mạc'), unsent: {} }
    const line = lineOf(given)
    expect(line).toMatchObject({ text: 'Khai mạc, sửa tay', isEdited: true, news: 'Khai mạc. Bế mạc' })
    const heard = (take: 'take' | 'keep') => lineOf({ ...given, unsent: withNews({}, line, take, stored) })
    expect(heard('take')).toMatchObject({
      text: 'Khai mạc. Bế mạc',
      isEdited: false,
      news: null,
      isUnsent: true,
    })
    expect(heard('keep')).toMatchObject({
      text: 'Khai mạc, sửa tay',
      isEdited: true,
      news: null,
      isUnsent: true,
    })
  })

  test('[O2] another secretary’s section is taken up where one wrote nothing, and shown beside one’s own where one did', () => {
    const before = storedOf('Khai mạc')
    const unsent = withText(
      {},
      lineOf({ stored: before, drafted: drafted('Khai mạc'), unsent: {} }),
      'của tôi',
      before,
    )
    const stored = {
      sections: [section('opening', 'của người khác', 'Khai mạc'), section('item/a', 'Bàn kỹ')],
    }
    const given = { stored, drafted: drafted('Khai mạc', 'Bàn kỹ'), unsent }
    expect(lineOf(given)).toMatchObject({ text: 'của tôi', clash: 'của người khác' })
    expect(lineOf(given, 'item/a')).toMatchObject({ text: 'Bàn kỹ', isUnsent: false, clash: null })
    const chosen = (whose: 'mine' | 'theirs'): UnsentMinutes =>
      withChosen(unsent, lineOf(given), whose, stored)
    expect(lineOf({ ...given, unsent: chosen('mine') })).toMatchObject({ text: 'của tôi', clash: null })
    expect(lineOf({ ...given, unsent: chosen('theirs') })).toMatchObject({
      text: 'của người khác',
      isUnsent: false,
    })
    // Typing on decides nothing.
    const typed = withText(unsent, lineOf(given), 'của tôi, thêm', stored)
    expect(lineOf({ ...given, unsent: typed }).clash).toBe('của người khác')
  })

  test('[M1] what was written of an item that is no longer on the agenda stays, before the end', () => {
    const stored = { sections: [...storedOf('Khai mạc').sections, section('item/gone', 'Đã rút')] }
    const keys = minutesLines({ stored, drafted: drafted('Khai mạc'), unsent: {} }).map(({ key }) => key)
    expect(keys).toEqual(['opening', 'item/a', 'item/gone', 'closing'])
  })
})

describe('minutes that grow long', () => {
  const linesOf = (texts: readonly string[]) =>
    minutesLines({
      stored: null,
      drafted: texts.map((text, i) => ({ key: `item/${i}`, title: `Nội dung ${i}`, text })),
      unsent: {},
    })

  test('[O6] a section too long is named while it is written', () => {
    const { tooLong, share } = minutesRoom(linesOf(['a'.repeat(40_001), 'Bàn']))
    expect(tooLong.map(({ key }) => key)).toEqual(['item/0'])
    expect(share).toBeLessThan(0.2)
  })

  test('[O6] what is said to fit is sealed and read as an act, and what goes beyond is said not to', async () => {
    const lineOf = (chars: number) => 'Đồng ý "thông qua".\n'.repeat(Math.ceil(chars / 20))
    const full = (chars: number) => linesOf(Array.from({ length: 10 }, () => lineOf(chars)))
    let chars = 30_000
    while (minutesRoom(full(chars)).share <= 1) chars += 500
    const fits = canonicalJson(contentOfLines(full(chars - 500)))
    const envelope = JSON.stringify({
      v: 1,
      bytes: 'x'.repeat(1000),
      sig: 'x'.repeat(88),
      openings: [hashOpening(fits)],
    })
    expect(utf8(envelope).length).toBeLessThan(sealedMaxBytes - 200)
    expect(utf8(envelope).length).toBeGreaterThan(sealedMaxBytes * 0.95)
  })
})

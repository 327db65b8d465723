import { z } from 'zod'
import { Hash, type MeetingId } from '../../shared/domain/id.ts'
import { type MinutesContent, type MinutesSection, minutesSectionMax } from '../../shared/domain/minutes.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { openingMaxChars, sealedMaxBytes } from '../../shared/protocol/envelope.ts'
import { hashOpening } from './make-act.ts'
import { words } from './typed-text.ts'

/**
 * Minutes while they are written: what the Office holds, over it what was typed here and not stored yet, beside it what the rows say
 * now. Nothing of the three is merged into another by itself, but where nobody has touched it.
 */

/** What the rows say, in the words of the minutes. */
export type DraftedSection = { key: string; title: string; text: string }

/** Typed here, kept on this device. `from`: the text at the Office from which it went on; null where the Office had none. */
const UnsentSection = z.strictObject({ text: z.string(), drafted: Hash, from: Hash.nullable() })
const UnsentMinutes = z.record(z.string(), UnsentSection)
export type UnsentMinutes = z.infer<typeof UnsentMinutes>

export const unsentName = (meeting: MeetingId): string => `minutes/${meeting}`

export const parseUnsent = (value: unknown): UnsentMinutes => UnsentMinutes.safeParse(value).data ?? {}

export type MinutesLine = MinutesSection & {
  /** Written by a person, and not only drafted. */
  isEdited: boolean
  /** Not at the Office yet. */
  isUnsent: boolean
  /** What somebody else stored meanwhile, under what was typed here. */
  clash: string | null
  /** What the rows say now, where that is not what was last taken in. */
  news: string | null
}

const hashOf = (text: string): Hash => hashOpening(text).commit

export function minutesLines(given: {
  stored: MinutesContent | null
  drafted: readonly DraftedSection[]
  unsent: UnsentMinutes
}): MinutesLine[] {
  const { drafted, unsent } = given
  const stored = new Map((given.stored?.sections ?? []).map((section) => [section.key, section]))
  const known = new Set(drafted.map(({ key }) => key))
  // What is no longer on the agenda was written all the same.
  const gone = [...stored.values()].filter(({ key }) => !known.has(key))
  const lines = [...drafted, ...gone].map(({ key, title }): MinutesLine => {
    const now = drafted.find((section) => section.key === key)?.text ?? null
    const held = stored.get(key)
    const mine = unsent[key]
    const base = held ?? { text: now ?? '', drafted: hashOf(now ?? '') }
    const { text, drafted: taken } = mine ?? base
    return {
      ...{ key, title, text, drafted: taken },
      isEdited: hashOf(text) !== taken,
      isUnsent: mine !== undefined || held === undefined,
      clash: mine && held && mine.from !== hashOf(held.text) && held.text !== mine.text ? held.text : null,
      news: now !== null && hashOf(now) !== taken && now !== text ? now : null,
    }
  })
  const isLast = ({ key }: MinutesLine) => key === 'closing'
  return [...lines.filter((line) => !isLast(line)), ...lines.filter(isLast)]
}

const heldText = (stored: MinutesContent | null, key: string): Hash | null => {
  const held = stored?.sections.find((section) => section.key === key)
  return held ? hashOf(held.text) : null
}

/** Typed into a section. */
export function withText(
  unsent: UnsentMinutes,
  line: MinutesLine,
  text: string,
  stored: MinutesContent | null,
): UnsentMinutes {
  const from = unsent[line.key]?.from ?? heldText(stored, line.key)
  return { ...unsent, [line.key]: { text, drafted: line.drafted, from } }
}

/** What the rows say now, instead of what stood there; or only known, and what stood there kept. */
export function withNews(
  unsent: UnsentMinutes,
  line: MinutesLine,
  take: 'take' | 'keep',
  stored: MinutesContent | null,
): UnsentMinutes {
  if (line.news === null) return unsent
  const text = take === 'take' ? line.news : line.text
  const from = unsent[line.key]?.from ?? heldText(stored, line.key)
  return { ...unsent, [line.key]: { text, drafted: hashOf(line.news), from } }
}

/** Of two texts of a section the one that goes on: one's own over the other's, or theirs. */
export function withChosen(
  unsent: UnsentMinutes,
  { key }: MinutesLine,
  whose: 'mine' | 'theirs',
  stored: MinutesContent | null,
): UnsentMinutes {
  const mine = unsent[key]
  if (!mine) return unsent
  if (whose === 'mine') return { ...unsent, [key]: { ...mine, from: heldText(stored, key) } }
  const { [key]: _, ...rest } = unsent
  return rest
}

/** What is at the Office needs no copy here. */
export const prunedUnsent = (unsent: UnsentMinutes, stored: MinutesContent | null): UnsentMinutes =>
  Object.fromEntries(
    Object.entries(unsent).filter(([key, { text, drafted }]) => {
      const held = stored?.sections.find((section) => section.key === key)
      return !held || words(text) !== held.text || drafted !== held.drafted
    }),
  )

export const contentOfLines = (lines: readonly MinutesLine[]): MinutesContent => ({
  sections: lines.map(({ key, title, text, drafted }) => ({ key, title, text: words(text), drafted })),
})

/** For the act itself, its signature and its seal. */
const sealingRoom = 4_000

/** What is too long to be stored, known while it is written: of one section, and of all of them together. */
export function minutesRoom(lines: readonly MinutesLine[]): { tooLong: MinutesLine[]; share: number } {
  const value = canonicalJson(contentOfLines(lines))
  const bytes = utf8(JSON.stringify(value)).length + sealingRoom
  return {
    tooLong: lines.filter(({ text }) => words(text).length > minutesSectionMax),
    share: Math.max(bytes / sealedMaxBytes, value.length / openingMaxChars),
  }
}

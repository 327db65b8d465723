import { useEffect, useMemo, useRef, useState } from 'react'
import type { MeetingId } from '../../../shared/domain/id.ts'
import { minutesFacts } from '../../app/minutes-facts.ts'
import {
  type MinutesLine,
  minutesLines,
  parseUnsent,
  prunedUnsent,
  type UnsentMinutes,
  unsentName,
  withChosen,
  withNews,
  withText,
} from '../../app/minutes-sheet.ts'
import { useVietnamese } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { useKept } from '../use-kept.ts'
import { draftedSections } from './drafted-sections.ts'

export type MinutesInHand = {
  /** Null before the session was opened. */
  lines: MinutesLine[] | null
  isChanged: boolean
  hasClash: boolean
  /** False once this device could not write it down. */
  isKept: boolean
  setText(line: MinutesLine, text: string): void
  hear(line: MinutesLine, take: 'take' | 'keep'): void
  /** What happened since, into all that nobody has written in. */
  hearAll(): void
  choose(line: MinutesLine, whose: 'mine' | 'theirs'): void
  discard(): void
}

/** Minutes being written: on the screen at once, on this device with every letter, until the Office holds the same (O7). */
export function useMinutesSheet(meeting: MeetingId): MinutesInHand {
  const app = useApp()
  const { drafts, copy, identity } = app
  const vi = useVietnamese()
  const name = unsentName(meeting)
  const [unsent, setUnsent] = useState(() => parseUnsent(drafts.of(name)))
  const { isKept, keep } = useKept(name)
  const version = copy.version()
  const stored = app.minutes.get(meeting)?.content ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are read again when the copy's version moves
  const drafted = useMemo(() => {
    const facts = minutesFacts(meeting, { copy, me: identity, clock: { now: app.now } })
    return facts && draftedSections(facts, vi)
  }, [version, meeting, vi])
  const lines = useMemo(() => drafted && minutesLines({ stored, drafted, unsent }), [drafted, stored, unsent])
  const latest = useRef(unsent)
  const put = (next: UnsentMinutes) => {
    latest.current = next
    setUnsent(next)
    keep(Object.keys(next).length === 0 ? null : next)
  }
  // What the Office has received needs no copy here.
  useEffect(() => {
    const next = prunedUnsent(latest.current, stored)
    if (Object.keys(next).length === Object.keys(latest.current).length) return
    latest.current = next
    setUnsent(next)
    keep(Object.keys(next).length === 0 ? null : next)
  }, [stored, keep])
  return {
    lines,
    isChanged: lines?.some(({ isUnsent }) => isUnsent) ?? false,
    hasClash: lines?.some(({ clash }) => clash !== null) ?? false,
    isKept,
    setText: (line, text) => put(withText(latest.current, line, text, stored)),
    hear: (line, take) => put(withNews(latest.current, line, take, stored)),
    hearAll: () =>
      put(
        (lines ?? [])
          .filter(({ news, isEdited }) => news !== null && !isEdited)
          .reduce((sofar, line) => withNews(sofar, line, 'take', stored), latest.current),
      ),
    choose: (line, whose) => put(withChosen(latest.current, line, whose, stored)),
    discard: () => put({}),
  }
}

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AgendaItemId, Hash, MeetingId } from '../../../shared/domain/id.ts'
import type { EditorItem } from '../../app/agenda-item-editing.ts'
import type { EditorMeeting } from '../../app/meeting-editing.ts'
import {
  isNothing,
  type KeptSheet,
  type MeetingSheet,
  nothingKept,
  overtaken,
  parseKept,
  pruned,
  sheetName,
  sheetOver,
  withItem,
  withMeeting,
  withMovedItem,
  withoutItem,
  withoutSent,
  withStored,
} from '../../app/meeting-sheet.ts'
import { useApp } from '../app-context.tsx'
import { useKept } from '../use-kept.ts'

export type SheetInHand = {
  base: MeetingSheet
  sheet: MeetingSheet
  kept: KeptSheet
  isChanged: boolean
  /** False once this device could not write it down. */
  isKept: boolean
  /** Somebody else stored another text of a part that was written here. */
  isOvertaken: boolean
  setMeeting(part: Partial<EditorMeeting>): void
  /** Goes on from what stands then, since several changes may come within one drawing. */
  patchItem(id: AgendaItemId, change: (item: EditorItem) => Partial<EditorItem>): void
  addItem(item: EditorItem): void
  removeItem(id: AgendaItemId): void
  moveItem(from: number, to: number): void
  /** The Office holds this part by this print; null stands for the meeting itself. */
  markStored(part: AgendaItemId | null, print: Hash): void
  /** All of it was accepted; whoever leaves before the feed brings it leaves nothing behind. */
  forgetSent(sent: KeptSheet): void
  /** As it was: for undoing. */
  put(kept: KeptSheet): void
  discard(): void
}

/** A meeting being written: on the screen at once, on this device with every letter, until the Office holds the same (O7). */
export function useMeetingSheet(meeting: MeetingId, base: MeetingSheet): SheetInHand {
  const { drafts } = useApp()
  const name = sheetName(meeting)
  const [kept, setKept] = useState(() => parseKept(drafts.of(name)) ?? nothingKept)
  const { isKept, keep } = useKept(name)
  const latest = useRef(kept)
  const held = useRef(base)
  held.current = base
  const put = useCallback(
    (next: KeptSheet) => {
      latest.current = next
      setKept(next)
      keep(isNothing(next) ? null : next)
    },
    [keep],
  )
  // What the Office has received needs no copy here; what is on the screen goes on from there.
  useEffect(() => {
    const next = pruned(base, latest.current)
    const isLess =
      next.meeting !== latest.current.meeting ||
      next.items.length < latest.current.items.length ||
      next.dropped.length < latest.current.dropped.length
    if (isLess) put(next)
  }, [base, put])
  // The same functions at each drawing, so that parts of which nothing was written are left alone.
  const hands = useMemo(
    () => ({
      setMeeting: (part: Partial<EditorMeeting>) => put(withMeeting(held.current, latest.current, part)),
      patchItem: (id: AgendaItemId, change: (item: EditorItem) => Partial<EditorItem>) => {
        const item = sheetOver(held.current, latest.current).items.find((each) => each.id === id)
        if (item) put(withItem(held.current, latest.current, { ...item, ...change(item) }))
      },
      addItem: (item: EditorItem) => put(withItem(held.current, latest.current, item)),
      removeItem: (id: AgendaItemId) => put(withoutItem(held.current, latest.current, id)),
      moveItem: (from: number, to: number) => put(withMovedItem(held.current, latest.current, from, to)),
      markStored: (part: AgendaItemId | null, print: Hash) => put(withStored(latest.current, part, print)),
      forgetSent: (sent: KeptSheet) => put(withoutSent(latest.current, sent)),
      discard: () => put(nothingKept),
    }),
    [put],
  )

  return {
    base,
    sheet: sheetOver(base, kept),
    kept,
    isChanged: !isNothing(kept),
    isKept,
    isOvertaken: overtaken(base, kept).length > 0,
    ...hands,
    put,
  }
}

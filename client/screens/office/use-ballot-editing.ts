import { useEffect, useRef, useState } from 'react'
import type { BallotId } from '../../../shared/domain/id.ts'
import { type BallotEditing, editingName, isSameEditing, parseEditing } from '../../app/ballot-editing.ts'
import { useApp } from '../app-context.tsx'
import { useKept } from '../use-kept.ts'

export type EditingInHand = {
  editing: BallotEditing
  /** What the Office holds, or a blank sheet. */
  base: BallotEditing
  isChanged: boolean
  /** False once this device could not write it down. */
  isKept: boolean
  /** Somebody else stored another text since this one was begun. */
  isOvertaken: boolean
  change(part: Partial<BallotEditing>): void
  /** Back to what the Office holds. */
  discard(): void
}

/** A ballot being written: on the screen at once, on this device with every letter, until the Office holds the same (O7). */
export function useBallotEditing(ballot: BallotId, base: BallotEditing): EditingInHand {
  const { drafts } = useApp()
  const name = editingName(ballot)
  const [editing, setEditing] = useState(() => parseEditing(drafts.of(name)) ?? base)
  const { isKept, keep } = useKept(name)
  const latest = useRef(editing)
  const set = (next: BallotEditing) => {
    latest.current = next
    setEditing(next)
    keep(isSameEditing(next, base) ? null : next)
  }
  const isChanged = !isSameEditing(editing, base)
  // What the Office has received needs no copy here; what is on the screen goes on from there.
  const isBehind = !isChanged && editing.basedOn !== base.basedOn
  const isSurplus = !isChanged && drafts.of(name) !== undefined
  useEffect(() => {
    if (isBehind) {
      latest.current = base
      setEditing(base)
    }
    if (isSurplus) keep(null)
  }, [isBehind, isSurplus, base, keep])

  return {
    editing,
    base,
    isChanged,
    isKept,
    isOvertaken: isChanged && editing.basedOn !== base.basedOn,
    change: (part) => set({ ...latest.current, ...part }),
    discard: () => set(base),
  }
}

import { useRef, useState } from 'react'
import {
  type ConclusionDraft,
  conclusionDraftName,
  draftOver,
  parseConclusionDraft,
} from '../../app/conclusion-draft.ts'
import type { SessionItem } from '../../app/item-session.ts'
import { useApp } from '../app-context.tsx'
import { useKept } from '../use-kept.ts'

/** A conclusion being written: on the screen at once, on this device with every letter, until it is signed or given up (O7). */
export function useConclusionDraft({ item, row, conclusion }: SessionItem) {
  const { drafts } = useApp()
  const name = conclusionDraftName(item.meeting, item.id)
  const { isKept, keep } = useKept(name)
  const standing = draftOver(row, conclusion)
  const [draft, setDraft] = useState(() => parseConclusionDraft(drafts.of(name)) ?? standing)
  const latest = useRef(draft)
  const put = (next: ConclusionDraft) => {
    latest.current = next
    setDraft(next)
    keep(next)
  }
  return {
    draft,
    isKept,
    /** M11: somebody else, or oneself on another device, has concluded since this was begun. */
    overtakenBy: draft.basedOn === standing.basedOn ? null : (row.conclusions.at(-1) ?? null),
    change: (part: Partial<Omit<ConclusionDraft, 'basedOn'>>) => put({ ...latest.current, ...part }),
    takeTheirs: () => put(standing),
    keepMine: () => put({ ...latest.current, basedOn: standing.basedOn }),
    /** Signed, or nothing to keep. */
    forget: () => keep(null),
  }
}

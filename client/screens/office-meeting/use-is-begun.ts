import { useEffect } from 'react'
import { isNothing, parseKept, pruned, sheetName, sheetOf } from '../../app/meeting-sheet.ts'
import type { OfficeMeetingView } from '../../app/office-meeting.ts'
import { useApp } from '../app-context.tsx'

/** Whether something of the meeting waits on this device. What the Office received after the editor was left is forgotten here. */
export function useIsBegun(view: OfficeMeetingView): boolean {
  const { drafts } = useApp()
  const name = sheetName(view.meeting.id)
  const draft = drafts.of(name)
  const kept = parseKept(draft)
  const base = kept && sheetOf(view)
  const isReceived = kept !== null && base !== null && isNothing(pruned(base, kept))
  useEffect(() => {
    if (isReceived) void drafts.keep(name, null)
  }, [isReceived, drafts, name])
  return draft !== undefined && !isReceived
}

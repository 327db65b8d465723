import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { AgendaItemId, MeetingId } from '../../../shared/domain/id.ts'
import type { ShownPage } from '../../app/live-port.ts'
import type { Presenting, PresentingState } from '../../app/presenting.ts'
import { useApp } from '../app-context.tsx'

/** `away`: follows, and looks elsewhere for now. */
type Following = 'no' | 'with' | 'away'

export type LeadWork = {
  state: PresentingState
  following: Following
  hasOpen: boolean
  follow(following: Following): void
  present(isOn: boolean): void
  to: ShownPage | null
  onPlace(page: ShownPage | null, isByHand: boolean): void
}

const keyOf = (page: ShownPage | null): string => (page ? `${page.file} ${page.page}` : '')

const nobody: PresentingState = { isUp: false, mayPresent: false, isPresenting: false, leader: null }
const noListener = () => () => {}
const noState = () => nobody

/** Leading and being led through the papers of the item that is discussed; null for any other item (M5). */
export function useLead(meeting: MeetingId, item: AgendaItemId, isCurrent: boolean): LeadWork | null {
  const { openPresenting } = useApp()
  const [presenting, setPresenting] = useState<Presenting | null>(null)
  const [following, follow] = useState<Following>('no')
  const [here, setHere] = useState<ShownPage | null>(null)
  /** Where one has been led to: only from there can one leave. */
  const arrived = useRef('')
  useEffect(() => {
    if (!isCurrent) return
    const opened = openPresenting(meeting, item)
    setPresenting(opened)
    return () => {
      setPresenting(null)
      opened.close()
    }
  }, [openPresenting, meeting, item, isCurrent])
  const state = useSyncExternalStore(presenting?.subscribe ?? noListener, presenting?.state ?? noState)
  useEffect(() => presenting?.at(here), [presenting, here])
  if (!isCurrent || presenting === null) return null
  const { leader } = state
  return {
    state,
    following,
    hasOpen: here !== null,
    follow: (next) => {
      arrived.current = ''
      follow(next)
    },
    present: (isOn) => {
      follow('no')
      presenting.present(isOn)
    },
    to: following === 'with' ? leader && { file: leader.file, page: leader.page } : null,
    onPlace: (page, isByHand) => {
      if (keyOf(page) !== keyOf(here)) setHere(page)
      if (following !== 'with' || leader === null) return
      if (keyOf(page) === keyOf(leader)) arrived.current = keyOf(leader)
      else if (isByHand && arrived.current === keyOf(leader)) follow('away')
    },
  }
}

import { type RefObject, useEffect, useRef, useState } from 'react'

export type EditorStep = 'store' | 'send'

type EditorStepsProps = {
  /** The Office holds what is on the screen. */
  isStored: boolean
  /** What is missing for the step is shown from now on. @returns whether nothing is. */
  onAsk: (step: EditorStep) => boolean
  /** @returns whether the Office holds it now. */
  store: () => Promise<boolean>
  onStored: () => void
}

/** A draft goes out, or a change of what has gone out already. */
type EditorSheet = 'submit' | 'change'

type EditorSteps = {
  /** Where what is missing is listed. */
  list: RefObject<HTMLDivElement | null>
  sheet: EditorSheet | null
  closeSheet: () => void
  /** It is being stored in order to be submitted. */
  goesOn: boolean
  run: (then: 'stay' | 'submit') => Promise<void>
  askChange: () => void
}

/** What an editor of a ballot or of a meeting does with its draft: stores it, and submits what is stored. */
export function useEditorSteps({ isStored, onAsk, store, onStored }: EditorStepsProps): EditorSteps {
  const [sheet, setSheet] = useState<EditorSheet | null>(null)
  const [goesOn, setGoesOn] = useState(false)
  const [tried, setTried] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  // What is missing stands at the top, and whoever asks stands at the foot.
  useEffect(() => {
    if (tried > 0) list.current?.scrollIntoView({ block: 'nearest' })
  }, [tried])
  // Submitting names the draft that the Office holds: it waits until that is the one on the screen.
  useEffect(() => {
    if (!goesOn || !isStored) return
    setGoesOn(false)
    setSheet('submit')
  }, [goesOn, isStored])

  const ask = (step: EditorStep): boolean => {
    const isFit = onAsk(step)
    if (!isFit) setTried(tried + 1)
    return isFit
  }
  const run = async (then: 'stay' | 'submit') => {
    if (!ask(then === 'submit' ? 'send' : 'store')) return
    if (isStored && then === 'submit') return setSheet('submit')
    if (!(await store())) return
    if (then === 'submit') setGoesOn(true)
    else onStored()
  }
  const askChange = () => {
    if (ask('send')) setSheet('change')
  }
  return { list, sheet, closeSheet: () => setSheet(null), goesOn, run, askChange }
}

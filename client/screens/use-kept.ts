import { useCallback, useEffect, useRef, useState } from 'react'
import { useApp } from './app-context.tsx'

/** What is being written, kept by name on this device with every letter (O7); null where nothing is left to keep. */
export function useKept(name: string) {
  const { drafts } = useApp()
  const [isKept, setKept] = useState(true)
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const keep = useCallback(
    (value: object | null) => {
      void drafts.keep(name, value).then((done) => {
        if (isHere.current) setKept(done)
      })
    },
    [drafts, name],
  )
  /** `isKept` is false once this device could not write it down. */
  return { isKept, keep }
}

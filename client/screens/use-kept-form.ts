import { useRef, useState } from 'react'
import { useApp } from './app-context.tsx'
import { useKept } from './use-kept.ts'

type KeptForm<T> = {
  form: T
  /** False once this device could not write it down. */
  isKept: boolean
  change(part: Partial<T>): void
  /** Signed: nothing is being written any more. */
  forget(): void
}

/** What stands in the fields of a sheet: on this device with every letter, and there again when the sheet is (O7). */
export function useKeptForm<T extends object>(
  name: string,
  blank: T,
  parse: (value: unknown) => T | null,
): KeptForm<T> {
  const { drafts } = useApp()
  const { isKept, keep } = useKept(name)
  const [form, setForm] = useState(() => parse(drafts.of(name)) ?? blank)
  const latest = useRef(form)
  return {
    form,
    isKept,
    change: (part) => {
      const next = { ...latest.current, ...part }
      latest.current = next
      setForm(next)
      keep(JSON.stringify(next) === JSON.stringify(blank) ? null : next)
    },
    forget: () => {
      latest.current = blank
      setForm(blank)
      keep(null)
    },
  }
}

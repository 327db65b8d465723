import { useState } from 'react'
import type { OpenApp } from '../app/open-app.ts'
import { useApp } from './app-context.tsx'

/** By list; what is sought may quote a title: it stands in no address, and is forgotten with the lock. */
const soughtIn = new WeakMap<OpenApp, Map<string, string>>()

/** What was last looked for in a list, still there on the way back from what was opened. */
export function useSoughtText(list: string): [string, (text: string) => void] {
  const app = useApp()
  const [text, setText] = useState(soughtIn.get(app)?.get(list) ?? '')
  return [
    text,
    (next) => {
      const known = soughtIn.get(app) ?? new Map<string, string>()
      soughtIn.set(app, known.set(list, next))
      setText(next)
    },
  ]
}

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { OpenApp } from '../app/open-app.ts'

/** The unlocked application as React sees it: one subscription for all screens, and a beat for what depends on the hour. */
type Pulse = {
  app: OpenApp
  subscribe(listener: () => void): () => void
  beats(): number
  start(): () => void
}

/** Hours left are shown in minutes at the finest. */
const beatMs = 30_000

const PulseContext = createContext<Pulse | null>(null)

function createPulse(app: OpenApp): Pulse {
  const listeners = new Set<() => void>()
  let beats = 0
  const beat = () => {
    beats += 1
    for (const listener of [...listeners]) listener()
  }
  return {
    app,
    beats: () => beats,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start: () => {
      const end = app.subscribe(beat)
      const timer = setInterval(beat, beatMs)
      // What changed between drawing and subscribing.
      beat()
      return () => {
        clearInterval(timer)
        end()
      }
    },
  }
}

export function AppProvider({ app, children }: { app: OpenApp; children: ReactNode }) {
  const [pulse] = useState(() => createPulse(app))
  useEffect(() => pulse.start(), [pulse])
  return <PulseContext value={pulse}>{children}</PulseContext>
}

function usePulse(): Pulse {
  const pulse = useContext(PulseContext)
  if (!pulse) throw new Error('useApp outside AppProvider')
  return pulse
}

export const useApp = (): OpenApp => usePulse().app

/** Draws the component again with every change of what the application holds, and twice a minute; the number compares. */
export function useAppVersion(): number {
  const { subscribe, beats } = usePulse()
  return useSyncExternalStore(subscribe, beats)
}

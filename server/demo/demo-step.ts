import type { Instant } from '../../shared/lib/time.ts'
import type { ActDraft } from './software-device.ts'

/** What happened, in order of the hours: somebody acted, or the server's clock closed what was due. */
export type DemoStep = {
  at: Instant
  /** Names the act for ever: the same step gets the same act id when loading is resumed. */
  label: string
  by: string
  draft: ActDraft
  /** Labels of the acts that this one revises. */
  prev: readonly string[]
}

import type { Standpoint } from './event.ts'
import type { HandedPaper } from './handed-paper.ts'
import type { MeetingEvent } from './meeting-event.ts'

/** The row of a handed paper after one event. */
export function applyToHandedPaper(
  before: HandedPaper | undefined,
  event: MeetingEvent,
  { at }: Standpoint,
): HandedPaper {
  if (event.kind === 'paper-handed-out') {
    const { meeting, item, paper, person, copy, by } = event
    const copies = [...(before?.copies ?? []), { copy, by, at, returned: null }]
    return { kind: 'handed-paper', meeting, item, paper, person, copies }
  }
  if (event.kind !== 'paper-returned' || !before) {
    throw new Error(`event ${event.kind} does not apply to a handed paper`)
  }
  const { copy, by } = event
  return {
    ...before,
    copies: before.copies.map((one) =>
      one.copy === copy && one.returned === null ? { ...one, returned: { by, at } } : one,
    ),
  }
}

import type { NoteHub, NoteStore } from '../../app/note-ports.ts'
import { createNoteHub } from '../notes.ts'
import { createSeededRandom } from './seeded-random.ts'

/** Notes of a tablet that never has a line: for schedules and stages that are about something else. */
export function createOfflineNotes(
  store: NoteStore,
  parts: Pick<Parameters<typeof createNoteHub>[0], 'clock'>,
): NoteHub {
  const hub = createNoteHub({
    ...parts,
    store,
    random: createSeededRandom(),
    timers: { after: () => () => {} },
    network: { subscribe: () => () => {} },
    serverUrl: '',
    WebSocket,
  })
  return { ...hub, exchange: () => {} }
}

import { createNotesDocument } from '../../client/sync/notes-document.ts'
import { writeHeavyNotes } from '../../client/sync/testing/heavy-notes.ts'
import { createSeededRandom } from '../../client/sync/testing/seeded-random.ts'
import { instant } from '../../shared/lib/time.ts'
import type { Figure } from './reader-report.ts'

const most = 200_000

/** What a heavily marked dossier's notes take: as they are kept, and as they crossed the wire one by one. */
export function measureNotes(): Figure[] {
  let sent = 0
  const document = createNotesDocument({
    clock: { now: () => instant(1000) },
    random: createSeededRandom(1),
    onUpdate: (update) => {
      sent += update.length
    },
    onChange: () => {},
  })
  writeHeavyNotes(document)
  const figure = (metric: string, ours: number): Figure => ({
    metric,
    unit: 'bytes',
    stock: null,
    ours,
    target: { text: '< 200,000', holds: ours < most },
  })
  return [
    figure('notes of 300 strokes, 100 highlights, 50 notes, kept', document.snapshot().length),
    figure('the same, sent', sent),
  ]
}

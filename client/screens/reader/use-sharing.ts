import type { PersonId } from '../../../shared/domain/id.ts'
import type { ShownAnnotation } from '../../app/annotation-handle.ts'
import { isSharing } from '../../app/note-layers.ts'
import { useWords } from '../../ui/i18n.ts'
import { useToast } from '../../ui/toast.tsx'
import { useApp } from '../app-context.tsx'
import type { Marks } from './use-marks.ts'

/** More would not fit the line that they are said in. */
const mostNames = 1

/**
 * Opens the shared layer to these people, a private note moved into it; says how far that has come (O1), and takes it back
 * at a touch.
 * @returns false where it could not be saved here
 */
export function useSharing(marks: Marks) {
  const app = useApp()
  const { t } = useWords()
  const toast = useToast()
  const { handle, document: noted } = marks
  const { dossier } = noted
  const isOnItsWay = () => app.copy.outbox().some(({ act }) => isSharing(act, dossier, noted.document))

  return async (readers: readonly PersonId[], note: ShownAnnotation | null): Promise<boolean> => {
    const before = app.annotations.readers(dossier, noted.document)
    const isSame = readers.length === before.length && readers.every((person) => before.includes(person))
    if (!isSame && !(await app.annotations.share(dossier, noted.document, readers)).ok) {
      toast.say('urgent', t('notes.share.failed'))
      return false
    }
    const moved = note ? handle.move([note.id], 'shared') : []
    const reach = (): 'done' | 'waiting' | 'sending' => {
      if (!isOnItsWay() && (note === null || handle.sync('shared').kind === 'synced')) return 'done'
      return app.status().kind === 'offline' || app.status().kind === 'server-silent' ? 'waiting' : 'sending'
    }
    const whom = () => {
      if (readers.length === 0) return t('notes.share.stopped')
      if (readers.length > mostNames) return t('notes.share.doneMany', { count: readers.length })
      return t('notes.share.done', { names: namesOf(app, readers) })
    }
    const words = (now: ReturnType<typeof reach>) => (now === 'done' ? whom() : t(`notes.share.${now}`))
    const undo = () => {
      end()
      const mayBeRead = reach() === 'done' && readers.length > 0
      if (moved.length > 0) handle.move(moved, 'private')
      if (!isSame) void app.annotations.share(dossier, noted.document, before)
      toast.say('good', t(`notes.share.${mayBeRead ? 'undoneLate' : note ? 'undone' : 'undoneLayer'}`))
    }
    let said = reach()
    const shown = toast.offerUndo(words(said), undo)
    const look = () => {
      const now = reach()
      if (now === said) return
      said = now
      shown.becomes('good', words(now))
      if (now === 'done') end()
    }
    const ends = [app.subscribe(look), handle.subscribe(look)]
    const end = () => {
      for (const each of ends.splice(0)) each()
    }
    if (said === 'done') end()
    return true
  }
}

/** Whom it is about, as they are called. */
export function namesOf({ copy }: ReturnType<typeof useApp>, people: readonly PersonId[]): string {
  return people.map((person) => copy.reader.get('person', `person/${person}`)?.name ?? '').join(', ')
}

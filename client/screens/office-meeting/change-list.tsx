import type { TFunction } from 'i18next'
import type { ItemPart, MeetingChange } from '../../app/meeting-changes.ts'
import { useWords } from '../../ui/i18n.ts'
import { type Directory, useDirectory } from '../use-directory.ts'
import { spanWords } from './span-words.ts'

/** What will be otherwise, one line each. */
export function ChangeList({ changes }: { changes: readonly MeetingChange[] }) {
  const { t } = useWords()
  const directory = useDirectory()
  return (
    <section aria-label={t('agenda.changes.title')}>
      <h3>{t('agenda.changes.title')}</h3>
      <ul className="ec-meeting-changes">
        {changes.map((change) => (
          <li
            key={`${change.kind} ${'item' in change ? change.item : 'field' in change ? change.field : ''}`}
          >
            {changeWords(t, change, directory)}
            {change.kind === 'item' && (
              <ul>
                {change.parts.map((part) => (
                  <li key={JSON.stringify(part)}>{partWords(t, part, directory)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function changeWords(t: TFunction, change: MeetingChange, { nameOf }: Directory): string {
  switch (change.kind) {
    case 'words': {
      const both = t('agenda.changes.fromTo', { was: change.was, is: change.is })
      return `${t(`agenda.changes.words.${change.field}`)}: ${both}`
    }
    case 'hours': {
      const words = ({ from, to }: typeof change.was) =>
        from === null || to === null ? t('agenda.changes.none') : spanWords(t, from, to)
      return t('agenda.changes.hours', { was: words(change.was), is: words(change.is) })
    }
    case 'chair': {
      const name = (person: typeof change.was) =>
        person === null ? t('agenda.changes.none') : nameOf(person)
      return t('agenda.changes.chair', { was: name(change.was), is: name(change.is) })
    }
    default:
      return t(`agenda.changes.${change.kind}`, { no: change.no, title: change.title })
  }
}

function partWords(t: TFunction, part: ItemPart, { agencyOf }: Directory): string {
  const both = (was: string, is: string) => t('agenda.changes.fromTo', { was, is })
  switch (part.kind) {
    case 'title':
    case 'presenter':
      return t(`agenda.changes.part.${part.kind}`, { change: both(part.was, part.is) })
    case 'minutes':
      return t('agenda.changes.part.minutes', { change: both(`${part.was}`, `${part.is}`) })
    case 'agency': {
      const name = (agency: typeof part.was) =>
        agency === null ? t('agenda.changes.none') : agencyOf(agency)
      return t('agenda.changes.part.agency', { change: both(name(part.was), name(part.is)) })
    }
    case 'document-added':
    case 'document-removed':
    case 'document-replaced':
    case 'document-renamed':
      return t(`agenda.changes.part.${part.kind}`, { title: part.title })
    default:
      return t(`agenda.changes.part.${part.kind}`)
  }
}

import type { PersonId } from '../../../shared/domain/id.ts'
import type { ItemSession } from '../../../shared/domain/item-session.ts'
import { formatHour } from '../../../shared/lib/time.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { useDirectory } from '../use-directory.ts'

/** What a chair's tablet wrote down while the server was away, by that tablet's hours (M8, O8); a former chair is named (M11). */
export function RecordList({ row: { records }, chair }: { row: ItemSession; chair: PersonId }) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  if (records.length === 0) return null
  return (
    <section className="ec-console-part">
      <h3>{t('session.console.local.list')}</h3>
      <ul className="ec-console-records">
        {records.map(({ act, by, what, person, from, noteCommit }) => {
          const note = app.copy.opened(noteCommit) ?? ''
          const name = person === null ? '' : nameOf(person)
          return (
            <li key={act}>
              <time>{formatHour(from)}</time> {t(`session.console.local.of.${what}`, { name })}
              {note !== '' && `: ${note}`}
              {by !== chair && ` (${nameOf(by)})`}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

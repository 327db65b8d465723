import type { ConclusionContent } from '../../shared/domain/item-session.ts'
import { formatDay } from '../../shared/lib/time.ts'
import { useWords } from '../ui/i18n.ts'
import { useDirectory } from './use-directory.ts'

/** Who is to do what until when, by a conclusion (M9). */
export function AssignmentList({ assignments }: Pick<ConclusionContent, 'assignments'>) {
  const { t } = useWords()
  const { agencyOf } = useDirectory()
  if (assignments.length === 0) return null
  return (
    <>
      <h4>{t('session.console.assignments')}</h4>
      <ol>
        {assignments.map(({ agency, text, deadline, product }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that is read only, in its own order
          <li key={i}>
            <strong>{agencyOf(agency)}</strong>: {text}
            {product !== '' && ` · ${product}`}
            {deadline !== null && ` · ${t('session.console.assignmentDeadline')} ${formatDay(deadline)}`}
          </li>
        ))}
      </ol>
    </>
  )
}

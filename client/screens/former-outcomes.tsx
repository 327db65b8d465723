import type { CameBack } from '../app/came-back.ts'
import { type FormerOutcome, formerOutcomes } from '../app/former-answer.ts'
import { useWords } from '../ui/i18n.ts'
import { useApp } from './app-context.tsx'

const inOrder: readonly FormerOutcome[] = [
  'disagree-stands',
  'other-stands',
  'agree-apart',
  'alternatives-apart',
  'not-asked',
]

/** What became of the member's own answer to the former version, issue by issue and nothing besides (B5). */
export function FormerOutcomes({ view }: Pick<CameBack, 'view'>) {
  const app = useApp()
  const { t } = useWords()
  const outcomes = formerOutcomes(view, app.ballots)
  if (!outcomes) return <p>{t('returned.former.rule')}</p>
  return inOrder.flatMap((outcome) => {
    const nos = outcomes.get(outcome)
    return nos ? [<p key={outcome}>{t(`returned.former.${outcome}`, { nos: nos.join(', ') })}</p>] : []
  })
}

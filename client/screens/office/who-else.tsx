import type { Ballot } from '../../../shared/domain/ballot.ts'
import { useWords } from '../../ui/i18n.ts'
import { useDirectory } from '../use-directory.ts'
import type { ActName, BallotActs } from './ballot-acts.ts'
import { useHeads } from './use-heads.ts'

type WhoElseProps = { ballot: Ballot } & Pick<BallotActs, 'ofHead' | 'ofHandlers'>

/** Who may do what the reader of the screen may not: instead of a button that is merely absent. */
export function WhoElse({ ballot, ofHead, ofHandlers }: WhoElseProps) {
  const { t, language } = useWords()
  const { nameOf } = useDirectory()
  const heads = useHeads()
  const list = (acts: readonly ActName[]) =>
    new Intl.ListFormat(language).format(acts.map((act) => `“${t(`desk.act.${act}`)}”`))
  if (ofHead.length + ofHandlers.length === 0) return null
  return (
    <div className="ec-quiet ec-office-who">
      {ofHandlers.length > 0 && (
        <p>
          {t('desk.who.handlers', { acts: list(ofHandlers), names: ballot.handlers.map(nameOf).join('; ') })}
        </p>
      )}
      {ofHead.length > 0 && (
        <p>{t(heads === '' ? 'desk.who.headless' : 'desk.who.head', { acts: list(ofHead), names: heads })}</p>
      )}
    </div>
  )
}

import { Button } from '@mantine/core'
import type { BallotDocument } from '../../../shared/domain/ballot.ts'
import { useWords } from '../../ui/i18n.ts'
import { useDirectory } from '../use-directory.ts'
import type { LeadWork } from './use-lead.ts'

/** Over what is read: who presents, and the one tap to follow, to come back, or to present oneself (M5). */
export function LeadBar({ work, documents }: { work: LeadWork; documents: readonly BallotDocument[] }) {
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const { state, following, follow, present, hasOpen } = work
  const { leader, isPresenting, mayPresent, isUp } = state
  const isCut = !isUp && (isPresenting || following !== 'no')
  if (!isCut && !isPresenting && leader === null && !mayPresent) return null
  const title = documents.find(({ hash }) => hash === leader?.file)?.title
  const name = leader ? nameOf(leader.person) : ''
  return (
    <section className="ec-lead ec-no-print" aria-label={t('presenting.label')}>
      <div className="ec-lead-words" aria-live="polite">
        {isPresenting && !isCut && (
          <span>{t(hasOpen ? 'presenting.presenting' : 'presenting.presentingNothing')}</span>
        )}
        {leader && !isCut && (
          <span>
            {following === 'with' && (
              <>
                <strong>{t('presenting.following')}.</strong>{' '}
              </>
            )}
            {title === undefined
              ? t('presenting.leadsUnknown', { name })
              : t('presenting.leads', { name, title, page: leader.page })}
          </span>
        )}
        {isCut && <span className="ec-lead-cut">{t('presenting.cut')}</span>}
      </div>
      <div className="ec-lead-acts">
        {leader && title !== undefined && following === 'no' && (
          <Button onClick={() => follow('with')}>{t('presenting.follow')}</Button>
        )}
        {leader && following === 'away' && (
          <Button onClick={() => follow('with')}>{t('presenting.back')}</Button>
        )}
        {following !== 'no' && (
          <Button variant="default" onClick={() => follow('no')}>
            {t('presenting.leave')}
          </Button>
        )}
        {isPresenting && (
          <Button variant="default" onClick={() => present(false)}>
            {t('presenting.stop')}
          </Button>
        )}
        {mayPresent && !isPresenting && isUp && (
          <Button variant="default" onClick={() => present(true)}>
            {t('presenting.present')}
          </Button>
        )}
      </div>
    </section>
  )
}

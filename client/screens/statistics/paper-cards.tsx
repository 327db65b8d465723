import type { Figures } from '../../../shared/domain/statistics.ts'
import { useWords } from '../../ui/i18n.ts'
import { figureWords } from './statistics-words.ts'

/** What leaders look for first: how much paper was not printed, and what that would have cost. */
export function PaperCards({ now, before }: { now: Figures; before: Figures }) {
  const { t, language } = useWords()
  const { count, money } = figureWords(t, language)
  const cards = [
    {
      id: 'ballots',
      word: t('statistics.paperBallots'),
      value: count(now.ballots.onPaper),
      was: count(before.ballots.onPaper),
      how: t('statistics.paperBallotsHow', { ballots: count(now.ballots.closed) }),
    },
    {
      id: 'ballot-documents',
      word: t('statistics.ballotDocuments'),
      value: count(now.ballots.documentsOnPaper),
      was: count(before.ballots.documentsOnPaper),
      how: t('statistics.ballotDocumentsHow', { documents: count(now.ballots.documents) }),
    },
    {
      id: 'meeting-documents',
      word: t('statistics.meetingDocuments'),
      value: count(now.meetings.documentsOnPaper),
      was: count(before.meetings.documentsOnPaper),
      how: t('statistics.meetingDocumentsHow', { documents: count(now.meetings.documents) }),
    },
    {
      id: 'saved',
      word: t('statistics.saved'),
      value: money(now.saved.total),
      was: money(before.saved.total),
      how: t('statistics.savedHow'),
    },
  ]
  return (
    <section aria-label={t('statistics.section.paper')}>
      <h2>{t('statistics.section.paper')}</h2>
      <dl className="ec-statistics-cards">
        {cards.map(({ id, word, value, was, how }) => (
          <div key={id} className="ec-statistics-card" data-figure={id}>
            <dt>{word}</dt>
            <dd className="ec-statistics-value ec-figures">{value}</dd>
            <dd className="ec-quiet">{how}</dd>
            <dd className="ec-quiet ec-figures">{t('statistics.was', { value: was })}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

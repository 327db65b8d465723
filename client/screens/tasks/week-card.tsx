import { addDays, formatDay, mondayOf } from '../../../shared/lib/time.ts'
import { weekDigest } from '../../app/week-digest.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import type { SetTaskFilter } from './use-task-filter.ts'

/** The desk's week in four figures, those of the letter on Monday; what has a list of its own leads to it (T6). */
export function WeekCard({ set }: { set: SetTaskFilter }) {
  const app = useApp()
  const { t } = useWords()
  const today = app.today()
  const digest = weekDigest(app.tasks.list(), app.me().subject, today)
  if (!digest) return null
  const [monday, sunday] = [mondayOf(today), addDays(mondayOf(today), 6)]
  const whole = { part: null, unit: null, task: null }
  const ways = {
    overdue: { ...whole, show: 'overdue', from: null, to: null },
    due: { ...whole, show: null, from: today, to: sunday },
  }
  const figures = (['overdue', 'due', 'asked', 'returned'] as const).map((kind) => ({
    kind,
    count: digest[kind].length,
    way: kind === 'overdue' || kind === 'due' ? ways[kind] : null,
  }))
  return (
    <section className="ec-week" aria-labelledby="desk-week">
      <h2 id="desk-week">{t('deskNews.week', { from: formatDay(monday), to: formatDay(sunday) })}</h2>
      {figures.every(({ count }) => count === 0) ? (
        <p className="ec-quiet">{t('deskNews.weekNone')}</p>
      ) : (
        <ul>
          {figures.map(({ kind, count, way }) => (
            <li key={kind}>
              {way && count > 0 ? (
                <button type="button" className="ec-plain-button ec-week-way" onClick={() => set(way)}>
                  <strong>{count}</strong> {t(`deskNews.weekOf.${kind}`)}
                </button>
              ) : (
                <span>
                  <strong>{count}</strong> {t(`deskNews.weekOf.${kind}`)}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

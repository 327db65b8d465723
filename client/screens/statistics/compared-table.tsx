import { useWords } from '../../ui/i18n.ts'

export type ComparedLine = { id: string; word: string; now: string; former: string; change: string }

/** Figures of the period beside those of the one before. */
export function ComparedTable({ title, lines }: { title: string; lines: readonly ComparedLine[] }) {
  const { t } = useWords()
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <div className="ec-statistics-scroll">
        <table className="ec-statistics-table">
          <caption className="ec-unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('statistics.figure')}</th>
              <th scope="col">{t('statistics.now')}</th>
              <th scope="col">{t('statistics.former')}</th>
              <th scope="col">{t('statistics.change')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, word, now, former, change }) => (
              <tr key={id} data-figure={id}>
                <th scope="row">{word}</th>
                <td className="ec-figures">{now}</td>
                <td className="ec-figures ec-quiet">{former}</td>
                <td className="ec-figures ec-quiet">{change}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

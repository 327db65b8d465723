import type { TFunction } from 'i18next'
import type { RestoreReport } from '../../../shared/protocol/restore.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { useWords } from '../../ui/i18n.ts'

const rangesShown = 12

/** What was announced, what came back, and what is still missing, by number. */
export function RestoreFacts({ report }: { report: RestoreReport }) {
  const { t } = useWords()
  const { announced, epoch, phase, seen, handedIn, missing, apart, files } = report
  const entries = (count: number) => <span className="ec-figures">{t('restore.entries', { count })}</span>
  const before = announced
    ? [
        { term: t('restore.size'), value: entries(announced.size) },
        { term: t('restore.keptTo'), value: dateAndHour(announced.keptTo) },
        { term: t('restore.reason'), value: announced.reason },
        { term: t('restore.root'), value: <code className="ec-restore-hash">{announced.root}</code> },
      ]
    : []
  const since = [
    { term: t('restore.seen'), value: entries(seen) },
    { term: t('restore.handedIn'), value: entries(handedIn) },
    { term: t('restore.missing'), value: missingWords(t, missing) },
    ...(apart.length > 0
      ? [
          {
            term: t('restore.apart'),
            value: t('restore.apartText', {
              count: apart.length,
              list: apart
                .map(({ n }) => n)
                .slice(0, rangesShown)
                .join(', '),
            }),
          },
        ]
      : []),
    {
      term: t('restore.files'),
      value: files.length === 0 ? t('restore.filesNone') : t('restore.filesText', { count: files.length }),
    },
  ]
  return (
    <section className="ec-restore-part">
      <DefinitionList
        items={[
          { term: t('restore.epoch'), value: epoch },
          ...before,
          ...(phase === 'announced' ? [] : since),
        ]}
      />
      {phase !== 'announced' && missing.length > 0 && <p className="ec-quiet">{t('restore.missingHint')}</p>}
    </section>
  )
}

export const missingCount = (missing: RestoreReport['missing']): number =>
  missing.reduce((sum, { from, to }) => sum + to - from + 1, 0)

function missingWords(t: TFunction, missing: RestoreReport['missing']): string {
  if (missing.length === 0) return t('restore.missingNone')
  const ranges = missing.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
  const list = ranges.slice(0, rangesShown).join(', ')
  const said = t('restore.missingText', { count: missingCount(missing), list })
  const rest = ranges.length - rangesShown
  return rest > 0 ? `${said} ${t('restore.missingMore', { count: rest })}` : said
}

import { Button } from '@mantine/core'
import { useState } from 'react'
import type { MinutesView } from '../../app/minutes.ts'
import { ChangedText } from '../../ui/changed-text.tsx'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { useDirectory } from '../use-directory.ts'

/** Every version that was stored, by whom, and what each changed of the one before. */
export function MinutesVersions({ view: { minutes } }: { view: MinutesView }) {
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const [shown, setShown] = useState<number | null>(null)
  const { versions } = minutes
  if (versions.length < 2) return null
  return (
    <section className="ec-minutes-versions ec-no-print" aria-labelledby="minutes-versions">
      <h2 id="minutes-versions">{t('minutes.versions')}</h2>
      <ol>
        {versions.map(({ hash, by, at }, i) => (
          <li key={hash}>
            <span>{t('minutes.version', { no: i + 1, name: nameOf(by), when: dateAndHour(at) })}</span>
            {i > 0 && (
              <Button
                variant="default"
                aria-expanded={shown === i}
                onClick={() => setShown(shown === i ? null : i)}
              >
                {t(shown === i ? 'minutes.hideChanges' : 'minutes.showChanges', { no: i + 1 })}
              </Button>
            )}
            {shown === i && <Changes was={versions[i - 1]?.hash} is={hash} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

type Hash = MinutesView['last']['hash']

function Changes({ was, is }: { was: Hash | undefined; is: Hash }) {
  const app = useApp()
  const { t } = useWords()
  const before = was && app.minutes.contentOf(was)
  const after = app.minutes.contentOf(is)
  if (!before || !after) return <p className="ec-quiet">{t('minutes.awaited')}</p>
  const textOf = new Map(before.sections.map(({ key, text }) => [key, text]))
  const changed = after.sections.filter(({ key, text }) => textOf.get(key) !== text)
  return (
    <div className="ec-minutes-compared">
      {changed.length === 0 && <p className="ec-quiet">{t('minutes.noChanges')}</p>}
      {changed.map(({ key, title, text }) => (
        <div key={key}>
          <strong>{title}</strong>
          <p>
            <ChangedText was={textOf.get(key) ?? ''} is={text} />
          </p>
        </div>
      ))}
    </div>
  )
}

import { Button } from '@mantine/core'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { formatInstant } from '../../../shared/lib/time.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp } from '../app-context.tsx'
import { fileSize } from '../file-size.ts'

type Space = { persisted: boolean; used: number | null; quota: number | null }

/** How much is used, and whether the browser has promised to keep it; asks for that promise. */
export function SpacePart() {
  const app = useApp()
  const { t, language } = useWords()
  const [space, setSpace] = useState<Space | null>(null)
  const files = app.documents.states().length

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again when files came or went
  useEffect(() => {
    let isGone = false
    const { storage } = app
    void Promise.all([storage.isPersisted(), storage.estimate()]).then(([persisted, estimate]) => {
      if (!isGone) setSpace({ persisted, used: estimate.usedBytes, quota: estimate.quotaBytes })
    })
    return () => {
      isGone = true
    }
  }, [app, files])

  const lacking = app.documents.lacking().bytes
  const isFull = lacking > 0 || app.status().kind === 'storage-full'
  // What a browser tells of its quota is the same everywhere; what counts is that it took no more.
  const isRefused = isFull && space?.used != null && space.quota != null && space.used + lacking < space.quota

  const answer = app.storagePromise.answer()
  const ask = async () => {
    await app.storagePromise.ask()
    const persisted = await app.storage.isPersisted()
    setSpace((was) => was && { ...was, persisted })
  }

  const noted = useSyncExternalStore(app.annotations.subscribe, app.annotations.countDocuments)
  const isInstalled = window.matchMedia('(display-mode: standalone)').matches
  return (
    <section className="ec-storage-part">
      <h2>{t('storage.space')}</h2>
      {space?.used != null && space.quota != null && isRefused ? (
        <Notice tone="quiet" title={t('storage.refused', { used: fileSize(space.used, language) })}>
          <p>{t('storage.refusedText', { quota: fileSize(space.quota, language) })}</p>
        </Notice>
      ) : space?.used != null && space.quota != null ? (
        <ProgressBar
          word={t('storage.used', {
            used: fileSize(space.used, language),
            quota: fileSize(space.quota, language),
          })}
          done={space.used}
          total={space.quota}
          share={`${Math.round((space.used / space.quota) * 100)}%`}
        />
      ) : (
        space && <p className="ec-quiet">{t('storage.usedUnknown')}</p>
      )}
      {noted > 0 && (
        <p>
          <StatusSign bare tone="good" word={t('storage.notes', { count: noted })} />
        </p>
      )}
      {space?.persisted && (
        <p>
          <StatusSign bare tone="good" word={t('storage.persisted')} />
        </p>
      )}
      {space && !space.persisted && (
        <Notice tone="waiting" title={t('storage.notPersisted')}>
          <p>
            {t(answer ? 'storage.persistRefused' : 'storage.notPersistedText')}{' '}
            {answer && t('storage.promiseAsked', { when: formatInstant(answer.at) })}
          </p>
          <div className="ec-storage-action">
            <Button variant="default" onClick={() => void ask()}>
              {t('storage.persist')}
            </Button>
          </div>
        </Notice>
      )}
      {isInstalled ? (
        <p>
          <StatusSign bare tone="good" sign="device" word={t('storage.installed')} />
        </p>
      ) : (
        <details className="ec-words-fold">
          <summary>
            <Icon name="right" size={20} />
            {t('storage.install')}
          </summary>
          <p>{t('storage.installIos')}</p>
          <p>{t('storage.installOther')}</p>
        </details>
      )}
    </section>
  )
}

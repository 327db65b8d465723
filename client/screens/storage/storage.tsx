import './storage.css'
import { Button } from '@mantine/core'
import { formatInstant } from '../../../shared/lib/time.ts'
import type { Application } from '../../app/application.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { statusLine } from '../status-line.ts'
import { unsentOf } from '../unsent.ts'
import { FilesPart } from './files-part.tsx'
import { SpacePart } from './space-part.tsx'
import { UnsentPart } from './unsent-part.tsx'

/** What is on this device, what still waits to be sent, and whether the browser keeps it. */
export function Storage({ application }: { application: Application }) {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const { subject } = app.me()
  return (
    <Page>
      <PageTitle
        title={t('storage.title')}
        under={t('storage.under')}
        actions={
          <Button leftSection={<Icon name="sync" size={20} />} onClick={app.syncNow}>
            {t('storage.syncNow')}
          </Button>
        }
      />
      <div className="ec-storage">
        <SyncPart />
        <UnsentPart application={application} />
        <SpacePart />
        {!subject.roles.includes('admin') && <FilesPart />}
      </div>
    </Page>
  )
}

function SyncPart() {
  const app = useApp()
  const { t } = useWords()
  const status = app.status()
  const { tree, syncedAt } = app.copy.cursor()
  const line = statusLine(t, { status, unsent: unsentOf(app), now: app.now() })
  const device = app.copy.reader.get('device', `device/${app.identity.device}`)
  const help = helpOf(t, status)
  return (
    <section className="ec-storage-part">
      <h2>{t('storage.sync')}</h2>
      {help !== null && <Notice tone={line.tone} title={help} />}
      <DefinitionList
        items={[
          {
            term: t('storage.line'),
            value: (
              <StatusSign bare tone={line.tone} word={line.text} {...(line.sign && { sign: line.sign })} />
            ),
          },
          {
            term: t('storage.lastSync'),
            value: syncedAt === null ? t('storage.never') : formatInstant(syncedAt),
          },
          ...(tree
            ? [
                {
                  term: t('storage.ledger'),
                  value: [
                    t('storage.ledgerSize', { count: tree.size }),
                    ...(tree.epoch > 0 ? [t('storage.ledgerRestored', { count: tree.epoch })] : []),
                  ].join('. '),
                },
              ]
            : []),
          { term: t('storage.device'), value: device?.label ?? app.identity.device.slice(0, 8) },
        ]}
      />
    </section>
  )
}

function helpOf(
  t: ReturnType<typeof useWords>['t'],
  status: ReturnType<ReturnType<typeof useApp>['status']>,
): string | null {
  switch (status.kind) {
    case 'offline':
    case 'server-silent':
      return t('storage.silentHelp')
    case 'update-required':
      return t('storage.updateHelp')
    case 'not-trusted':
      return t('storage.trustHelp', { code: status.fault.kind })
    case 'storage-full':
    case 'storage-trouble':
      return t('storage.fullHelp')
    default:
      return null
  }
}

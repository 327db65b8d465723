import { DefinitionList } from '../../ui/definition-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { ServerReachNotice } from '../server-reach.tsx'
import './auditor.css'
import { LedgerDownload } from './ledger-download.tsx'

/** What an auditor may verify: the checkpoint this device has checked, and the whole ledger against it (O4). */
export function AuditorHome() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const { tree } = app.copy.cursor()
  return (
    <Page>
      <PageTitle title={t('directory.ledger.title')} under={t('directory.ledger.under')} />
      <ServerReachNotice />
      <section className="ec-ledger-part">
        <h2>{t('directory.ledger.now')}</h2>
        {tree === null ? (
          <EmptyState sign="book" title={t('directory.ledger.none')} text={t('directory.ledger.noneText')} />
        ) : (
          <>
            <DefinitionList
              items={[
                { term: t('directory.ledger.epoch'), value: tree.epoch },
                { term: t('directory.ledger.size'), value: <span className="ec-figures">{tree.size}</span> },
                {
                  term: t('directory.ledger.root'),
                  value: <code className="ec-ledger-hash">{tree.root}</code>,
                },
                {
                  term: t('directory.ledger.key'),
                  value: <code className="ec-ledger-hash">{app.identity.keys.ledgerKey}</code>,
                },
              ]}
            />
            <p className="ec-quiet">{t('directory.ledger.compare')}</p>
          </>
        )}
      </section>
      <LedgerDownload />
    </Page>
  )
}

import './receipts.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { unreachable } from '../../../shared/lib/unreachable.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { When } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useToast } from '../../ui/toast.tsx'
import { heldWords } from '../answer-state.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { type OwnReceipt, ownReceipts } from '../own-receipt.ts'
import { ReceiptSheet } from '../receipt-sheet.tsx'
import { saveFile } from '../save-file.ts'

/** One's own answers with their receipts: to read, to check, to take home (O10). */
export function Receipts() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const { say } = useToast()
  const [open, setOpen] = useState<OwnReceipt | null>(null)
  const [checked, setChecked] = useState<{ good: number; bad: number } | null>(null)
  const [busy, setBusy] = useState(false)
  const all = ownReceipts(app.copy.settled())
  const answers = all.filter(({ act }) => act.kind === 'answer-ballot')
  const numberOf = ({ act }: OwnReceipt) =>
    'ballot' in act.body ? app.copy.reader.get('ballot', `ballot/${act.body.ballot}`)?.number : undefined

  const checkAll = async () => {
    setBusy(true)
    const results = await Promise.all(all.map(({ receipt }) => app.receipts.check(receipt)))
    const bad = results.filter(({ isValid }) => !isValid).length
    setChecked({ good: answers.length, bad })
    setBusy(false)
  }
  const take = () => {
    saveFile('e-cabinet-bien-nhan.json', app.receipts.file())
    say('good', t('receipts.taken', { count: answers.length }))
  }

  return (
    <Page width="wide">
      <div className="ec-receipts">
        <PageTitle
          title={t('receipts.title')}
          under={t('receipts.under')}
          actions={
            answers.length > 0 && (
              <>
                <Button variant="default" loading={busy} onClick={() => void checkAll()}>
                  {t('receipts.checkAll')}
                </Button>
                <Button leftSection={<Icon name="download" size={20} />} onClick={take}>
                  {t('receipts.take')}
                </Button>
              </>
            )
          }
        />
        <div role="status">
          {checked && checked.bad === 0 && (
            <Notice tone="good" title={t('receipts.allValid', { count: checked.good })} />
          )}
          {checked && checked.bad > 0 && (
            <Notice tone="urgent" title={t('receipts.someInvalid', { count: checked.bad })} />
          )}
        </div>
        {answers.length === 0 ? (
          <EmptyState title={t('receipts.none')} text={t('receipts.noneText')} sign="stamp" />
        ) : (
          <DataTable
            label={t('receipts.list')}
            rows={answers}
            rowId={({ act }) => act.id}
            onOpen={setOpen}
            openId={open?.act.id ?? null}
            columns={[
              {
                id: 'ballot',
                head: t('receipts.ballot'),
                cell: (row) => numberOf(row) ?? t('receipts.unknownBallot'),
                sortBy: (row) => numberOf(row) ?? '',
              },
              {
                id: 'at',
                head: t('receipts.at'),
                cell: ({ at }) => <When at={at} />,
                sortBy: ({ at }) => at,
              },
              {
                id: 'verdict',
                head: t('receipts.verdict'),
                cell: (row) => <VerdictSign row={row} />,
              },
              {
                id: 'n',
                head: t('receipts.number'),
                align: 'end',
                cell: ({ n }) => n,
                sortBy: ({ n }) => n,
              },
            ]}
          />
        )}
      </div>
      <ReceiptSheet row={open} number={open ? numberOf(open) : undefined} onClose={() => setOpen(null)} />
    </Page>
  )
}

function VerdictSign({ row }: { row: OwnReceipt }) {
  const { t } = useWords()
  const { verdict } = row
  switch (verdict.kind) {
    case 'accepted':
      return <StatusSign bare tone="good" word={t('receipts.accepted')} />
    case 'held':
      return (
        <StatusSign
          bare
          tone="waiting"
          sign="held"
          word={t('receipts.held', { why: heldWords(t, verdict.reason) })}
        />
      )
    case 'refused':
      return <StatusSign bare tone="urgent" word={t('receipts.refused')} />
    default:
      return unreachable(verdict)
  }
}

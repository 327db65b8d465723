import './receipts.css'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { takeHomeFileName } from '../../app/take-home.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { type OwnReceipt, ownReceipts } from '../own-receipt.ts'
import { ReceiptSheet } from '../receipt-sheet.tsx'
import { saveFile } from '../save-file.ts'
import { BallotReceipts } from './ballot-receipts.tsx'
import { isFoundBy, receiptsByBallot } from './receipts-by-ballot.ts'

/** Ballots shown at once; a year holds hundreds. */
const step = 50

/** Without a search one still sees them all. */
const fewEnough = 8

/** One's own answers with their receipts: to read, to check, to take home (O10). */
export function Receipts() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const { say } = useToast()
  const [open, setOpen] = useState<OwnReceipt | null>(null)
  const [checked, setChecked] = useState<{ good: number; bad: number } | null>(null)
  const [busy, setBusy] = useState(false)
  const [search, setSearch] = useState('')
  const [most, setMost] = useState(step)
  const all = ownReceipts(app.copy.settled())
  const answers = all.filter(({ act }) => act.kind === 'answer-ballot')
  const groups = receiptsByBallot(all, { reader: app.copy.reader, contentOf: app.ballots.contentOf })
  const found = groups.filter((group) => isFoundBy(group, search))

  const checkAll = async () => {
    setBusy(true)
    const results = await Promise.all(all.map(({ receipt }) => app.receipts.check(receipt)))
    const bad = results.filter(({ isValid }) => !isValid).length
    setChecked({ good: answers.length, bad })
    setBusy(false)
  }
  const take = () => {
    saveFile(takeHomeFileName(app.now()), app.receipts.file())
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
          <>
            {groups.length > fewEnough && (
              <TextInput
                className="ec-receipts-find"
                aria-label={t('ballot.filter.find')}
                placeholder={t('ballot.filter.find')}
                autoComplete="off"
                leftSection={<Icon name="search" size={20} />}
                value={search}
                onChange={(event) => setSearch(event.currentTarget.value)}
              />
            )}
            {found.length === 0 && <p role="status">{t('ballot.nothingFound')}</p>}
            {found.slice(0, most).map((group) => (
              <BallotReceipts key={group.ballot} of={group} onOpen={setOpen} />
            ))}
            {found.length > most && (
              <div>
                <Button variant="default" onClick={() => setMost(most + step)}>
                  {t('receipts.more', { count: found.length - most })}
                </Button>
              </div>
            )}
          </>
        )}
      </div>
      <ReceiptSheet
        row={open}
        number={groups.find(({ rows }) => rows.some(({ n }) => n === open?.n))?.number}
        onClose={() => setOpen(null)}
      />
    </Page>
  )
}

import './receipt-sheet.css'
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { openAnswers } from '../../shared/domain/choice.ts'
import { When } from '../ui/date-text.tsx'
import { DefinitionList } from '../ui/definition-list.tsx'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { useApp } from './app-context.tsx'
import type { OwnReceipt } from './own-receipt.ts'
import { SignedWords } from './sign-sheet.tsx'

type Checked = { isValid: boolean; n: number | null; size: number | null }

/** One receipt: what was signed, where it stands in the ledger, and whether that is proven. */
export function ReceiptSheet({
  row,
  number,
  onClose,
}: {
  row: OwnReceipt | null
  number: string | null | undefined
  onClose: () => void
}) {
  const { t } = useWords()
  return (
    <Modal
      opened={row !== null}
      onClose={onClose}
      size={720}
      classNames={{ title: 'ec-confirm-title', content: 'ec-confirm-content' }}
      title={t('answer.ballot', { number: number ?? '' })}
      closeButtonProps={{ 'aria-label': t('interface.close') }}
    >
      {row && <Inside key={row.act.id} row={row} />}
    </Modal>
  )
}

function Inside({ row }: { row: OwnReceipt }) {
  const app = useApp()
  const { t } = useWords()
  const [checked, setChecked] = useState<Checked | null>(null)
  const [busy, setBusy] = useState(false)
  const { act, receipt } = row

  const check = async () => {
    setBusy(true)
    setChecked(await app.receipts.check(receipt))
    setBusy(false)
  }
  const content = act.kind === 'answer-ballot' ? app.ballots.contentOf(act.body.versionHash) : undefined
  return (
    <div className="ec-receipt">
      {content && <p className="ec-receipt-title">{content.title}</p>}
      {act.kind === 'answer-ballot' && content && (
        <SignedWords
          content={content}
          answers={openAnswers(act.body.answers, act.body.versionHash, {
            opened: app.copy.opened,
            content: app.ballots.contentOf,
          })}
        />
      )}
      <DefinitionList
        items={[
          { term: t('receipts.number'), value: row.n },
          { term: t('receipts.at'), value: <When at={row.at} weekday /> },
          { term: t('receipts.signedAt'), value: <When at={act.castAt} weekday /> },
        ]}
      />
      <div role="status">
        {checked?.isValid && (
          <Notice tone="good" title={t('receipts.valid')}>
            {t('receipts.validText', { n: checked.n ?? 0, size: checked.size ?? 0 })}
          </Notice>
        )}
        {checked && !checked.isValid && (
          <Notice tone="urgent" title={t('receipts.invalid')}>
            {t('receipts.invalidText')}
          </Notice>
        )}
      </div>
      <div>
        <Button loading={busy} leftSection={<Icon name="stamp" size={20} />} onClick={() => void check()}>
          {t('receipts.check')}
        </Button>
      </div>
      <details className="ec-words-fold">
        <summary>
          <Icon name="right" size={20} />
          {t('receipts.proof')}
        </summary>
        <h3>{t('receipts.leaf')}</h3>
        <pre>{receipt.leaf}</pre>
        <h3>{t('receipts.path')}</h3>
        <pre>{receipt.proof}</pre>
      </details>
    </div>
  )
}

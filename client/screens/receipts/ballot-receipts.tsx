import { Card } from '../../ui/card.tsx'
import { When } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import type { OwnReceipt } from '../own-receipt.ts'
import type { BallotReceipts as Receipts } from './receipts-by-ballot.ts'
import { VerdictSign } from './verdict-sign.tsx'

/** One ballot with every receipt of an answer to it: the newest stands for it, earlier ones stay (B6). */
export function BallotReceipts({ of, onOpen }: { of: Receipts; onOpen: (row: OwnReceipt) => void }) {
  const { t } = useWords()
  const { number, title, rows } = of
  return (
    <Card
      {...(number !== null && { over: t('answer.ballot', { number }) })}
      title={title ?? t('receipts.unknownBallot')}
    >
      <ul className="ec-receipts-rows">
        {rows.map((row, index) => (
          <li key={row.act.id}>
            <button type="button" className="ec-plain-button ec-receipts-row" onClick={() => onOpen(row)}>
              <Icon name="stamp" size={20} />
              <span className="ec-receipts-number">{t('receipts.one', { n: row.n })}</span>
              <span className="ec-quiet">
                <When at={row.at} />
              </span>
              <span>
                <VerdictSign verdict={row.verdict} />
              </span>
              {rows.length > 1 && (
                <span className="ec-quiet">{t(index === 0 ? 'receipts.latest' : 'receipts.earlier')}</span>
              )}
              <Icon name="right" size={20} />
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

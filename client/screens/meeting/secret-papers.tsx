import type { AgendaItemContent } from '../../../shared/domain/agenda-item.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'

/** D3: what is in somebody's hands and on no device, in the place of a document. */
export function SecretPapers({ secrets }: { secrets: AgendaItemContent['secrets'] }) {
  const { t } = useWords()
  return (
    <>
      {secrets.map(({ id, number, level, custodian }) => (
        <li key={id} className="ec-secret">
          <Icon name="lock" size={22} />
          <span className="ec-paper-words">
            <span className="ec-paper-title">
              {t(`meeting.secret.level.${level}`)} · {number}
            </span>
            <span className="ec-paper-facts">{t('meeting.secret.title')}</span>
            <span className="ec-paper-facts">{t('meeting.secret.where', { custodian })}</span>
          </span>
        </li>
      ))}
    </>
  )
}

import type { AgendaItem, AgendaItemContent } from '../../../shared/domain/agenda-item.ts'
import { ownCopies } from '../../app/handed-paper.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useApp } from '../app-context.tsx'

type SecretPapersProps = { item: AgendaItem; secrets: AgendaItemContent['secrets'] }

/** D3: what is in somebody's hands and on no device, in the place of a document; whoever holds a copy is told to return it. */
export function SecretPapers({ item, secrets }: SecretPapersProps) {
  const app = useApp()
  const { t } = useWords()
  return (
    <>
      {secrets.map(({ id, number, level, custodian }) => {
        const copies = ownCopies(
          { meeting: item.meeting, item: item.id, paper: id },
          app.identity.person,
          app.copy,
        )
        return (
          <li key={id} className="ec-secret">
            <Icon name="lock" size={22} />
            <span className="ec-paper-words">
              <span className="ec-paper-title">
                {t(`meeting.secret.level.${level}`)} · {number}
              </span>
              <span className="ec-paper-facts">{t('meeting.secret.title')}</span>
              {copies.length === 0 && (
                <span className="ec-paper-facts">{t('meeting.secret.where', { custodian })}</span>
              )}
              {copies.map(({ copy, at, returned }) => (
                <StatusSign
                  key={`${copy} ${at}`}
                  bare
                  tone={returned ? 'good' : 'waiting'}
                  word={
                    returned
                      ? t('meeting.secret.returned', { copy, when: dateAndHour(returned.at) })
                      : t('meeting.secret.held', { copy, when: dateAndHour(at), custodian })
                  }
                />
              ))}
            </span>
          </li>
        )
      })}
    </>
  )
}

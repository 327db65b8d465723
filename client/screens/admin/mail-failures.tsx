import { Button } from '@mantine/core'
import type { MailState } from '../../../shared/protocol/mail.ts'
import { When } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useApp } from '../app-context.tsx'
import type { MailReply } from './mail-reply.ts'
import { noticeWords } from './notice-words.ts'
import { useOwnerName } from './use-owner-name.ts'

/** What could not be delivered, the last one first: to whom, why, and whether it is tried again. */
export function MailFailures({ state, onReply }: { state: MailState; onReply: (reply: MailReply) => void }) {
  const app = useApp()
  const { t } = useWords()
  const toast = useToast()
  const nameOf = useOwnerName()
  const again = async (id: string) => {
    const reply = await app.mail.mailAgain(id)
    if (reply.ok) toast.say('good', t('mail.failures.asked'))
    onReply(reply)
  }
  return (
    <section className="ec-mail-part" aria-label={t('mail.failures.title')}>
      <h2>{t('mail.failures.title')}</h2>
      {state.failures.length === 0 ? (
        <p className="ec-quiet">{t('mail.failures.none')}</p>
      ) : (
        <ul className="ec-mail-failures">
          {state.failures.map(({ id, owner, notice, state: standing, tries, at, fault }) => (
            <li key={id}>
              <div>
                <strong>{nameOf(owner)}</strong> · {noticeWords(t, notice)}
                <div className="ec-quiet">
                  <When at={at} /> · {t('mail.failures.tries', { count: tries })}
                </div>
                <div>
                  {t(`mail.fault.${fault.kind}`)}
                  {fault.answer !== '' && <span className="ec-mail-answer"> {fault.answer}</span>}
                </div>
              </div>
              <StatusSign
                bare
                tone={standing === 'waiting' ? 'waiting' : 'urgent'}
                word={t(`mail.failures.${standing}`)}
              />
              <Button variant="default" onClick={() => void again(id)}>
                {t('mail.failures.again')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

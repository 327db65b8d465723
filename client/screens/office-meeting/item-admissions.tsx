import { useState } from 'react'
import { permit } from '../../../shared/domain/access.ts'
import { type Admission, isOpen } from '../../../shared/domain/agenda-item.ts'
import { factsOfMeeting } from '../../../shared/domain/meeting-access.ts'
import type { OfficeItemView, OfficeMeetingView } from '../../app/office-meeting.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { useApp } from '../app-context.tsx'
import { useDirectory } from '../use-directory.ts'
import { DismissSheet, GuestSheet } from './admission-sheets.tsx'
import { DeskButton } from './desk-button.tsx'

type ItemAdmissionsProps = { view: OfficeMeetingView; item: OfficeItemView; no: number }

const open: ReadonlySet<string> = new Set([
  'draft',
  'returned',
  'submitted',
  'approved',
  'invited',
  'in-session',
])

/** Guests and substitutes who are let in to one item, and until when (M3). */
export function ItemAdmissions({ view, item, no }: ItemAdmissionsProps) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const [asked, setAsked] = useState<'guest' | Admission | null>(null)
  const { meeting } = view
  const admitted = item.item.admissions.filter(isOpen)
  const facts = { meeting: factsOfMeeting(meeting) }
  const may =
    open.has(meeting.phase.state) && permit(app.me().subject, { action: 'admit-to-item', ...facts }).allow
  if (admitted.length === 0 && !may) return null
  return (
    <div className="ec-meeting-admitted">
      {admitted.length > 0 && (
        <ul aria-label={t('officeMeeting.admit.title')}>
          {admitted.map((one) => (
            <li key={one.person}>
              <Icon name="person" size={20} />
              <span>
                <strong>{nameOf(one.person)}</strong>,{' '}
                {one.member === null
                  ? t('officeMeeting.admit.guest')
                  : t('officeMeeting.admit.substitute', { name: nameOf(one.member) })}
                <span className="ec-quiet">
                  {' '}
                  · {t('officeMeeting.admit.hours', { from: dateAndHour(one.from), to: dateAndHour(one.to) })}
                </span>
              </span>
              {may && (
                <DeskButton onClick={() => setAsked(one)}>{t('officeMeeting.admit.dismiss')}</DeskButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {may && (
        <div>
          <DeskButton adds onClick={() => setAsked('guest')}>
            {t('officeMeeting.admit.add')}
          </DeskButton>
        </div>
      )}
      {asked === 'guest' && <GuestSheet {...{ view, item, no }} onClose={() => setAsked(null)} />}
      {asked !== null && asked !== 'guest' && (
        <DismissSheet item={item} no={no} person={asked.person} onClose={() => setAsked(null)} />
      )}
    </div>
  )
}

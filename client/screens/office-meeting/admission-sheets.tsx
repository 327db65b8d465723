import { Select } from '@mantine/core'
import { useState } from 'react'
import { itemsOpenTo } from '../../../shared/domain/agenda-item.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import { type Day, dayOf, formatHour, type Instant } from '../../../shared/lib/time.ts'
import { instantOf } from '../../app/deadline-window.ts'
import type { OfficeItemView, OfficeMeetingView } from '../../app/office-meeting.ts'
import { foldedFilter } from '../../ui/folded-filter.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { DeadlineInput } from '../shared/deadline-input.tsx'
import { useDirectory } from '../use-directory.ts'

type GuestSheetProps = { view: OfficeMeetingView; item: OfficeItemView; no: number; onClose: () => void }
type Hour = { day: Day | null; hour: string }

const hourOf = (at: Instant): Hour => ({ day: dayOf(at), hour: formatHour(at) })
const atOf = ({ day, hour }: Hour): Instant | null => (day === null ? null : instantOf(day, hour))

/** A guest to one item, for a time; the papers close with it (M3, D2). */
export function GuestSheet({ view, item, no, onClose }: GuestSheetProps) {
  const app = useApp()
  const { t } = useWords()
  const { people, postOf } = useDirectory()
  const { meeting, items } = view
  const [person, setPerson] = useState<PersonId | null>(null)
  const [from, setFrom] = useState(() => hourOf(meeting.startsAt))
  const [to, setTo] = useState(() => hourOf(meeting.endsAt))
  const now = app.now()
  const rows = items.map((each) => each.item)
  const guests = people.filter(
    ({ id, appointments }) =>
      appointments.some(({ role }) => role === 'guest') && itemsOpenTo(id, rows).length === 0,
  )
  const [fromAt, toAt] = [atOf(from), atOf(to)]
  const isFit = fromAt !== null && toAt !== null && fromAt < toAt && now < toAt
  return (
    <AuthoritySheet
      title={t('officeMeeting.admit.sheetTitle', { no })}
      confirm={t('officeMeeting.admit.confirm')}
      done={t('officeMeeting.admit.done')}
      disabled={person === null || !isFit}
      perform={() =>
        app.officeMeetings.admit({
          meeting: meeting.id,
          item: item.item.id,
          person: person ?? meeting.chair,
          member: null,
          from: fromAt ?? meeting.startsAt,
          to: toAt ?? meeting.endsAt,
        })
      }
      onClose={onClose}
    >
      <p>
        <strong>{item.content?.title}</strong>
      </p>
      {guests.length === 0 && <Notice tone="waiting" title={t('officeMeeting.admit.nobody')} />}
      <Select
        label={t('officeMeeting.admit.person')}
        placeholder={t('officeMeeting.admit.choose')}
        required
        searchable
        filter={foldedFilter}
        data={guests.map((guest) => {
          const post = postOf(guest)
          return { value: guest.id, label: post === '' ? guest.name : `${guest.name}, ${post}` }
        })}
        value={person}
        onChange={(next) => setPerson(next === null ? null : PersonId.parse(next))}
      />
      <fieldset className="ec-editor-deadline">
        <legend>{t('officeMeeting.admit.from')}</legend>
        <DeadlineInput {...from} now={now} fit={null} onChange={(day, hour) => setFrom({ day, hour })} />
      </fieldset>
      <fieldset className="ec-editor-deadline">
        <legend>{t('officeMeeting.admit.to')}</legend>
        <DeadlineInput
          {...to}
          now={now}
          fit={isFit ? null : { tone: 'urgent', word: t('agenda.gap.ends-before-start') }}
          onChange={(day, hour) => setTo({ day, hour })}
        />
      </fieldset>
      <p className="ec-quiet">{t('officeMeeting.admit.text')}</p>
    </AuthoritySheet>
  )
}

type DismissSheetProps = { item: OfficeItemView; no: number; person: PersonId; onClose: () => void }

/** Let in no longer. */
export function DismissSheet({ item: { item, content }, no, person, onClose }: DismissSheetProps) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  return (
    <AuthoritySheet
      title={t('officeMeeting.admit.dismissTitle', { name: nameOf(person), no })}
      confirm={t('officeMeeting.admit.dismissConfirm')}
      done={t('officeMeeting.admit.dismissed')}
      perform={() => app.officeMeetings.dismiss({ meeting: item.meeting, item: item.id, person })}
      onClose={onClose}
    >
      <p>
        <strong>{content?.title}</strong>
      </p>
      <p>{t('officeMeeting.admit.dismissText')}</p>
    </AuthoritySheet>
  )
}

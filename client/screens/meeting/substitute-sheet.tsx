import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { DatePickerInput, TimePicker } from '@mantine/dates'
import { useState } from 'react'
import type { InvitationReply } from '../../../shared/domain/attendance.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import { appointmentsOn } from '../../../shared/domain/people.ts'
import { dayOf, formatDay, formatHour, parseDay } from '../../../shared/lib/time.ts'
import type { MeetingView } from '../../app/meeting.ts'
import { type SubstituteGap, substituteReply } from '../../app/substitute-reply.ts'
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx'
import { foldedFilter } from '../../ui/folded-filter.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { useDirectory } from '../use-directory.ts'

type SubstituteSheetProps = {
  view: MeetingView
  onSend: (reply: InvitationReply) => Promise<boolean>
  onClose: () => void
}

/** M3: who comes instead, by which letter, for which items and for how long. */
export function SubstituteSheet({ view, onSend, onClose }: SubstituteSheetProps) {
  const app = useApp()
  const { t } = useWords()
  const { people } = useDirectory()
  const { meeting, items } = view
  const today = app.today()
  const able = people.filter((one) => appointmentsOn(one, today).some(({ role }) => role === 'substitute'))
  const [form, setForm] = useState({
    person: able.length === 1 ? (able[0]?.id ?? null) : null,
    letter: '',
    letterDay: today as ReturnType<typeof parseDay>,
    items: items.map(({ item }) => item.id),
    from: formatHour(meeting.startsAt),
    to: formatHour(meeting.endsAt),
    reason: '',
  })
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const status = app.status().kind
  const isCutOff = status === 'offline' || status === 'server-silent'
  const { letterDay } = form
  const made = substituteReply(
    {
      ...form,
      letter:
        form.letter.trim() === '' || letterDay === null
          ? ''
          : t('meeting.reply.letterOf', { number: form.letter.trim(), day: formatDay(letterDay) }),
    },
    meeting,
  )
  const error = (gap: SubstituteGap) =>
    isAsked && !made.ok && made.error.includes(gap) ? t(`meeting.reply.gap.${gap}`) : undefined
  const send = async () => {
    setAsked(true)
    if (!made.ok) return
    setBusy(true)
    await onSend(made.value)
    setBusy(false)
  }
  return (
    <ConfirmSheet
      opened
      title={t('meeting.reply.substituteTitle', { day: formatDay(dayOf(meeting.startsAt)) })}
      confirm={t(isCutOff ? 'meeting.reply.signOffline' : 'meeting.reply.sign')}
      busy={isBusy}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <p>{t('meeting.reply.substituteText')}</p>
      {able.length === 0 && <p role="alert">{t('meeting.reply.personNone')}</p>}
      <Select
        label={t('meeting.reply.person')}
        required
        searchable
        filter={foldedFilter}
        data={able.map(({ id, name }) => ({ value: id, label: name }))}
        value={form.person}
        error={error('person')}
        onChange={(next) => setForm({ ...form, person: PersonId.safeParse(next).data ?? null })}
      />
      <div className="ec-reply-row">
        <TextInput
          label={t('meeting.reply.letter')}
          required
          maxLength={100}
          autoComplete="off"
          value={form.letter}
          error={error('letter')}
          onChange={(event) => setForm({ ...form, letter: event.currentTarget.value })}
        />
        <DatePickerInput
          label={t('meeting.reply.letterDay')}
          required
          value={letterDay}
          onChange={(next) =>
            setForm({ ...form, letterDay: next === null ? null : parseDay(next.slice(0, 10)) })
          }
        />
      </div>
      <Checkbox.Group
        size="md"
        label={t('meeting.reply.items')}
        required
        value={form.items}
        error={error('items')}
        onChange={(next) =>
          setForm({ ...form, items: items.flatMap(({ item: { id } }) => (next.includes(id) ? [id] : [])) })
        }
      >
        <div className="ec-reply-items">
          {items.map(({ item, no, content }) => (
            <Checkbox key={item.id} value={item.id} label={`${no}. ${content.title}`} />
          ))}
        </div>
      </Checkbox.Group>
      <div className="ec-reply-row">
        {(['from', 'to'] as const).map((end) => (
          <TimePicker
            key={end}
            label={t(`meeting.reply.${end}`)}
            required
            value={form[end]}
            minutesStep={5}
            hoursInputLabel={t('meeting.reply.hours')}
            minutesInputLabel={t('meeting.reply.minutes')}
            error={end === 'to' ? error('span') : undefined}
            onChange={(next) => setForm({ ...form, [end]: next.slice(0, 5) })}
          />
        ))}
      </div>
      <Textarea
        label={t('meeting.reply.reason')}
        required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        autoComplete="off"
        value={form.reason}
        error={error('reason')}
        onChange={(event) => setForm({ ...form, reason: event.currentTarget.value })}
      />
    </ConfirmSheet>
  )
}

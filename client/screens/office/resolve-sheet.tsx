import { TextInput } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { useState } from 'react'
import type { Ballot } from '../../../shared/domain/ballot.ts'
import { cleanText } from '../../../shared/lib/text.ts'
import { type Day, parseDay } from '../../../shared/lib/time.ts'
import { openRulings } from '../../app/ruling-case.ts'
import { useWords } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'

type SheetProps = { ballot: Ballot; onClose: () => void }

/** What a closed ballot became: a resolution, by its number and day (B4); asked again it is mended. */
export function ResolveSheet({ ballot, onClose }: SheetProps) {
  const app = useApp()
  const { t } = useWords()
  const known = ballot.outcome?.kind === 'resolved' ? ballot.outcome : null
  const today = app.today()
  const [number, setNumber] = useState(known?.number ?? '')
  const [date, setDate] = useState<Day | null>(known?.date ?? today)
  const said = cleanText(number).trim()
  return (
    <AuthoritySheet
      title={t('trail.resolve.title', { number: ballot.number ?? '' })}
      confirm={t('trail.resolve.confirm')}
      done={t('trail.resolve.done')}
      disabled={said === '' || said.length > 100 || date === null}
      perform={() => app.office.resolve(ballot.id, said, date ?? today)}
      onClose={onClose}
    >
      <p>{t('trail.resolve.text')}</p>
      <StillOpen ballot={ballot} />
      <TextInput
        label={t('trail.resolve.number')}
        placeholder="15/NQ-CP"
        required
        maxLength={100}
        autoComplete="off"
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        data-autofocus
      />
      <DatePickerInput
        label={t('trail.resolve.date')}
        valueFormat="DD/MM/YYYY"
        required
        maxDate={today}
        value={date}
        onChange={(next) => setDate(next === null ? null : parseDay(next.slice(0, 10)))}
      />
    </AuthoritySheet>
  )
}

/** It goes to a meeting: the item of whose agenda says that it continues this ballot. */
export function ToMeetingSheet({ ballot, onClose }: SheetProps) {
  const app = useApp()
  const { t } = useWords()
  return (
    <AuthoritySheet
      title={t('trail.toMeeting.title', { number: ballot.number ?? '' })}
      confirm={t('trail.toMeeting.confirm')}
      done={t('trail.toMeeting.done')}
      perform={() => app.office.sendToMeeting(ballot.id)}
      onClose={onClose}
    >
      <p>{t('trail.toMeeting.text')}</p>
      <StillOpen ballot={ballot} />
    </AuthoritySheet>
  )
}

/** From then on nobody rules on what came late, or on who was not reached (B9). */
function StillOpen({ ballot }: Pick<SheetProps, 'ballot'>) {
  const app = useApp()
  const { t } = useWords()
  const count = openRulings(ballot, app.office.watch(ballot.id), app.office.proposals()).length
  if (count === 0) return null
  return (
    <Notice tone="urgent" title={t('trail.stillOpen', { count })}>
      {t('trail.stillOpenText')}
    </Notice>
  )
}

import { Textarea } from '@mantine/core'
import { useState } from 'react'
import type { InvitationReply } from '../../../shared/domain/attendance.ts'
import { cleanText } from '../../../shared/lib/text.ts'
import { dayOf, formatDay } from '../../../shared/lib/time.ts'
import type { MeetingView } from '../../app/meeting.ts'
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'

type AbsenceSheetProps = {
  view: MeetingView
  onSend: (reply: InvitationReply) => Promise<boolean>
  onClose: () => void
}

/** The reason of an absence, on which the Office decides (M3). */
export function AbsenceSheet({ view, onSend, onClose }: AbsenceSheetProps) {
  const app = useApp()
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const status = app.status().kind
  const isCutOff = status === 'offline' || status === 'server-silent'
  const send = async () => {
    setAsked(true)
    const text = cleanText(reason).trim()
    if (text === '') return
    setBusy(true)
    await onSend({ kind: 'absent', reason: text })
    setBusy(false)
  }
  return (
    <ConfirmSheet
      opened
      title={t('meeting.reply.absentTitle', { day: formatDay(dayOf(view.meeting.startsAt)) })}
      confirm={t(isCutOff ? 'meeting.reply.signOffline' : 'meeting.reply.sign')}
      busy={isBusy}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <p>{t('meeting.reply.absentText')}</p>
      <Textarea
        label={t('meeting.reply.reason')}
        required
        autosize
        minRows={3}
        maxRows={10}
        maxLength={1000}
        autoComplete="off"
        value={reason}
        error={isAsked && reason.trim() === '' ? t('meeting.reply.gap.reason') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmSheet>
  )
}

import type { MeetingState } from '../../shared/domain/meeting.ts'
import { useWords } from '../ui/i18n.ts'
import { StatusSign } from '../ui/status-sign.tsx'

/** How far a meeting is, as those invited see it; before the invitation there is nothing to say. */
export function MeetingStateSign({ state }: { state: MeetingState }) {
  const { t } = useWords()
  switch (state) {
    case 'invited':
      return <StatusSign tone="quiet" sign="meeting" word={t('meeting.state.invited')} />
    case 'in-session':
      return <StatusSign tone="waiting" sign="meeting" word={t('meeting.state.in-session')} />
    case 'ended':
    case 'concluded':
      return <StatusSign tone="quiet" sign="check" word={t(`meeting.state.${state}`)} />
    case 'cancelled':
      return <StatusSign tone="quiet" sign="close" word={t('meeting.state.cancelled')} />
    case 'draft':
    case 'submitted':
    case 'returned':
    case 'approved':
      return null
  }
}

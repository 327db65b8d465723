import type { MeetingState } from '../../../shared/domain/meeting.ts'
import { useWords } from '../../ui/i18n.ts'
import type { IconName } from '../../ui/icon-paths.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import type { Tone } from '../../ui/tone.ts'

const looks: Readonly<Record<MeetingState, { tone: Tone; sign: IconName }>> = {
  draft: { tone: 'quiet', sign: 'edit' },
  submitted: { tone: 'waiting', sign: 'clock' },
  returned: { tone: 'urgent', sign: 'undo' },
  approved: { tone: 'waiting', sign: 'stamp' },
  invited: { tone: 'good', sign: 'send' },
  'in-session': { tone: 'good', sign: 'meeting' },
  ended: { tone: 'quiet', sign: 'recorded' },
  concluded: { tone: 'quiet', sign: 'recorded' },
  cancelled: { tone: 'quiet', sign: 'close' },
}

/** Where a meeting stands in its life (M1). */
export function MeetingStateSign({ state, bare = false }: { state: MeetingState; bare?: boolean }) {
  const { t } = useWords()
  return <StatusSign {...looks[state]} word={t(`officeMeeting.state.${state}`)} bare={bare} />
}

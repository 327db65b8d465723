import type { BallotState } from '../../shared/domain/ballot.ts'
import { useWords } from '../ui/i18n.ts'
import type { IconName } from '../ui/icon-paths.ts'
import { StatusSign } from '../ui/status-sign.tsx'
import type { Tone } from '../ui/tone.ts'

const looks: Readonly<Record<BallotState, { tone: Tone; sign: IconName }>> = {
  draft: { tone: 'quiet', sign: 'edit' },
  submitted: { tone: 'waiting', sign: 'clock' },
  returned: { tone: 'urgent', sign: 'undo' },
  issued: { tone: 'good', sign: 'send' },
  'closing-waits': { tone: 'urgent', sign: 'held' },
  closed: { tone: 'quiet', sign: 'recorded' },
  recalled: { tone: 'quiet', sign: 'close' },
}

/** Where a ballot stands in its life (B4). */
export function BallotStateSign({ state, bare = false }: { state: BallotState; bare?: boolean }) {
  const { t } = useWords()
  return <StatusSign {...looks[state]} word={t(`ballot.state.${state}`)} bare={bare} />
}

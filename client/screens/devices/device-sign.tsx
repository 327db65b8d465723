import type { Instant } from '../../../shared/lib/time.ts'
import type { DeviceDesk } from '../../app/device-desk.ts'
import { useWords } from '../../ui/i18n.ts'
import type { IconName } from '../../ui/icon-paths.ts'
import { StatusSign } from '../../ui/status-sign.tsx'
import type { Tone } from '../../ui/tone.ts'

export type DeviceRow = ReturnType<DeviceDesk['list']>[number]

type State = 'pending' | 'proposed' | 'active' | 'revoked' | 'wiping' | 'wiped'

const looks: Readonly<Record<State, { tone: Tone; sign: IconName }>> = {
  pending: { tone: 'waiting', sign: 'people' },
  proposed: { tone: 'waiting', sign: 'person' },
  active: { tone: 'good', sign: 'recorded' },
  revoked: { tone: 'quiet', sign: 'forbidden' },
  wiping: { tone: 'urgent', sign: 'clock' },
  wiped: { tone: 'quiet', sign: 'forbidden' },
}

function stateOf({ device: { phase }, proposal }: DeviceRow): State {
  if (phase.state === 'pending') return proposal ? 'proposed' : 'pending'
  if (phase.state !== 'revoked') return 'active'
  if (!phase.wipe) return 'revoked'
  return phase.wipedAt === null ? 'wiping' : 'wiped'
}

/** A device's state in words. */
export function DeviceSign({ row, bare = false }: { row: DeviceRow; bare?: boolean }) {
  const { t } = useWords()
  const state = stateOf(row)
  return <StatusSign {...looks[state]} word={t(`devices.phase.${state}`)} bare={bare} />
}

/** When its state last changed. */
export function lastChangeOf({ device: { phase, askedAt } }: DeviceRow): Instant {
  if (phase.state === 'pending') return askedAt
  if (phase.state === 'active') return phase.since
  return phase.wipedAt ?? phase.at
}

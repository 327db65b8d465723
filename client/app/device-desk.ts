import type { Device } from '../../shared/domain/device.ts'
import type { DeviceId, PersonId } from '../../shared/domain/id.ts'
import type { Proposal } from '../../shared/domain/proposal.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import type { Result } from '../../shared/lib/result.ts'
import type { HandedCode } from '../../shared/protocol/api.ts'
import type { Perform, PerformFault } from './perform.ts'
import type { Api, NetworkFault } from './ports.ts'
import type { WorkingCopy } from './working-copy.ts'

/** Devices: one's own, and for the Office and the administrator everybody's (O3, O5). */
export type DeviceDesk = {
  list(): { device: Device; isThis: boolean; proposal: Proposal | null }[]
  handOutCode(person: PersonId): Promise<Result<HandedCode, NetworkFault>>
  revoke(device: DeviceId, reason: string, wipe: boolean): Promise<Result<Verdict, PerformFault>>
  /** First of two officers for a further device; the second confirms the proposal. */
  proposeEnrolment(device: DeviceId): Promise<Result<Verdict, PerformFault>>
  confirm(proposal: Proposal['id']): Promise<Result<Verdict, PerformFault>>
}

export function createDeviceDesk(deps: {
  copy: WorkingCopy
  thisDevice: DeviceId
  perform: Perform
  api: Pick<Api, 'handOutCode'>
}): DeviceDesk {
  const { copy, perform, api } = deps
  return {
    list: () => {
      const open = copy.reader.list('proposal').filter((proposal) => proposal.confirmed === null)
      return copy.reader
        .list('device')
        .sort((a, b) => b.askedAt - a.askedAt)
        .map((device) => ({
          device,
          isThis: device.id === deps.thisDevice,
          proposal:
            open.find(({ body }) => body.kind === 'enrol-device' && body.device === device.id) ?? null,
        }))
    },
    handOutCode: (person) => api.handOutCode(person),
    revoke: (device, reason, wipe) => perform({ kind: 'revoke-device', body: { device, reason, wipe } }),
    proposeEnrolment: (device) =>
      perform({ kind: 'propose', body: { proposal: { kind: 'enrol-device', device } } }),
    confirm: (proposal) => perform({ kind: 'confirm', body: { proposal } }),
  }
}

import type { Instant } from '../../shared/lib/time.ts'
import type { SessionInfo } from '../../shared/protocol/api.ts'
import type { Sending } from './locked-delivery.ts'
import type { OpenApp } from './open-app.ts'
import type { DeviceIdentity, UnlockFault } from './ports.ts'

/** Where somebody stands between the first tap and the open application. */
export type Phase =
  | { kind: 'starting' }
  /** The browser keeps its storage from us: who is enrolled here cannot be known. */
  | { kind: 'refused' }
  /** Sign in by account and password: nobody has enrolled in this browser, or somebody does so again. */
  | { kind: 'new'; canGoBack: boolean }
  /** Signed in; the one-time code makes this browser a device. */
  | { kind: 'enrolling'; session: SessionInfo }
  /** A further device waits for two officers. */
  | { kind: 'pending'; since: Instant | null; identity: DeviceIdentity }
  /** `sending` is null until the outbox has been looked at. */
  | { kind: 'locked'; wasRevoked: boolean; identity: DeviceIdentity; sending: Sending | null }
  | { kind: 'open'; app: OpenApp }
  | { kind: 'wiped' }

export type UnlockProblem =
  | UnlockFault
  | { kind: 'lease-expired'; syncedAt: Instant }
  | { kind: 'still-pending' }
  /** The server has revoked this device, as it said now or, where it could not be asked, before. */
  | { kind: 'revoked'; wasAsked: boolean }

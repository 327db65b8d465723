import type { DeviceId, PersonId } from '../../shared/domain/id.ts'
import { type AgencyDesk, createAgencyDesk } from './agency-desk.ts'
import { type BallotDesk, createBallotDesk } from './ballot.ts'
import { createDeviceDesk, type DeviceDesk } from './device-desk.ts'
import { createDirectiveDesk, type DirectiveDesk } from './directive-desk.ts'
import { createMeetingDesk, type MeetingDesk } from './meeting.ts'
import { createMinutesDesk, type MinutesDesk } from './minutes.ts'
import { createOfficeDesk, type OfficeDesk } from './office-ballot.ts'
import { createOfficeMeetingDesk, type OfficeMeetingDesk } from './office-meeting.ts'
import type { Perform } from './perform.ts'
import { createPointDesk, type PointDesk } from './point.ts'
import type { Api, Clock, Random } from './ports.ts'
import type { QueueAct } from './queue-act.ts'
import { createRestoreDesk, type RestoreDesk } from './restore-desk.ts'
import { createRoomScreenDesk, type RoomScreenDesk } from './room-screen-desk.ts'
import { createSessionDesk, type SessionDesk } from './session.ts'
import { createSessionConduct, type SessionConduct } from './session-conduct.ts'
import { createStatisticsDesk, type StatisticsDesk } from './statistics.ts'
import { createTaskDesk, type TaskDesk } from './task-desk.ts'
import { createTaskImporting, type TaskImporting } from './task-importing.ts'
import { createUnitDesk, type UnitDesk } from './unit-desk.ts'
import type { WorkingCopy } from './working-copy.ts'

/** Where a person does what: each desk holds the acts of one noun, for members or for the Office. */
export type Desks = {
  agencies: AgencyDesk
  ballots: BallotDesk
  meetings: MeetingDesk
  sessions: SessionDesk
  conduct: SessionConduct
  roomScreens: RoomScreenDesk
  minutes: MinutesDesk
  office: OfficeDesk
  officeMeetings: OfficeMeetingDesk
  tasks: TaskDesk
  units: UnitDesk
  taskImporting: TaskImporting
  directives: DirectiveDesk
  devices: DeviceDesk
  restore: RestoreDesk
  statistics: StatisticsDesk
  points: PointDesk
}

export function createDesks(deps: {
  copy: WorkingCopy
  me: { person: PersonId; device: DeviceId }
  /** Acts that may wait, and acts that need the server at that moment (O9). */
  queue: QueueAct
  perform: Perform
  api: Api
  clock: Clock
  officeClock: Clock
  random: Random
}): Desks {
  const tasks = createTaskDesk({ ...deps, clock: deps.officeClock })
  return {
    agencies: createAgencyDesk(deps),
    ballots: createBallotDesk(deps),
    meetings: createMeetingDesk(deps),
    sessions: createSessionDesk({ ...deps, clock: deps.officeClock }),
    conduct: createSessionConduct(deps),
    roomScreens: createRoomScreenDesk(deps),
    minutes: createMinutesDesk(deps),
    office: createOfficeDesk(deps),
    officeMeetings: createOfficeMeetingDesk(deps),
    tasks,
    units: createUnitDesk(deps),
    taskImporting: createTaskImporting(deps),
    directives: createDirectiveDesk({ ...deps, tasks }),
    devices: createDeviceDesk({ ...deps, thisDevice: deps.me.device }),
    restore: createRestoreDesk(deps),
    statistics: createStatisticsDesk(deps),
    points: createPointDesk(deps),
  }
}

import type { AgendaItemContent } from '../../shared/domain/agenda-item.ts'
import type { MeetingType } from '../../shared/domain/meeting.ts'
import type { Stance } from '../../shared/domain/position.ts'
import type { DemoDocument } from './demo-ballot.ts'
import type { DemoHour } from './demo-calendar.ts'

/** How a meeting of the demonstration is written down: its agenda, its papers, its hours and who said what before it. */

type DemoSecret = AgendaItemContent['secrets'][number]

export type DemoItem = {
  readonly id: string
  readonly title: string
  readonly presenter: string
  readonly summary: string
  readonly leadAgency: string
  readonly minutes: number
  readonly documents: readonly DemoDocument[]
  readonly secrets?: readonly { id: string; number: string; level: DemoSecret['level']; custodian: string }[]
  /** Members who need to know; absent: all of them (D2). */
  readonly readers?: readonly string[]
  /** What came after the invitation (M1). */
  readonly change?: {
    readonly on: DemoHour
    readonly reason: string
    readonly documents: readonly DemoDocument[]
  }
}

export type DemoSaid = { readonly stance: Stance; readonly note?: string }

export type DemoMeeting = {
  readonly id: string
  readonly type: MeetingType
  readonly title: string
  readonly place: string
  readonly remarks: string
  readonly chair: string
  readonly handlers: readonly [string, ...string[]]
  /** The day on which it is written, approved and sent out. */
  readonly preparedOn: number
  readonly starts: DemoHour | 'nearby'
  /** Minutes. */
  readonly lasts: number
  readonly items: readonly DemoItem[]
  /** Who has replied so far: in the room unless named here. */
  readonly replies: {
    readonly from: readonly string[]
    readonly remote: readonly string[]
    readonly absent: Readonly<Record<string, string>>
    readonly substitute?: {
      readonly member: string
      readonly person: string
      readonly letter: string
      readonly reason: string
      readonly items: readonly string[]
    }
  }
  readonly guest?: { readonly person: string; readonly item: string }
  /** Members whom the Office has seen come in. */
  readonly present?: readonly string[]
  /** By item, then by member. */
  readonly positions: Readonly<Record<string, Readonly<Record<string, DemoSaid>>>>
}

import { setTimeout as wait } from 'node:timers/promises'
import type { MeetingId } from '../../shared/domain/id.ts'
import { meetingKey } from '../../shared/domain/meeting.ts'
import { isPresent } from '../../shared/domain/session-presence.ts'
import { type BenchApp, type MeetingTablet, whenSo } from './meeting-tablet.ts'

export type Joined = {
  /** From the first tablet that was taken up until the last one knew of everybody, its own word recorded. */
  allInStepMs: number
  /** For each tablet, from being taken up to the meeting on it with its own word recorded. */
  ownMs: number[]
}

const hasMeeting = (meeting: MeetingId) => (app: BenchApp) =>
  app.copy.reader.get('meeting', meetingKey(meeting)) !== undefined

/** Tablets taken up for the first time, some at once: they fetch the invitation, and are put down again. */
export async function fetchInvitation(tablets: readonly MeetingTablet[], meeting: MeetingId): Promise<void> {
  for (let at = 0; at < tablets.length; at += 20) {
    const some = tablets.slice(at, at + 20)
    await Promise.all(some.map((tablet) => tablet.open()))
    await Promise.all(some.map((tablet) => whenSo(tablet, 'the invitation', hasMeeting(meeting))))
    await Promise.all(some.map((tablet) => whenSo(tablet, 'delivery', hasNothingWaiting)))
    for (const tablet of some) tablet.close()
  }
}

const hasNothingWaiting = ({ copy }: BenchApp) => copy.outbox().length === 0

/** Everybody takes up their tablet at a moment of their own within so long, says that they are there, and sees who else is. */
export async function joinAll(
  tablets: readonly MeetingTablet[],
  { meeting, withinMs }: { meeting: MeetingId; withinMs: number },
): Promise<Joined> {
  const startedAt = performance.now()
  const everybody = tablets.length
  const present = ({ copy }: BenchApp) =>
    copy.reader.list('presence', `presence/${meeting}/`).filter(isPresent).length
  const joined = await Promise.all(
    tablets.map(async (tablet, i) => {
      await wait((i * withinMs) / everybody)
      const takenUpAt = performance.now()
      const app = await tablet.open()
      await whenSo(tablet, 'the invitation', hasMeeting(meeting))
      const said = await app.sessions.join(meeting, 'in-room')
      if (!said.ok) throw new Error(`${tablet.seat.label} cannot say that they are there: ${said.error.kind}`)
      const recordedAt = await whenSo(tablet, 'being there', hasNothingWaiting)
      const inStepAt = await whenSo(tablet, 'everybody', (of) => present(of) >= everybody)
      return { ownMs: recordedAt - takenUpAt, inStepMs: inStepAt - startedAt }
    }),
  )
  return {
    allInStepMs: Math.max(...joined.map(({ inStepMs }) => inStepMs)),
    ownMs: joined.map(({ ownMs }) => ownMs),
  }
}

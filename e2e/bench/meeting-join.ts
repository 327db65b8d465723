import { setTimeout as wait } from 'node:timers/promises'
import type { MeetingId } from '../../shared/domain/id.ts'
import { type MeetingTablet, nowMs } from './meeting-tablet.ts'

export type Joined = {
  /** From the first tablet that was taken up until the last one knew of everybody, its own word recorded. */
  allInStepMs: number
  /** For each tablet, from being taken up to the meeting on it with its own word recorded. */
  ownMs: number[]
}

/** Tablets taken up for the first time, some at once: they fetch the invitation, and are put down again. */
export async function fetchInvitation(tablets: readonly MeetingTablet[], meeting: MeetingId): Promise<void> {
  for (let at = 0; at < tablets.length; at += 20) {
    const some = tablets.slice(at, at + 20)
    await Promise.all(some.map((tablet) => tablet.open()))
    await Promise.all(some.map((tablet) => tablet.until({ is: 'invited', meeting })))
    await Promise.all(some.map((tablet) => tablet.until({ is: 'settled' })))
    for (const tablet of some) tablet.close()
  }
}

/** Everybody takes up their tablet at a moment of their own within so long, says that they are there, and sees who else is. */
export async function joinAll(
  tablets: readonly MeetingTablet[],
  { meeting, withinMs }: { meeting: MeetingId; withinMs: number },
): Promise<Joined> {
  const startedAt = nowMs()
  const count = tablets.length
  const joined = await Promise.all(
    tablets.map(async (tablet, i) => {
      await wait((i * withinMs) / count)
      const takenUpAt = nowMs()
      await tablet.open()
      await tablet.until({ is: 'invited', meeting })
      await tablet.join(meeting)
      const recordedAt = await tablet.until({ is: 'settled' })
      const inStepAt = await tablet.until({ is: 'present', meeting, count })
      return { ownMs: recordedAt - takenUpAt, inStepMs: inStepAt - startedAt }
    }),
  )
  return {
    allInStepMs: Math.max(...joined.map(({ inStepMs }) => inStepMs)),
    ownMs: joined.map(({ ownMs }) => ownMs),
  }
}

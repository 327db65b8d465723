import type { OpenApp } from '../../client/app/open-app.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import type { Result } from '../../shared/lib/result.ts'
import { minuteMs } from '../../shared/lib/time.ts'
import { createNodeTablet, type NodeTablet } from '../testing/node-tablet.ts'
import { passPhrase, type Seat } from './meeting-people.ts'

/** A tablet that lies ready: taken up, it unlocks, signs in by its key and fetches what is new. */
export type MeetingTablet = NodeTablet & { seat: Seat; open(): Promise<OpenApp>; close(): void }

const patienceMs = 5 * minuteMs

export function meetingTablet(seat: Seat, port: number): MeetingTablet {
  const tablet = createNodeTablet({ profile: seat.profile, port })
  return {
    ...tablet,
    seat,
    open: async () => {
      await tablet.application.start()
      const opened = await tablet.application.unlock(passPhrase)
      if (!opened.ok) throw new Error(`${seat.label} is not unlocked: ${opened.error.kind}`)
      return tablet.app()
    },
    close: () => tablet.application.stop(),
  }
}

/** @returns when it was first so on this tablet. @throws where it does not come about. */
export function whenSo(of: NodeTablet, what: string, isSo: (app: OpenApp) => boolean): Promise<number> {
  const app = of.app()
  if (isSo(app)) return Promise.resolve(performance.now())
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      unsubscribe()
      reject(new Error(`${of.profile.label}: ${what} does not come about`))
    }, patienceMs)
    const unsubscribe = app.copy.subscribe(() => {
      if (!isSo(app)) return
      const at = performance.now()
      clearTimeout(timer)
      unsubscribe()
      resolve(at)
    })
  })
}

/** @throws where an act of authority was not accepted. */
export async function accepted(
  what: string,
  doing: Promise<Result<Verdict, { kind: string }>>,
): Promise<void> {
  const done = await doing
  if (!done.ok) throw new Error(`${what}: ${done.error.kind}`)
  if (done.value.kind !== 'accepted') throw new Error(`${what}: ${JSON.stringify(done.value)}`)
}

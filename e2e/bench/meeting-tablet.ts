import type { OpenApp } from '../../client/app/open-app.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import type { Result } from '../../shared/lib/result.ts'
import { minuteMs } from '../../shared/lib/time.ts'
import { createNodeTablet } from '../testing/node-tablet.ts'
import { passPhrase, type Seat } from './meeting-people.ts'

/** What a member does at a meeting. */
export type BenchApp = {
  copy: Pick<OpenApp['copy'], 'reader' | 'outbox' | 'subscribe'>
  sessions: Pick<OpenApp['sessions'], 'join' | 'cast'>
}

/** A tablet that lies ready: taken up, it unlocks, signs in by its key and fetches what is new. */
export type MeetingTablet<App extends BenchApp = BenchApp> = {
  seat: Seat
  /** @throws while it is not open. */
  app(): App
  open(): Promise<App>
  close(): void
  /** No line any more, or again. */
  setLine(isUp: boolean): void
}

/** The product's own application, whole. */
export type WholeTablet = MeetingTablet<OpenApp>

const patienceMs = 5 * minuteMs

export function wholeTablet(seat: Seat, port: number): WholeTablet {
  const tablet = createNodeTablet({ profile: seat.profile, port })
  return {
    seat,
    app: tablet.app,
    setLine: tablet.setLine,
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
export function whenSo<App extends BenchApp>(
  of: MeetingTablet<App>,
  what: string,
  isSo: (app: App) => boolean,
): Promise<number> {
  const app = of.app()
  if (isSo(app)) return Promise.resolve(performance.now())
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      unsubscribe()
      reject(new Error(`${of.seat.label}: ${what} does not come about`))
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

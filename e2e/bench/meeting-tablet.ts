import type { OpenApp } from '../../client/app/open-app.ts'
import type { ActId, MeetingId } from '../../shared/domain/id.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import type { VoteName } from '../../shared/domain/vote.ts'
import type { Result } from '../../shared/lib/result.ts'
import { minuteMs } from '../../shared/lib/time.ts'
import type { Profile } from '../simulation/profile.ts'
import { createNodeTablet } from '../testing/node-tablet.ts'
import { leanFetch } from './lean-fetch.ts'
import { type BenchCopy, type Condition, isSo } from './meeting-condition.ts'
import { passPhrase } from './meeting-seat.ts'

/** A tablet that lies ready: taken up, it unlocks, signs in by its key and fetches what is new. */
export type MeetingTablet = {
  label: string
  open(): Promise<void>
  close(): void
  /** No line any more, or again. */
  setLine(isUp: boolean): void
  join(meeting: MeetingId): Promise<void>
  cast(name: VoteName, choice: Choice): Promise<ActId>
  /** Whether something that was said here is not recorded yet. */
  isWaiting(): Promise<boolean>
  /** @returns when it was first so on this tablet, by `nowMs`. */
  until(condition: Condition): Promise<number>
}

export type Choice = 'agree' | 'disagree'

/** What a member does at a meeting. */
export type BenchApp = { copy: BenchCopy; sessions: Pick<OpenApp['sessions'], 'join' | 'cast'> }

/** In this thread, with all that a person can do on it. @throws while it is not open. */
export type WholeTablet = MeetingTablet & { app(): OpenApp }

/** The same in every thread of this machine. */
export const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6

const patienceMs = 5 * minuteMs

/** What members do and wait for, alike on whole tablets and lean ones. */
export const membersPart = (
  label: string,
  app: () => BenchApp,
): Pick<MeetingTablet, 'label' | 'join' | 'cast' | 'isWaiting' | 'until'> => ({
  label,
  join: async (meeting) => {
    const said = await app().sessions.join(meeting, 'in-room')
    if (!said.ok) throw new Error(`${label} cannot say that they are there: ${said.error.kind}`)
  },
  cast: async (name, choice) => {
    const said = await app().sessions.cast(name, { choice: { kind: choice }, text: '' })
    if (!said.ok) throw new Error(`${label} cannot cast: ${said.error.kind}`)
    return said.value
  },
  isWaiting: async () => app().copy.outbox().length > 0,
  until: (condition) => {
    const { copy } = app()
    return whenSo(copy, `${label}: ${condition.is}`, () => isSo(copy, condition))
  },
})

/** The product's own application, whole. */
export function wholeTablet(profile: Profile, port: number): WholeTablet {
  const { app, application, setLine } = createNodeTablet({ profile, port, fetch: leanFetch })
  return {
    ...membersPart(profile.label, app),
    app,
    setLine,
    open: async () => {
      await application.start()
      const opened = await application.unlock(passPhrase)
      if (!opened.ok) throw new Error(`${profile.label} is not unlocked: ${opened.error.kind}`)
    },
    close: () => application.stop(),
  }
}

/** @returns when it was first so. @throws where it does not come about. */
export function whenSo(
  copy: Pick<BenchCopy, 'subscribe'>,
  what: string,
  isSoNow: () => boolean,
): Promise<number> {
  if (isSoNow()) return Promise.resolve(nowMs())
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      unsubscribe()
      reject(new Error(`${what} does not come about`))
    }, patienceMs)
    const unsubscribe = copy.subscribe(() => {
      if (!isSoNow()) return
      const at = nowMs()
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

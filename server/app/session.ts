import { permit, type Subject, subjectOn } from '../../shared/domain/access.ts'
import { type DeviceId, Hash, type PersonId } from '../../shared/domain/id.ts'
import type { Person } from '../../shared/domain/people.ts'
import { hex, utf8 } from '../../shared/lib/bytes.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { dayMs, hourMs, type Instant, instant, minuteMs } from '../../shared/lib/time.ts'
import type { LedgerReads } from './ledger-port.ts'
import { cookieValue, sessionCookie } from './office-cookie.ts'
import type { Clock, Random, Session, SessionStore } from './ports.ts'

/** Who is asking, as of this moment: roles by today's appointments, the device still active. */
export type Identity = { session: Session; person: Person; subject: Subject }

/** `token` goes into the cookie and is kept nowhere else. */
export type OpenedSession = { token: string; session: Session }

export type Sessions = {
  /** Null where the person holds no role today. */
  open(person: PersonId, device: DeviceId | null): Promise<OpenedSession | null>
  /** @param cookie the request's header. Null where it opens nothing (any more). */
  identify(cookie: string | null): Promise<Identity | null>
  sessionOf(cookie: string | null): Promise<Session | null>
  /** Ends the session of the cookie, if any. @returns whose it was. */
  end(cookie: string | null): Promise<PersonId | null>
  /** For a job: forgets what has expired. */
  sweep(): Promise<void>
}

/** Not used for so long, a session ends; so long after it began, it ends anyway. */
export const sessionIdleMs = 12 * hourMs
export const sessionMaxMs = 7 * dayMs

/** How stale the stored end may get before a use moves it: most requests write nothing. */
const slideMs = 5 * minuteMs

const tokenForm = /^[0-9a-f]{64}$/

const hashOf = (token: string): Hash => Hash.parse(sha256Hex(utf8(`e-cabinet/session-token/1\n${token}`)))

export function createSessions(deps: {
  sessions: SessionStore
  ledger: Pick<LedgerReads, 'rows'>
  clock: Clock
  random: Random
}): Sessions {
  const { sessions, ledger, clock, random } = deps

  const endOf = (createdAt: Instant, now: Instant): Instant =>
    instant(Math.min(now + sessionIdleMs, createdAt + sessionMaxMs))

  const stored = async (cookie: string | null): Promise<Session | null> => {
    const token = cookieValue(cookie, sessionCookie)
    if (token === null || !tokenForm.test(token)) return null
    return (await sessions.get(hashOf(token))) ?? null
  }

  const standingOf = async (person: PersonId, device: DeviceId | null) => {
    const rows = await ledger.rows([`person/${person}`, ...(device === null ? [] : [`device/${device}`])])
    const entities = rows.map(({ entity }) => entity)
    const holder = entities.find((entity) => entity.kind === 'person')
    if (!holder) return null
    const tablet = entities.find((entity) => entity.kind === 'device')
    const isDeviceGood = device === null || (tablet?.person === person && tablet.phase.state === 'active')
    const subject = subjectOn(holder, device, clock.now())
    return isDeviceGood && permit(subject, { action: 'read-own-session' }).allow
      ? { person: holder, subject }
      : null
  }

  const identify = async (cookie: string | null): Promise<Identity | null> => {
    const session = await stored(cookie)
    const now = clock.now()
    if (!session || session.expiresAt <= now) return null
    const standing = await standingOf(session.person, session.device)
    if (!standing) return null
    const expiresAt = endOf(session.createdAt, now)
    if (expiresAt - session.expiresAt < slideMs) return { session, ...standing }
    await sessions.extend(session.tokenHash, expiresAt)
    return { session: { ...session, expiresAt }, ...standing }
  }

  return {
    identify,
    sessionOf: async (cookie) => (await identify(cookie))?.session ?? null,
    open: async (person, device) => {
      if (!(await standingOf(person, device))) return null
      const token = hex(random(32))
      const createdAt = clock.now()
      const expiresAt = endOf(createdAt, createdAt)
      const session: Session = { tokenHash: hashOf(token), person, device, createdAt, expiresAt }
      await sessions.put(session)
      return { token, session }
    },
    end: async (cookie) => {
      const session = await stored(cookie)
      if (!session) return null
      await sessions.remove(session.tokenHash)
      return session.person
    },
    sweep: () => sessions.removeExpired(clock.now()),
  }
}

import { hex, utf8 } from '../../shared/lib/bytes.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { isCleanText } from '../../shared/lib/text.ts'
import { instant, minuteMs, secondMs } from '../../shared/lib/time.ts'
import { createPacedLines, type Pause } from './paced-line.ts'
import type { AccountStore, AttemptStore, Clock, PasswordHasher, Random } from './ports.ts'
import { createRateLimit, type Rate } from './rate-limit.ts'
import type { Mac } from './server-secret.ts'
import type { OpenedSession, Sessions } from './session.ts'

/**
 * Sign-in by account and password. Guessing is made slow, and never locks anybody out: after a few attempts answers come one
 * by one with growing pauses. A browser in which the account has signed in before carries a mark and has a line of its
 * own, so that strangers who hammer on a minister's account do not hold up the minister (after OWASP's "device cookies").
 * What is answered, and how fast, is the same for an account that exists and one that does not.
 */
export type SignInAttempt = {
  account: string
  password: string
  /** The browser's mark, as it came. */
  known: string | null
  address: string
}

export type SignInFault = { kind: 'wrong-credentials' } | { kind: 'too-many-attempts'; retryAfterMs: number }

/** `known` is the mark for the browser to keep. */
export type SignedIn = OpenedSession & { known: string }

export type SignIn = (attempt: SignInAttempt) => Promise<Result<SignedIn, SignInFault>>

const windowMs = 15 * minuteMs
const freeAttempts = 5
const maxWaitMs = 16 * secondMs
/** Each costs a processor tens of milliseconds and tens of megabytes. */
const maxVerifying = 32
/** Strangers from one address, whatever the accounts they try; a browser with a mark is not counted among them. */
const perAddress: Rate = { perMinute: 60, burst: 60 }
const reservedForKnown = 8
const markForm = /^([0-9a-f]{32})\.([0-9a-f]{64})$/

const waitAfter = (attempts: number): number =>
  attempts <= freeAttempts ? 0 : Math.min(maxWaitMs, secondMs * 2 ** (attempts - freeAttempts - 1))

/** One account, however it is typed; stored in this form. */
const accountName = (typed: string): string => typed.normalize('NFC').trim().toLowerCase()

export function createSignIn(deps: {
  accounts: Pick<AccountStore, 'byName'>
  hasher: PasswordHasher
  attempts: AttemptStore
  sessions: Sessions
  clock: Clock
  random: Random
  pause: Pause
  mac: Mac
}): SignIn {
  const { accounts, hasher, attempts, sessions, clock, random, mac } = deps
  const lines = createPacedLines({ pause: deps.pause, lines: 10_000, perLine: 4 })
  const limit = createRateLimit({ clock, keys: 20_000 })
  let verifying = 0

  const markOf = async (account: string, id: string) => `${id}.${await mac(`known\n${id}\n${account}`)}`

  const knownId = async (account: string, mark: string | null): Promise<string | null> => {
    const id = markForm.exec(mark ?? '')?.[1]
    return id !== undefined && (await markOf(account, id)) === mark ? id : null
  }

  const personBy = async (account: string, password: string) => {
    // Text that no account can have never reaches the database.
    const found = isCleanText(account) ? await accounts.byName(account) : undefined
    const isRight = await hasher.verify(found?.passwordHash ?? null, password.normalize('NFC'))
    return isRight ? (found?.person ?? null) : null
  }

  return async ({ account: typed, password, known, address }) => {
    const account = accountName(typed)
    const id = await knownId(account, known)
    const line = id === null ? `sign-in/account/${sha256Hex(utf8(account))}` : `sign-in/known/${id}`
    const tooMany = (retryAfterMs: number) => fail<SignInFault>({ kind: 'too-many-attempts', retryAfterMs })
    const addressWait = id === null ? limit(address, perAddress) : 0
    if (addressWait > 0) return tooMany(addressWait)
    const now = clock.now()
    const waitMs = waitAfter(await attempts.add(line, now, instant(now - windowMs)))
    if (waitMs > 0 && !(await lines.enter(line, address, waitMs))) {
      return tooMany(waitMs)
    }
    if (verifying >= maxVerifying - (id === null ? reservedForKnown : 0)) return tooMany(secondMs)
    verifying += 1
    try {
      const person = await personBy(account, password)
      const opened = person === null ? null : await sessions.open(person, null)
      if (!opened) return fail({ kind: 'wrong-credentials' })
      await attempts.clear(line)
      return ok({ ...opened, known: await markOf(account, id ?? hex(random(16))) })
    } finally {
      verifying -= 1
    }
  }
}

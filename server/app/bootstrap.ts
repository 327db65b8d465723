import { z } from 'zod'
import { permit, subjectOn } from '../../shared/domain/access.ts'
import { AgencyId, DayField, PersonId, textField } from '../../shared/domain/id.ts'
import { Agency, type Person, Role } from '../../shared/domain/people.ts'
import { hex } from '../../shared/lib/bytes.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { dayMs, dayOf, type Instant, instant } from '../../shared/lib/time.ts'
import type { ActIntake } from './act-intake.ts'
import type { Database } from './database.ts'
import { hashCode, makeCode } from './enrolment-code.ts'
import type { Clock, PasswordHasher, Random } from './ports.ts'

/**
 * The first people of a real office: until somebody is in post, nobody can hand out anything. Read once, into an empty
 * ledger, by the entries that the server itself makes; everybody else is then added by those people.
 */

const Bootstrap = z.strictObject({
  agencies: z.array(Agency.omit({ kind: true })).max(500),
  people: z
    .array(
      z.strictObject({
        account: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,60}$/),
        name: textField(120),
        appointments: z
          .array(
            z.strictObject({
              role: Role,
              title: textField(200),
              agency: AgencyId.nullable(),
              /** yyyy-MM-dd, both included; `to` null while there is no end. */
              from: DayField,
              to: DayField.nullable(),
            }),
          )
          .min(1)
          .max(50),
      }),
    )
    .min(1)
    .max(5000),
})
export type Bootstrap = z.infer<typeof Bootstrap>

export type BootstrapFault =
  | { kind: 'bootstrap-unreadable'; where: string }
  | { kind: 'bootstrap-account-twice'; account: string }
  | { kind: 'bootstrap-agency-unknown'; agency: string }
  /** Nobody of them could hand out a code to anybody. */
  | { kind: 'bootstrap-without-officer' }
  | { kind: 'bootstrap-not-empty' }

/** Shown once, and kept by nobody. */
export type FirstSignIn = { account: string; name: string; password: string; code: string }

const codeMs = 7 * dayMs

export function parseBootstrap(text: string, at: Instant): Result<Bootstrap, BootstrapFault> {
  const parsed = Bootstrap.safeParse(jsonOf(text))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return fail({ kind: 'bootstrap-unreadable', where: issue?.path.join('.') ?? '' })
  }
  const { agencies, people } = parsed.data
  const accounts = new Set<string>()
  for (const { account, appointments } of people) {
    if (accounts.has(account)) return fail({ kind: 'bootstrap-account-twice', account })
    accounts.add(account)
    for (const { agency } of appointments) {
      if (agency !== null && !agencies.some(({ id }) => id === agency)) {
        return fail({ kind: 'bootstrap-agency-unknown', agency })
      }
    }
  }
  const someone = PersonId.parse('someone')
  const canHandOut = people.some(({ name, appointments }) => {
    const person: Person = { kind: 'person', id: someone, name, appointments }
    return permit(subjectOn(person, null, at), { action: 'hand-out-code' }).allow
  })
  return canHandOut ? ok(parsed.data) : fail({ kind: 'bootstrap-without-officer' })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** @returns the first password and one-time code of everybody, valid for seven days. */
export async function loadBootstrap(
  { agencies, people }: Bootstrap,
  deps: {
    database: Pick<Database, 'ledger' | 'accounts' | 'codes'>
    appendServer: ActIntake['appendServer']
    hasher: Pick<PasswordHasher, 'hash'>
    clock: Clock
    random: Random
  },
): Promise<Result<FirstSignIn[], BootstrapFault>> {
  const { database, appendServer, hasher, clock, random } = deps
  if ((await database.ledger.read.head()).size > 0) return fail({ kind: 'bootstrap-not-empty' })
  const expiresAt = instant(clock.now() + codeMs)
  const signIns: FirstSignIn[] = []
  const persons: Person[] = []
  for (const { account, name, appointments } of people) {
    const id = PersonId.parse(hex(random(16)))
    const [password, code] = [makeCode(random), makeCode(random)]
    await database.accounts.put({ account, person: id, passwordHash: await hasher.hash(password) })
    await database.codes.put({ codeHash: hashCode(code, id), person: id, expiresAt })
    persons.push({ kind: 'person', id, name, appointments })
    signIns.push({ account, name, password, code })
  }
  // Last: a start that was cut off before it leaves an empty ledger, and is simply begun again.
  await appendServer(() => [
    {
      id: `bootstrap/${dayOf(clock.now())}`,
      events: [
        { kind: 'settings-set', settings: { kind: 'settings', changes: [] } },
        ...agencies.map((agency) => ({
          kind: 'agency-set' as const,
          agency: { kind: 'agency' as const, ...agency },
        })),
        ...persons.map((person) => ({ kind: 'person-set' as const, person })),
        ...persons.map(({ id }) => ({
          kind: 'code-handed-out' as const,
          person: id,
          by: id,
          expiresAt,
        })),
      ],
    },
  ])
  return ok(signIns)
}

import { permit, subjectOn } from '../../shared/domain/access.ts'
import type { ServerEntry } from '../../shared/domain/closing.ts'
import type { Device } from '../../shared/domain/device.ts'
import type { EntityReader } from '../../shared/domain/entity.ts'
import type { PersonId } from '../../shared/domain/id.ts'
import { memberAppointmentOn } from '../../shared/domain/people.ts'
import { fromBase64 } from '../../shared/lib/base64.ts'
import { hex, utf8 } from '../../shared/lib/bytes.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { dayOf, hourMs, instant } from '../../shared/lib/time.ts'
import {
  type EnrolDevice,
  type EnrolledDevice,
  enrolmentText,
  type HandedCode,
} from '../../shared/protocol/api.ts'
import type { ActIntake } from './act-intake.ts'
import { hashCode, makeCode } from './enrolment-code.ts'
import type { LedgerReads } from './ledger-port.ts'
import type { AttemptStore, Clock, CodeStore, Random, ServerCrypto } from './ports.ts'
import type { Identity, OpenedSession, Sessions } from './session.ts'

/**
 * How a browser becomes a device: a password says whose it is, a code from the Office that the Office knows of it, a
 * signature that it holds the key it names. A member's first device is then active; a further one waits for two officers.
 */
export type EnrolmentFault =
  | { kind: 'proof-failed' }
  | { kind: 'code-wrong' }
  | { kind: 'device-taken' }
  | { kind: 'too-many-attempts'; retryAfterMs: number }

/** `session`: a new one, bound to the device; null while the device waits. */
export type Enrolled = { reply: EnrolledDevice; session: OpenedSession | null }

export type Enrolment = {
  /** May be repeated: the same device with the same key gets its state again, without a code. */
  enrol(identity: Identity, request: EnrolDevice): Promise<Result<Enrolled, EnrolmentFault>>
  /** Null where there is no such person in post. */
  handOut(by: PersonId, person: PersonId): Promise<HandedCode | null>
}

const codeMs = hourMs
const guessesPerHour = 10

export function createEnrolment(deps: {
  ledger: Pick<LedgerReads, 'rows'>
  appendServer: ActIntake['appendServer']
  codes: CodeStore
  attempts: AttemptStore
  sessions: Sessions
  crypto: Pick<ServerCrypto, 'keys' | 'verifyP256'>
  clock: Clock
  random: Random
}): Enrolment {
  const { ledger, appendServer, codes, attempts, sessions, crypto, clock, random } = deps

  const rowOf = async (request: EnrolDevice): Promise<Device | null> => {
    const [row] = await ledger.rows([`device/${request.device}`])
    return row?.entity.kind === 'device' ? row.entity : null
  }

  const holdsKey = async ({ device, publicKey, sig }: EnrolDevice): Promise<boolean> => {
    const key = fromBase64(publicKey)
    const signature = fromBase64(sig)
    return (
      key !== null &&
      signature !== null &&
      (await crypto.verifyP256(key, signature, utf8(enrolmentText(device, publicKey))))
    )
  }

  const register = async (person: PersonId, request: EnrolDevice) => {
    const { device: id, label, publicKey } = request
    const askedAt = clock.now()
    const device: Device = {
      kind: 'device',
      id,
      person,
      label,
      publicKey,
      askedAt,
      phase: { state: 'pending' },
    }
    await appendServer((reader) => entriesFor(device, reader), ['person/', 'device/'])
  }

  const takeCode = async (person: PersonId, request: EnrolDevice): Promise<EnrolmentFault | null> => {
    const now = clock.now()
    const guesses = await attempts.add(`code/${person}`, now, instant(now - hourMs))
    if (guesses > guessesPerHour) return { kind: 'too-many-attempts', retryAfterMs: hourMs }
    const codeHash = hashCode(request.code, person)
    if (!(await codes.use(codeHash, person, now))) return { kind: 'code-wrong' }
    try {
      await register(person, request)
    } catch (error) {
      // The code was good and brought nothing: it stays good.
      await codes.put({ codeHash, person, expiresAt: instant(now + codeMs) })
      throw error
    }
    await attempts.clear(`code/${person}`)
    return null
  }

  return {
    enrol: async ({ session: { person } }, request) => {
      if (!(await holdsKey(request))) return fail({ kind: 'proof-failed' })
      if (!(await rowOf(request))) {
        const fault = await takeCode(person, request)
        if (fault) return fail(fault)
      }
      const device = await rowOf(request)
      const isOwn = device?.person === person && device.publicKey === request.publicKey
      if (!device || !isOwn || device.phase.state === 'revoked') return fail({ kind: 'device-taken' })
      const { state } = device.phase
      const session = state === 'active' ? await sessions.open(person, device.id) : null
      return ok({ reply: { state, keys: crypto.keys }, session })
    },
    handOut: async (by, person) => {
      const [row] = await ledger.rows([`person/${person}`])
      if (row?.entity.kind !== 'person') return null
      const subject = subjectOn(row.entity, null, clock.now())
      if (!permit(subject, { action: 'enrol-own-device' }).allow) return null
      const code = makeCode(random)
      const expiresAt = instant(clock.now() + codeMs)
      await appendServer(() => [
        { id: `code/${hex(random(16))}`, events: [{ kind: 'code-handed-out', person, by, expiresAt }] },
      ])
      await codes.put({ codeHash: hashCode(code, person), person, expiresAt })
      return { code, expiresAt }
    },
  }
}

/** One entry: a device that is known and one that counts must not be two moments. */
function entriesFor(device: Device, reader: EntityReader): ServerEntry[] {
  if (reader.get('device', `device/${device.id}`)) return []
  const person = reader.get('person', `person/${device.person}`)
  if (!person) return []
  const isMember = memberAppointmentOn(person, dayOf(device.askedAt)) !== undefined
  const others = reader.list('device').filter((other) => other.person === person.id)
  const waits = isMember && others.some((other) => other.phase.state === 'active')
  const asked: ServerEntry['events'] = [{ kind: 'device-asked', device }]
  const events = waits ? asked : [...asked, { kind: 'device-enrolled' as const, device: device.id }]
  return [{ id: `device-asked/${device.id}`, events }]
}

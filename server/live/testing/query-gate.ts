import type { RoomGate } from '../../app/room-port.ts'

export interface QueryGate extends RoomGate {
  /** Who may do nothing from now on. */
  deny(person: string): void
  /** Who may only read from now on. */
  readOnly(person: string): void
  /** Answers wait until the returned function is called. */
  holdAnswers(): () => void
  break(): void
}

/** Believes the query: `person=an&device=tablet`; without a person nobody is signed in, and `session=no` names a device alone. */
export function createQueryGate(): QueryGate {
  const denied = new Set<string>()
  const readers = new Set<string>()
  let held: Promise<void> = Promise.resolve()
  let broken = false
  return {
    deny: (person) => void denied.add(person),
    readOnly: (person) => void readers.add(person),
    holdAnswers() {
      let release = () => {}
      held = new Promise((resolve) => {
        release = resolve
      })
      return release
    },
    break() {
      broken = true
    },
    async open(_room, request) {
      const query = new URLSearchParams(request.query)
      const person = query.get('person')
      await held
      if (broken) throw new Error('database away')
      if (person === null) return { allow: false, code: 4401 }
      if (denied.has(person)) return { allow: false, code: 4403 }
      return {
        allow: true,
        person,
        device: query.get('device') ?? 'tablet',
        canWrite: !readers.has(person),
        ...(query.get('session') === 'no' && { withoutSession: true }),
      }
    },
  }
}

import type { Subject } from '../../shared/domain/access.ts'
import { appointmentsOn, type Person } from '../../shared/domain/people.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import { dayOf, type Instant } from '../../shared/lib/time.ts'
import type { PaperFormat } from '../../shared/protocol/paper.ts'

export type WritePaper<Facts> = (facts: Facts, format: PaperFormat) => Promise<Bytes>

/** What every paper of the Office knows. */
export type PaperFacts = {
  people: readonly Person[]
  /** Head of office, under whose name it goes out; null where nobody is in post. */
  signer: Person | null
  at: Instant
}

/** Whoever asks as head of office signs; for others the one in post, and of several the first by id. */
export function signerOf(people: readonly Person[], subject: Subject, at: Instant): Person | null {
  const heads = people
    .filter((person) => appointmentsOn(person, dayOf(at)).some(({ role }) => role === 'head-of-office'))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
  return heads.find(({ id }) => id === subject.person) ?? heads[0] ?? null
}

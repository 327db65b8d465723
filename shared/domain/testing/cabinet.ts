import { utf8 } from '../../lib/bytes.ts'
import { canonicalJson } from '../../lib/canonical-json.ts'
import { sha256Hex } from '../../lib/sha256.ts'
import { type Day, hourMs, type Instant, instant, parseDay, startOfDay } from '../../lib/time.ts'
import type { BallotContent, BallotDocument, Issue } from '../ballot.ts'
import {
  ActId,
  AgencyId,
  AlternativeId,
  BallotId,
  DeviceId,
  DocumentId,
  Hash,
  IssueId,
  PersonId,
} from '../id.ts'
import type { Appointment, Person, Role } from '../people.ts'

/** People, ids and contents for tests: only what a test says is particular. */

export const person = (id: string): PersonId => PersonId.parse(id)
export const device = (id: string): DeviceId => DeviceId.parse(id)
export const agency = (id: string): AgencyId => AgencyId.parse(id)
export const actId = (label: string): ActId => ActId.parse(label.padEnd(22, '-'))
export const hashOf = (text: string): Hash => Hash.parse(sha256Hex(utf8(text)))
export const ballotId: BallotId = BallotId.parse('ballot')
export const leadAgency: AgencyId = agency('health')

export function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(`not a day: ${text}`)
  return parsed
}

/** `at('2026-03-02', 17)` is 17:00 in Viet Nam. */
export const at = (text: string, hour = 0): Instant => instant(startOfDay(day(text)) + hour * hourMs)

/** A Monday. */
export const monday = '2026-03-02'

export const post = (role: Role, given: Partial<Appointment> = {}): Appointment => ({
  role,
  title: role,
  agency: null,
  from: day('2021-01-01'),
  to: null,
  ...given,
})

export const someone = (id: string, ...appointments: Appointment[]): Person => ({
  kind: 'person',
  id: person(id),
  name: id,
  appointments,
})

/** `pm`, `m2` to `m<count>`, and the Office: `sec`, `sec2`, `head`, `head2`. */
export function cabinetOf(count: number): Person[] {
  const ministers = Array.from({ length: count - 1 }, (_, i) => someone(`m${i + 2}`, post('minister')))
  return [
    someone('pm', post('prime-minister')),
    ...ministers,
    someone('sec', post('secretary')),
    someone('sec2', post('secretary')),
    someone('head', post('head-of-office')),
    someone('head2', post('head-of-office')),
  ]
}

export const opinionIssue = (id = 'issue'): Issue => ({
  id: IssueId.parse(id),
  question: 'Đồng chí có đồng ý?',
  form: { kind: 'opinion' },
})

export const alternativesIssue = (ids: readonly string[], atMost = 1): Issue => ({
  id: IssueId.parse('issue'),
  question: 'Chọn phương án nào?',
  form: {
    kind: 'alternatives',
    alternatives: ids.map((id) => ({ id: AlternativeId.parse(id), label: `Phương án ${id}` })),
    atMost,
  },
})

export const contentOf = (title: string, ...issues: Issue[]): BallotContent => ({
  title,
  reason: '',
  summary: '',
  advice: '',
  issues: issues.length > 0 ? issues : [opinionIssue()],
  documents: [],
})

export const paperOf = (id: string, text = id, pages = 4): BallotDocument => ({
  id: DocumentId.parse(id),
  title: id,
  kind: 'draft',
  hash: hashOf(text),
  size: 1000,
  pages,
})

export const contentHash = (content: BallotContent): Hash => hashOf(canonicalJson(content))

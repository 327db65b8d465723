import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instant } from '../lib/time.ts'
import { subjectOn } from './access.ts'
import { noAnswers, noProgress } from './answer.ts'
import type { Ballot, BallotPhase } from './ballot.ts'
import type { Entity } from './entity.ts'
import { DocumentId } from './id.ts'
import { logicalDocument } from './note-layer.ts'
import { Role } from './people.ts'
import { mayRead, scopesOfEntity, scopesOfSubject } from './scope.ts'
import {
  actId,
  agency,
  at,
  ballotId,
  device,
  hashOf,
  leadAgency,
  monday,
  opinionIssue,
  person,
  post,
  someone,
} from './testing/cabinet.ts'

const now = at(monday)
const reason = 'lý do'
const by = person('head')
const phases: BallotPhase[] = [
  { state: 'draft' },
  { state: 'submitted', by, at: now },
  { state: 'returned', by, at: now, reason },
  { state: 'issued' },
  { state: 'closing-waits', downFrom: now, downTo: now },
  { state: 'closed', at: now, by: null, reason: '' },
  { state: 'recalled', by, at: now, reason },
]

const ballotArb: fc.Arbitrary<Ballot> = fc
  .record({ phase: fc.constantFrom(...phases), handles: fc.boolean(), wasIssued: fc.boolean() })
  .map(({ phase, handles, wasIssued }) => ({
    kind: 'ballot',
    id: ballotId,
    number: null,
    leadAgency,
    createdBy: person('sec'),
    handlers: [person('sec'), ...(handles ? [person('me')] : [])],
    phase,
    draft: null,
    versions: wasIssued ? [{ no: 1, hash: hashOf('v'), at: now, by, reason: '' }] : [],
    deadlineAt: instant(now + 1),
    deadlines: [],
    files: [],
  }))

const entitiesOf = (ballot: Ballot, who: string): Entity[] => [
  someone(who),
  { kind: 'agency', id: agency('health'), name: 'Bộ Y tế' },
  { kind: 'settings', changes: [] },
  {
    kind: 'device',
    id: device('d'),
    person: person(who),
    label: 'd',
    publicKey: '',
    askedAt: now,
    phase: { state: 'pending' },
  },
  ballot,
  noAnswers(ballotId, person(who)),
  noProgress(ballotId, person(who)),
  { kind: 'tally', ballot: ballotId, rounds: [] },
  { kind: 'response', ballot: ballotId, issue: opinionIssue().id, point: hashOf('p'), given: [] },
  { kind: 'document', id: hashOf('f'), derived: [], noText: [], broken: [], faults: [] },
  {
    kind: 'comparison',
    ballot: ballotId,
    from: hashOf('f'),
    to: hashOf('g'),
    added: 0,
    removed: 0,
    changed: 1,
    derived: [],
  },
  {
    kind: 'proposal',
    id: actId('p'),
    body: { kind: 'enrol-device', device: device('d') },
    by: person(who),
    device: device('d'),
    at: now,
    confirmed: null,
  },
  {
    kind: 'proposal',
    id: actId('q'),
    body: { kind: 'rule-silence', ballot: ballotId, person: person(who), counts: true, reason },
    by: person(who),
    device: device('d'),
    at: now,
    confirmed: null,
  },
  {
    kind: 'layer',
    document: logicalDocument(ballotId, DocumentId.parse('doc')),
    ballot: ballotId,
    person: person(who),
    readers: [person('friend')],
  },
  {
    kind: 'layer',
    document: logicalDocument(ballotId, DocumentId.parse('doc')),
    ballot: ballotId,
    person: person('friend'),
    readers: [person(who)],
  },
  { kind: 'numbering', year: 2026, last: 1 },
]

const rolesArb = fc.uniqueArray(fc.constantFrom(...Role.options), { maxLength: 3 })

describe('the scopes by which the feed finds rows', () => {
  test('[D2] find every row that its reader may read', () => {
    fc.assert(
      fc.property(
        rolesArb,
        ballotArb,
        fc.constantFrom('me', 'other'),
        fc.boolean(),
        (roles, ballot, whose, desk) => {
          const me = someone('me', ...roles.map((role) => post(role, { agency: desk ? leadAgency : null })))
          const subject = subjectOn(me, null, now)
          const held = new Set(scopesOfSubject(subject))
          for (const entity of entitiesOf(ballot, whose)) {
            if (!mayRead(subject, entity, { ballot })) continue
            const found = scopesOfEntity(entity, { ballot }).filter((scope) => held.has(scope))
            expect([entity.kind, found.length > 0]).toEqual([entity.kind, true])
          }
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('[B11][D2] find nothing that its reader may not read: a lost right ends the scope, and the row is gone', () => {
    const opened = ballotArb.filter(({ phase, versions }) => phase.state === 'closed' && versions.length > 0)
    fc.assert(
      fc.property(
        rolesArb,
        fc.oneof(opened, ballotArb),
        fc.constantFrom('me', 'other'),
        fc.boolean(),
        (roles, ballot, whose, desk) => {
          const me = someone('me', ...roles.map((role) => post(role, { agency: desk ? leadAgency : null })))
          const subject = subjectOn(me, null, now)
          const held = new Set(scopesOfSubject(subject))
          for (const entity of entitiesOf(ballot, whose)) {
            // A count is only made by a closing, and a closed ballot has been issued.
            if (entity.kind === 'tally' && ballot.phase.state !== 'closed') continue
            // An officer who answered as a member before: the row is their own, refused one by one.
            if (entity.kind === 'answers' && whose === 'me' && !subject.isMember) continue
            const found = scopesOfEntity(entity, { ballot }).filter((scope) => held.has(scope))
            if (found.length > 0)
              expect([entity, mayRead(subject, entity, { ballot })]).toEqual([entity, true])
          }
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('[O5] are none for whom no post holds, and nothing is read without its ballot', () => {
    const former = subjectOn(someone('me'), null, now)
    expect(scopesOfSubject(former)).toEqual([])
    const member = subjectOn(someone('me', post('minister')), null, now)
    expect(mayRead(member, noAnswers(ballotId, person('me')), {})).toBe(false)
  })

  test('[B1] never find the numbering', () => {
    for (const role of Role.options) {
      const subject = subjectOn(someone('me', post(role)), null, now)
      expect(mayRead(subject, { kind: 'numbering', year: 2026, last: 1 }, {})).toBe(false)
    }
  })
})

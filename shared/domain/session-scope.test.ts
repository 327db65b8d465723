import { describe, expect, test } from 'vitest'
import { type Subject, subjectOn } from './access.ts'
import { type EntityKey, readerOver } from './entity.ts'
import { ownedBy, ownersOf } from './row-owners.ts'
import { mayRead, scopesOfEntity, scopesOfSubject } from './scope.ts'
import { itemId, meetingId } from './testing/meeting-office.ts'
import { SessionOffice } from './testing/session-office.ts'

const kinds = new Set(['session', 'presence', 'item-session', 'vote', 'vote-tally', 'cast', 'paper-vote'])

/** Item `b` is for m2 and m3; a vote on it was closed. A guest is let in to `a`, a substitute to `b`. */
function busy(): SessionOffice {
  const office = new SessionOffice().gathered()
  office.mustTake(office.namesSubstitute('m2', { items: ['b'] }))
  office.mustTake(office.admit('b', 'sub', 'm2'))
  office.mustTake(office.admit('a', 'guest'))
  office.mustTake(office.open())
  office.mustTake(office.startItem('a'))
  office.mustTake(office.startItem('b'))
  office.mustTake(office.openVote({ item: 'b' }))
  office.mustTake(office.cast('m2', 'agree', { item: 'b' }))
  office.mustTake(office.cast('pm', 'disagree', { item: 'b' }))
  const { id: vote } = office.vote('b')
  office.mustTake(office.act('close-vote', 'pm', { meeting: meetingId, item: itemId('b'), vote }))
  office.mustTake(office.enterPaper('m3', 'agree', 'sec', {}, 'b'))
  return office
}

const subjectIn = (office: SessionOffice, who: string): Subject => {
  const found = readerOver(office.rows).get('person', `person/${who}`)
  if (!found) throw new Error(`nobody called ${who}`)
  return subjectOn(found, null, office.now)
}

const keysOf = (office: SessionOffice, isMine: (key: EntityKey) => boolean): EntityKey[] =>
  [...office.rows]
    .filter(([key, { kind }]) => kinds.has(kind) && isMine(key))
    .map(([key]) => key)
    .sort()

const rowsFor = (office: SessionOffice, who: string): EntityKey[] =>
  keysOf(office, (key) => {
    const entity = office.rows.get(key)
    return (
      entity !== undefined &&
      mayRead(subjectIn(office, who), entity, ownersOf(entity, readerOver(office.rows)))
    )
  })

const foundBy = (office: SessionOffice, who: string): EntityKey[] => {
  const held = new Set(scopesOfSubject(subjectIn(office, who)))
  return keysOf(office, (key) => {
    const entity = office.rows.get(key)
    return (
      entity !== undefined &&
      scopesOfEntity(entity, ownersOf(entity, readerOver(office.rows))).some((scope) => held.has(scope))
    )
  })
}

const everybody = ['pm', 'm2', 'm3', 'm4', 'sec', 'sec2', 'head', 'sub', 'sub2', 'guest', 'guest2', 'admin']
const ofAll = [
  ...['m2', 'm3', 'm4', 'm5', 'pm'].map((who) => `presence/${meetingId}/${who}`),
  `session/${meetingId}`,
]
const ofA = [`item-session/${meetingId}/a`]
const ofB = [`item-session/${meetingId}/b`, `vote/${meetingId}/b/vote`, `vote-tally/${meetingId}/b/vote`]
const paper = `paper-vote/${meetingId}/b/vote/m3`
const castOf = (who: string) => `cast/${meetingId}/b/vote/${who}`
const of = (...keys: string[]) => [...keys, ...ofAll].sort()

describe('the rows of a session', () => {
  test('[D2][M6] go to exactly those entitled: of an item to who reads it, of a cast to who cast it', () => {
    const office = busy()
    const told = Object.fromEntries(everybody.map((who) => [who, rowsFor(office, who)]))
    expect(told).toEqual({
      pm: of(...ofA, ...ofB, castOf('pm')),
      m2: of(...ofA, ...ofB, castOf('m2')),
      m3: of(...ofA, ...ofB),
      m4: of(...ofA),
      sec: of(...ofA, ...ofB, paper),
      sec2: [],
      head: of(...ofA, ...ofB, paper),
      sub: of(...ofB),
      sub2: [],
      guest: of(...ofA),
      guest2: [],
      admin: [],
    })
  })

  test('[D2] scopes find what `permit` allows', () => {
    const office = busy()
    for (const who of everybody) expect([who, foundBy(office, who)]).toEqual([who, rowsFor(office, who)])
  })

  test('[D2] what all readers of the meeting see names no item and no vote', () => {
    const office = busy()
    for (const key of ofAll) {
      const text = JSON.stringify(office.rows.get(key))
      for (const trace of ['"item"', '"vote', 'versionHash']) {
        expect([key, trace, text.includes(trace)]).toEqual([key, trace, false])
      }
    }
  })

  test('[D2][M11] are looked at again when the chair, an item’s readers or who is let in has changed', () => {
    const office = busy()
    const { meeting } = office
    expect(ownedBy({ ...meeting, admitted: [] }, meeting)).toEqual([
      `session/${meetingId}`,
      `presence/${meetingId}/`,
    ])
    const chair = subjectIn(office, 'm4').person
    expect(ownedBy({ ...meeting, chair }, meeting)).toContain(`vote/${meetingId}/`)
    const item = office.item('b')
    expect(ownedBy({ ...item, readers: null }, item)).toContain(`vote/${meetingId}/b/`)
    expect(ownedBy({ ...meeting, endsAt: meeting.startsAt }, meeting)).toEqual([])
  })
})

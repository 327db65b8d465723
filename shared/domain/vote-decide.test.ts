import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayMs, instant } from '../lib/time.ts'
import { AlternativeId } from './id.ts'
import { alternativesIssue, cabinetOf, day, person, post, someone } from './testing/cabinet.ts'
import { itemId, meetingId, reasonOf, visitors } from './testing/meeting-office.ts'
import { entriesOf } from './testing/session-entries.ts'
import { SessionOffice } from './testing/session-office.ts'

const meeting = meetingId
const entries = entriesOf

describe('a vote', () => {
  test('[M6][G2] is counted over all members in post, silence apart and not in favour', () => {
    const office = new SessionOffice().voting()
    for (const [who, choice] of [
      ['pm', 'agree'],
      ['m2', 'agree'],
      ['m3', 'disagree'],
      ['m4', 'other'],
    ] as const) {
      office.mustTake(office.cast(who, choice))
    }
    expect(office.vote().castBy).toEqual(['pm', 'm2', 'm3', 'm4'])
    expect(JSON.stringify(office.vote())).not.toContain('disagree')
    office.mustTake(office.closeVote())
    const [round] = office.voteRounds
    expect(round).toMatchObject({ members: 5, papers: [] })
    expect(round?.tally).toMatchObject({ explicit: 2, deemed: 0, notReached: 0, inFavour: 2 })
    expect(round?.tally.result).toEqual({ kind: 'not-adopted' })
    expect(entries(office)).toEqual({
      pm: { kind: 'agree', late: false },
      m2: { kind: 'agree', late: false },
      m3: { kind: 'disagree', late: false, former: false },
      m4: { kind: 'other', late: false, former: false },
      m5: { kind: 'not-voted' },
    })
  })

  test('[G2] a tie is broken by what the Prime Minister cast', () => {
    const told = (...yes: string[]) => {
      const office = new SessionOffice([...cabinetOf(4), ...visitors]).voting()
      for (const who of yes) office.mustTake(office.cast(who, 'agree'))
      office.mustTake(office.closeVote())
      return [office.voteRounds[0]?.tally.result.kind, office.voteRounds[0]?.tally.rule]
    }
    expect(told('pm', 'm2')).toEqual(['adopted', 'prime-minister'])
    expect(told('m3', 'm2')).toEqual(['undecided', 'tie-without-prime-minister'])
    expect(told('m3', 'm2', 'm4')).toEqual(['adopted', 'majority'])
  })

  test('[G2] among alternatives the only one above the half', () => {
    const office = new SessionOffice().started()
    const content = { issue: alternativesIssue(['one', 'two']), text: '' }
    office.mustTake(office.openVote({ content }))
    const choose = (who: string, id: string) => {
      const act = office.cast(who, `["${id}"]`)
      return { ...act, body: { ...act.body, answer: { ...act.body.answer, issue: content.issue.id } } }
    }
    for (const who of ['pm', 'm2', 'm3']) office.mustTake(choose(who, 'two'))
    expect(reasonOf(office.take(choose('m4', 'three')))).toBe('refused:choice-not-offered')
    office.mustTake(office.closeVote())
    expect(office.voteRounds[0]?.tally.result).toEqual({
      kind: 'alternative-adopted',
      alternative: AlternativeId.parse('two'),
    })
  })

  test('[M6][G3] opens on the current item, with the quorum, one at a time, by the chair', () => {
    const office = new SessionOffice().started()
    expect(reasonOf(office.take(office.openVote({ item: 'b' })))).toBe('refused:item-not-current')
    expect(reasonOf(office.take(office.openVote({ by: 'sec' })))).toBe('refused:not-allowed')
    for (const who of ['m4', 'm5']) office.mustTake(office.mark(who, 'left'))
    expect(reasonOf(office.take(office.openVote()))).toBe('refused:no-quorum')
    office.mustTake(office.join('m4', 'remote'))
    office.mustTake(office.openVote())
    expect(office.vote().opened).toMatchObject({ present: 4, needed: 4, members: 5 })
    expect(reasonOf(office.take(office.openVote({ id: 'other' })))).toBe('refused:vote-under-way')
  })

  test('[G3][M3][O3] no substitute, guest or officer votes, nor anyone for another', () => {
    const office = new SessionOffice().started()
    office.mustTake(office.namesSubstitute('m2'))
    office.mustTake(office.admit('a', 'sub', 'm2'))
    office.mustTake(office.admit('a', 'guest'))
    office.mustTake(office.openVote())
    for (const who of ['sub', 'guest', 'sec', 'head']) {
      expect([who, reasonOf(office.take(office.cast(who, 'agree')))]).toEqual([who, 'refused:not-allowed'])
    }
    expect(reasonOf(office.take(office.cast('admin', 'agree')))).toBe('refused:not-found')
    expect(office.vote().castBy).toEqual([])
  })

  test('[D2] who may not read the item is told that there is none', () => {
    const office = new SessionOffice().gathered()
    office.mustTake(office.open())
    office.mustTake(office.startItem('b'))
    office.mustTake(office.openVote({ item: 'b' }))
    expect(reasonOf(office.take(office.cast('m4', 'agree', { item: 'b' })))).toBe('refused:not-found')
    expect(reasonOf(office.take(office.cast('m2', 'agree', { item: 'b' })))).toBe('accepted')
  })

  test('[M6] casting says that one is there, should the joining be late', () => {
    const office = new SessionOffice().started()
    office.mustTake(office.mark('m5', 'left'))
    office.mustTake(office.openVote())
    office.mustTake(office.cast('m5', 'agree'))
    expect(office.isThere('m5')).toBe(true)
  })

  test('[O6] what is no answer to it is refused', () => {
    const office = new SessionOffice().voting()
    expect(reasonOf(office.take(office.cast('m2', 'perhaps')))).toBe('refused:choice-not-offered')
    expect(reasonOf(office.take(office.cast('m2', 'other', { text: ' ' })))).toBe(
      'refused:opinion-text-missing',
    )
    const other = office.cast('m2', 'agree')
    const stale = { ...other, body: { ...other.body, contentHash: office.item('a').contentHash } }
    expect(reasonOf(office.take(stale))).toBe('refused:unknown-version')
  })
})

describe('closing a vote', () => {
  test('[M6] the server closes when its time has passed; what comes after the closing entry is held and told to all', () => {
    const office = new SessionOffice().voting()
    office.mustTake(office.cast('m2', 'agree'))
    const waiting = office.cast('m3', 'disagree')
    office.after(61)
    expect(office.vote().phase).toEqual({ state: 'closed', at: office.now, by: null })
    const verdict = office.take(waiting)
    expect(verdict).toMatchObject({ kind: 'held', reason: { kind: 'late', claimedInTime: true } })
    expect(office.vote().held).toMatchObject([{ person: 'm3', reason: { kind: 'late' } }])
    expect(office.castOf('m3')?.revisions.length).toBe(1)
    expect(entries(office)['m3']).toEqual({ kind: 'not-voted' })
  })

  test('[O8] a tablet’s hour proves nothing: with an anchor of after the closing it was not in time', () => {
    const office = new SessionOffice().voting()
    const castAt = office.now
    office.mustTake(office.closeVote())
    office.now = instant(office.now + 1)
    office.mustTake(office.finishItem('a'))
    const late = office.cast('m3', 'disagree', { castAt, anchor: office.entries.length })
    expect(office.take(late)).toMatchObject({ kind: 'held', reason: { claimedInTime: false } })
    const foreign = office.cast('m4', 'disagree', { castAt, root: 'another ledger' })
    expect(office.take(foreign)).toMatchObject({ reason: { claimedInTime: false } })
  })

  test('[M6] after an absence of the server the chair closes or extends; what came meanwhile counts', () => {
    const office = new SessionOffice().voting()
    const from = office.now
    office.now = instant(office.now + 61_000)
    office.runDueVotes({ from, to: office.now })
    expect(office.vote().phase).toMatchObject({ state: 'waits', downFrom: from })
    expect(reasonOf(office.take(office.cast('m2', 'agree')))).toBe('accepted')
    office.mustTake(office.extendVote(30))
    expect(office.vote()).toMatchObject({ phase: { state: 'open' }, closesAt: office.now + 30_000 })
    office.mustTake(office.cast('m3', 'agree'))
    office.after(31)
    expect(office.voteRounds[0]?.tally).toMatchObject({ explicit: 2 })
  })

  test('[M6] extending makes it longer, never shorter; a cancelled one keeps what came and counts nothing', () => {
    const office = new SessionOffice().voting()
    expect(reasonOf(office.take(office.extendVote(30)))).toBe('refused:deadline-not-later')
    office.mustTake(office.extendVote(90))
    office.mustTake(office.cast('m2', 'agree'))
    const waiting = office.cast('m3', 'agree')
    const { item, vote } = { item: itemId('a'), vote: office.vote().id }
    office.mustTake(office.act('cancel-vote', 'pm', { meeting, item, vote, reason: 'hỏi chưa rõ' }))
    expect(office.take(waiting)).toMatchObject({ kind: 'held', reason: { kind: 'recalled' } })
    expect([office.voteRounds, office.castOf('m2')?.heads.length]).toEqual([[], 1])
    expect(reasonOf(office.take(office.closeVote()))).toBe('refused:wrong-state')
  })

  test('[B6][B12] the last word counts; two tablets that differ are a conflict until one answer names both', () => {
    const office = new SessionOffice().voting()
    office.mustTake(office.cast('m2', 'agree', { id: 'one' }))
    expect(reasonOf(office.take(office.cast('m2', 'disagree', { id: 'two', device: 'm2-2' })))).toBe(
      'held:conflict',
    )
    expect(office.vote().castBy).toEqual(['m2'])
    office.mustTake(office.cast('m3', 'agree', { id: 'three' }))
    office.mustTake(office.cast('m3', 'disagree', { id: 'four', prev: ['three'] }))
    office.mustTake(office.closeVote())
    expect([entries(office)['m2'], entries(office)['m3']]).toEqual([
      { kind: 'held', why: 'conflict' },
      { kind: 'disagree', late: false, former: false },
    ])
  })

  test('[G1] who has left the post by then has no entry; what they cast late is taken in all the same', () => {
    const leaver = someone('leaver', post('minister', { to: day('2026-03-05') }))
    const office = new SessionOffice([...cabinetOf(5), ...visitors, leaver]).voting()
    const waiting = office.cast('leaver', 'disagree')
    office.mustTake(office.closeVote())
    office.now = instant(office.now + dayMs)
    expect(reasonOf(office.take(waiting))).toBe('held:late')
    expect(office.vote().held.map((one) => one.person)).toEqual(['leaver'])
  })
})

describe('whatever the order of casts, closing and extension', () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('cast' as const),
      who: fc.constantFrom('pm', 'm2', 'm3', 'm4', 'm5'),
      device: fc.constantFrom('1', '2'),
      choice: fc.constantFrom('agree', 'disagree', 'other'),
      names: fc.boolean(),
    }),
    fc.record({
      kind: fc.constantFrom('extend' as const, 'close' as const, 'pass' as const, 'wait' as const),
    }),
  )

  test('[M6][O2] no cast is lost, each is counted once or told as held, and the entries are exactly the members', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const office = new SessionOffice().voting()
        const taken: { id: string; who: string; counts: boolean }[] = []
        for (const [i, one] of steps.entries()) {
          if (one.kind === 'cast') {
            const prev = one.names ? (office.castOf(one.who)?.heads ?? []) : []
            const act = office.cast(one.who, one.choice, {
              id: `cast-${i}`,
              device: `${one.who}-${one.device}`,
              prev,
            })
            const verdict = office.take(act)
            expect(verdict.kind).not.toBe('refused')
            const isLate = verdict.kind === 'held' && verdict.reason.kind === 'late'
            taken.push({ id: act.id, who: one.who, counts: !isLate })
          } else if (one.kind === 'extend') office.take(office.extendVote(90))
          else if (one.kind === 'close') office.take(office.closeVote())
          else if (one.kind === 'pass') office.after(45)
          else {
            const from = office.now
            office.now = instant(office.now + 120_000)
            office.runDueVotes({ from, to: office.now })
          }
        }
        office.take(office.closeVote())
        const { castBy, held } = office.vote()
        for (const { id, who, counts } of taken) {
          expect(office.castOf(who)?.revisions.map(({ act }) => act)).toContain(id)
          expect(counts ? castBy.includes(person(who)) : held.some(({ act }) => act === id)).toBe(true)
        }
        expect(office.voteRounds.length).toBe(1)
        expect(Object.keys(entries(office)).sort()).toEqual(['m2', 'm3', 'm4', 'm5', 'pm'])
        for (const { id } of office.members()) {
          const cast = taken.some(({ who, counts }) => who === id && counts)
          expect([id, entries(office)[id]?.kind === 'not-voted']).toEqual([id, !cast])
        }
      }),
      { numRuns: 100 },
    )
  })
})

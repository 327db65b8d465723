import { describe, expect, test } from 'vitest'
import { dayOf } from '../lib/time.ts'
import type { Device } from './device.ts'
import type { ProposalBody } from './proposal.ts'
import { device, person } from './testing/cabinet.ts'
import type { Given } from './testing/given.ts'
import { Office } from './testing/office.ts'

const tablet = (state: 'pending' | 'active'): Device => ({
  kind: 'device',
  id: device('m2-2'),
  person: person('m2'),
  label: 'máy thứ hai',
  publicKey: '',
  askedAt: new Office().now,
  phase: state === 'pending' ? { state } : { state, since: new Office().now },
})

const enrol: ProposalBody = { kind: 'enrol-device', device: device('m2-2') }
const officeWith = (state: 'pending' | 'active' = 'pending') => {
  const office = new Office()
  office.rows.set('device/m2-2', tablet(state))
  return office
}
const propose = (office: Office, who = 'head', body: ProposalBody = enrol) => {
  const act = office.act('propose', who, { proposal: body })
  return { verdict: office.take(act), proposal: act.id }
}
const confirm = (
  office: Office,
  who: string,
  proposal: ReturnType<typeof propose>['proposal'],
  given: Given = {},
) => office.take(office.act('confirm', who, { proposal }, given))
const phaseIn = (office: Office) => {
  const row = office.rows.get('device/m2-2')
  return row?.kind === 'device' ? row.phase.state : null
}
const refusedFor = (kind: string, facts: Record<string, unknown> = {}) => ({
  kind: 'refused',
  reason: { kind, ...facts },
})

describe('two officers', () => {
  test('[O3] are two persons on two devices; the effect names both', () => {
    const office = officeWith()
    const { proposal } = propose(office)
    expect(phaseIn(office)).toBe('pending')
    expect(confirm(office, 'head', proposal, { device: 'head-2' })).toEqual(
      refusedFor('not-allowed', { action: 'confirm' }),
    )
    expect(confirm(office, 'head2', proposal, { device: 'head-1' })).toEqual(refusedFor('same-officer'))
    expect(confirm(office, 'head2', proposal).kind).toBe('accepted')
    expect(phaseIn(office)).toBe('active')
    expect(office.rows.get(`proposal/${proposal}`)).toMatchObject({ by: 'head', confirmed: { by: 'head2' } })
  })

  test('[O2] confirm once: a second time is refused', () => {
    const office = officeWith()
    const { proposal } = propose(office)
    confirm(office, 'head2', proposal)
    expect(confirm(office, 'sec', proposal, { id: 'again' })).toEqual(refusedFor('already-done'))
  })

  test('[O9] confirm nothing that the register has overtaken', () => {
    const office = officeWith()
    const { proposal } = propose(office)
    office.mustTake(
      office.act('revoke-device', 'head', { device: device('m2-2'), reason: 'mất', wipe: true }),
    )
    expect(confirm(office, 'head2', proposal)).toEqual(refusedFor('already-done'))
    expect(propose(officeWith('active')).verdict).toEqual(refusedFor('already-done'))
    expect(propose(new Office()).verdict).toEqual(refusedFor('not-found'))
  })

  test('[O3] are of the Office: no member proposes, and nothing that was not proposed is confirmed', () => {
    const office = officeWith()
    expect(propose(office, 'm2').verdict).toEqual(refusedFor('not-allowed', { action: 'propose' }))
    expect(confirm(office, 'head', office.act('propose', 'head', { proposal: enrol }).id)).toEqual(
      refusedFor('not-found'),
    )
  })

  test('[B9] rule on a held answer of that member to that ballot, and on nothing else', () => {
    const office = new Office().issue()
    office.take(office.answer('m2', 'agree', { id: 'timely' }))
    office.closeByServer()
    office.take(office.answer('m3', 'disagree', { id: 'late' }))
    const rule = (who: string, act: string) => {
      try {
        return office.ruleHeld(who, act).kind
      } catch (error) {
        return String(error).includes('not-found') ? 'not-found' : String(error)
      }
    }
    expect([rule('m2', 'timely'), rule('m2', 'late'), rule('m3', 'never'), rule('m3', 'late')]).toEqual([
      'not-found',
      'not-found',
      'not-found',
      'accepted',
    ])
  })

  test('[B4][B9] rule no more once a resolution stands on the count; what was proposed before is confirmed no more', () => {
    const office = new Office().issue()
    office.closeByServer()
    office.take(office.answer('m3', 'disagree', { id: 'late' }))
    const ruling: ProposalBody = {
      ...{ kind: 'rule-silence', ballot: office.ballot.id, person: person('m2') },
      ...{ counts: true, reason: 'đã nhận giấy' },
    }
    const before = propose(office, 'sec', ruling)
    expect(before.verdict.kind).toBe('accepted')
    const date = dayOf(office.now)
    office.mustTake(
      office.act('resolve-ballot', 'sec', { ballot: office.ballot.id, number: '15/NQ-CP', date }),
    )
    const resolved = refusedFor('wrong-state', { state: 'resolved' })
    expect(confirm(office, 'head', before.proposal)).toEqual(resolved)
    expect(propose(office, 'head2', ruling).verdict).toEqual(resolved)
  })
})

describe('a device', () => {
  test('[O5] is revoked by its owner or the Office’s head, once', () => {
    const revoke = (office: Office, who: string) =>
      office.take(office.act('revoke-device', who, { device: device('m2-2'), reason: 'mất', wipe: true }))
    expect(revoke(officeWith('active'), 'm3')).toEqual(refusedFor('not-found'))
    expect(revoke(officeWith('active'), 'sec')).toEqual(
      refusedFor('not-allowed', { action: 'revoke-device' }),
    )
    const office = officeWith('active')
    expect(revoke(office, 'm2').kind).toBe('accepted')
    expect(revoke(office, 'head')).toEqual(refusedFor('already-done'))
  })

  test('[O5] that was revoked says that it is wiped, even when its owner has left office', () => {
    const office = officeWith('active')
    const wiped = () => office.take(office.act('report-wiped', 'm2', {}, { device: 'm2-2' }))
    expect(wiped()).toEqual(refusedFor('wrong-state', { state: 'active' }))
    office.mustTake(office.act('revoke-device', 'm2', { device: device('m2-2'), reason: 'mất', wipe: true }))
    office.revoked.add('m2-2')
    const row = office.rows.get('person/m2')
    if (row?.kind === 'person') office.put({ ...row, appointments: [] })
    expect(wiped().kind).toBe('accepted')
    expect(office.rows.get('device/m2-2')).toMatchObject({ phase: { state: 'revoked', wipedAt: office.now } })
  })
})

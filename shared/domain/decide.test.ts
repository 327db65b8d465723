import { expect, test } from 'vitest'
import type { Act } from './act.ts'
import { ballotId, contentHash, contentOf, device, person, post, someone } from './testing/cabinet.ts'
import { Office } from './testing/office.ts'

const absent = { kind: 'refused', reason: { kind: 'not-found' } }
const reason = 'vì'
const named = { ballot: ballotId, contentHash: contentHash(contentOf('first')) }

/** With an auditor, who reads no ballot and nobody's device. */
function officeOf(isThere: boolean): Office {
  const office = new Office()
  office.put(someone('auditor', post('auditor')))
  if (!isThere) return office
  office.mustTake(office.draft(contentOf('first')))
  office.rows.set('device/m2-9', {
    kind: 'device',
    id: device('m2-9'),
    person: person('m2'),
    label: 'máy',
    publicKey: '',
    askedAt: office.now,
    phase: { state: 'pending' },
  })
  return office
}

test.each<[string, (office: Office, who: string) => Act]>([
  ['submitting', (office, who) => office.act('submit-ballot', who, named)],
  ['issuing', (office, who) => office.act('issue-ballot', who, named)],
  ['returning', (office, who) => office.act('return-ballot', who, { ballot: ballotId, reason })],
  ['recalling', (office, who) => office.act('recall-ballot', who, { ballot: ballotId, reason })],
  ['closing', (office, who) => office.act('close-ballot', who, { ballot: ballotId, reason })],
  [
    'revoking',
    (office, who) => office.act('revoke-device', who, { device: device('m2-9'), reason, wipe: true }),
  ],
])('[D2] %s answers whoever may not know of it as if there were nothing', (_name, actOf) => {
  for (const who of ['auditor', 'm3']) {
    for (const office of [officeOf(false), officeOf(true)]) {
      expect(office.take(actOf(office, who))).toEqual(absent)
    }
  }
})

test('[D2] who reads a ballot is told that the act is not theirs', () => {
  const office = new Office().issue()
  const recall = office.act('recall-ballot', 'm3', { ballot: ballotId, reason })
  expect(office.take(recall)).toEqual({
    kind: 'refused',
    reason: { kind: 'not-allowed', action: 'recall-ballot' },
  })
})

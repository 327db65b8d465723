import { describe, expect, it } from 'vitest'
import { openNote } from '../../shared/ledger/signed-note.ts'
import { base64 } from '../../shared/lib/base64.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { hourMs, minuteMs } from '../../shared/lib/time.ts'
import { enrolmentText, orderText, sessionText } from '../../shared/protocol/api.ts'
import { verifyEd25519 } from '../../shared/testing/rfc8032-key.ts'
import { challengeMs } from './challenge.ts'
import { hashCode, makeCode } from './enrolment-code.ts'
import {
  createTestOffice,
  device,
  makeTestKey,
  person,
  startAt,
  type TestKey,
  type TestOffice,
  testCrypto,
} from './testing/test-office.ts'

const identityOf = async (office: TestOffice, id: string) => {
  const identity = await office.desk.sessions.identify(await office.cookieOf(id, false))
  if (!identity) throw new Error(`no session for ${id}`)
  return identity
}

const codeFor = async (office: TestOffice, id: string) =>
  (await office.desk.enrolment.handOut(person('head'), person(id)))?.code ?? ''

async function requestFor(name: string, key: TestKey, code: string) {
  const id = device(name)
  const { publicKey } = key
  return {
    code,
    device: id,
    label: 'Máy tính bảng',
    publicKey,
    sig: await key.sign(utf8(enrolmentText(id, publicKey))),
  }
}

async function enrol(office: TestOffice, owner: string, name: string, code?: string, key?: TestKey) {
  const request = await requestFor(name, key ?? (await makeTestKey()), code ?? (await codeFor(office, owner)))
  return await office.desk.enrolment.enrol(await identityOf(office, owner), request)
}

const stateOf = async (office: TestOffice, name: string) => {
  const [row] = await office.database.ledger.read.rows([`device/${name}`])
  return row?.entity.kind === 'device' ? row.entity.phase.state : null
}

const revoke = (office: TestOffice, name: string, wipe: boolean) =>
  office.append(`revoke/${name}`, [{ kind: 'device-revoked', device: device(name), reason: 'mất máy', wipe }])

describe('enrolment', () => {
  it('[O3] the first device of a member is active, a further one waits for two officers', async () => {
    const office = await createTestOffice()
    await revoke(office, 'device-minister', false)
    const first = await enrol(office, 'minister', 'first')
    expect(first.ok && [first.value.reply, first.value.session?.session.device]).toEqual([
      { state: 'active', keys: testCrypto.keys },
      'first',
    ])
    const second = await enrol(office, 'minister', 'second')
    expect(second.ok && [second.value.reply.state, second.value.session]).toEqual(['pending', null])
    expect([await stateOf(office, 'first'), await stateOf(office, 'second')]).toEqual(['active', 'pending'])
  })

  it('[O3] two devices of a member that come at once are not both first', async () => {
    const office = await createTestOffice()
    await revoke(office, 'device-minister', false)
    const codes = [await codeFor(office, 'minister'), await codeFor(office, 'minister')]
    await Promise.all(codes.map((code, i) => enrol(office, 'minister', `at-once-${i}`, code)))
    const states = [await stateOf(office, 'at-once-0'), await stateOf(office, 'at-once-1')]
    expect(states.sort()).toEqual(['active', 'pending'])
  })

  it('[O2] the same request again, after a lost answer, gets the same state and needs no code', async () => {
    const office = await createTestOffice()
    const key = await makeTestKey()
    const code = await codeFor(office, 'handler')
    const answers = [
      await enrol(office, 'handler', 'again', code, key),
      await enrol(office, 'handler', 'again', code, key),
    ]
    expect(answers.map((it) => it.ok && it.value.reply.state)).toEqual(['active', 'active'])
  })

  it('[O3] a code is good once, for one person, for an hour, however it is typed', async () => {
    const office = await createTestOffice()
    const code = await codeFor(office, 'handler')
    const wrong = { ok: false, error: { kind: 'code-wrong' } }
    expect(await enrol(office, 'secretary', 'not-mine', code)).toEqual(wrong)
    expect((await enrol(office, 'handler', 'mine', ` ${code.toLowerCase().replace('-', ' ')}`)).ok).toBe(true)
    expect(await enrol(office, 'handler', 'once-more', code)).toEqual(wrong)
    const old = await codeFor(office, 'handler')
    office.pass(hourMs)
    expect(await enrol(office, 'handler', 'too-late', old)).toEqual(wrong)
  })

  it('[O3] guessing codes ends soon', async () => {
    const office = await createTestOffice()
    for (let i = 0; i < 10; i++) await enrol(office, 'handler', `guess-${i}`, 'AAAAA-AAAAA')
    const code = await codeFor(office, 'handler')
    expect(await enrol(office, 'handler', 'right', code)).toMatchObject({
      error: { kind: 'too-many-attempts' },
    })
    office.pass(hourMs + 1)
    expect((await enrol(office, 'handler', 'right', await codeFor(office, 'handler'))).ok).toBe(true)
  })

  it("[O3] nobody takes another's device, or one without its key; the code stays good", async () => {
    const office = await createTestOffice()
    const code = await codeFor(office, 'handler')
    expect(await enrol(office, 'handler', 'device-minister', code)).toEqual({
      ok: false,
      error: { kind: 'device-taken' },
    })
    const request = await requestFor('unproven', await makeTestKey(), code)
    const identity = await identityOf(office, 'handler')
    const other = await makeTestKey()
    for (const publicKey of [other.publicKey, base64(new Uint8Array(65))]) {
      expect(await office.desk.enrolment.enrol(identity, { ...request, publicKey })).toEqual({
        ok: false,
        error: { kind: 'proof-failed' },
      })
    }
    expect((await office.desk.enrolment.enrol(identity, request)).ok).toBe(true)
  })

  it('[O2] a code that brought nothing because the database failed stays good', async () => {
    const office = await createTestOffice()
    const code = await codeFor(office, 'handler')
    const request = await requestFor('unlucky', await makeTestKey(), code)
    const identity = await identityOf(office, 'handler')
    const { write } = office.database.ledger
    office.database.ledger.write = async () => {
      throw new Error('no disk')
    }
    await expect(office.desk.enrolment.enrol(identity, request)).rejects.toThrow('no disk')
    office.database.ledger.write = write
    expect((await office.desk.enrolment.enrol(identity, request)).ok).toBe(true)
  })

  it('[O4] handing out a code stands in the ledger, the code does not', async () => {
    const office = await createTestOffice()
    const handed = await office.desk.enrolment.handOut(person('head'), person('minister'))
    const leaves = await office.database.ledger.read.leavesFrom(0, 1000)
    const last = leaves.at(-1)?.text ?? ''
    expect(last).toContain('"kind":"code-handed-out"')
    expect(last).not.toContain(handed?.code)
    expect(handed?.code).toMatch(/^[A-HJ-NP-Z2-9]{5}-[A-HJ-NP-Z2-9]{5}$/)
    expect(await office.desk.enrolment.handOut(person('head'), person('former'))).toBe(null)
    expect(await office.desk.enrolment.handOut(person('head'), person('nobody'))).toBe(null)
  })

  it('[O3] codes differ with the dice, and their hashes with the person', () => {
    expect(makeCode((n) => new Uint8Array(n).fill(0))).toBe('AAAAA-AAAAA')
    expect(makeCode((n) => new Uint8Array(n).fill(255))).toBe('99999-99999')
    expect(hashCode('AAAAA-AAAAA', person('a'))).not.toBe(hashCode('AAAAA-AAAAA', person('b')))
  })
})

describe('device sign-in', () => {
  const claim = async (office: TestOffice, name: string, more: { nonce?: string; key?: TestKey } = {}) => {
    const id = device(name)
    const nonce = more.nonce ?? (await office.desk.challenges.make())
    const sig = await (more.key ?? office.key).sign(utf8(sessionText(nonce, id)))
    return await office.desk.deviceSignIn({ device: id, nonce, sig })
  }
  const wrong = { ok: false, error: { kind: 'wrong-credentials' } }

  it('[O3] by the key of an active device, once for each nonce', async () => {
    const office = await createTestOffice()
    const nonce = await office.desk.challenges.make()
    expect(nonce.length).toBeLessThanOrEqual(200)
    const signed = await claim(office, 'device-minister', { nonce })
    expect(signed.ok && [signed.value.session.person, signed.value.session.device]).toEqual([
      'minister',
      'device-minister',
    ])
    expect(await claim(office, 'device-minister', { nonce })).toEqual(wrong)
  })

  it('[O3] not by a nonce that is old, early, another office, or made up', async () => {
    const office = await createTestOffice()
    const nonce = await office.desk.challenges.make()
    const forged = nonce.replace(/^\d+/, String(startAt + minuteMs))
    expect(await claim(office, 'device-minister', { nonce: forged })).toEqual(wrong)
    expect(await claim(office, 'device-minister', { nonce: 'x'.repeat(32) })).toEqual(wrong)
    office.pass(challengeMs)
    expect(await claim(office, 'device-minister', { nonce })).toEqual(wrong)
  })

  it('[O3] not by another key or for an unknown device; a failed claim uses up no nonce', async () => {
    const office = await createTestOffice()
    const nonce = await office.desk.challenges.make()
    expect(await claim(office, 'device-minister', { nonce, key: await makeTestKey() })).toEqual(wrong)
    expect(await claim(office, 'nobody', { nonce })).toEqual(wrong)
    expect((await claim(office, 'device-minister', { nonce })).ok).toBe(true)
  })

  it('[O5] a revoked device learns it only with its key, and finds its order signed', async () => {
    const office = await createTestOffice()
    await revoke(office, 'device-minister', true)
    await revoke(office, 'device-guest', false)
    expect(await claim(office, 'device-minister')).toEqual({
      ok: false,
      error: { kind: 'device-not-active', state: 'revoked' },
    })
    expect(await claim(office, 'device-minister', { key: await makeTestKey() })).toEqual(wrong)
    const order = await office.desk.orderFor(device('device-minister'))
    expect(await openNote(order ?? '', testCrypto.ledgerKey, verifyEd25519)).toEqual({
      ok: true,
      value: orderText('wipe', device('device-minister'), startAt),
    })
    const none = ['device-guest', 'device-head', 'nobody'].map((id) => office.desk.orderFor(device(id)))
    expect(await Promise.all(none)).toEqual([null, null, null])
  })
})

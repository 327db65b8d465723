import { DeviceId, PersonId } from '../../../shared/domain/id.ts'
import { base64 } from '../../../shared/lib/base64.ts'
import { utf8 } from '../../../shared/lib/bytes.ts'
import { hourMs, minuteMs } from '../../../shared/lib/time.ts'
import type { DeviceIdentity } from '../ports.ts'
import { assertEqual, type ContractCase, rejectionOf } from './contract-case.ts'
import { passPhrase, restartUnlocked, type TabletSubject, withKeys } from './tablet-subject.ts'

const wrong = 'nắng chiều bên hồ Tây'
const newer = 'gió mùa về trên đèo Ngang'
const data = utf8('text to sign')

async function isSignedBy(publicKey: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>) {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await crypto.subtle.importKey('raw', publicKey, algorithm, false, ['verify'])
  return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, data)
}

const identity = (publicKey: Uint8Array): DeviceIdentity => ({
  person: PersonId.parse('person-1'),
  device: DeviceId.parse('device-1'),
  label: 'Máy tính bảng',
  publicKey: base64(publicKey),
  keys: {
    ledgerId: 'demo',
    ledgerKey: base64(new Uint8Array(32)),
    sealingKey: base64(new Uint8Array(65).fill(4)),
  },
  state: 'pending',
})

const kindOf = async (outcome: Promise<{ ok: true } | { ok: false; error: { kind: string } }>) => {
  const result = await outcome
  return result.ok ? 'ok' : result.error.kind
}

/** What every Keyring, DeviceStore and LocalStore promises. */
export const keyringContract: ContractCase<TabletSubject>[] = [
  {
    name: '[O3] keys are made once, sign at once, and again after a restart with the same public key',
    async run(subject) {
      assertEqual(await subject.keyring.state(), 'absent')
      assertEqual(await kindOf(subject.keyring.unlock(passPhrase)), 'no-keys')
      const { publicKey, keys } = await subject.keyring.create(passPhrase)
      assertEqual(publicKey.length, 65)
      assertEqual(await subject.keyring.state(), 'unlocked')
      assertEqual(await isSignedBy(publicKey, await keys.sign(data)), true)
      assertEqual(await rejectionOf(subject.keyring.create(wrong)), 'TypeError')
      const next = await subject.restart()
      assertEqual(await next.keyring.state(), 'locked')
      const unlocked = await next.keyring.unlock(passPhrase)
      assertEqual(unlocked.ok && (await isSignedBy(publicKey, await unlocked.value.sign(data))), true)
    },
  },
  {
    name: '[O5] a locked tablet does not sign, nor with what was handed out before',
    async run(subject) {
      const { keys } = await subject.keyring.create(passPhrase)
      subject.keyring.lock()
      assertEqual(await subject.keyring.state(), 'locked')
      assertEqual(await rejectionOf(keys.sign(data)), 'locked')
    },
  },
  {
    name: '[O5] wrong pass phrases wait longer and longer, also over a restart; the right one ends it',
    async run(subject) {
      await withKeys(subject)
      subject.keyring.lock()
      for (const failures of [1, 2]) {
        assertEqual(await subject.keyring.unlock(wrong), {
          ok: false,
          error: { kind: 'wrong-pass-phrase', failures, waitMs: 0 },
        })
      }
      assertEqual(await subject.keyring.unlock(wrong), {
        ok: false,
        error: { kind: 'wrong-pass-phrase', failures: 3, waitMs: 5000 },
      })
      assertEqual(await subject.keyring.unlock(passPhrase), {
        ok: false,
        error: { kind: 'wait', waitMs: 5000 },
      })
      const next = await subject.restart()
      next.passTime(4000)
      assertEqual(await next.keyring.unlock(passPhrase), { ok: false, error: { kind: 'wait', waitMs: 1000 } })
      next.passTime(1000)
      assertEqual(await kindOf(next.keyring.unlock(passPhrase)), 'ok')
      next.keyring.lock()
      assertEqual(await next.keyring.unlock(wrong), {
        ok: false,
        error: { kind: 'wrong-pass-phrase', failures: 1, waitMs: 0 },
      })
    },
  },
  {
    name: '[O5] nobody is ever shut out: waiting ends, and a clock put back makes no one wait',
    async run(subject) {
      await withKeys(subject)
      subject.keyring.lock()
      for (let i = 0; i < 12; i++) {
        await subject.keyring.unlock(wrong)
        subject.passTime(5 * minuteMs)
      }
      await subject.keyring.unlock(wrong)
      assertEqual(await kindOf(subject.keyring.unlock(passPhrase)), 'wait')
      subject.passTime(-24 * hourMs)
      assertEqual(await kindOf(subject.keyring.unlock(passPhrase)), 'ok')
    },
  },
  {
    name: '[O5] a changed pass phrase opens the same keys and the same storage, the old one nothing',
    async run(subject) {
      const { publicKey } = await subject.keyring.create(passPhrase)
      await subject.local.put('draft', { text: 'bản nháp' })
      assertEqual(await kindOf(subject.keyring.changePassPhrase(wrong, newer)), 'wrong-pass-phrase')
      assertEqual(await kindOf(subject.keyring.changePassPhrase(passPhrase, newer)), 'ok')
      const next = await subject.restart()
      assertEqual(await kindOf(next.keyring.unlock(passPhrase)), 'wrong-pass-phrase')
      const unlocked = await next.keyring.unlock(newer)
      assertEqual(unlocked.ok && (await isSignedBy(publicKey, await unlocked.value.sign(data))), true)
      assertEqual(await next.local.get('draft'), { text: 'bản nháp' })
    },
  },
  {
    name: '[O5] a pass phrase is the same however the keyboard composes it',
    async run(subject) {
      await subject.keyring.create(passPhrase.normalize('NFD'))
      subject.keyring.lock()
      assertEqual(await kindOf(subject.keyring.unlock(passPhrase.normalize('NFC'))), 'ok')
    },
  },
  {
    name: '[O3] who the device is can be read while locked',
    async run(subject) {
      const { publicKey } = await subject.keyring.create(passPhrase)
      assertEqual(await subject.device.read(), null)
      await subject.device.write(identity(publicKey))
      await subject.device.write({ ...identity(publicKey), state: 'active' })
      const next = await subject.restart()
      assertEqual(await next.device.read(), { ...identity(publicKey), state: 'active' })
    },
  },
  {
    name: '[O5] small facts: kept, replaced, removed, closed while locked, damaged one by one',
    async run(subject) {
      const { local } = await withKeys(subject)
      assertEqual(await local.get('a'), undefined)
      await local.put('a', { n: 1, list: ['không đồng ý'] })
      await local.put('a', [2])
      await local.put('b', null)
      const next = await restartUnlocked(subject)
      assertEqual([await next.local.get('a'), await next.local.get('b')], [[2], null])
      await next.local.remove('b')
      assertEqual(await next.local.get('b'), undefined)
      await next.damage('local')
      assertEqual(await rejectionOf(next.local.get('a')), 'corrupt')
      await next.local.put('a', 3)
      assertEqual(await next.local.get('a'), 3)
      next.keyring.lock()
      assertEqual(await rejectionOf(next.local.get('a')), 'locked')
    },
  },
]

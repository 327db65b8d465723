import type { Bytes } from '../../../shared/lib/bytes.ts'
import { fail, ok } from '../../../shared/lib/result.ts'
import type { SignP256 } from '../../../shared/protocol/crypto-ports.ts'
import { noFailures, remainingWait } from '../attempt-wait.ts'
import type { Clock, Keyring, UnlockedKeys } from '../ports.ts'
import { storeFault } from '../store-fault.ts'
import type { MemoryDisk } from './memory-disk.ts'
import type { MemoryLife } from './memory-life.ts'

type KeyringParts = {
  disk: MemoryDisk
  /** Shared with the stores: locking it locks them. */
  life: MemoryLife
  clock: Clock
  keyPair: { publicKey: Bytes; sign: SignP256 }
}

/** The device's keys without the slow derivation; the key pair is given, so that a simulation signs the same every time. */
export function createMemoryKeyring({ disk, life, clock, keyPair }: KeyringParts): Keyring {
  if (disk.passPhrase !== null) life.lock()
  const keys: UnlockedKeys = {
    async sign(data) {
      if (life.isLocked()) throw storeFault({ kind: 'locked' })
      return await keyPair.sign(data)
    },
  }

  async function attempt(passPhrase: string) {
    if (disk.passPhrase === null) return fail({ kind: 'no-keys' } as const)
    const waitMs = remainingWait(disk.failures, clock.now())
    if (waitMs > 0) return fail({ kind: 'wait', waitMs } as const)
    if (passPhrase === disk.passPhrase) {
      await life.commit(() => {
        disk.failures = noFailures
      }, 'nothing')
      return ok(null)
    }
    const failures = { count: disk.failures.count + 1, lastAt: clock.now() }
    await life.commit(() => {
      disk.failures = failures
    }, 'nothing')
    return fail({
      kind: 'wrong-pass-phrase',
      failures: failures.count,
      waitMs: remainingWait(failures, clock.now()),
    } as const)
  }

  return {
    state: () =>
      life.read(
        () => (disk.passPhrase === null ? 'absent' : life.isLocked() ? 'locked' : 'unlocked'),
        'nothing',
      ),
    async create(passPhrase) {
      if (disk.passPhrase !== null) throw new TypeError('there are keys already')
      await life.commit(() => {
        disk.passPhrase = passPhrase.normalize('NFC')
      }, 'nothing')
      life.unlock()
      return { publicKey: keyPair.publicKey, keys }
    },
    async unlock(passPhrase) {
      const outcome = await attempt(passPhrase.normalize('NFC'))
      if (!outcome.ok) return outcome
      life.unlock()
      return ok(keys)
    },
    lock: life.lock,
    async changePassPhrase(current, next) {
      const outcome = await attempt(current.normalize('NFC'))
      if (!outcome.ok) return outcome
      await life.commit(() => {
        disk.passPhrase = next.normalize('NFC')
      }, 'nothing')
      return ok(null)
    },
  }
}

import { base64, fromBase64 } from '../../shared/lib/base64.ts'
import type { Bytes } from '../../shared/lib/bytes.ts'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import type { SignP256 } from '../../shared/protocol/crypto-ports.ts'
import { noFailures, remainingWait } from '../app/attempt-wait.ts'
import type { Clock, Keyring, Random, UnlockedKeys, UnlockFault } from '../app/ports.ts'
import { storeFault } from '../app/store-fault.ts'
import type { StoredKeys } from '../app/stored-record.ts'
import type { Owner } from '../app/tablet.ts'
import type { Cipher } from './aes-gcm.ts'
import { createKeyRecords } from './key-records.ts'
import { keysUnder, makeRoot, signingAad, unwrapRoot, wrapRoot } from './root-key.ts'
import { importSigningKey, makeSigningKey } from './signing-key.ts'
import type { TabletDatabase } from './tablet-database.ts'
import type { Vault } from './vault.ts'

/**
 * OWASP asks for 600,000 of PBKDF2-SHA-256 at least; this takes 0.35 s in Chromium on two slow cores. WebCrypto has no
 * memory-hard function, and the pass phrase is long, not a PIN.
 */
export const passPhraseIterations = 1_000_000

type KeyringParts = {
  database: TabletDatabase
  vault: Vault
  owner: Owner
  cipher: Cipher
  random: Random
  clock: Clock
  iterations: number
}

/** The device's keys: wrapped by the pass phrase at rest, in memory as non-extractable keys while unlocked (O5). */
export function createKeyring(parts: KeyringParts): Keyring {
  const { database, vault, owner, cipher, random, clock } = parts
  const records = createKeyRecords(database)
  let signing: SignP256 | null = null

  const keys: UnlockedKeys = {
    async sign(data) {
      if (!signing) throw storeFault({ kind: 'locked' })
      return await signing(data)
    },
  }

  async function takeIntoUse(root: Bytes, sealedSigningKey: Bytes): Promise<void> {
    const under = await keysUnder(root)
    const pkcs8 = await cipher.open(under.signing, sealedSigningKey, signingAad(owner))
    if (!pkcs8) throw storeFault({ kind: 'corrupt', detail: 'keys' })
    signing = await importSigningKey(pkcs8)
    pkcs8.fill(0)
    vault.unlock(under)
  }

  /** The failure is counted before anybody learns of it: a kill in between gives no free attempt. */
  async function attempt(
    passPhrase: string,
  ): Promise<Result<{ root: Bytes; stored: StoredKeys }, UnlockFault>> {
    const stored = await records.keys()
    if (!stored) return fail({ kind: 'no-keys' })
    const before = await records.failures()
    const waitMs = remainingWait(before, clock.now())
    if (waitMs > 0) return fail({ kind: 'wait', waitMs })
    const failures = { count: before.count + 1, lastAt: clock.now() }
    await records.putFailures(failures)
    for (const wrap of stored.wraps) {
      const root = await unwrapRoot(wrap, passPhrase, { owner, cipher })
      if (!root) continue
      await records.putFailures(noFailures)
      return ok({ root, stored })
    }
    return fail({
      kind: 'wrong-pass-phrase',
      failures: failures.count,
      waitMs: remainingWait(failures, clock.now()),
    })
  }

  return {
    async state() {
      if (vault.isUnlocked()) return 'unlocked'
      return (await records.keys()) ? 'locked' : 'absent'
    },
    async create(passPhrase) {
      const root = makeRoot(random)
      const { pkcs8, publicKey } = await makeSigningKey()
      const under = await keysUnder(root)
      const sealed = await cipher.seal(under.signing, pkcs8, signingAad(owner))
      pkcs8.fill(0)
      const wrap = await wrapRoot(root, passPhrase, parts)
      await records.addKeys({
        v: 1,
        publicKey: base64(publicKey),
        signingKey: base64(sealed),
        wraps: [wrap],
      })
      await takeIntoUse(root, sealed)
      root.fill(0)
      return { publicKey, keys }
    },
    async unlock(passPhrase) {
      const attempted = await attempt(passPhrase)
      if (!attempted.ok) return attempted
      const { root, stored } = attempted.value
      await takeIntoUse(root, fromBase64(stored.signingKey) ?? new Uint8Array(0))
      root.fill(0)
      return ok(keys)
    },
    lock() {
      signing = null
      vault.lock()
    },
    async changePassPhrase(current, next) {
      const attempted = await attempt(current)
      if (!attempted.ok) return attempted
      const { root, stored } = attempted.value
      const wrap = await wrapRoot(root, next, parts)
      root.fill(0)
      await records.replaceKeys({ ...stored, wraps: [wrap] })
      return ok(null)
    },
  }
}

import type { Page } from '@playwright/test'
import { StoredIdentity, StoredKeyRecord } from '../../../client/app/stored-record.ts'
import { createAesGcm } from '../../../client/store/aes-gcm.ts'
import { keysUnder, signingAad, unwrapRoot } from '../../../client/store/root-key.ts'
import { random } from '../../../server/machine.ts'
import { fromBase64 } from '../../../shared/lib/base64.ts'
import type { Bytes } from '../../../shared/lib/bytes.ts'

/**
 * What a thief wants most: the root key and the private scalar of the signing key. Nobody asks the program for them: the
 * wrapped keys are read with the browser's plain interface, and unwrapped here with the pass phrase.
 * @returns beside them `wrapped`, the root key as it is stored
 */
export async function deviceSecrets(
  page: Page,
  passPhrase: string,
): Promise<{ root: Bytes; scalar: Bytes; wrapped: string }> {
  const [keys, identity] = await page.evaluate(readKeys)
  const { keys: stored } = StoredKeyRecord.parse(keys)
  const owner = StoredIdentity.parse(identity)
  const cipher = createAesGcm(random)
  const [wrap] = stored.wraps
  const root = wrap ? await unwrapRoot(wrap, passPhrase, { owner, cipher }) : null
  const sealed = fromBase64(stored.signingKey)
  const pkcs8 =
    root && sealed && (await cipher.open((await keysUnder(root)).signing, sealed, signingAad(owner)))
  if (!pkcs8) throw new Error('the pass phrase does not open the keys')
  return { root, scalar: pkcs8.slice(36, 68), wrapped: wrap?.wrapped ?? '' }
}

/** In the page. */
async function readKeys(): Promise<unknown[]> {
  const settle = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const [{ name = '' } = {}] = await indexedDB.databases()
  const database = await settle(indexedDB.open(name))
  const table = database.transaction('open').objectStore('open')
  const records = await Promise.all([settle(table.get('keys')), settle(table.get('identity'))])
  database.close()
  return records.map(({ value }) => value)
}

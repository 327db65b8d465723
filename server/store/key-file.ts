import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { chmod, link, open, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeFolder } from './make-folder.ts'

/** One file, so that it is there whole or not at all. A backup of it is kept apart from the database's. */
export type KeyFile = { ledgerId: string; ledger: KeyObject; sealing: KeyObject }

/** @returns null where there is no file. @throws where it holds no keys. */
export async function readKeyFile(path: string): Promise<KeyFile | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  await chmod(path, 0o600).catch(() => {})
  const value: unknown = JSON.parse(text)
  const ledgerId = textOf(value, 'ledgerId')
  const ledger = createPrivateKey(textOf(value, 'ledgerKey'))
  const sealing = createPrivateKey(textOf(value, 'sealingKey'))
  const isP256 = sealing.asymmetricKeyDetails?.namedCurve === 'prime256v1'
  if (ledger.asymmetricKeyType !== 'ed25519' || !isP256) throw new TypeError('keys of another kind')
  return { ledgerId, ledger, sealing }
}

function textOf(value: unknown, name: string): string {
  const text = typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : null
  if (typeof text !== 'string') throw new TypeError(`no ${name}`)
  return text
}

/** Makes keys and writes them, unless another server was first. */
export async function makeKeyFile(path: string): Promise<void> {
  const pem = { type: 'pkcs8', format: 'pem' } as const
  const text = JSON.stringify(
    {
      ledgerId: randomBytes(8).toString('hex'),
      ledgerKey: generateKeyPairSync('ed25519').privateKey.export(pem),
      sealingKey: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export(pem),
    },
    null,
    2,
  )
  const folder = dirname(path)
  const made = await makeFolder(folder, 0o700)
  if (!made.ok) throw new Error(`${made.error.folder}: ${made.error.detail}`)
  const unfinished = `${path}.${randomBytes(4).toString('hex')}`
  await writeFile(unfinished, `${text}\n`, { mode: 0o600, flush: true })
  try {
    // Unlike a rename, a link never replaces what is there.
    await link(unfinished, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(unfinished, { force: true })
  }
  await syncFolder(folder)
}

/** The file's name must be on disk before anything is signed with its keys. Windows has no such call. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

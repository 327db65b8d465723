import { X509Certificate } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { hostname, networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { createSecureContext } from 'node:tls'
import { fail, ok, type Result } from '../../shared/lib/result.ts'
import { dayMs } from '../../shared/lib/time.ts'
import { type KeyAndCertificate, makeSelfSigned } from './self-signed.ts'

/** @property file the setting or the file that cannot be used */
export type TlsFault = { kind: 'tls-unusable'; file: string; detail: string }

/** Browsers refuse server certificates that are valid for longer than 398 days. */
const validMs = 397 * dayMs
const renewMs = 30 * dayMs

export async function readTls(
  certPath: string,
  keyPath: string,
): Promise<Result<KeyAndCertificate, TlsFault>> {
  try {
    const [cert, key] = await Promise.all([readFile(certPath, 'utf8'), readFile(keyPath, 'utf8')])
    createSecureContext({ cert, key })
    return ok({ cert, key })
  } catch (error) {
    return fail({ kind: 'tls-unusable', file: `${certPath}, ${keyPath}`, detail: String(error) })
  }
}

/** The self-made certificate of a folder: made once, so that who has accepted it is not asked again at every start. */
export async function ownTls(folder: string, now: number): Promise<Result<KeyAndCertificate, TlsFault>> {
  const [certPath, keyPath] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const names = ownNames()
  const held = await readTls(certPath, keyPath)
  if (held.ok && isGood(held.value.cert, names, now)) return held
  const made = makeSelfSigned(names, new Date(now - dayMs), new Date(now + validMs - dayMs))
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await replaceFile(keyPath, made.key)
    await replaceFile(certPath, made.cert)
    return ok(made)
  } catch (error) {
    return fail({ kind: 'tls-unusable', file: folder, detail: String(error) })
  }
}

function isGood(pem: string, names: readonly string[], now: number): boolean {
  const cert = new X509Certificate(pem)
  const covers = (name: string) => cert.checkHost(name) !== undefined || cert.checkIP(name) !== undefined
  return cert.validToDate.getTime() > now + renewMs && names.every(covers)
}

function ownNames(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  const ips = addresses.filter(({ internal, scopeid }) => !internal && !scopeid).map(({ address }) => address)
  const host = hostname().toLowerCase()
  const isName = /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/.test(host)
  return [...new Set(['localhost', '127.0.0.1', '::1', ...(isName ? [host] : []), ...ips.sort()])]
}

async function replaceFile(path: string, content: string): Promise<void> {
  await writeFile(`${path}.new`, content, { mode: 0o600 })
  await rename(`${path}.new`, path)
}

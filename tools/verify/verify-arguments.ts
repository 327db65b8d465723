import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Bundle, namedKey, parseBundle } from '../../shared/bundle/bundle.ts'
import { coverByLedger, parseLedgerFile } from '../../shared/bundle/ledger-cover.ts'
import { verifyBundle } from '../../shared/bundle/verify-bundle.ts'
import { base64, fromBase64 } from '../../shared/lib/base64.ts'
import type { Seen } from './verify-lines.ts'
import { verifyEd25519, verifyP256 } from './verify-signature.ts'
import { parseTakeHome, type TakeHome } from './verify-take-home.ts'

/** Why nothing could be checked: exit code 2. */
class NotUsable extends Error {}

export type VerifyArguments = { files: string[]; key: string | null; ledger: string | null; json: boolean }

/** @throws NotUsable on anything but the arguments that the commands know. */
export function verifyArguments(args: readonly string[], files: number): VerifyArguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { key: { type: 'string' }, ledger: { type: 'string' }, json: { type: 'boolean' } },
    })
    if (positionals.length !== files) throw new NotUsable(`${files} file(s) wanted`)
    const { key = null, ledger = null, json = false } = values
    return { files: positionals, key, ledger, json }
  } catch (error) {
    throw new NotUsable(error instanceof Error ? error.message : String(error))
  }
}

const read = (path: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path))
  } catch (error) {
    throw new NotUsable(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** A key on the command line. */
function keyIn(key: string | null) {
  const given = key === null ? null : fromBase64(key)
  if (key !== null && given?.length !== 32) throw new NotUsable('--key: not base64 of 32 bytes')
  return given
}

/** Null where the file is something else; @throws NotUsable where it cannot be read. */
export function takeHomeAt(path: string, { key, ledger }: Pick<VerifyArguments, 'key' | 'ledger'>) {
  const file: TakeHome | null = parseTakeHome(read(path))
  if (file && ledger !== null) throw new NotUsable('--ledger: only with an archive bundle')
  return file && { file, given: keyIn(key) }
}

/** @throws NotUsable where a file cannot be read or is none of the kind. */
export async function verifyFile(
  path: string,
  { key, ledger }: Pick<VerifyArguments, 'key' | 'ledger'>,
): Promise<{ bundle: Bundle; seen: Seen }> {
  const bundle = parseBundle(read(path))
  if (!bundle)
    throw new NotUsable(`${path}: neither an archive bundle in canonical form nor a take-home file`)
  const given = keyIn(key)
  const report = await verifyBundle(bundle, { key: given, verifyEd25519, verifyP256 })
  const file = ledger === null ? null : parseLedgerFile(read(ledger))
  if (ledger !== null && !file) throw new NotUsable(`${ledger}: not a ledger in canonical form`)
  const cover = file && report.tree ? coverByLedger(bundle, report.tree, file) : null
  const seen: Seen = {
    ...report,
    faults: [...report.faults, ...(cover?.faults ?? [])],
    key: base64(given ?? namedKey(bundle).publicKey),
    keyGiven: given !== null,
    ledger: cover,
  }
  return { bundle, seen }
}

/** Runs a command: 0 good, 1 bad, 2 not usable. */
export async function runVerifier(command: () => Promise<boolean>): Promise<void> {
  try {
    process.exitCode = (await command()) ? 0 : 1
  } catch (error) {
    if (!(error instanceof NotUsable)) throw error
    console.error(`KHÔNG ĐỌC ĐƯỢC / NOT USABLE: ${error.message}`)
    process.exitCode = 2
  }
}

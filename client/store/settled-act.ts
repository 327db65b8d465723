import type { SettledAct } from '../app/ports.ts'
import { StoredSettledAct } from '../app/stored-record.ts'
import type { SealedRecord } from './tablet-database.ts'
import type { Place, Vault } from './vault.ts'

const placeOf = (key: string): Place => ({ table: 'settled', key, version: 1, chunk: 0 })

export const settledKey = (vault: Vault, id: string): Promise<string> => vault.opaque('settled', id)

export async function sealSettled(vault: Vault, act: SettledAct): Promise<SealedRecord> {
  const k = await settledKey(vault, act.id)
  return { k, v: 1, s: await vault.sealJson(placeOf(k), act) }
}

/** @returns null where it no longer opens. */
export async function openSettled(vault: Vault, { k, s }: SealedRecord): Promise<SettledAct | null> {
  const opened = await vault.openJson(placeOf(k), s)
  const parsed = opened && StoredSettledAct.safeParse(opened.value)
  return parsed?.success ? parsed.data : null
}

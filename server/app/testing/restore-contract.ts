import { expect, it } from 'vitest'
import type { Announced } from '../../../shared/domain/restore.ts'
import type { LedgerStore } from '../ledger-port.ts'
import type { HandedIn } from '../restore-port.ts'
import { appendOne, deviceId, hashOf, hour } from './ledger-rows.ts'

export const announcedAt = (size: number, epoch: number): Announced => ({
  epoch,
  size,
  root: hashOf('root'),
  keptTo: hour(100),
  reason: 'đĩa hỏng',
})

const leafOf = (n: number, more: Partial<HandedIn> = {}): HandedIn => ({
  epoch: 0,
  n,
  hash: hashOf(`leaf ${n}`),
  leaf: `{"n":${n}}`,
  proof: 'proof',
  openings: [{ commit: hashOf('o'), salt: '', value: 'Không \u0000 đồng ý' }],
  device: deviceId('d1'),
  at: hour(200),
  state: 'waiting',
  ...more,
})

/** What a restore keeps beside the ledger. */
export function testRestore(subject: () => { store: LedgerStore; other(): Promise<LedgerStore> }): void {
  it('[O4] a new epoch has a checkpoint of its own for the size that the backup had', async () => {
    const { store, other } = subject()
    expect(await store.read.announced()).toBeNull()
    await store.write((ledger) => appendOne(ledger))
    await store.write((ledger) => ledger.announce(announcedAt(1, 1), 'first of epoch 1'))
    const { read } = await other()
    expect(await read.announced()).toEqual(announcedAt(1, 1))
    expect(await read.checkpoint()).toEqual({ size: 1, note: 'first of epoch 1' })
    await store.write((ledger) => appendOne(ledger))
    expect(await read.checkpoint()).toEqual({ size: 2, note: 'note 2' })
    expect((await read.head()).epoch).toBe(1)
  })

  it('[O2] what was handed in is kept once, in the order of its numbers, for its own epoch', async () => {
    const { store } = subject()
    await store.write((ledger) => appendOne(ledger))
    await store.write((ledger) => ledger.announce(announcedAt(1, 1), 'note'))
    await store.write((ledger) => ledger.putHandedIn([leafOf(7), leafOf(3), leafOf(7)]))
    await store.write((ledger) =>
      ledger.putHandedIn([
        leafOf(3, { state: 'entered', device: deviceId('d2') }),
        leafOf(3, { hash: hashOf('x') }),
      ]),
    )
    const kept = [leafOf(3, { state: 'entered' }), leafOf(3, { hash: hashOf('x') }), leafOf(7)]
    const byHash = (a: HandedIn, b: HandedIn) => a.n - b.n || (a.hash < b.hash ? -1 : 1)
    expect(await store.read.handedIn()).toEqual(kept.sort(byHash))
    await store.write((ledger) => ledger.announce(announcedAt(1, 2), 'note'))
    expect(await store.read.handedIn()).toEqual([])
  })

  it('[O2] who has handed in, how much, and whether everything', async () => {
    const { store } = subject()
    await store.write((ledger) => appendOne(ledger))
    await store.write((ledger) => ledger.announce(announcedAt(1, 1), 'note'))
    const checkIn = { device: deviceId('d1'), at: hour(200), leaves: 50, seen: 90, isDone: false }
    await store.write((ledger) => ledger.putCheckIn(checkIn))
    await store.write((ledger) => ledger.putCheckIn({ ...checkIn, at: hour(201), leaves: 60, isDone: true }))
    expect(await store.read.checkIns()).toEqual([{ ...checkIn, at: 201, leaves: 60, isDone: true }])
    await expect(
      store.write(async (ledger) => {
        await ledger.putCheckIn({ ...checkIn, device: deviceId('d2') })
        await ledger.putHandedIn([leafOf(9)])
        throw new Error('power cut')
      }),
    ).rejects.toThrow('power cut')
    expect([(await store.read.checkIns()).length, (await store.read.handedIn()).length]).toEqual([1, 0])
  })
}

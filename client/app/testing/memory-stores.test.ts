import { describe, expect, test } from 'vitest'
import { fileContract } from './file-contract.ts'
import { keyringContract } from './keyring-contract.ts'
import { createMemoryDisk } from './memory-disk.ts'
import { createMemoryStores } from './memory-stores.ts'
import { createMemorySubject, type KeyPair } from './memory-subject.ts'
import { noteContract } from './note-contract.ts'
import { outboxContract } from './outbox-contract.ts'
import { rowContract } from './row-contract.ts'
import { agencyRow, cursorAt, outboxItem, settledAct } from './sample-record.ts'

async function makeKeyPair(): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ])
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)),
    sign: async (data) =>
      new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, data)),
  }
}

describe('the tablet in memory keeps the contract', () => {
  for (const { name, run } of [
    ...rowContract,
    ...outboxContract,
    ...fileContract,
    ...noteContract,
    ...keyringContract,
  ]) {
    test(name, async () => await run(createMemorySubject(await makeKeyPair())))
  }
})

test('[O2] a write that fails leaves nothing, and the next one goes on', async () => {
  const disk = createMemoryDisk()
  const { life, outbox } = createMemoryStores(disk)
  life.failNextWrite({ kind: 'storage-full' })
  await expect(outbox.add(outboxItem('a'))).rejects.toMatchObject({ kind: 'storage-full' })
  expect(disk.outbox.size).toBe(0)
  await outbox.add(outboxItem('a'))
  expect(disk.outbox.size).toBe(1)
})

/** Turns end one by one, by hand. */
function steps() {
  const waiting: (() => void)[] = []
  return {
    turn: () => new Promise<void>((resolve) => waiting.push(resolve)),
    next: async () => {
      waiting.shift()?.()
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

const page = {
  rows: [agencyRow('a', 1)],
  gone: [],
  settled: [settledAct('a')],
  cursor: cursorAt(1),
}

test('[O2] killed before the commit a page leaves nothing, killed after it everything; neither answers', async () => {
  for (const [stepsBefore, wanted] of [
    [0, 0],
    [1, 1],
  ] as const) {
    const disk = createMemoryDisk()
    const { turn, next } = steps()
    const { life, rows } = createMemoryStores(disk, { turn })
    let isAnswered = false
    void rows.takePage(page).then(() => {
      isAnswered = true
    })
    for (let i = 0; i < stepsBefore; i++) await next()
    life.kill()
    await next()
    await next()
    expect([disk.rows.size, disk.settled.size, isAnswered]).toEqual([wanted, wanted, false])
  }
})

import { expect, test } from 'vitest'
import {
  ballotId,
  cabinetOf,
  contentHash,
  contentOf,
  device,
  person,
} from '../../shared/domain/testing/cabinet.ts'
import { Office } from '../../shared/domain/testing/office.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { instant } from '../../shared/lib/time.ts'
import { createBallotDesk } from './ballot.ts'
import { createMakeAct, hashOpening, noAnchor } from './make-act.ts'
import { createQueueAct } from './queue-act.ts'
import { createMemoryDisk } from './testing/memory-disk.ts'
import { createMemoryStores } from './testing/memory-stores.ts'
import { createWorkingCopy } from './working-copy.ts'

/** A member's tablet without any network, and a ballot in one or two versions. */
async function deskOn(disk: ReturnType<typeof createMemoryDisk>, versions: 1 | 2 = 1) {
  const contents = [contentOf('Nghị định'), contentOf('Nghị định, bản sửa')].slice(0, versions)
  const { ballot } = new Office({ people: cabinetOf(4) }).issue(contentOf('Nghị định'))
  const [first] = ballot.versions
  if (!first) throw new Error('not issued')
  const rows = [
    ...cabinetOf(4).map((one) => ({ key: `person/${one.id}`, entity: one })),
    {
      key: `ballot/${ballotId}`,
      entity: {
        ...ballot,
        versions: contents.map((content, i) => ({ ...first, no: i + 1, hash: contentHash(content) })),
      },
    },
  ]
  for (const { key, entity } of rows) {
    const openings = contents.map((content) => hashOpening(canonicalJson(content)))
    disk.rows.set(key, { key, n: 0, entity, openings, leaves: [], proofs: [] })
  }
  const { life: _, ...stores } = createMemoryStores(disk)
  const copy = createWorkingCopy(stores)
  await copy.refresh('all')
  const me = { person: person('m2'), device: device('m2') }
  const clock = { now: () => instant(Date.UTC(2026, 2, 3)) }
  let dice = disk.outbox.size
  const random = (length: number) => {
    dice += 1
    return new Uint8Array(length).fill(dice)
  }
  const makeAct = createMakeAct({
    ...me,
    sign: async () => new Uint8Array(64),
    seal: async () => new Uint8Array(8),
    random,
    clock,
    anchor: () => noAnchor,
  })
  const queue = createQueueAct({ copy, makeAct, outbox: stores.outbox, onQueued: () => {} })
  return createBallotDesk({ copy, me, queue, random, clock })
}

test('[B8] that a version was opened is said once: with its document at the same moment, again, after a restart', async () => {
  const disk = createMemoryDisk()
  const desk = await deskOn(disk)
  await Promise.all([desk.markOpened(ballotId), desk.markOpened(ballotId)])
  await desk.markOpened(ballotId)
  await (await deskOn(disk)).markOpened(ballotId)
  expect([...disk.outbox.values()].map(({ act }) => act.kind)).toEqual(['mark-opened'])
  expect(desk.get(ballotId)?.isOpened).toBe(true)
  await (await deskOn(disk, 2)).markOpened(ballotId)
  expect(disk.outbox.size).toBe(2)
})

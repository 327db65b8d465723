import { expect, test } from 'vitest'
import { cabinetOf, contentOf, device, hashOf, paperOf, person } from '../../shared/domain/testing/cabinet.ts'
import { Office } from '../../shared/domain/testing/office.ts'
import { instant } from '../../shared/lib/time.ts'
import { createMakeAct, noAnchor } from './make-act.ts'
import { createOpenedDocuments } from './opened-documents.ts'
import { createQueueAct } from './queue-act.ts'
import { createMemoryDisk, type MemoryDisk } from './testing/memory-disk.ts'
import { createMemoryStores } from './testing/memory-stores.ts'
import { createWorkingCopy } from './working-copy.ts'

const papers = Array.from({ length: 60 }, (_, i) => paperOf(`p${i}`))
const [first, second] = papers.map(({ hash }) => hash)
if (first === undefined || second === undefined) throw new Error('no papers')

const office = (people = cabinetOf(4)) => {
  const made = new Office({ people })
  for (const paper of papers) made.files.set(paper.hash, paper)
  return made.issue({ ...contentOf('Nghị định'), documents: papers })
}

/** A tablet of m2 or another, without any network, with the rows of an office. */
async function tabletOf(disk: MemoryDisk, rows: Office['rows'], who = 'm2') {
  for (const [key, entity] of rows) {
    disk.rows.set(key, { key, n: 0, entity, openings: [], leaves: [], proofs: [] })
  }
  const { life: _, ...stores } = createMemoryStores(disk)
  const copy = createWorkingCopy(stores)
  await copy.refresh('all')
  const me = { person: person(who), device: device(who) }
  const clock = { now: () => instant(Date.UTC(2026, 2, 3)) }
  let dice = disk.outbox.size
  const makeAct = createMakeAct({
    ...me,
    sign: async () => new Uint8Array(64),
    seal: async () => new Uint8Array(8),
    random: (length) => new Uint8Array(length).fill(++dice),
    clock,
    anchor: () => noAnchor,
  })
  const queue = createQueueAct({ copy, makeAct, outbox: stores.outbox, onQueued: () => {} })
  return createOpenedDocuments({ copy, me, queue, clock })
}

const named = (disk: MemoryDisk) =>
  [...disk.outbox.values()].map(({ act }) => (act.kind === 'mark-documents-opened' ? act.body.files : []))

test('[B8][O1] several documents are one act, made without network and never twice: at once, again, after a restart', async () => {
  const disk = createMemoryDisk()
  const { ballot, rows } = office()
  const opened = await tabletOf(disk, rows)
  await opened.add(ballot.id, second)
  await opened.add(ballot.id, first)
  expect(named(disk)).toEqual([])
  await Promise.all([opened.tell(), opened.tell()])
  await (await tabletOf(disk, rows)).tell()
  expect(named(disk)).toEqual([[first, second]])
  expect([opened.has(ballot.id, first), opened.has(ballot.id, papers[2]?.hash ?? first)]).toEqual([
    true,
    false,
  ])
})

test('[O1] what was opened before the tablet was killed is told when it is opened again', async () => {
  const disk = createMemoryDisk()
  const { ballot, rows } = office()
  await (await tabletOf(disk, rows)).add(ballot.id, first)
  await (await tabletOf(disk, rows)).tell()
  expect(named(disk)).toEqual([[first]])
})

test('[O6] a dossier of sixty documents is two acts', async () => {
  const disk = createMemoryDisk()
  const { ballot, rows } = office()
  const opened = await tabletOf(disk, rows)
  for (const { hash } of papers) await opened.add(ballot.id, hash)
  await opened.tell()
  expect(named(disk).map(({ length }) => length)).toEqual([50, 10])
})

test('[D1] what was opened on another tablet of the same member is read here too, and is not told again', async () => {
  const told = office()
  told.mustTake(told.act('mark-documents-opened', 'm2', { ballot: told.ballot.id, files: [first] }))
  const disk = createMemoryDisk()
  const here = await tabletOf(disk, told.rows)
  expect([here.has(told.ballot.id, first), here.has(told.ballot.id, second)]).toEqual([true, false])
  await here.add(told.ballot.id, first)
  await here.tell()
  expect(named(disk)).toEqual([])
})

test('[B7][B8] only members tell, only of files of that ballot, and only while it can be answered', async () => {
  const open = office()
  const officer = createMemoryDisk()
  const desk = await tabletOf(officer, open.rows, 'sec')
  await desk.add(open.ballot.id, first)
  await desk.tell()
  expect([desk.has(open.ballot.id, first), named(officer)]).toEqual([true, []])

  const foreign = createMemoryDisk()
  const member = await tabletOf(foreign, open.rows)
  await member.add(open.ballot.id, hashOf('of another ballot'))
  await member.tell()
  expect(named(foreign)).toEqual([])

  const closed = office().closeByServer()
  const late = createMemoryDisk()
  const reader = await tabletOf(late, closed.rows)
  await reader.add(closed.ballot.id, first)
  await reader.tell()
  expect([reader.has(closed.ballot.id, first), named(late)]).toEqual([true, []])
})

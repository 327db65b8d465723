import { describe, expect, it } from 'vitest'
import { commitOpening } from '../../client/app/make-act.ts'
import { Hash, PersonId } from '../../shared/domain/id.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { sha256, sha256Hex } from '../../shared/lib/sha256.ts'
import { makeWorkbook } from '../intake/testing/make-workbook.ts'
import { restoreReport } from './restore-report.ts'
import { createRestorableOffice } from './testing/restorable-office.ts'

const head = ['STT', 'Số, ký hiệu', 'Ngày VB', 'Trích yếu', 'Nội dung nhiệm vụ', 'Chủ trì', 'Hạn'] as const
const bytes = makeWorkbook([
  {
    name: 'Sổ',
    rows: [
      head,
      [1, '1/CT-TTg', '01/02/2026', 'Về việc 1', 'Trình đề án', 'Bộ Y tế', '31/12/2026'],
      [2, '2/CT-TTg', '01/02/2026', 'Về việc 2', 'Báo cáo quý', 'Bộ Y tế', '30/06/2026'],
    ],
  },
])
const file = Hash.parse(sha256Hex(bytes))
const choices = { assign: true, assigner: PersonId.parse('pm'), withoutProblems: false }

type Office = Awaited<ReturnType<typeof createRestorableOffice>>

async function upload({ blobs, now }: Office): Promise<void> {
  await blobs.begin(file, bytes.length, PersonId.parse('sec'), now())
  await blobs.write(file, 0, bytes)
  await blobs.markReady(file, 0)
}

async function importFile({ imports, perform, now }: Office) {
  const seen = await imports().preview(file, choices, now())
  if (!seen) throw new Error('no such file')
  const { hash: planHash, writes } = seen.plan
  return await perform('head', {
    kind: 'import-tasks',
    body: { file, planHash, rows: writes.length, ...choices },
  })
}

const tasksOf = async ({ ledger }: Office) =>
  (await ledger.rows(['task/'])).flatMap(({ entity }) => (entity.kind === 'task' ? [entity] : []))

const random = (length: number) => sha256(utf8('salt')).slice(0, length)
const words = commitOpening(random, 'Đã lập tổ soạn thảo')

async function report(office: Office) {
  const [task] = await tasksOf(office)
  if (!task) throw new Error('no task')
  const body = { task: task.id, noteCommit: words.commit, percent: 30 }
  return await office.perform('clk', { kind: 'report-progress', body, openings: [words] })
}

const standing = async (office: Office) =>
  (await tasksOf(office)).map(({ id, phase, reports }) => [id, phase, reports.map(({ at }) => at)])

/** Imported and reported, then set back; what tablets hold (the first of it, or all) is handed in, and the restore ended. */
async function restored(office: Office, setBack: () => void, size: number, held = Number.POSITIVE_INFINITY) {
  const receipts = (await office.receiptsFrom(size, [words])).slice(0, held)
  const seen = { epoch: 0, size: (await office.ledger.head()).size }
  setBack()
  expect(await tasksOf(office)).toEqual([])
  await office.announce()
  await office.declare()
  const outcomes = await office.handIn('sec', { seen, left: 0, leaves: receipts })
  expect(new Set(outcomes)).toEqual(new Set(['kept']))
  const missing = (await restoreReport(office.ledger)).missing
  const lost = missing.reduce((sum, { from, to }) => sum + to - from + 1, 0)
  expect(await office.end(lost)).toEqual(['accepted', 'accepted'])
}

describe('a backup of before an import', () => {
  it('[O2][T8] with the file in it: the same tasks come back, with what was reported of them', async () => {
    const office = await createRestorableOffice()
    await upload(office)
    const setBack = office.disk.snapshot()
    const { size } = await office.ledger.head()
    expect([await importFile(office), await report(office)]).toEqual(['accepted', 'accepted'])
    const before = await standing(office)
    await restored(office, setBack, size)
    expect(await standing(office)).toEqual(before)
    expect((await office.replay()).faults).toEqual([])
    // The same file once more changes nothing.
    const seen = await office.imports().preview(file, choices, office.now())
    expect(seen?.plan.writes).toEqual([])
  })

  it('[O2][T8] without the file: they come back from what tablets hold', async () => {
    const office = await createRestorableOffice()
    const setBack = office.disk.snapshot()
    const { size } = await office.ledger.head()
    await upload(office)
    expect([await importFile(office), await report(office)]).toEqual(['accepted', 'accepted'])
    const before = await standing(office)
    await restored(office, setBack, size)
    expect(await standing(office)).toEqual(before)
    expect((await office.replay()).faults).toEqual([])
  })

  it('[O2][T8] without the file, and where no tablet holds them, the Office imports it again: the same tasks', async () => {
    const office = await createRestorableOffice()
    const setBack = office.disk.snapshot()
    const { size } = await office.ledger.head()
    await upload(office)
    expect([await importFile(office), await report(office)]).toEqual(['accepted', 'accepted'])
    const before = await tasksOf(office)
    await restored(office, setBack, size, 1)
    expect(await tasksOf(office)).toEqual([])
    await upload(office)
    expect(await importFile(office)).toBe('accepted')
    expect((await tasksOf(office)).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect((await office.replay()).faults).toEqual([])
  })
})

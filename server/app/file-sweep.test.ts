import { expect, it } from 'vitest'
import { AgencyId, BallotId, Hash } from '../../shared/domain/id.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { dayMs } from '../../shared/lib/time.ts'
import { createDocumentIntake } from './document-intake.ts'
import { createFileSweep } from './file-sweep.ts'
import { createTestOffice, files, person, startAt } from './testing/test-office.ts'

const never = new AbortController().signal
const pass = 3 * dayMs

async function createWorld() {
  const office = await createTestOffice()
  const { database, intake } = office
  let passed = 0
  let made = 'made'
  const clock = { now: () => (startAt + passed) as typeof startAt }
  const intakeOf = createDocumentIntake({
    ...database,
    process: async () => ({
      files: [{ kind: 'text', bytes: utf8(made) }],
      noText: [],
      broken: [],
      faults: [],
    }),
    appendServer: intake.appendServer,
    clock,
    log: () => {},
  })
  const sweep = createFileSweep({ ...database, keptDays: 2, clock, log: () => {} })
  await intakeOf.work(never)
  return {
    ...office,
    sweep,
    process: (how: string) => {
      made = how
      return intakeOf.work(never)
    },
    wait: (ms: number) => {
      passed += ms
      office.pass(ms)
    },
    kindOf: async (file: Hash) => (await database.blobs.state(file))?.kind,
  }
}

const hashOf = (text: string) => Hash.parse(sha256Hex(utf8(text)))

it('[O6] a file that nobody put into a ballot goes after its days, a draft’s file stays', async () => {
  const { sweep, wait, kindOf } = await createWorld()
  expect(await sweep()).toBe(0)
  wait(pass)
  expect(await sweep()).toBe(1)
  expect(await Promise.all([files.issued, files.draft, files.loose].map(kindOf))).toEqual([
    'ready',
    'ready',
    undefined,
  ])
})

it('[O6] what was made of it goes with it, unless it was made of another file, too', async () => {
  const { sweep, wait, database, process } = await createWorld()
  wait(pass)
  await sweep()
  // All three were made into the same text.
  expect(await database.derived.size(hashOf('made'))).toBe(4)
  const alone = hashOf('alone')
  await database.blobs.begin(alone, 5, person('handler'), startAt)
  await database.blobs.write(alone, 0, utf8('alone'))
  await database.blobs.markReady(alone, 1)
  await process('made of alone')
  expect(await database.derived.size(hashOf('made of alone'))).toBe(13)
  wait(pass)
  expect(await sweep()).toBe(2)
  expect(await database.derived.size(hashOf('made of alone'))).toBeNull()
})

it('[O6] a ballot that comes to hold it while it is swept keeps it', async () => {
  const { sweep, wait, kindOf, database, append } = await createWorld()
  wait(pass)
  const { unusedFiles } = database
  const racing = createFileSweep({
    ...database,
    unusedFiles: {
      ...unusedFiles,
      uploads: async (...asked) => {
        const found = await unusedFiles.uploads(...asked)
        await append('held', [
          {
            kind: 'ballot-drafted',
            ballot: BallotId.parse('late'),
            by: person('handler'),
            contentHash: files.loose,
            leadAgency: AgencyId.parse('health'),
            handlers: [person('handler')],
            deadlineAt: startAt,
            windowReason: '',
            files: [files.loose],
          },
        ])
        return found
      },
    },
    keptDays: 2,
    clock: { now: () => (startAt + pass) as typeof startAt },
    log: () => {},
  })
  expect(await racing()).toBe(0)
  expect(await sweep()).toBe(0)
  expect(await kindOf(files.loose)).toBe('ready')
})

it('[O6] an upload of the same file under way is not disturbed, and one that begins again keeps it', async () => {
  const { sweep, wait, kindOf, desk, database } = await createWorld()
  const half = hashOf('half of it')
  await desk.uploads.begin(person('handler'), { hash: half, size: 10 })
  await desk.uploads.write(half, 0, utf8('half '))
  wait(pass)
  expect(await desk.uploads.begin(person('handler'), { hash: files.loose, size: 5 })).toMatchObject({
    value: { kind: 'ready' },
  })
  expect(await sweep()).toBe(0)
  expect(await Promise.all([kindOf(files.loose), kindOf(half)])).toEqual(['ready', 'receiving'])
  expect(await desk.uploads.write(half, 5, utf8('of it'))).toMatchObject({ value: { received: 10 } })
  expect(await database.blobs.state(half)).toMatchObject({ received: 10 })
})

it('[D1] a file that comes again is processed again, and the ledger names what there is now', async () => {
  const { sweep, wait, database, process, desk } = await createWorld()
  await process('made')
  wait(pass)
  await database.unusedFiles.removeUploads([files.loose, files.issued, files.draft], startAt)
  const alone = hashOf('alone')
  const bring = async () => {
    await desk.uploads.begin(person('handler'), { hash: alone, size: 5 })
    await desk.uploads.write(alone, 0, utf8('alone'))
    expect(await desk.uploads.finish(person('handler'), alone, 'document')).toMatchObject({
      value: { kind: 'ready' },
    })
  }
  const named = async () => {
    const [row] = await database.ledger.read.rows([`document/${alone}`])
    return row?.entity.kind === 'document' ? row.entity.derived.map(({ hash }) => hash) : []
  }
  await bring()
  await process('made once')
  wait(pass)
  await sweep()
  expect(await database.derived.size(hashOf('made once'))).toBeNull()
  await bring()
  await process('made otherwise')
  expect(await named()).toEqual([hashOf('made otherwise')])
  // The next time it is as it was: the entry of before stands.
  const { size } = await database.ledger.read.head()
  wait(pass)
  await sweep()
  await bring()
  await process('made otherwise')
  expect((await database.ledger.read.head()).size).toBe(size)
})

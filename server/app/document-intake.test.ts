import { describe, expect, it } from 'vitest'
import type { Event } from '../../shared/domain/event.ts'
import { AgencyId, BallotId, Hash } from '../../shared/domain/id.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { minuteMs } from '../../shared/lib/time.ts'
import { createDocumentIntake } from './document-intake.ts'
import type { MadeFiles, ProcessDocument } from './document-intake-port.ts'
import { createFeedFor } from './feed-for.ts'
import { createRecentLedger } from './recent-ledger.ts'
import { createTestOffice, files, person, startAt } from './testing/test-office.ts'

const never = new AbortController().signal
const text = utf8('text of the file')
const textHash = Hash.parse(sha256Hex(text))
const made: MadeFiles = { files: [{ kind: 'text', bytes: text }], noText: [2, 3, 5], broken: [], faults: [] }

async function createWorld(process: ProcessDocument = async () => made) {
  const office = await createTestOffice()
  let passed = 0
  const clock = { now: () => (startAt + passed) as typeof startAt }
  const { database, intake } = office
  const create = (by: ProcessDocument) =>
    createDocumentIntake({
      ...database,
      process: by,
      appendServer: intake.appendServer,
      clock,
      log: () => {},
    })
  const feed = createFeedFor({
    ledger: database.ledger.read,
    recent: createRecentLedger(database.ledger.read),
    clock,
    log: () => {},
  })
  /** What a person finds of a document after a number. */
  const seen = async (who: string, document: Hash, after = -1) => {
    const page = await feed(person(who), { epoch: 0, after, tree: 0 })
    const key = `document/${document}`
    if (page.gone.includes(key)) return 'gone'
    return page.rows.some((row) => row.key === key) ? 'there' : 'nothing'
  }
  return {
    office,
    database,
    create,
    documents: create(process),
    seen,
    pass: (ms: number) => {
      passed += ms
    },
  }
}

const drafted = (id: string, held: Hash[]): Event => ({
  kind: 'ballot-drafted',
  ballot: BallotId.parse(id),
  by: person('handler'),
  contentHash: files.draft,
  leadAgency: AgencyId.parse('health'),
  handlers: [person('handler')],
  deadlineAt: startAt,
  windowReason: '',
  files: held,
})
const issued = (id: string): Event => ({
  kind: 'ballot-issued',
  ballot: BallotId.parse(id),
  by: person('head'),
  year: 2026,
  serial: 2,
  contentHash: files.draft,
})

describe('[D1] every file that has passed', () => {
  it('is processed once, and the ledger says what was made of it', async () => {
    const read: string[] = []
    const { documents, database } = await createWorld(async (bytes) => {
      read.push(Buffer.from(bytes).toString())
      return made
    })
    expect(await documents.work(never)).toBe(3)
    expect(await documents.work(never)).toBe(0)
    expect(read).toEqual(['issued', 'draft', 'loose'])
    const [row] = await database.ledger.read.rows([`document/${files.loose}`])
    expect(row?.entity).toEqual({
      kind: 'document',
      id: files.loose,
      derived: [{ kind: 'text', hash: textHash, size: text.length }],
      noText: [
        [2, 3],
        [5, 5],
      ],
      broken: [],
      faults: [],
    })
    expect(await database.derived.size(textHash)).toBe(text.length)
    expect(await database.intakeJobs.state(files.loose)).toEqual({ state: 'done' })
  })

  it('tells how far it is while it is at work', async () => {
    const { documents, database } = await createWorld(async (_, { onProgress }) => {
      onProgress({ step: 'pages', done: 3, of: 9 })
      await Promise.resolve()
      expect(await database.intakeJobs.state(files.issued)).toMatchObject({
        state: 'working',
        done: 3,
        of: 9,
      })
      throw new Error('enough')
    })
    expect(await database.intakeJobs.state(files.issued)).toEqual({ state: 'waiting' })
    await expect(documents.work(never)).rejects.toThrow('enough')
  })

  it('[O6] whose processing fails says why, and is read as it is', async () => {
    const faults = [{ kind: 'pages', fault: 'unreadable' }] as const
    const { documents, database, office } = await createWorld(async () => ({ ...made, files: [], faults }))
    await documents.work(never)
    expect(await database.intakeJobs.state(files.issued)).toEqual({ state: 'failed', fault: 'unreadable' })
    expect(await office.desk.documents.fileOf(files.issued)).toEqual({
      size: 6,
      isOriginal: true,
      isPdf: true,
    })
    const [row] = await database.ledger.read.rows([`document/${files.issued}`])
    expect(row?.entity).toMatchObject({ derived: [], faults })
  })
})

describe('[D1] what failed for a reason that may pass', () => {
  const failed = (fault: 'too-long' | 'unreadable'): MadeFiles => {
    return { ...made, files: [], noText: [], faults: [{ kind: 'pages', fault }] }
  }

  it('is tried once more where that is asked, and the ledger says what came of it', async () => {
    const { documents, create, database, office } = await createWorld(async () => failed('too-long'))
    await documents.work(never)
    const row = async () => (await database.ledger.read.rows([`document/${files.issued}`]))[0]?.entity
    const again = () => office.desk.documents.processAgain(files.issued)
    const sizeOf = async () => (await database.ledger.read.head()).size
    const before = await sizeOf()
    expect(await again()).toEqual({ state: 'waiting' })
    expect(await documents.work(never)).toBe(1)
    expect(await again()).toEqual({ state: 'waiting' })
    expect(await documents.work(never)).toBe(1)
    // The same once more is no news, however often.
    expect(await sizeOf()).toBeLessThanOrEqual(before + 1)
    expect(await row()).toMatchObject({ derived: [], faults: [{ fault: 'too-long' }] })
    await again()
    expect(await create(async () => made).work(never)).toBe(1)
    expect(await row()).toMatchObject({ derived: [{ kind: 'text', hash: textHash }], faults: [] })
    expect(await again()).toEqual({ state: 'done' })
    expect(await documents.work(never)).toBe(0)
  })

  it('is not tried again where the file itself is the reason', async () => {
    const { documents, office } = await createWorld(async () => failed('unreadable'))
    await documents.work(never)
    expect(await office.desk.documents.processAgain(files.issued)).toEqual({
      state: 'failed',
      fault: 'unreadable',
    })
    expect(await documents.work(never)).toBe(0)
  })

  it('ends no server three times over again', async () => {
    const { documents, create, office, pass } = await createWorld(async () => failed('too-long'))
    await documents.work(never)
    await office.desk.documents.processAgain(files.issued)
    const dying = create(async () => {
      throw new Error('the machine is gone')
    })
    await expect(dying.work(never)).rejects.toThrow()
    pass(minuteMs)
    expect(await dying.work(never)).toBe(1)
    expect(await office.desk.documents.intakeOf(files.issued)).toEqual({ state: 'failed', fault: 'crashed' })
  })
})

describe('[O2] what was cut off', () => {
  it('by the end of the server is given back, and gone on with at the next start', async () => {
    const stopping = new AbortController()
    const { documents, database, create } = await createWorld(async () => {
      stopping.abort(new Error('stop'))
      throw stopping.signal.reason
    })
    expect(await documents.work(stopping.signal)).toBe(0)
    expect(await database.intakeJobs.state(files.issued)).toEqual({ state: 'waiting' })
    expect(await create(async () => made).work(never)).toBe(3)
  })

  it('by a kill is taken up when nobody has spoken of it for a while', async () => {
    const dead = new Promise<MadeFiles>(() => {})
    const { documents, create, pass } = await createWorld(() => dead)
    void documents.work(never)
    await new Promise((resolve) => setImmediate(resolve))
    const other = create(async () => made)
    expect(await other.work(never)).toBe(2)
    pass(minuteMs)
    expect(await other.work(never)).toBe(1)
  })

  it('again and again by the document itself is given up, and says so', async () => {
    const { documents, database, pass } = await createWorld(async () => {
      throw new Error('the machine is gone')
    })
    for (let i = 0; i < 9; i++) {
      await expect(documents.work(never)).rejects.toThrow()
      pass(minuteMs)
    }
    expect(await documents.work(never)).toBe(3)
    expect(await database.intakeJobs.state(files.draft)).toEqual({ state: 'failed', fault: 'crashed' })
  })
})

describe('[D2] the row of a document', () => {
  it('is for whoever may read a ballot that holds the file, and for nobody else', async () => {
    const { documents, seen } = await createWorld()
    await documents.work(never)
    const who = [
      'minister',
      'handler',
      'secretary',
      'head',
      'clerk',
      'other-clerk',
      'admin',
      'auditor',
      'guest',
    ]
    const find = async (file: Hash) => {
      const found = await Promise.all(who.map(async (one) => [one, await seen(one, file)] as const))
      return found.flatMap(([one, what]) => (what === 'there' ? [one] : []))
    }
    expect(await find(files.issued)).toEqual(['minister', 'handler', 'head', 'clerk'])
    expect(await find(files.draft)).toEqual(['handler', 'head'])
    expect(await find(files.loose)).toEqual([])
  })

  it('comes with the ballot that takes the file in, widens with its issue, and goes with what lets it go', async () => {
    const { documents, office, database, seen } = await createWorld()
    await documents.work(never)
    const upTo = async () => (await database.ledger.read.head()).size - 1
    await office.append('take', [drafted('other', [files.loose])])
    expect([await seen('handler', files.loose), await seen('minister', files.loose)]).toEqual([
      'there',
      'nothing',
    ])
    const before = await upTo()
    await office.append('let go', [drafted('other', [files.draft])])
    expect(await seen('handler', files.loose, before)).toBe('gone')
    await office.append('take again', [drafted('other', [files.loose])])
    await office.append('issue', [issued('other')])
    expect([await seen('minister', files.loose), await seen('other-clerk', files.loose)]).toEqual([
      'there',
      'nothing',
    ])
  })

  it('stays while another ballot holds the file', async () => {
    const { documents, office, seen } = await createWorld()
    await documents.work(never)
    await office.append('second', [drafted('other', [files.issued])])
    await office.append('let go', [drafted('other', [])])
    expect([await seen('minister', files.issued), await seen('handler', files.issued)]).toEqual([
      'there',
      'there',
    ])
  })
})

describe('[O3] what was made of a file', () => {
  it('is read by whoever may read the file', async () => {
    const { documents, office } = await createWorld(async (bytes) => ({
      ...made,
      files: [{ kind: 'text', bytes: utf8(`text of ${Buffer.from(bytes).toString()}`) }],
    }))
    await documents.work(never)
    const { questionsFor } = office.desk.documents
    for (const name of ['issued', 'draft', 'loose'] as const) {
      const derived = Hash.parse(sha256Hex(utf8(`text of ${name}`)))
      expect(await questionsFor(derived)).toEqual(await questionsFor(files[name]))
      expect(await office.desk.documents.fileOf(derived)).toMatchObject({ isOriginal: false })
    }
    expect(await questionsFor(textHash)).toEqual([])
  })
})

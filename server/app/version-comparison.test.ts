import { describe, expect, it } from 'vitest'
import type { Event } from '../../shared/domain/event.ts'
import { AgencyId, BallotId, Hash } from '../../shared/domain/id.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { createDocumentIntake } from './document-intake.ts'
import type { MadeFiles } from './document-intake-port.ts'
import { createFeedFor } from './feed-for.ts'
import { createRecentLedger } from './recent-ledger.ts'
import { createTestOffice, files, person, startAt } from './testing/test-office.ts'
import { createVersionComparison } from './version-comparison.ts'

const never = new AbortController().signal
const ballot = BallotId.parse('amended')
const hashOf = (text: string) => Hash.parse(sha256Hex(utf8(text)))

const wordsOf = (file: Hash): string =>
  canonicalJson({
    title: 'Nghị định',
    reason: '',
    summary: '',
    advice: '',
    issues: [{ id: 'i1', question: 'Đồng ý?', form: { kind: 'opinion' } }],
    documents: [
      { id: 'd1', title: 'Dự thảo', kind: 'draft', hash: file, size: 6, pages: 1 },
      { id: 'd2', title: 'Tờ trình', kind: 'submission', hash: files.loose, size: 5, pages: 1 },
    ],
  })

async function createWorld(textOf: (name: string) => (string | null)[] | null) {
  const office = await createTestOffice()
  const { database, intake } = office
  const clock = { now: () => startAt }
  const documents = createDocumentIntake({
    ...database,
    process: async (bytes): Promise<MadeFiles> => {
      const pages = textOf(Buffer.from(bytes).toString())
      const text = { kind: 'text' as const, bytes: utf8(JSON.stringify({ v: 1, pages })) }
      if (!pages) return { files: [], noText: [], broken: [], faults: [{ kind: 'pages', fault: 'crashed' }] }
      return { files: [text], noText: [], broken: [], faults: [] }
    },
    appendServer: intake.appendServer,
    clock,
    log: () => {},
  })
  const ledger = database.ledger.read
  const { appendServer } = intake
  const comparison = createVersionComparison({ ...database, ledger, appendServer, clock })
  const amend = async () => {
    const words = [files.issued, files.draft].map(wordsOf)
    const [first, second] = words.map(hashOf)
    if (!first || !second) throw new Error('no words')
    await database.ledger.write((writes) =>
      writes.putOpenings(
        0,
        words.map((value) => ({ commit: hashOf(value), salt: '', value })),
      ),
    )
    const of = { ballot, by: person('handler') }
    const drafted: Event = {
      kind: 'ballot-drafted',
      ...of,
      contentHash: first,
      leadAgency: AgencyId.parse('health'),
      handlers: [person('handler')],
      deadlineAt: startAt,
      windowReason: '',
      files: [files.issued, files.loose],
    }
    await office.append('drafted', [
      drafted,
      { kind: 'ballot-issued', ...of, year: 2026, serial: 2, contentHash: first },
    ])
    await office.append('amended', [
      {
        kind: 'ballot-amended',
        ...of,
        contentHash: second,
        files: [files.draft, files.loose],
        deadlineAt: startAt,
        reason: 'sửa',
      },
    ])
  }
  const compared = async () => (await ledger.rowsOfKind('comparison')).map(({ entity }) => entity)
  return { office, database, documents, comparison, amend, compared, clock }
}

const texts: Readonly<Record<string, string[]>> = {
  issued: ['Điều 1\nTrong 30 ngày', 'Điều 2'],
  draft: ['Điều 1\nTrong 45 ngày', 'Điều 2'],
  loose: ['Tờ trình'],
}

describe('[B5] a file that an amendment put in the place of another', () => {
  it('is compared once both are processed, and only it', async () => {
    const { documents, comparison, amend, compared, database, office, clock } = await createWorld(
      (name) => texts[name] ?? null,
    )
    await comparison.work(never)
    await amend()
    await comparison.work(never)
    expect(await compared()).toEqual([])
    await documents.work(never)
    await comparison.work(never)
    const [row, ...more] = await compared()
    expect(more).toEqual([])
    expect(row).toMatchObject({
      ballot,
      from: files.issued,
      to: files.draft,
      added: 0,
      removed: 0,
      changed: 1,
    })
    const file = row?.derived[0]
    const pieces: Uint8Array[] = []
    if (file) for await (const piece of database.derived.read(file.hash, 0, file.size)) pieces.push(piece)
    expect(JSON.parse(Buffer.concat(pieces).toString())).toMatchObject({
      pages: [{ page: 1, was: 1, added: ['Trong 45 ngày'], removed: ['Trong 30 ngày'] }],
    })
    const size = (await database.ledger.read.head()).size
    await comparison.work(never)
    await createVersionComparison({
      ...database,
      ledger: database.ledger.read,
      appendServer: office.intake.appendServer,
      clock,
    }).work(never)
    expect((await database.ledger.read.head()).size).toBe(size)

    const feed = createFeedFor({
      ledger: database.ledger.read,
      recent: createRecentLedger(database.ledger.read),
      clock,
      log: () => {},
    })
    const sees = async (who: string) =>
      (await feed(person(who), { epoch: 0, after: -1, tree: 0 })).rows.some(
        ({ value }) => value.kind === 'comparison',
      )
    expect(await Promise.all(['minister', 'handler', 'secretary', 'other-clerk', 'admin'].map(sees))).toEqual(
      [true, true, false, false, false],
    )
    // Both files are of this ballot: who reads only another ballot with one of them reads nothing of the other.
    const asked = file ? await office.desk.documents.questionsFor(file.hash) : []
    expect(asked).toHaveLength(1)
  })

  it('of which nothing can be read is compared once it can', async () => {
    let isReadable = false
    const { documents, comparison, amend, compared, office } = await createWorld((name) =>
      name === 'draft' && !isReadable ? null : (texts[name] ?? null),
    )
    await amend()
    await documents.work(never)
    await comparison.work(never)
    expect(await compared()).toEqual([])
    isReadable = true
    await office.desk.documents.processAgain(files.draft)
    await documents.work(never)
    await comparison.work(never)
    expect(await compared()).toMatchObject([{ from: files.issued, to: files.draft, changed: 1 }])
  })
})

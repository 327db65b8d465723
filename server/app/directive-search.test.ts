import { describe, expect, it } from 'vitest'
import { subjectOn } from '../../shared/domain/access.ts'
import { directiveKey } from '../../shared/domain/directive.ts'
import { documentKey } from '../../shared/domain/document.ts'
import type { Event } from '../../shared/domain/event.ts'
import { AgencyId, DirectiveId, DocumentId } from '../../shared/domain/id.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { createTestOffice, device, fileHash, person, postsByPerson, startAt } from './testing/test-office.ts'

const pageOf = (words: string) => `Thủ tướng Chính phủ yêu cầu ${words}.`

/** A library over the product's own search; every paper has one file of one page. */
async function createLibrary() {
  const { desk, database, intake } = await createTestOffice()
  let entries = 0
  const append = (key: string, events: Event[]) =>
    intake.appendServer(() => [{ id: `library/${entries++}`, events }], [key])

  const enter = async (name: string, { file = name, isAmended = false } = {}) => {
    const document = { id: DocumentId.parse('d'), title: name, kind: 'draft', hash: fileHash(file) }
    const content = { abstract: name, issuer: 'Thủ tướng', signer: '' }
    const words = canonicalJson({ ...content, documents: [{ ...document, size: 9, pages: 1 }] })
    const contentHash = fileHash(words)
    const opening = { commit: contentHash, salt: '', value: words }
    await database.ledger.write((writes) => writes.putOpenings(0, [opening]))
    const directive = DirectiveId.parse(name)
    const facts = { contentHash, type: 'telegram', number: name, date: null, security: 'none' } as const
    const by = { directive, by: person('secretary') }
    const told = { ...facts, isForAll: false, files: [fileHash(file)] }
    const event: Event = isAmended
      ? { kind: 'directive-amended', ...by, ...told, noteCommit: fileHash('why') }
      : { kind: 'directive-drafted', ...by, ...told }
    await append(directiveKey(directive), [event])
  }
  const publish = (name: string, agency: string | null = null) => {
    const directive = DirectiveId.parse(name)
    const agencies = agency === null ? [] : [AgencyId.parse(agency)]
    return append(directiveKey(directive), [
      { kind: 'directive-published', directive, by: person('secretary') },
      { kind: 'directive-opened', directive, agencies },
    ])
  }
  /** Intake has read the file. */
  const process = async (file: string, pages: (string | null)[]) => {
    const bytes = utf8(JSON.stringify({ v: 1, pages }))
    const text = { kind: 'text' as const, hash: fileHash(JSON.stringify({ v: 1, pages })) }
    await database.derived.put(text.hash, bytes, startAt)
    const hash = fileHash(file)
    const made = { derived: [{ ...text, size: bytes.length }], noText: [], broken: [], faults: [] }
    await append(documentKey(hash), [{ kind: 'document-processed', hash, ...made }])
  }
  const find = async (id: string, query: string) => {
    const appointments = postsByPerson[id] ?? []
    const row = { kind: 'person' as const, id: person(id), name: id, appointments }
    const { found, missing } = await desk.directiveSearch.find(subjectOn(row, device(id), startAt), query)
    return { found: found.map(({ document }) => document), missing }
  }
  return { desk, enter, publish, process, find, append }
}

describe('search over the pages of the library', () => {
  it('[D2] finds words of papers that one may read, and of no other', async () => {
    const { enter, publish, process, find } = await createLibrary()
    for (const name of ['draft', 'all', 'health']) {
      await enter(name)
      await process(name, [pageOf(`bảo đảm thuốc ${name}`)])
    }
    await publish('all')
    await publish('health', 'health')
    const found: Record<string, unknown> = {}
    for (const id of Object.keys(postsByPerson)) found[id] = (await find(id, 'bao dam thuoc')).found
    const [draft, all, health] = ['draft', 'all', 'health'].map(fileHash)
    const [office, members] = [
      [draft, all, health],
      [all, health],
    ]
    expect(found).toEqual({
      ...{ 'prime-minister': members, deputy: members, minister: members },
      ...{ handler: office, secretary: office, head: office },
      ...{ clerk: [health], 'other-clerk': [] },
      ...{ substitute: [], assistant: [], guest: [], auditor: [], admin: [], 'admin-minister': [] },
      former: [],
    })
    // Of what one may not read it is not told that it lacks words, either.
    await enter('secret-to-desks')
    await publish('secret-to-desks', 'transport')
    expect([(await find('clerk', 'thuoc')).missing, (await find('other-clerk', 'thuoc')).missing]).toEqual([
      0, 1,
    ])
  })

  it('[O2] plain letters find every way of writing, letters with marks exactly that, phrases first', async () => {
    const { desk, enter, publish, process, find } = await createLibrary()
    await enter('apart')
    await process('apart', [null, pageOf('cấp thuốc và bảo đảm an toàn')])
    await enter('phrase')
    await process('phrase', [pageOf('Bảo đảm\nthuốc men')])
    await publish('apart')
    await publish('phrase')
    const [apart, phrase] = ['apart', 'phrase'].map(fileHash)
    expect((await find('deputy', 'BAO DAM THUOC')).found).toEqual([phrase, apart])
    expect((await find('deputy', 'bảo đảm')).found).toHaveLength(2)
    expect((await find('deputy', 'bào đám')).found).toEqual([])
    const subject = { ...{ person: person('deputy'), device: device('d'), agencies: [], ministries: [] } }
    const reply = await desk.directiveSearch.find(
      { ...subject, roles: ['deputy-prime-minister'], isMember: true, at: startAt },
      'cap thuoc',
    )
    expect(reply.found).toMatchObject([
      { document: apart, pages: 1, phrases: 1, hits: [{ page: 2, match: 'cấp thuốc', apart: null }] },
    ])
  })

  it('[D1] follows the library: what comes is found, what a new version no longer holds is not', async () => {
    const { enter, publish, process, find } = await createLibrary()
    await enter('paper', { file: 'first' })
    await publish('paper')
    expect(await find('minister', 'thuốc')).toEqual({ found: [], missing: 1 })
    await process('first', [pageOf('bảo đảm thuốc')])
    expect(await find('minister', 'thuốc')).toEqual({ found: [fileHash('first')], missing: 0 })
    await process('first', [pageOf('bảo đảm thuốc'), pageOf('bảo đảm nước sạch')])
    expect((await find('minister', 'nước sạch')).found).toEqual([fileHash('first')])
    await enter('paper', { file: 'second', isAmended: true })
    await process('second', [pageOf('bảo đảm lương thực')])
    expect(await find('minister', 'thuốc')).toEqual({ found: [], missing: 0 })
    expect((await find('minister', 'lương thực')).found).toEqual([fileHash('second')])
  })

  it('[O6] a text that does not open is counted as missing, and the others are searched', async () => {
    const { desk, enter, publish, process, find, append } = await createLibrary()
    await enter('good')
    await publish('good')
    await process('good', [pageOf('bảo đảm thuốc')])
    await enter('lost')
    await publish('lost')
    const hash = fileHash('lost')
    const gone = { kind: 'text' as const, hash: fileHash('gone'), size: 12 }
    const made = { derived: [gone], noText: [], broken: [], faults: [] }
    await append(documentKey(hash), [{ kind: 'document-processed', hash, ...made }])
    await desk.directiveSearch.warm()
    expect(await find('head', 'thuốc')).toEqual({ found: [fileHash('good')], missing: 1 })
  })
})

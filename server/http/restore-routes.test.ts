import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { restoreKey } from '../../shared/domain/restore.ts'
import { RestoreReport } from '../../shared/protocol/restore.ts'
import { receiptsOf } from '../app/receipts.ts'
import { announceRestore } from '../app/restore.ts'
import { testCrypto } from '../app/testing/test-office.ts'
import { createTestHttp, type TestHttp } from './testing/test-http.ts'

let http: TestHttp
let member: string
let officer: string
/** As tablets held them before the restore. */
let receipts: { leaf: string; proof: string; openings: never[] }[]

beforeAll(async () => {
  http = await createTestHttp()
  const { database, cookieOf } = http.office
  member = await cookieOf('minister', true)
  officer = await cookieOf('handler', true)
  const found = await receiptsOf([0, 1, 2], database.ledger.read)
  receipts = [...found.values()].map((receipt) => ({ ...receipt, openings: [] }))
  await announceRestore('hỏng đĩa', { store: database.ledger, crypto: testCrypto })
})
afterAll(() => http.stop())

const handIn = (json: unknown) => http.ask('POST', '/api/restore/leaves', { cookie: member, json })
const nothing = { seen: { epoch: 0, size: 0 }, leaves: [], left: 0 }

describe('while a restore has not ended', () => {
  it('[O4] the Office sees what was announced, and whether it is declared', async () => {
    const { status, json } = await http.ask('GET', '/api/restore', { cookie: officer })
    const report = RestoreReport.parse(json)
    expect([status, report.phase, report.announced?.reason]).toEqual([200, 'announced', 'hỏng đĩa'])
  })

  it('[O6] what would write an entry is answered 503, and may be sent again', async () => {
    const { status, json, headers } = await http.ask('POST', '/api/devices/codes', {
      cookie: officer,
      json: { person: 'minister' },
    })
    expect([status, json]).toEqual([503, { error: { kind: 'read-only' } }])
    expect(headers.get('Retry-After')).toBe('60')
  })

  it('[O6] what is no receipt, or before two officers have declared, changes nothing', async () => {
    const outcomes = { outcomes: ['refused', 'refused', 'refused'] }
    expect((await handIn({ ...nothing, leaves: receipts })).json).toEqual(outcomes)
    expect(await http.office.database.ledger.read.handedIn()).toEqual([])
    expect(await http.office.database.ledger.read.rows([restoreKey(1)])).toEqual([])
  })

  it.each<[string, unknown]>([
    ['no object', []],
    ['no leaves', { ...nothing, leaves: null }],
    ['a surplus field', { ...nothing, more: 1 }],
    ['too many', { ...nothing, leaves: Array(51).fill({ leaf: 'x', proof: 'x', openings: [] }) }],
    ['a size below nothing', { ...nothing, seen: { epoch: 0, size: -1 } }],
    ['a leaf that is no text', { ...nothing, leaves: [{ leaf: 1, proof: 'x', openings: [] }] }],
    ['an opening of no form', { ...nothing, leaves: [{ leaf: 'x', proof: 'x', openings: [{}] }] }],
  ])('[O6] %s is malformed', async (_, json) => {
    expect((await handIn(json)).status).toBe(400)
  })

  it.each([
    ['an empty text', { leaf: '', proof: '' }],
    ['a lone surrogate', { leaf: '\ud800', proof: 'c2sp.org/tlog-proof@v1\nindex 0\n\n' }],
    ['a proof of another leaf', { leaf: '{}', proof: 'c2sp.org/tlog-proof@v1\nindex 0\n\nnote' }],
  ])('[O6] %s proves nothing', async (_, leaf) => {
    const { status, json } = await handIn({ ...nothing, leaves: [{ ...leaf, openings: [] }] })
    expect([status, json]).toEqual([200, { outcomes: ['refused'] }])
  })
})

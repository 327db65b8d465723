import { describe, expect, it } from 'vitest'
import { createTestOffice, type TestOffice, testCrypto } from '../app/testing/test-office.ts'
import { verifyEd25519 } from '../store/verify-signature.ts'
import { checkLedger } from './ledger-check.ts'

const check = (office: TestOffice, logged: unknown[], store = office.database.ledger) =>
  checkLedger({
    store,
    key: testCrypto.ledgerKey,
    verify: verifyEd25519,
    log: (level, event, facts) => void logged.push([level, event, facts?.['fault'] ?? facts?.['faults']]),
  })

describe('the daily look at the whole ledger', () => {
  it('[O4] a whole ledger has no fault', async () => {
    const logged: unknown[] = []
    expect(await check(await createTestOffice(), logged)).toBe(0)
    expect(logged).toEqual([['info', 'ledger-checked', 0]])
  })

  it('[O4] a row edited beside the ledger is said loudly', async () => {
    const office = await createTestOffice()
    const [row] = await office.database.ledger.read.rows(['person/minister'])
    if (row?.entity.kind !== 'person') throw new Error('no minister')
    const entity = { ...row.entity, name: 'another' }
    await office.database.ledger.write((ledger) =>
      ledger.putRows([{ key: row.key, entity, n: row.n, scopes: ['all'] }]),
    )
    const logged: unknown[] = []
    expect(await check(office, logged)).toBe(1)
    expect(logged).toEqual([
      ['error', 'ledger-fault', 'row-differs'],
      ['error', 'ledger-checked', 1],
    ])
  })

  it('[O4] an entry written while it reads is no fault', async () => {
    const office = await createTestOffice()
    const { ledger } = office.database
    let isFirst = true
    const checkpoint: typeof ledger.read.checkpoint = async () => {
      const found = await ledger.read.checkpoint()
      if (isFirst) await office.append('meanwhile', [])
      isFirst = false
      return found
    }
    const logged: unknown[] = []
    expect(await check(office, logged, { ...ledger, read: { ...ledger.read, checkpoint } })).toBe(0)
    expect(isFirst).toBe(false)
  })
})

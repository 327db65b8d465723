import { expect, it } from 'vitest'
import { createActIntake } from './act-intake.ts'
import type { LedgerStore } from './ledger-port.ts'
import { createTestOffice, person, startAt, testCrypto } from './testing/test-office.ts'

it('[O3] who is who is read again after another server has written, and after a transaction that failed', async () => {
  const office = await createTestOffice()
  const asked: string[] = []
  const store: LedgerStore = {
    read: office.database.ledger.read,
    write: (work) =>
      office.database.ledger.write((ledger) =>
        work({
          ...ledger,
          rows: (keys) => {
            asked.push(...keys)
            return ledger.rows(keys)
          },
        }),
      ),
  }
  const other = createActIntake({
    store,
    crypto: testCrypto,
    clock: { now: () => startAt },
    uptime: { downBetween: async () => null },
    signals: office.database.signals,
    log: () => {},
    isStory: true,
  })
  const rename = (name: string) => [
    {
      kind: 'person-set' as const,
      person: { kind: 'person' as const, id: person('minister'), name, appointments: [] },
    },
  ]
  const nameAtOther = async (then?: string) => {
    let name: string | undefined
    await other.appendServer((reader) => {
      name = reader.get('person', 'person/minister')?.name
      if (then === 'fails') throw new Error('fails')
      return then === undefined ? [] : [{ id: `renamed ${then}`, events: rename(then) }]
    })
    return name
  }
  const timesRead = () => asked.filter((key) => key === 'person/').length
  expect(await nameAtOther('một')).toBe('minister')
  expect(await nameAtOther()).toBe('một')
  expect(timesRead()).toBe(1)
  await office.append('renamed here', rename('hai'))
  expect(await nameAtOther()).toBe('hai')
  expect(timesRead()).toBe(2)
  await expect(nameAtOther('fails')).rejects.toThrow('fails')
  expect(await nameAtOther('ba')).toBe('hai')
  expect(await nameAtOther()).toBe('ba')
})

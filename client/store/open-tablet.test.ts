import 'fake-indexeddb/auto'
import { describe, test } from 'vitest'
import { fileContract } from '../app/testing/file-contract.ts'
import { keyringContract } from '../app/testing/keyring-contract.ts'
import { noteContract } from '../app/testing/note-contract.ts'
import { outboxContract } from '../app/testing/outbox-contract.ts'
import { rowContract } from '../app/testing/row-contract.ts'
import { createDatabaseSubject } from './testing/database-subject.ts'

// The same suites run on the real IndexedDB in e2e/contracts; here they are quick, with the database in memory.
describe('the sealed tablet keeps the contract', () => {
  for (const { name, run } of [
    ...rowContract,
    ...outboxContract,
    ...fileContract,
    ...noteContract,
    ...keyringContract,
  ]) {
    test(name, async () => await run(createDatabaseSubject()))
  }
})

import { expect, it } from 'vitest'
import type { Entity } from '../../../shared/domain/entity.ts'
import type { Hash } from '../../../shared/domain/id.ts'
import type { Database } from '../database.ts'
import { appendOne, ballot, hashOf, hour, personId } from './ledger-rows.ts'

/** What forgetting files of no use keeps to, in memory and in PostgreSQL. */
export function testUnusedFiles(database: () => Database): void {
  const passed = async (name: string, at: number) => {
    const { blobs } = database()
    await blobs.begin(hashOf(name), 1, personId('an'), hour(at))
    await blobs.write(hashOf(name), 0, Uint8Array.of(1))
    await blobs.markReady(hashOf(name), 1)
  }
  const processedAll = async () => {
    const { intakeJobs } = database()
    for (;;) {
      const taken = await intakeJobs.take(hour(50), hour(60))
      if (!taken) return
      await intakeJobs.end(taken.document, null)
    }
  }
  const row = (key: string, entity: Entity) =>
    database().ledger.write(async (ledger) => {
      const n = await appendOne(ledger)
      await ledger.putRows([{ key, entity, n, scopes: ['all'] }])
    })
  const madeOf = (id: Hash, of: string): Entity => ({
    kind: 'document',
    id,
    derived: [{ kind: 'text', hash: hashOf(of), size: 1 }],
    noText: [],
    broken: [],
    faults: [],
  })

  it('[O6] files that passed and that no ballot holds are found once they are old and processed', async () => {
    const { unusedFiles, blobs, intakeJobs } = database()
    for (const name of ['held', 'old', 'older']) await passed(name, name === 'older' ? 1 : 2)
    await passed('young', 9)
    await blobs.begin(hashOf('receiving'), 1, personId('an'), hour(1))
    await row('ballot/b', ballot('b', { files: [hashOf('held')] }))
    expect(await unusedFiles.uploads(hour(9), 10)).toEqual([])
    await processedAll()
    expect(await unusedFiles.uploads(hour(9), 10)).toEqual([hashOf('older'), hashOf('old')])
    expect(await unusedFiles.uploads(hour(9), 1)).toEqual([hashOf('older')])
    // Somebody wants it again meanwhile.
    await blobs.begin(hashOf('old'), 1, personId('binh'), hour(9))
    expect(await blobs.state(hashOf('old'))).toMatchObject({ kind: 'ready' })
    const all = ['old', 'older', 'receiving'].map(hashOf)
    expect(await unusedFiles.removeUploads(all, hour(9))).toEqual([hashOf('older')])
    expect(await unusedFiles.removeUploads([], hour(9))).toEqual([])
    const left = ['old', 'older', 'receiving'].map(async (name) => (await blobs.state(hashOf(name)))?.kind)
    expect(await Promise.all(left)).toEqual(['ready', undefined, 'receiving'])
    expect(await intakeJobs.state(hashOf('older'))).toBeUndefined()
    await passed('older', 9)
    expect(await intakeJobs.state(hashOf('older'))).toEqual({ state: 'waiting' })
  })

  it('[O6] what was made of files goes when no row names it, or its file is gone; nothing that was just made', async () => {
    const { unusedFiles, derived } = database()
    await passed('here', 1)
    for (const [name, at] of [
      ['of-here', 1],
      ['of-gone', 1],
      ['of-two', 1],
      ['unnamed', 1],
      ['made-again', 1],
      ['just-made', 9],
    ] as const) {
      await derived.put(hashOf(name), Uint8Array.of(1), hour(at))
    }
    await derived.put(hashOf('made-again'), Uint8Array.of(1), hour(9))
    await row('document/here', madeOf(hashOf('here'), 'of-here'))
    await row('document/gone', madeOf(hashOf('gone'), 'of-gone'))
    await row('comparison/b', {
      kind: 'comparison',
      ballot: ballot('b').id,
      from: hashOf('here'),
      to: hashOf('gone'),
      added: 0,
      removed: 0,
      changed: 0,
      derived: [{ kind: 'changes', hash: hashOf('of-two'), size: 1 }],
    })
    expect(await unusedFiles.removeDerived(hour(9), 1)).toBe(1)
    expect(await unusedFiles.removeDerived(hour(9), 10)).toBe(1)
    expect(await unusedFiles.removeDerived(hour(9), 10)).toBe(0)
    const left = ['of-here', 'of-gone', 'of-two', 'unnamed', 'made-again', 'just-made'].map((name) =>
      derived.size(hashOf(name)),
    )
    expect(await Promise.all(left)).toEqual([1, null, 1, null, 1, 1])
  })
}

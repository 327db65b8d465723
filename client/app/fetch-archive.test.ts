import { beforeAll, describe, expect, it } from 'vitest'
import { type BundleStory, tellBundleStory } from '../../server/app/testing/bundle-story.ts'
import type { Bundle } from '../../shared/bundle/bundle.ts'
import { BallotId } from '../../shared/domain/id.ts'
import { fail, ok } from '../../shared/lib/result.ts'
import { createFetchArchive } from './fetch-archive.ts'

let story: BundleStory
beforeAll(async () => {
  story = await tellBundleStory()
})

const fetchOf = (bundle: Bundle) =>
  createFetchArchive({
    api: { readBundle: async () => ok(bundle) },
    ledgerKey: story.plain.server.ledgerKey,
    verifyEd25519: story.plain.verifyEd25519,
    verifyP256: story.plain.server.verifyP256,
  })

describe('an archive bundle that was fetched', () => {
  it('[O4] is verified under the pinned key before it is handed over', async () => {
    const archive = await fetchOf(story.open)(story.open)
    expect(archive.ok && archive.value).toMatchObject({ outcome: 'good', faults: 0 })
    expect(archive.ok && archive.value.fileName).toMatch(/^goi-luu-tru-\d{4}-PLYK-\d{4}\.json$/)
    const edited = { ...story.sealed, attestation: story.open.attestation }
    const other = await fetchOf(edited)(story.open)
    expect(other.ok && other.value.outcome).toBe('bad')
  })

  it('[O4] of another ballot is not what was asked for', async () => {
    const archive = await fetchOf(story.open)({ ballot: BallotId.parse('b2') })
    expect(archive.ok && archive.value).toMatchObject({ outcome: 'bad', faults: 1 })
  })

  it('[O6] says why it could not be fetched', async () => {
    const fetchArchive = createFetchArchive({
      api: { readBundle: async () => fail({ kind: 'unreachable' }) },
      ledgerKey: story.plain.server.ledgerKey,
      verifyEd25519: story.plain.verifyEd25519,
      verifyP256: story.plain.server.verifyP256,
    })
    expect(await fetchArchive(story.open)).toEqual(fail({ kind: 'unreachable' }))
  })
})

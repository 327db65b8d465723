import { expect, test } from 'vitest'
import type { BallotDocument } from '../../shared/domain/ballot.ts'
import type { Hash } from '../../shared/domain/id.ts'
import { hashOf, paperOf, person } from '../../shared/domain/testing/cabinet.ts'
import { instant } from '../../shared/lib/time.ts'
import { documentStandings, toRead } from './document-standing.ts'

const a = paperOf('a')
const a2 = paperOf('a', 'a, corrected')
const a3 = paperOf('a', 'a, corrected again')
const b = paperOf('b')

/** A ballot whose versions hold these papers, the first at hour 1, and what its reader has opened. */
function standing(
  versions: (readonly BallotDocument[])[],
  opened: readonly BallotDocument[],
  isHeld = (_: number) => true,
) {
  const contents = new Map(
    versions.map((documents, i) => [hashOf(`version ${i + 1}`), { documents: [...documents] }]),
  )
  const ballot = {
    versions: [...contents.keys()].map((hash, i) => ({
      no: i + 1,
      hash,
      at: instant(i + 1),
      by: person('head'),
      reason: '',
    })),
  }
  const held = (hash: Hash) => isHeld(ballot.versions.find((version) => version.hash === hash)?.no ?? 0)
  return documentStandings(ballot, {
    contentOf: (hash) => (held(hash) ? contents.get(hash) : undefined),
    isOpened: (hash) => opened.some((document) => document.hash === hash),
  })
}

test('[B5] a first version is unread until it is opened', () => {
  expect(standing([[a, b]], [a])).toEqual(
    new Map([
      [a.id, { reading: { kind: 'read' }, late: null }],
      [b.id, { reading: { kind: 'unread' }, late: null }],
    ]),
  )
})

test('[M1] what an amendment adds or replaces was sent late, and stays so when it has been read', () => {
  expect(standing([[a], [a, b]], []).get(b.id)?.late).toEqual({ no: 2, at: 2, isNew: true })
  expect(standing([[a], [a2], [a2, b]], [a2]).get(a.id)).toEqual({
    reading: { kind: 'read' },
    late: { no: 2, at: 2, isNew: false },
  })
})

test('[M1] replaced after it was read: changed since, against the newest version of it that was read', () => {
  const readings = (opened: readonly BallotDocument[]) =>
    standing([[a], [a2], [a3]], opened).get(a.id)?.reading
  expect(readings([a])).toEqual({ kind: 'changed', was: a.hash })
  expect(readings([a, a2])).toEqual({ kind: 'changed', was: a2.hash })
  expect(readings([])).toEqual({ kind: 'unread' })
  expect(readings([a, a3])).toEqual({ kind: 'read' })
})

test('[B5] a file that comes back is the one that was read, and came late all the same', () => {
  expect(standing([[a], [a2], [a]], [a]).get(a.id)).toEqual({
    reading: { kind: 'read' },
    late: { no: 3, at: 3, isNew: false },
  })
})

test('[B5] words of a former version that are not here say nothing', () => {
  const isHeld = (no: number) => no !== 1
  expect(standing([[a], [a2]], [a], isHeld).get(a.id)?.reading).toEqual({ kind: 'unread' })
})

test('[B17] a card counts what waits to be read', () => {
  expect(
    toRead(
      standing(
        [
          [a, b],
          [a2, b],
        ],
        [a],
      ),
    ),
  ).toEqual({ unread: 1, changed: 1, of: 2 })
})

import { describe, expect, it } from 'vitest'
import { BallotContent } from '../../shared/domain/ballot.ts'
import { AgencyId } from '../../shared/domain/id.ts'
import { at, contentHash, person } from '../../shared/domain/testing/cabinet.ts'
import {
  type BallotEditing,
  blankEditing,
  contentHashOf,
  contentOfEditing,
  gapsInEditing,
  isSameEditing,
  parseEditing,
} from './ballot-editing.ts'

const ids = () => {
  let count = 0
  return () => `id${count++}`
}

const blank = (): BallotEditing => blankEditing(person('sec'), at('2026-03-09', 17), ids())

const [firstIssue] = blank().issues
const written = (part: Partial<BallotEditing> = {}): BallotEditing => ({
  ...blank(),
  title: 'Dự thảo Nghị định',
  leadAgency: AgencyId.parse('byt'),
  issues: firstIssue ? [{ ...firstIssue, question: 'Đồng chí có đồng ý không?' }] : [],
  ...part,
})

describe('what is being written', () => {
  it('[O7] comes back from storage as it was, and is nothing where it is something else', () => {
    expect(parseEditing(JSON.parse(JSON.stringify(written())))).toEqual(written())
    for (const other of [null, 'text', {}, { ...written(), day: '2026-02-30' }, { ...written(), surplus: 1 }])
      expect(parseEditing(other)).toBeNull()
  })

  it('[B2] a blank sheet says everything that is missing', () => {
    expect(gapsInEditing({ ...blank(), day: null, handlers: [] })).toEqual([
      { kind: 'title-missing' },
      { kind: 'lead-agency-missing' },
      { kind: 'handler-missing' },
      { kind: 'deadline-missing' },
      { kind: 'question-missing', no: 1 },
    ])
  })

  it('[B2] without gaps it is a content that the rules take', () => {
    expect(gapsInEditing(written())).toEqual([])
    expect(BallotContent.safeParse(contentOfEditing(written())).success).toBe(true)
  })

  it('[B2] alternatives: at least two, each with words, no more choices than there are', () => {
    const [issue] = written().issues
    if (!issue) throw new Error('no issue')
    const alternatives = [{ id: 'a' as never, label: ' ' }]
    const gaps = gapsInEditing(
      written({ issues: [{ ...issue, kind: 'alternatives', alternatives, atMost: 2 }] }),
    )
    expect(gaps).toEqual([
      { kind: 'alternatives-too-few', no: 1 },
      { kind: 'too-many-choices', no: 1 },
      { kind: 'alternative-missing', no: 1, alternative: 1 },
    ])
  })

  it('[O6] text too long is told by how much, after cleaning', () => {
    const title = `${'ế'.repeat(301).normalize('NFD')}\u200b`
    expect(gapsInEditing(written({ title }))).toEqual([{ kind: 'too-long', field: 'title', over: 1 }])
  })

  it('[B5] its hash is the one that the stored content will have, whatever was typed around the words', () => {
    const messy = written({ title: '  Dự thảo \n Nghị định\u200b ' })
    expect(contentHashOf(messy)).toBe(contentHash(contentOfEditing(written())))
    expect(isSameEditing(messy, written())).toBe(true)
    expect(isSameEditing(written({ hour: '16:00' }), written())).toBe(false)
  })
})

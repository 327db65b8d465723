import { describe, expect, it } from 'vitest'
import { BallotContent } from '../../shared/domain/ballot.ts'
import { at, hashOf, person } from '../../shared/domain/testing/cabinet.ts'
import { SessionOffice } from '../../shared/domain/testing/session-office.ts'
import { blankEditing, contentOfEditing, gapsInEditing, textLimits } from './ballot-editing.ts'
import { circulationOf, mayGoRound } from './circulation.ts'
import { documentOf } from './editor-document.ts'

function invited() {
  const [open, forFew] = new SessionOffice().invited().items
  if (!open || !forFew) throw new Error('two items')
  return { open, forFew }
}

const conclusion = { text: 'Kết luận', assignments: [] }

describe('a draft conclusion sent round', () => {
  it('[M10] is a ballot that the rules take, with the notice as its paper, and names the item', () => {
    let count = 0
    const newId = () => `id${count++}`
    const { open } = invited()
    const editing = circulationOf(blankEditing(person('sec'), at('2026-03-09', 17), newId), {
      item: open,
      conclusion: 'k'.repeat(textLimits.summary + 1),
      document: documentOf(
        { name: 'Dự thảo Thông báo kết luận', hash: hashOf('notice'), size: 9, pages: 1 },
        newId,
      ),
      words: {
        title: `Dự thảo: ${'t'.repeat(textLimits.title)}`,
        reason: 'Lấy ý kiến',
        question: 'Đồng ý không?',
      },
    })
    expect(gapsInEditing(editing)).toEqual([])
    const content = BallotContent.parse(contentOfEditing(editing))
    expect(content.source).toEqual({ kind: 'item', meeting: open.meeting, item: open.id })
    expect(content.documents.map(({ kind }) => kind)).toEqual(['draft'])
    expect(content.issues.map(({ question }) => question)).toEqual(['Đồng ý không?'])
  })

  it('[M10] [D2] only where all members may read the item, and once there is a conclusion', () => {
    const { open, forFew } = invited()
    expect(mayGoRound({ item: open, conclusion })).toBe(true)
    expect(mayGoRound({ item: open, conclusion: null })).toBe(false)
    expect(mayGoRound({ item: forFew, conclusion })).toBe(false)
  })
})

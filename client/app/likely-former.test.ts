import { describe, expect, it } from 'vitest'
import { hashOf } from '../../shared/domain/testing/cabinet.ts'
import { documentOf } from './editor-document.ts'
import { likelyFormer } from './likely-former.ts'

const paper = (id: string, name: string) =>
  documentOf({ name, hash: hashOf(id), size: 10, pages: 2 }, () => id)

const submission = paper('d1', 'Tờ trình số 45/TTr-BYT')
const draft = paper('d2', 'Dự thảo Nghị định (lần 2)')
const annex = paper('d3', 'Phụ lục 1')
const former = [submission, draft, annex]
const added = (name: string) => paper('new', name)

describe('[A4] [B5] a file added where a document was taken out', () => {
  it.each([
    ['the same title', 'Tờ trình số 45/TTr-BYT.pdf', [submission], 'd1'],
    ['the same as people name files', 'To_trinh_45.pdf', [submission, draft], 'd1'],
    ['the next draft of it', 'du_thao_ND_lan_3.pdf', [submission, draft], 'd2'],
    ['a paper of another kind', 'NĐ du thao sau tham tra Bo Tu phap.pdf', [draft], null],
    ['the only draft', 'Du thao tiep thu.pdf', [draft, annex], 'd2'],
    ['something else', 'Báo cáo đánh giá tác động.pdf', [submission, draft], null],
    ['anything, where nothing was taken out', 'To_trinh_45.pdf', [], null],
    ['a name without words', '____.pdf', [submission], null],
  ])('%s: %s', (_, name, gone, id) => {
    const document = added(name)
    const now = [...former.filter((one) => !gone.includes(one)), document]
    expect(likelyFormer(document, { former, now })?.id ?? null).toBe(id)
  })

  it('is a stranger to nothing where it already stands for one of them', () => {
    expect(likelyFormer(submission, { former, now: [submission] })).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { hashOf } from '../../shared/domain/testing/cabinet.ts'
import { documentOf, kindOfTitle, titleOfFile } from './editor-document.ts'

describe('documents', () => {
  it.each([
    ['Tờ trình_số 118.PDF', 'Tờ trình số 118'],
    ['Tờ trình.pdf'.normalize('NFD'), 'Tờ trình'],
    ['..\\thư mục/tệp\u202efdp.pdf', '..\\thư mục/tệpfdp'],
    ['.pdf', ''],
    [`${'dài '.repeat(100)}.pdf`, 'dài '.repeat(75).trim()],
    [`${'a'.repeat(299)}😀.pdf`, 'a'.repeat(299)],
  ])('[O6] the file name %j becomes the title %j', (name, title) => {
    expect(titleOfFile(name)).toBe(title)
  })

  it.each([
    ['Tờ trình số 118/TTr-BYT', 'submission'],
    ['Dự thảo Nghị định', 'draft'],
    ['Báo cáo thẩm định của Bộ Tư pháp về dự thảo', 'appraisal'],
    ['Bản tóm tắt dự thảo', 'summary'],
    ['Phụ lục', 'other'],
  ] as const)('[D1] "%s" is filed as %s', (title, kind) => {
    expect(kindOfTitle(title)).toBe(kind)
  })

  it('[D1] an uploaded file becomes a document named by its hash', () => {
    const file = { name: 'Phụ lục.pdf', hash: hashOf('x'), size: 10, pages: 2 }
    expect(documentOf(file, () => 'd1')).toEqual({
      id: 'd1',
      title: 'Phụ lục',
      kind: 'other',
      hash: hashOf('x'),
      size: 10,
      pages: 2,
    })
  })
})

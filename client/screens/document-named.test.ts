import { expect, test } from 'vitest'
import { documentNamed } from './document-named.ts'

const dossier = [
  { title: 'Tờ trình số 12/TTr-BYT' },
  { title: 'Dự thảo Nghị định về đấu thầu thuốc' },
  { title: 'Phụ lục 1 kèm theo' },
  { title: 'Phụ lục 2 kèm theo' },
]

test('a link finds its document by title, folded, and as file names are made', () => {
  expect(documentNamed(dossier, 'to-trinh-so-12-TTr-BYT.pdf')).toBe(dossier[0])
  expect(documentNamed(dossier, 'Phụ lục 2')).toBe(dossier[3])
  expect(documentNamed(dossier, 'du_thao_nghi_dinh')).toBe(dossier[1])
})
test('what is not there, or could be two, is none', () => {
  expect(documentNamed(dossier, 'Phu luc')).toBeUndefined()
  expect(documentNamed(dossier, 'Báo cáo')).toBeUndefined()
  expect(documentNamed(dossier, '...')).toBeUndefined()
})

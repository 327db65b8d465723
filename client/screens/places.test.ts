import { describe, expect, it } from 'vitest'
import type { Subject } from '../../shared/domain/access.ts'
import { PersonId } from '../../shared/domain/id.ts'
import { instant } from '../../shared/lib/time.ts'
import { createWords } from '../ui/i18n.ts'
import { placesOf } from './places.ts'

const { t } = createWords('vi')

const wordsOf = (roles: Subject['roles'], isMember = false) => {
  const whose = { device: null, agencies: [], ministries: [], at: instant(0) }
  const { rail, menu } = placesOf(t, { ...whose, person: PersonId.parse('bt-yte'), roles, isMember }, 0)
  return { rail: rail.map(({ word }) => word), menu: menu.map(({ word }) => word) }
}

describe('the places of the rail and of the person’s menu', () => {
  it('gives a member five in the rail and their own in the menu', () => {
    expect(wordsOf(['minister'], true)).toEqual({
      rail: ['Việc cần làm', 'Phiên họp', 'Phiếu lấy ý kiến', 'Nhiệm vụ', 'Tra cứu'],
      menu: ['Biên nhận', 'Thiết bị', 'Lưu trữ'],
    })
  })

  it('gives leaders the figures in their menu', () => {
    expect(wordsOf(['prime-minister'], true).menu).toEqual(['Báo cáo', 'Biên nhận', 'Thiết bị', 'Lưu trữ'])
    expect(wordsOf(['deputy-prime-minister'], true).menu).toContain('Báo cáo')
  })

  it('leaves all places of an admin in a rail of six, and moves the Office’s own to its menu', () => {
    expect(wordsOf(['admin']).menu).toEqual([])
    expect(wordsOf(['secretary'])).toEqual({
      rail: ['Bàn làm việc', 'Phiên họp', 'Phiếu', 'Nhiệm vụ', 'Văn bản', 'Báo cáo'],
      menu: ['Thiết bị', 'Lưu trữ'],
    })
  })

  it('moves their own to the menu for whoever’s rail would hold more than six', () => {
    expect(wordsOf(['secretary', 'clerk'])).toEqual({
      rail: [
        ...['Bàn làm việc', 'Phiên họp', 'Phiếu', 'Nhiệm vụ', 'Văn bản', 'Báo cáo'],
        ...['Nhiệm vụ được giao', 'Phiếu của cơ quan'],
      ],
      menu: ['Thiết bị', 'Lưu trữ'],
    })
  })
})

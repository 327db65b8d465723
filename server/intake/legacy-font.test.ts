import { describe, expect, test } from 'vitest'
import { fromLegacyFont, legacyFontOf } from './legacy-font.ts'

/** Every small letter with a mark, and its bytes: TCVN 5712:1993 table 3, and the VNI for Windows table. */
const letters = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ'
const tcvn3 =
  'B5B8B6B7B9A8BBBEBCBDC6A9C7CAC8C9CBAECCD0CECFD1AAD2D5D3D4D6D7DDD8DCDEDFE3E1E2E4ABE5E8E6E7E9ACEAEDEBECEEEFF3F1F2F4ADF5F8F6F7F9FAFDFBFCFE'
const vni =
  'aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä ñ eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î'.split(
    ' ',
  )

const latin1 = (hex: string) => Buffer.from(hex, 'hex').toString('latin1')

describe('text of fonts from before Unicode', () => {
  test('has every letter of TCVN3, small and as its capital fonts draw it', () => {
    expect(fromLegacyFont(latin1(tcvn3), 'tcvn3')).toBe(letters)
    expect(fromLegacyFont(latin1(tcvn3), 'tcvn3-capitals')).toBe(letters.toUpperCase())
    expect(fromLegacyFont(latin1('A1A2A3A4A5A6A7'), 'tcvn3')).toBe('ĂÂÊÔƠƯĐ')
  })

  test('has every letter of VNI, small and capital', () => {
    expect(vni.map((signs) => fromLegacyFont(signs, 'vni')).join('')).toBe(letters)
    const capitals = vni.map((signs) => fromLegacyFont(signs.toUpperCase(), 'vni')).join('')
    expect(capitals).toBe(letters.toUpperCase())
    expect(fromLegacyFont('Thuû töôùng Chính phuû', 'vni')).toBe('Thủ tướng Chính phủ')
    expect(fromLegacyFont('VEÀ VIEÄC Aù', 'vni')).toBe('VỀ VIỆC Á')
  })

  test('tells “ư” from a hyphen by where it stands', () => {
    const read = (text: string) => fromLegacyFont(text, 'tcvn3')
    expect(read('Thñ t-íng, nh- -íc')).toBe('Thủ tướng, như ước')
    expect(read('sè 45/Q§-TTg, 2006-2010 - Hµ Néi')).toBe('số 45/QĐ-TTg, 2006-2010 - Hà Nội')
    expect(read('kinh tÕ x\u00b7 h\u00e9i-kinh')).toBe('kinh tế xã hội-kinh')
  })

  test('is taken as it is where the file tells its letters, and found in the area for private use', () => {
    expect(fromLegacyFont('Nghị định', 'tcvn3')).toBe('Nghị định')
    expect(fromLegacyFont('ng\uf0b5y', 'tcvn3')).toBe('ngày')
  })

  test('is known by the name of its font', () => {
    const names = [
      'ABCDEF+.VnTime',
      '.VnTimeH',
      '.VnArialH-Bold',
      '.VnArial NarrowH,Italic',
      '#2EVnTime',
      'VnTime',
    ]
    expect(names.map(legacyFontOf)).toEqual([
      'tcvn3',
      'tcvn3-capitals',
      'tcvn3-capitals',
      'tcvn3-capitals',
      'tcvn3',
      'tcvn3',
    ])
    expect(['VNI-Times', 'QWERTY+VNI-Helve-Condense', 'VNI Times'].map(legacyFontOf)).toEqual([
      'vni',
      'vni',
      'vni',
    ])
    expect(['TimesNewRoman', 'VNBX12', 'Vni', 'Vntime', ''].map(legacyFontOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
  })
})

import { fromTcvn3 } from './tcvn3.ts'
import { fromVni } from './vni.ts'

/** The encodings in which Vietnamese was written before Unicode, and in which the State's archives are full. */
export type LegacyFont = 'tcvn3' | 'tcvn3-capitals' | 'vni'

const subset = /^[A-Z]{6}\+/
const style = /[-, ]*(bold|italic|oblique|regular|normal)*$/i

/** Known by the font's name alone: the bytes do not tell. Unicode fonts for Vietnamese are not called so. */
export function legacyFontOf(name: string): LegacyFont | null {
  const plain = name.replace(subset, '').replaceAll('#2E', '.').replaceAll('#20', ' ')
  if (/^vni[-_ ]/i.test(plain)) return 'vni'
  if (!/^(\.Vn|Vn)[A-Z0-9]/.test(plain)) return null
  return plain.replace(style, '').endsWith('H') ? 'tcvn3-capitals' : 'tcvn3'
}

/** Letters that only Unicode has: then the file tells the letters itself, whatever its font is called. */
const alreadyUnicode = /[ăĂơƠưƯđĐ\u1ea0-\u1ef9]/

export function fromLegacyFont(text: string, font: LegacyFont): string {
  // Some programs put the bytes of a font into the area for private use.
  const signs = text.replace(/[\uf020-\uf0ff]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xf000))
  if (alreadyUnicode.test(signs)) return signs
  return font === 'vni' ? fromVni(signs) : fromTcvn3(signs, font === 'tcvn3-capitals')
}

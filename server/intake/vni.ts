/** VNI for Windows: a letter, and behind it the sign that goes over or under it; few letters have a sign of their own. */
const combined: Readonly<Record<string, string>> = {
  a: 'áàảãạâấầẩẫậăắằẳẵặ',
  e: 'éèẻẽẹêếềểễệ',
  o: 'óòỏõọôốồổỗộ',
  u: 'úùủũụ',
  y: 'ýỳỷỹ',
  // "ơ" and "ư" are signs of their own, and take tones like the others.
  ô: 'ớờởỡợ',
  ö: 'ứừửữự',
}
const marks: Readonly<Record<string, string>> = {
  a: 'ùøûõïâáàåãäêéèúüë',
  e: 'ùøûõïâáàåãä',
  o: 'ùøûõïâáàåãä',
  u: 'ùøûõï',
  y: 'ùøûõ',
  ô: 'ùøûõï',
  ö: 'ùøûõï',
}
const single: Readonly<Record<string, string>> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
}

const pairs = Object.entries(combined).flatMap(([base, letters]) =>
  [...letters].map((letter, i) => [base + (marks[base]?.[i] ?? ''), letter] as const),
)
const both = [...pairs, ...Object.entries(single)]
const letterOf = new Map([
  ...both,
  ...both.map(([signs, letter]) => [signs.toUpperCase(), letter.toUpperCase()] as const),
])

/** A pair before the sign alone: "ôù" is one letter. */
const known = /[aeouyôö][ùøûõïâáàåãäêéèúüë]|[ôöñíìæóòî]/gi

/** @param text as a reader takes it that knows nothing of VNI: signs of Latin-1 */
export const fromVni = (text: string): string =>
  text.replace(known, (signs) => {
    const whole = letterOf.get(signs) ?? letterOf.get(signs.charAt(0) + signs.slice(1).toLowerCase())
    if (whole) return whole
    const mixed = letterOf.get(signs.toLowerCase())
    if (mixed && signs.charAt(0) !== signs.charAt(0).toLowerCase()) return mixed.toUpperCase()
    return [...signs].map((sign) => letterOf.get(sign) ?? sign).join('')
  })

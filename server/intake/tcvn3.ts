/**
 * TCVN 5712:1993, VN3 ("TCVN3", "ABC"): what the .Vn fonts hold from 0xA1 on, where Latin-1 has other signs. Capitals with
 * tones are not in it: they are set in fonts of their own (.VnTimeH), which draw the small letters as capitals.
 */
const first = 0xa1
const letters =
  'ĂÂÊÔƠƯĐăâêôơưđ' + // A1-AE
  '\0\0\0\0\0\0àảãáạ\0ằẳẵắ' + // AF-BE
  '\0\0\0\0\0\0\0ặầẩẫấậè\0ẻẽéẹềểễếệìỉ' + // BF-D8
  '\0\0\0ĩíịò\0ỏõóọồổỗốộờởỡớợù' + // D9-EF
  '\0ủũúụừửữứựỳỷỹýỵ' // F0-FE

const letterOf = new Map(
  [...letters].flatMap((letter, i) =>
    letter === '\0' ? [] : [[String.fromCharCode(first + i), letter] as const],
  ),
)

/** @param text as a reader takes it that knows nothing of TCVN3: signs of Latin-1 */
export const fromTcvn3 = (text: string, isCapitals: boolean): string => {
  const converted = withHorns(text).replace(/[\u00a1-\u00fe]/g, (sign) => letterOf.get(sign) ?? sign)
  return isCapitals ? converted.toUpperCase() : converted
}

/**
 * "ư" lies where Latin-1 has the soft hyphen, which PDF's own table of letters calls a hyphen: the two arrive as one. Inside a
 * word it is the letter; between numbers, before a capital ("QĐ-TTg") or after a vowel it is the hyphen.
 */
const withHorns = (text: string): string =>
  text.replace(/[-\u2010]/g, (hyphen, at: number) => {
    const [before, after] = [text[at - 1] ?? ' ', text[at + 1] ?? ' ']
    const isInWord = isLetter(before) || isLetter(after)
    const isHyphen = !isInWord || isDigitOrCapital.test(before + after) || isVowel(before)
    return isHyphen ? hyphen : hornedU
  })

const hornedU = '\u00ad'
const isDigitOrCapital = /[0-9]|.[A-Z\u00a1-\u00a7]/
const isLetter = (sign: string) => /[A-Za-z]/.test(sign) || letterOf.has(sign)
const isVowel = (sign: string) => /[aeioy]/i.test((letterOf.get(sign) ?? sign).normalize('NFD').charAt(0))

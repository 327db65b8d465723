import { foldText } from '../lib/text.ts'

/**
 * Whether a text is a usual abbreviation of an agency's name: "Bộ GD&ĐT", "BGDĐT", "UBND TP. HCM", "NHNN". Every word of the name has to
 * be there, whole or by its initial, in order; "và" may be left out, so may the kind of agency ("Bộ", "UBND tỉnh") and "Việt Nam".
 */

export const wordsOf = (text: string): string[] =>
  foldText(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')

/** As an agency may write its own name. */
const spelledOut = (name: string): string =>
  wordsOf(name)
    .join(' ')
    .replace(/\bubnd\b/, 'uy ban nhan dan')
    .replace(/\btp\b/, 'thanh pho')

const heads = ['uy ban nhan dan tinh', 'uy ban nhan dan thanh pho', 'uy ban nhan dan', 'uy ban', 'bo']

/** With how much of its kind each form of the name still says; bare of it, initials alone need to be three. */
type Form = { words: string[]; isBare: boolean }

function formsOf(name: string): Form[] {
  const whole = spelledOut(name)
  const forms = new Map<string, boolean>([[whole, false]])
  const head = heads.find((one) => whole.startsWith(`${one} `))
  if (head !== undefined) {
    const rest = whole.slice(head.length + 1)
    const [, place] = /^uy ban nhan dan (tinh|thanh pho)$/.exec(head) ?? []
    if (place !== undefined) {
      forms.set(`uy ban nhan dan ${rest}`, false)
      forms.set(`${place} ${rest}`, false)
    }
    forms.set(rest, true)
  }
  for (const [form, isBare] of [...forms]) {
    if (form.endsWith(' viet nam')) forms.set(form.slice(0, -' viet nam'.length), isBare)
  }
  return [...forms].map(([form, isBare]) => ({ words: form.split(' '), isBare }))
}

/** The abbreviations of one agency's name, by their words (`wordsOf`). The name itself is one. */
export function abbreviates(name: string): (tokens: readonly string[]) => boolean {
  const forms = formsOf(name)
  return (tokens) => forms.some((form) => isEnough(tokens, form) && fits(tokens, form.words))
}

/** "TC" might be anything; "Bộ TC", "GDĐT" and "Y tế" are not. */
function isEnough(tokens: readonly string[], { words, isBare }: Form): boolean {
  return !isBare || tokens.join('').length > 2 || tokens.some((token) => words.includes(token))
}

function fits(tokens: readonly string[], words: readonly string[], token = 0, word = 0): boolean {
  const said = tokens[token]
  if (said === undefined) return word === words.length
  if (words[word] === 'va' && fits(tokens, words, token, word + 1)) return true
  if (said === words[word] && fits(tokens, words, token + 1, word + 1)) return true
  return initialsEnd(said, words, word).some((end) => fits(tokens, words, token + 1, end))
}

/** Where the words end whose initials are these letters: with "và" among them said or left out. */
function initialsEnd(letters: string, words: readonly string[], word: number, at = 0): number[] {
  if (at === letters.length) return [word]
  const next = words[word]
  if (next === undefined) return []
  const taken = next.startsWith(letters.charAt(at)) ? initialsEnd(letters, words, word + 1, at + 1) : []
  return next === 'va' ? [...taken, ...initialsEnd(letters, words, word + 1, at)] : taken
}

import { foldText } from '../../shared/lib/text.ts'

/** What speaks against a pass phrase. It alone holds a lost tablet closed, so a short or usual one is not taken (O5). */
export type PassPhraseFault =
  | { kind: 'too-short'; minLength: number; minWords: number }
  | { kind: 'digits-only' }
  | { kind: 'too-uniform' }
  | { kind: 'easily-guessed' }

const minLength = 10
const minWords = 4
const minDistinct = 5

/** Folded and without spaces: "Mật khẩu 123" is matkhau123. */
const easy = [
  'matkhau',
  'password',
  'passw0rd',
  'iloveyou',
  'anhyeuem',
  'emyeuanh',
  'qwerty',
  'asdfgh',
  'abcdef',
  'zxcvbn',
  'chinhphu',
  'thutuong',
  'botruong',
  'vanphong',
  'vietnam',
  'hanoi',
  'ecabinet',
  'admin',
  '123456',
  '654321',
  '112233',
]

/** @returns empty where the pass phrase may be used. */
export function passPhraseFaults(passPhrase: string): PassPhraseFault[] {
  const text = passPhrase.normalize('NFC').trim()
  const words = text.split(/\s+/).filter((word) => word.length >= 2)
  const folded = foldText(text)
    .replace(/@/g, 'a')
    .replace(/[\s_.,;:!?#*-]/g, '')
  const faults: PassPhraseFault[] = []
  if ([...text].length < minLength && words.length < minWords) {
    faults.push({ kind: 'too-short', minLength, minWords })
  }
  if (/^[\d\s]+$/.test(text)) faults.push({ kind: 'digits-only' })
  if (text !== '' && new Set(folded).size < minDistinct) faults.push({ kind: 'too-uniform' })
  if (isEasy(folded)) faults.push({ kind: 'easily-guessed' })
  return faults
}

/** A usual word with a few characters around it is still that word. */
function isEasy(folded: string): boolean {
  const found = easy.filter((word) => folded.includes(word))
  const rest = found.reduce((left, word) => left.replaceAll(word, ''), folded)
  return found.length > 0 && rest.replace(/\d/g, '').length < 6
}

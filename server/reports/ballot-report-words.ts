import type { HeldReason } from '../../shared/domain/answer.ts'
import type { Issue } from '../../shared/domain/ballot.ts'
import type { Choice } from '../../shared/domain/choice.ts'
import type { IssueTally, TallyEntry } from '../../shared/domain/tally.ts'
import { dayOf, formatDay, formatHour, type Instant } from '../../shared/lib/time.ts'
import { unreachable } from '../../shared/lib/unreachable.ts'

/** What a count and an answer are called in the report. */

export const hourAndDay = (at: Instant): string => `${formatHour(at)} ngày ${formatDay(dayOf(at))}`

/** In the middle of a sentence; what begins with an abbreviation keeps its capital. */
export const inSentence = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)

/** Ends with one full stop. */
export const sentence = (text: string): string => (/[.!?…;:]$/.test(text) ? text : `${text}.`)

const labelOf = (issue: Issue, id: string): string =>
  (issue.form.kind === 'alternatives' && issue.form.alternatives.find((each) => each.id === id)?.label) || id

export function resultWords(issue: Issue, { result }: IssueTally): string {
  switch (result.kind) {
    case 'adopted':
      return 'Được thông qua'
    case 'not-adopted':
      return 'Không được thông qua'
    case 'undecided':
      return 'Chưa quyết định được'
    case 'alternative-adopted':
      return `Thông qua: ${labelOf(issue, result.alternative)}`
    default:
      return unreachable(result)
  }
}

/** The sentence of G2 that decided. */
export function ruleWords({ rule, inFavour }: IssueTally, members: number): string {
  switch (rule) {
    case 'majority':
      return `${inFavour} trên ${members} thành viên tán thành, quá nửa tổng số thành viên Chính phủ.`
    case 'minority':
      return `${inFavour} trên ${members} thành viên tán thành, không quá nửa tổng số thành viên Chính phủ.`
    case 'prime-minister':
      return `Số tán thành đúng một nửa (${inFavour} trên ${members}): quyết định theo bên Thủ tướng Chính phủ đã biểu thị rõ.`
    case 'tie-without-prime-minister':
      return `Số tán thành đúng một nửa (${inFavour} trên ${members}) và Thủ tướng Chính phủ chưa biểu thị rõ, nên chưa có kết quả.`
    case 'alternative':
      return `Chỉ phương án này được quá nửa tổng số ${members} thành viên Chính phủ chọn.`
    case 'no-alternative':
      return `Không có đúng một phương án được quá nửa tổng số ${members} thành viên Chính phủ chọn, nên chưa có kết quả.`
    default:
      return unreachable(rule)
  }
}

const heldEntryWords: Record<Extract<TallyEntry, { kind: 'held' }>['why'], string> = {
  late: 'đến muộn',
  conflict: 'hai trả lời khác nhau',
  'former-agree': 'đồng ý với bản trước',
  'not-asked': 'chưa được hỏi ở bản này',
  'device-revoked': 'thiết bị đã bị thu hồi',
}

/** Rows of an issue's table; alternatives have one each, and a member stands in each that they chose. */
export function entryWords(issue: Issue, entry: TallyEntry): string[] {
  const notes = [
    'late' in entry && entry.late ? 'đến muộn, được tính' : null,
    'former' in entry && entry.former ? 'cho bản trước' : null,
    'ruled' in entry && entry.ruled ? 'do hai cán bộ quyết định' : null,
    entry.kind === 'held' ? heldEntryWords[entry.why] : null,
  ].filter((note) => note !== null)
  const noted = (word: string) => (notes.length > 0 ? `${word} (${notes.join(', ')})` : word)
  return entry.kind === 'alternatives'
    ? entry.chosen.map((id) => noted(labelOf(issue, id)))
    : [noted(entryKindWords[entry.kind])]
}

export const entryKindWords: Record<Exclude<TallyEntry['kind'], 'alternatives'>, string> = {
  agree: 'Đồng ý',
  deemed: 'Không trả lời, coi như đồng ý',
  disagree: 'Không đồng ý',
  other: 'Ý kiến khác',
  'not-reached': 'Chưa tiếp cận được',
  'not-voted': 'Không biểu quyết',
  held: 'Tạm giữ',
}

export function choiceWords(issue: Issue, choice: Choice): string {
  return choice.kind === 'alternatives'
    ? choice.chosen.map((id) => labelOf(issue, id)).join('; ')
    : entryKindWords[choice.kind]
}

/** Why an answer is not counted. */
export function heldWords(held: HeldReason | null): string {
  switch (held?.kind) {
    case 'late':
      return held.claimedInTime ? 'đến muộn, khai là gửi đúng hạn' : 'đến muộn'
    case 'conflict':
      return 'hai trả lời khác nhau'
    case 'former-version':
      return `cho bản ${held.versionNo}`
    case 'recalled':
      return 'phiếu đã thu hồi'
    case 'device-revoked':
      return 'thiết bị đã bị thu hồi'
    default:
      return 'chưa được tính'
  }
}

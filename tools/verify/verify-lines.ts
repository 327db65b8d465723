import type { BundleDecision } from '../../shared/bundle/bundle-decision.ts'
import { type BundleFault, type CheckId, checkIds } from '../../shared/bundle/bundle-fault.ts'
import type { BundleSession } from '../../shared/bundle/bundle-session.ts'
import type { LedgerCover } from '../../shared/bundle/ledger-cover.ts'
import type { BundleReport } from '../../shared/bundle/verify-bundle.ts'

/** What the verifier says on the terminal: Vietnamese, then English. */

const words: Readonly<Record<CheckId, string>> = {
  key: 'Khóa của sổ ghi nhận đúng là khóa đã biết / The ledger’s key is the one known from elsewhere',
  attestation: 'Cả gói mang chữ ký của sổ ghi nhận / The whole bundle is signed by the ledger’s key',
  checkpoint: 'Mốc của sổ ghi nhận có chữ ký đúng / The checkpoint is signed by the ledger’s key',
  leaves: 'Mọi mục nằm đúng chỗ trong cây của mốc / Every entry lies at its place in the checkpoint’s tree',
  'closing-tree':
    'Mốc nối tiếp cây lúc kiểm phiếu hoặc kết luận / The checkpoint continues the tree of the count or the conclusion',
  devices: 'Thiết bị ký đã được ghi danh lúc đó / Every signing device was enrolled by then',
  signatures: 'Mọi chữ ký của thiết bị đều đúng / Every device’s signature holds',
  verdicts: 'Mọi kết luận đúng theo quy tắc / Every verdict is what the rules say',
  'server-entries': 'Mục do máy chủ lập đủ và đúng / The server’s own entries are all there, and right',
  openings: 'Nội dung khớp với các cam kết / Every text fits its commitment',
  members:
    'Thành viên đúng theo chức vụ ngày đóng phiếu, ngày biểu quyết / Members are those in post on the day of closing',
  tally: 'Kiểm phiếu lại cho đúng kết quả đã ghi / Counted again, the result is the recorded one',
  completeness: 'Không thiếu mục nào được nhắc đến / No entry that another names is missing',
}

/** A check whose outcome the bundle alone cannot tell. */
const doubts = (report: Seen): ReadonlyMap<CheckId, string> => {
  const open = new Map<CheckId, string>()
  if (!report.keyGiven) {
    open.set(
      'key',
      `khóa do chính gói nêu, hãy so với khóa đã biết / named by the bundle, compare: ${report.key}`,
    )
  }
  if (!report.withOpenings) {
    open.set('openings', 'gói không kèm nội dung / the bundle holds no texts')
  }
  return open
}

export type Seen = BundleReport & { key: string; keyGiven: boolean; ledger: LedgerCover | null }

export const isGood = ({ faults }: Pick<BundleReport, 'faults'>): boolean => faults.length === 0

const faultLine = ({ check: _, kind, ...facts }: BundleFault): string =>
  `       ${kind}${Object.entries(facts)
    .map(([name, value]) => ` ${name}=${String(value)}`)
    .join('')}`

/** At most so many faults a check: a forged bundle may have one for each entry. */
const shownFaults = 10

export function verifyLines(report: Seen): string[] {
  const open = doubts(report)
  const lines = checkIds.flatMap((id, i) => {
    const faults = report.faults.filter(({ check }) => check === id)
    const doubt = open.get(id)
    const sign = faults.length > 0 ? 'SAI ' : doubt ? ' ?  ' : 'ĐẠT '
    const more = faults.length - shownFaults
    return [
      `${String(i + 1).padStart(3)}. ${sign} ${words[id]}${doubt && faults.length === 0 ? `: ${doubt}` : ''}`,
      ...faults.slice(0, shownFaults).map(faultLine),
      ...(more > 0 ? [`       … +${more}`] : []),
    ]
  })
  return [...headLines(report), '', ...lines, ...ledgerLines(report.ledger), '', verdictLine(report)]
}

function headLines(seen: Seen): string[] {
  const { decision, session, tree, closing, leaves, acts } = seen
  const name = 'ballot' in seen ? seen.ballot : seen.meeting
  const known = decision?.number ?? session?.title
  return [
    `Gói lưu trữ / Archive bundle: ${name}${known ? `, ${known}` : ''}`,
    ...(decision ? decisionLines(decision) : []),
    ...(session ? sessionLines(session) : []),
    `${leaves} mục, trong đó ${acts} có chữ ký / ${leaves} entries, ${acts} of them signed acts`,
    `Mã gốc lúc kiểm phiếu, kết luận / Root at the count, the conclusion: ${closing.size} ${closing.root}`,
    ...(tree ? [`Mã gốc của mốc / Root of the checkpoint: ${tree.size} ${tree.root}`] : []),
  ]
}

function decisionLines({ closedAt, members, rounds, issues, versions }: BundleDecision): string[] {
  return [
    `Đóng / Closed ${new Date(closedAt).toISOString()}; ${members.length} thành viên / members; ${rounds} lần kiểm / counts`,
    ...issues.map((issue) => `  ${tallyLine(issue)}`),
    ...versions.flatMap(({ no, hash, documents }) => [
      `  Bản / Version ${no}: ${hash}`,
      ...documents.map((document) => `    ${document.hash} ${document.title ?? ''}`.trimEnd()),
    ]),
  ]
}

type Counted = BundleDecision['issues'][number]

const tallyLine = (counted: Counted): string => {
  const { issue, result, explicit, deemed, against, other, notReached, held, inFavour } = counted
  return `${issue}: ${result.kind} (explicit ${explicit}, deemed ${deemed}, against ${against}, other ${other}, not reached ${notReached}, held ${held}; in favour ${inFavour})`
}

function sessionLines({ startsAt, concludedAt, chair, opened, items }: BundleSession): string[] {
  const day = (at: number) => new Date(at).toISOString()
  return [
    `Họp / Held ${day(startsAt)}; chủ trì / chaired by ${chair}; kết luận / concluded ${day(concludedAt)}`,
    ...(opened
      ? [`Có mặt / Present ${opened.present}/${opened.members}, cần / needed ${opened.needed}`]
      : []),
    ...items.flatMap(({ item, title, isWithdrawn, documents, adoptedInBlock, conclusion, votes }) => [
      `  ${item}${title === null ? '' : `: ${title}`}${isWithdrawn ? ' (đã rút / withdrawn)' : ''}${adoptedInBlock ? ' (thông qua theo khối / adopted in the block)' : ''}`,
      ...documents.map((document) => `    ${document.hash} ${document.title ?? ''}`.trimEnd()),
      ...votes.map(({ vote, question, rounds, result }) =>
        result === null
          ? `    Biểu quyết / Vote ${vote}: hủy / cancelled`
          : `    Biểu quyết / Vote ${vote}, ${rounds} lần đếm / counts: ${question ?? ''} ${tallyLine(result)}`,
      ),
      ...(conclusion
        ? [`    Kết luận / Conclusion ${conclusion.hash}: ${conclusion.text ?? ''}`.trimEnd()]
        : []),
    ]),
  ]
}

function ledgerLines(cover: LedgerCover | null): string[] {
  if (cover === null) {
    return [
      '     Chỉ toàn bộ sổ (--ledger) mới chứng minh không còn mục nào khác / Only the whole ledger (--ledger) proves that there is nothing more',
    ]
  }
  const { faults, refused } = cover
  return faults.length > 0
    ? []
    : [
        '     Đã đối chiếu với toàn bộ sổ ghi nhận / Compared with the whole ledger',
        ...refused.map(
          ({ n, kind, person, reason }) => `       bị từ chối / refused: ${n} ${kind} ${person} ${reason}`,
        ),
      ]
}

const verdictLine = (report: Seen): string =>
  isGood(report)
    ? 'ĐÚNG: gói không có sai lệch / GOOD: nothing is wrong with this bundle'
    : `SAI: ${report.faults.length} sai lệch / BAD: ${report.faults.length} faults`

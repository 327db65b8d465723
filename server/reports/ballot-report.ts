import type { Ruling } from '../../shared/domain/answer.ts'
import type { PersonId } from '../../shared/domain/id.ts'
import { primeMinisterOn } from '../../shared/domain/people.ts'
import { canTurn, waitingIn } from '../../shared/domain/tally-outlook.ts'
import { dayOf } from '../../shared/lib/time.ts'
import type { BallotReportFacts } from '../app/ballot-report.ts'
import { issueBlocks } from './ballot-report-issue.ts'
import { pointBlocks } from './ballot-report-points.ts'
import { hourAndDay, inSentence, resultWords, sentence } from './ballot-report-words.ts'
import { type MemberNames, memberNames } from './member-names.ts'
import { issuer, issuerCode, place, signatureOf, unsignedDate } from './office-letterhead.ts'
import {
  type Cell,
  heading,
  type OfficialPaper,
  type PaperBlock,
  paragraph,
  plain,
} from './official-paper.ts'

/** "BÁO CÁO Tổng hợp ý kiến thành viên Chính phủ" of a closed ballot (B14), to be signed by the Office. */
export function ballotReportPaper(facts: BallotReportFacts): OfficialPaper {
  const { content, leadAgency, signer, at } = facts
  return {
    issuer,
    notation: `BC-${issuerCode}`,
    place,
    dated: unsignedDate(at),
    name: 'Báo cáo',
    abstract: `Tổng hợp ý kiến thành viên Chính phủ về ${inSentence(content.title)}`,
    addressee: 'Thủ tướng Chính phủ',
    body: bodyOf(facts),
    recipients: ['Như trên', 'Các Phó Thủ tướng Chính phủ', leadAgency, 'Lưu: VT, hồ sơ phiếu'],
    signature: signatureOf(signer, at),
    madeAt: at,
  }
}

function bodyOf(facts: BallotReportFacts): PaperBlock[] {
  const { content, people, closedAt, tally, settings } = facts
  const round = tally.rounds.at(-1)
  if (!round) return []
  const names = memberNames(people, dayOf(closedAt))
  const waiting = waitingFor(facts)
  const primeMinister = primeMinisterOn(people, dayOf(closedAt))?.id ?? null
  const issues = content.issues.flatMap((issue, at) => {
    const counted = round.issues.find(({ issue: id }) => id === issue.id)
    if (!counted) return []
    const isOpen = canTurn({ issue, counted, waiting, primeMinister, settings })
    return [{ no: at + 1, issue, counted, members: round.members, facts, names, isOpen }]
  })
  const parts = [
    { head: 'KẾT QUẢ TỪNG VẤN ĐỀ', blocks: issues.flatMap(issueBlocks) },
    {
      head: 'BẢNG TIẾP THU, GIẢI TRÌNH Ý KIẾN',
      blocks: facts.points.length > 0 ? pointBlocks(facts, names) : [],
    },
    { head: 'CĂN CỨ ĐỐI VỚI THÀNH VIÊN KHÔNG TRẢ LỜI, TRẢ LỜI MUỘN', blocks: evidenceBlocks(facts, names) },
    { head: 'ĐỐI CHIẾU VỚI SỔ GHI NHẬN', blocks: ledgerBlocks(facts) },
  ].filter(({ blocks }) => blocks.length > 0)
  return [
    paragraph(plain(openingWords(facts))),
    heading(1, 'I. KẾT QUẢ CHUNG'),
    ...generalBlocks(facts, names, waiting),
    {
      kind: 'table',
      columns: [
        { head: 'TT', share: 0.07, align: 'centre' },
        { head: 'Vấn đề xin ý kiến', share: 0.47, align: 'left' },
        { head: 'Tán thành', share: 0.18, align: 'centre' },
        { head: 'Kết quả', share: 0.28, align: 'left' },
      ],
      rows: issues.map(({ no, issue, counted, members, isOpen }): Cell[] => {
        const most = Math.max(0, ...Object.values(counted.byOption))
        const inFavour = issue.form.kind === 'opinion' ? counted.inFavour : most
        return [
          [plain(String(no))],
          [plain(issue.question)],
          [plain(`${inFavour}/${members}`)],
          [plain(`${isOpen ? 'Tạm tính: ' : ''}${resultWords(issue, counted)}`)],
        ]
      }),
    },
    ...parts.flatMap(({ head, blocks }, at) => [heading(1, `${numerals[at]}. ${head}`), ...blocks]),
    paragraph(plain(`${issuer} kính báo cáo Thủ tướng Chính phủ./.`)),
  ]
}

function openingWords({ ballot, content, leadAgency, closedAt }: BallotReportFacts): string {
  const issuedAt = ballot.versions[0]?.at
  const changes = ballot.versions.length - 1
  return [
    `Theo đề nghị của ${leadAgency}, ${issuer} đã gửi Phiếu lấy ý kiến số ${ballot.number ?? ''} đến các thành viên Chính phủ về ${sentence(inSentence(content.title))}`,
    issuedAt === undefined ? '' : `Phiếu được phát hành lúc ${hourAndDay(issuedAt)},`,
    `hạn trả lời ${hourAndDay(ballot.deadlineAt)}, đóng lúc ${hourAndDay(closedAt)}.`,
    changes > 0
      ? `Nội dung phiếu được sửa đổi ${changes} lần; kết quả dưới đây tính cho bản ${changes + 1}.`
      : '',
    `${issuer} tổng hợp, báo cáo như sau:`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** Of what follows the first part. */
const numerals = ['II', 'III', 'IV', 'V']

/** Members on whom two officers have yet to rule (B8, B9). */
const waitingFor = ({ tally, progress }: BallotReportFacts): PersonId[] =>
  waitingIn(tally).filter(
    (id) => !progress.some(({ person, rulings }) => person === id && rulings.length > 0),
  )

function generalBlocks(
  { tally, voices, progress }: BallotReportFacts,
  names: MemberNames,
  waiting: readonly PersonId[],
): PaperBlock[] {
  const round = tally.rounds.at(-1)
  const entries = round?.issues[0]?.entries ?? []
  const isHeard = (id: PersonId) => voices.some(({ person }) => person === id)
  const silences = entries
    .filter(({ person }) => !isHeard(person))
    .map(({ person }) => progress.find((each) => each.person === person)?.silence?.kind)
  const count = (kind: 'deemed' | 'not-reached') => silences.filter((silence) => silence === kind).length
  const listed = (people: readonly PersonId[]) => [...people].sort(names.byRank).map(names.nameOf).join('; ')
  const replaced = round?.replaces ?? []
  const recounts = tally.rounds.length - 1
  return [
    paragraph(
      plain(
        `Tại thời điểm đóng phiếu có ${entries.length} thành viên Chính phủ: ${entries.length - silences.length} đồng chí có trả lời (kể cả đến muộn); ${count('deemed')} đồng chí không trả lời và được coi như đồng ý; ${count('not-reached')} đồng chí chưa tiếp cận được.`,
      ),
    ),
    ...(recounts > 0 && round
      ? [
          paragraph(
            plain(
              `Đã kiểm lại ${recounts} lần; lần cuối lúc ${hourAndDay(round.at)} do có thêm quyết định hoặc trả lời đến muộn${replaced.length > 0 ? `, thay cho mục im lặng trước đó của: ${listed(replaced)}` : ''}.`,
            ),
          ),
        ]
      : []),
    ...(waiting.length > 0
      ? [
          paragraph(
            plain(
              `Còn ${waiting.length} trường hợp chờ quyết định của hai cán bộ: ${listed(waiting)}. Kết quả ghi “tạm tính” có thể thay đổi theo các quyết định đó.`,
            ),
          ),
        ]
      : []),
  ]
}

const rulingWords = ({ decision }: Ruling): string =>
  ({
    'count-late': 'Tính trả lời đến muộn',
    'count-silence': 'Tính là coi như đồng ý',
    'do-not-count': 'Không tính',
  })[decision.kind]

function evidenceBlocks(
  { ballot, progress }: BallotReportFacts,
  { nameOf, byRank }: MemberNames,
): PaperBlock[] {
  const sorted = [...progress].sort((one, other) => byRank(one.person, other.person))
  const silent = sorted.flatMap(({ person, silence }): Cell[][] => {
    if (silence === null) return []
    const why = silence.kind === 'not-reached' && silence.why
    const evidence =
      silence.kind === 'deemed'
        ? `Máy nhận phiếu lúc ${hourAndDay(silence.delivered.at)} (mục số ${silence.delivered.n}); ${silence.opened ? `mở lúc ${hourAndDay(silence.opened.at)} (mục số ${silence.opened.n})` : 'chưa mở'}`
        : why === 'successor'
          ? 'Mới nhận chức, không còn đủ thời hạn trả lời'
          : 'Máy chưa nhận phiếu trước hạn trả lời'
    const outcome = silence.kind === 'deemed' ? 'Coi như đồng ý' : 'Chưa tiếp cận được'
    return [[[plain(nameOf(person))], [plain(evidence)], [plain(outcome)]]]
  })
  const ruled = sorted.flatMap(({ person, rulings }) =>
    rulings.map((ruling): Cell[] => [
      [plain(nameOf(person))],
      [plain(`${ruling.by.map(nameOf).join(' và ')}, lúc ${hourAndDay(ruling.at)}. Lý do: ${ruling.reason}`)],
      [plain(rulingWords(ruling))],
    ]),
  )
  const table = (evidence: string, rows: Cell[][]): PaperBlock => ({
    kind: 'table',
    columns: [
      { head: 'Thành viên Chính phủ', share: 0.3, align: 'left' },
      { head: evidence, share: 0.5, align: 'left' },
      { head: 'Cách tính', share: 0.2, align: 'left' },
    ],
    rows,
  })
  return [
    ...(silent.length > 0
      ? [heading(2, `Không trả lời khi Phiếu số ${ballot.number ?? ''} đóng`), table('Căn cứ', silent)]
      : []),
    ...(ruled.length > 0
      ? [heading(2, 'Quyết định của hai cán bộ'), table('Người quyết định và lý do', ruled)]
      : []),
  ]
}

/** The cheapest witness (trust.md): whoever keeps this sheet can tell whether the ledger has been changed since. */
function ledgerBlocks({ ledger, countedAt }: BallotReportFacts): PaperBlock[] {
  const { closing, checkpoint } = ledger
  return [
    paragraph(
      plain(
        `Kết quả kiểm phiếu nêu trên là mục số ${countedAt} của sổ ghi nhận. Mã gốc được tính từ toàn bộ sổ: chỉ cần một mục bị sửa, xóa hoặc chèn thêm thì mã sẽ khác. Người giữ bản giấy này có thể đối chiếu với gói lưu trữ của phiếu và với mã hiện trên máy của mình.`,
      ),
    ),
    heading(3, `Mã gốc lúc kiểm phiếu (${closing.size} mục)`),
    { kind: 'code', lines: [closing.root.replace(/(.{8})(?=.)/g, '$1 ')] },
    heading(3, `Điểm kiểm tra của sổ khi lập báo cáo (${checkpoint.size} mục), nguyên văn`),
    { kind: 'code', lines: checkpoint.note.trimEnd().split('\n') },
  ]
}

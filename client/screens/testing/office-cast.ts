import { closedBallots } from '../../../server/demo/ballots-closed.ts'
import { ballotsDueLater } from '../../../server/demo/ballots-due-later.ts'
import { ballotsDueSoon } from '../../../server/demo/ballots-due-soon.ts'
import type { DemoWords, Said } from '../../../server/demo/demo-ballot.ts'
import { contentOf, type DemoContent, sealAnswers } from '../../../server/demo/demo-content.ts'
import { demoMembers, demoPosts, peopleEvents } from '../../../server/demo/demo-people.ts'
import type { Device } from '../../../shared/domain/device.ts'
import type { Event } from '../../../shared/domain/event.ts'
import { AgencyId, type BallotId, DeviceId, DocumentId, PersonId } from '../../../shared/domain/id.ts'
import { base64 } from '../../../shared/lib/base64.ts'
import { hourMs, type Instant, instant, minuteMs, parseDay, startOfDay } from '../../../shared/lib/time.ts'
import { ballotId, createOfficeLedger, hashOf, type OfficeLedger } from './office-ledger.ts'

/** A week at the Office, from the demonstration's own words: every state of a ballot once. */

export const at = (day: string, hour: number, minute = 0): Instant => {
  const parsed = parseDay(day)
  if (!parsed) throw new Error(day)
  return instant(startOfDay(parsed) + hour * hourMs + minute * minuteMs)
}

const dice = () => {
  let seed = 7
  return (length: number) => {
    const bytes = new Uint8Array(length)
    for (let i = 0; i < length; i++) {
      seed = (seed * 1103515245 + 12345) % 2147483648
      bytes[i] = seed % 256
    }
    return bytes
  }
}
export const random = dice()

export const words = [...closedBallots, ...ballotsDueSoon, ...ballotsDueLater].map((ballot) => ballot.words)

const contentFrom = (given: DemoWords): DemoContent =>
  contentOf(
    given,
    given.documents.map(({ title, kind, pages }, i) => ({
      id: DocumentId.parse(`d${i}`),
      title,
      kind,
      pages,
      hash: hashOf(`${given.title} ${title}`),
      size: 180_000 * (i + 1) + pages * 9_000,
    })),
  )

export function officeWeek(members = 27): OfficeLedger {
  const ledger = createOfficeLedger(at('2026-11-09', 8))
  ledger.serve(peopleEvents('2026-01-01' as never))
  for (let i = demoMembers.length; i < members; i++) ledger.serve([extraMember(i)])
  for (const { account } of demoPosts) ledger.serve([...enrolled(account, 1)])
  const everyone = demoMembers.map(({ account }) => account)

  const issue = (id: string, given: DemoWords, issuedAt: Instant, deadlineAt: Instant, lead = 'byt') => {
    const { hash, opening } = contentFrom(given)
    const ballot = ballotId(id)
    draft(ledger, ballot, given, deadlineAt, lead)
    must(ledger, 'vanphong1', { kind: 'submit-ballot', body: { ballot, contentHash: hash } })
    ledger.at(issuedAt)
    must(ledger, 'lanhdao-vp', { kind: 'issue-ballot', body: { ballot, contentHash: hash } })
    ledger.texts.set(opening.commit, opening.value)
    return ballot
  }
  const wordsOf = (i: number): DemoWords => {
    const given = words[i]
    if (!given) throw new Error('no words')
    return given
  }

  const closed = issue('b-closed', wordsOf(0), at('2026-11-09', 9), at('2026-11-13', 17))
  progress(ledger, closed, everyone.slice(0, 25), 22, wordsOf(0), [
    'agree',
    'agree',
    'agree',
    { against: 'Chưa rõ nguồn lực thực hiện; đề nghị bổ sung đánh giá tác động.' },
    { other: 'Đồng ý về chủ trương, đề nghị giao Bộ Y tế quy định chi tiết điều kiện hậu kiểm trong quý I.' },
  ])
  ledger.close(closed)
  answer(ledger, closed, 'ptt4', contentFrom(wordsOf(0)), ['agree', { against: 'Gửi muộn do đi công tác.' }])

  const waits = issue('b-waits', wordsOf(1), at('2026-11-16', 9), at('2026-11-18', 17), 'btc')
  progress(ledger, waits, everyone, 15, wordsOf(1), [{ pick: 'a' }])
  ledger.close(waits, { from: at('2026-11-18', 15, 12), to: at('2026-11-18', 16, 48) })

  ledger.at(at('2026-11-18', 18))
  const soon = issue('b-soon', wordsOf(2), at('2026-11-18', 8, 30), at('2026-11-20', 9), 'bgddt')
  progress(ledger, soon, everyone.slice(0, 24), 16, wordsOf(2), [
    'agree',
    'agree',
    { other: 'Cần rà soát Điều 9.' },
  ])
  answer(ledger, soon, 'ptt2', contentFrom(wordsOf(2)), [{ against: 'Hai máy khác nhau.' }], 'ptt2-2')

  const later = issue('b-later', wordsOf(4), at('2026-11-18', 14), at('2026-11-25', 17), 'bkhcn')
  progress(ledger, later, everyone.slice(0, 20), 4, wordsOf(4), ['agree'])

  const recalled = issue('b-recalled', wordsOf(5), at('2026-11-17', 14), at('2026-11-24', 17), 'bxd')
  must(ledger, 'lanhdao-vp', {
    kind: 'recall-ballot',
    body: { ballot: recalled, reason: 'Bộ Xây dựng xin rút hồ sơ để hoàn thiện phương án tài chính.' },
  })

  const submitted = ballotId('b-submitted')
  draft(ledger, submitted, wordsOf(6), at('2026-11-24', 17), 'byt')
  must(ledger, 'vanphong1', {
    kind: 'submit-ballot',
    body: { ballot: submitted, contentHash: contentFrom(wordsOf(6)).hash },
  })
  const returned = ballotId('b-returned')
  const returnedWords = { ...wordsOf(3), title: `${wordsOf(3).title} (lần 2)` }
  draft(ledger, returned, returnedWords, at('2026-11-24', 10), 'btc')
  must(ledger, 'vanphong1', {
    kind: 'submit-ballot',
    body: { ballot: returned, contentHash: contentFrom(returnedWords).hash },
  })
  must(ledger, 'lanhdao-vp', {
    kind: 'return-ballot',
    body: { ballot: returned, reason: 'Bổ sung ý kiến thẩm định của Bộ Tư pháp trước khi phát hành.' },
  })
  ledger.serve([...asked('bt-yte', 2)])
  ledger.at(at('2026-11-19', 9, 40))
  return ledger
}

function draft(ledger: OfficeLedger, ballot: BallotId, given: DemoWords, deadlineAt: Instant, lead: string) {
  const { hash, opening } = contentFrom(given)
  must(ledger, 'vanphong1', {
    kind: 'draft-ballot',
    body: {
      ballot,
      contentHash: hash,
      leadAgency: AgencyId.parse(lead),
      handlers: [PersonId.parse('vanphong1'), PersonId.parse('vanphong2')],
      deadlineAt,
      windowReason: 'Cần ban hành sớm theo kết luận của Thủ tướng Chính phủ.',
    },
    openings: [opening],
  })
}

/** The first `delivered` members received it, two thirds of them opened it, the first `answered` answered. */
function progress(
  ledger: OfficeLedger,
  ballot: BallotId,
  delivered: readonly string[],
  answered: number,
  given: DemoWords,
  said: readonly Said[],
) {
  const content = contentFrom(given)
  const mark = { ballot, versionHash: content.hash }
  delivered.forEach((who, i) => {
    ledger.at(instant(ledger.now() + 60_000 * (3 + i)))
    must(ledger, who, { kind: 'mark-delivered', body: mark })
    if (i < answered + 3) must(ledger, who, { kind: 'mark-opened', body: mark })
    const files = content.content.documents.map(({ hash }) => hash).slice(0, 1 + (i % 4))
    if (i < answered + 3 && files.length > 0) {
      must(ledger, who, { kind: 'mark-documents-opened', body: { ballot, files } })
    }
    const choice = said[i % said.length]
    if (i < answered && choice !== undefined) {
      answer(
        ledger,
        ballot,
        who,
        content,
        content.content.issues.map((_, k) => (k === 0 ? choice : 'agree')),
      )
    }
  })
}

function answer(
  ledger: OfficeLedger,
  ballot: BallotId,
  who: string,
  content: DemoContent,
  said: readonly Said[],
  device?: string,
) {
  const fitting = said.map((one, i) =>
    content.content.issues[i]?.form.kind === 'alternatives' ? { pick: 'ab'.charAt(ledger.now() % 2) } : one,
  )
  const { answers, openings } = sealAnswers(content, fitting, random)
  must(ledger, who, {
    kind: 'answer-ballot',
    body: { ballot, versionHash: content.hash, answers },
    openings,
    ...(device !== undefined && { device }),
  })
}

const deviceOf = (account: string, no: number): Device => ({
  kind: 'device',
  id: DeviceId.parse(`${account}-${no}`),
  person: PersonId.parse(account),
  label: no === 1 ? 'iPad phòng làm việc' : 'Máy tính bảng đi công tác',
  publicKey: base64(new Uint8Array(65)),
  askedAt: at('2026-11-17', 8 + no),
  phase: { state: 'pending' },
})
const asked = (account: string, no: number): Event[] => [
  { kind: 'device-asked', device: deviceOf(account, no) },
]
const enrolled = (account: string, no: number): Event[] => [
  ...asked(account, no),
  { kind: 'device-enrolled', device: deviceOf(account, no).id },
]

const extraMember = (i: number): Event => ({
  kind: 'person-set',
  person: {
    kind: 'person',
    id: PersonId.parse(`extra-${i}`),
    name: `Nguyễn Phúc Trường Thịnh Vượng An Khang Hạnh Phúc Bền Vững ${i}`,
    appointments: [
      {
        role: 'minister',
        title: `Bộ trưởng, Trưởng ban thứ ${i}`,
        agency: null,
        from: '2026-01-01' as never,
        to: null,
      },
    ],
  },
})

function must(ledger: OfficeLedger, ...act: Parameters<OfficeLedger['perform']>): void {
  const verdict = ledger.perform(...act)
  if (verdict.kind === 'refused') throw new Error(`${act[1].kind}: ${JSON.stringify(verdict.reason)}`)
}

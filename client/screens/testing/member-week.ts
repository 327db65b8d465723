import type { DemoWords, Said } from '../../../server/demo/demo-ballot.ts'
import { contentOf, sealAnswers } from '../../../server/demo/demo-content.ts'
import { demoPosts, peopleEvents } from '../../../server/demo/demo-people.ts'
import type { Device } from '../../../shared/domain/device.ts'
import {
  AgencyId,
  type BallotId,
  DeviceId,
  DocumentId,
  type Hash,
  PersonId,
} from '../../../shared/domain/id.ts'
import { base64 } from '../../../shared/lib/base64.ts'
import { hourMs, type Instant, instant } from '../../../shared/lib/time.ts'
import { at, random, words } from './office-cast.ts'
import { ballotId, createOfficeLedger, hashOf, type OfficeLedger } from './office-ledger.ts'

/** A member's week: every way in which a ballot or an answer can stand, each once, by the product's own rules. */
export const me = 'bt-yte'
export const thisDevice = 'bt-yte-1'
const otherDevice = 'bt-yte-2'
const lostDevice = 'bt-yte-3'
export const nowAt = at('2026-11-19', 9, 40)

/** The files that are here, for the first documents of each ballot; those of all others are not. */
export type HeldFile = { hash: Hash; size: number }

const given = (i: number): DemoWords => {
  const found = words[i % words.length]
  if (!found) throw new Error('no words')
  return found
}

const contentWith = (held: readonly HeldFile[]) => (demo: DemoWords) =>
  contentOf(
    demo,
    demo.documents.map(({ title, kind, pages }, i) => ({
      id: DocumentId.parse(`d${i}`),
      title,
      kind,
      pages,
      ...(held[i] ? { ...held[i], pages: 6 } : { hash: hashOf(`${title} ${pages}`), size: 1000 }),
    })),
  )

export function memberWeek(held: readonly HeldFile[]): OfficeLedger {
  const contentFrom = contentWith(held)
  const ledger = createOfficeLedger(at('2026-11-09', 8))
  ledger.serve(peopleEvents('2026-01-01' as never))
  for (const { account } of demoPosts) ledger.serve(enrolled(account, 1))
  for (const no of [2, 3]) ledger.serve(enrolled(me, no))

  const issue = (id: string, demo: DemoWords, hours: { from: Instant; to: Instant }) => {
    const { hash, opening } = contentFrom(demo)
    const ballot = ballotId(id)
    ledger.at(instant(hours.from - hourMs))
    ledger.perform('vanphong1', {
      kind: 'draft-ballot',
      body: {
        ballot,
        contentHash: hash,
        leadAgency: AgencyId.parse('byt'),
        handlers: [PersonId.parse('vanphong1')],
        deadlineAt: hours.to,
        windowReason: 'Cần ban hành sớm.',
      },
      openings: [opening],
    })
    ledger.perform('vanphong1', { kind: 'submit-ballot', body: { ballot, contentHash: hash } })
    ledger.at(hours.from)
    ledger.perform('lanhdao-vp', { kind: 'issue-ballot', body: { ballot, contentHash: hash } })
    return { ballot, demo }
  }
  type Issued = ReturnType<typeof issue>
  const say = ({ ballot, demo }: Issued, said: readonly Said[], device = thisDevice, who = me) => {
    const content = contentFrom(demo)
    const fitting = content.content.issues.map((each, i) =>
      each.form.kind === 'alternatives' ? ({ pick: 'a' } as const) : (said[i] ?? 'agree'),
    )
    const { answers, openings } = sealAnswers(content, fitting, random)
    const body = { ballot, versionHash: content.hash, answers }
    ledger.perform(who, { kind: 'answer-ballot', body, openings, device })
  }
  const mark = ({ ballot, demo }: Issued) => {
    const body = { ballot, versionHash: contentFrom(demo).hash }
    ledger.perform(me, { kind: 'mark-delivered', body })
    ledger.perform(me, { kind: 'mark-opened', body })
  }
  const recall = ({ ballot }: Issued, reason: string) =>
    ledger.perform('lanhdao-vp', { kind: 'recall-ballot', body: { ballot, reason } })
  const against: Said = { against: 'Chưa rõ nguồn lực thực hiện; đề nghị bổ sung đánh giá tác động.' }

  const late = issue('late', given(0), { from: at('2026-11-09', 9), to: at('2026-11-13', 17) })
  mark(late)
  for (const { account, role } of demoPosts.slice(0, 20)) {
    if (role !== 'secretary' && account !== me) say(late, ['agree'], `${account}-1`, account)
  }
  ledger.close(late.ballot)
  say(late, [against])

  const unsigned = issue('unsigned', given(1), { from: at('2026-11-12', 9), to: at('2026-11-16', 17) })
  mark(unsigned)
  ledger.close(unsigned.ballot)

  const recalled = issue('recalled', given(5), { from: at('2026-11-16', 9), to: at('2026-11-20', 17) })
  mark(recalled)
  recall(recalled, 'Bộ Xây dựng xin rút hồ sơ để hoàn thiện phương án tài chính.')

  const tooLate = issue('recalled-held', given(3), { from: at('2026-11-16', 9), to: at('2026-11-20', 17) })
  recall(tooLate, 'Trùng nội dung với phiếu khác.')
  say(tooLate, ['agree'])

  const conflict = issue('conflict', given(2), { from: at('2026-11-17', 9), to: at('2026-11-20', 17) })
  say(conflict, ['agree'])
  say(conflict, [against], otherDevice)

  const revoked = issue('revoked', given(4), { from: at('2026-11-17', 9), to: at('2026-11-20', 17) })
  ledger.perform('quantri', {
    kind: 'revoke-device',
    body: { device: DeviceId.parse(lostDevice), reason: 'Mất máy', wipe: true },
  })
  say(revoked, ['agree'], lostDevice)

  const former = issue('former', given(6), { from: at('2026-11-17', 10), to: at('2026-11-23', 17) })
  say(former, ['agree'])
  const [first, ...others] = given(6).documents
  const changed: DemoWords = {
    ...given(6),
    title: `${given(6).title} (sửa đổi)`,
    summary: `${given(6).summary.replace('.', ', trừ cấp xã.')}\nĐã bổ sung lộ trình thực hiện.`,
    issues: [
      ...given(6).issues,
      { question: 'Chọn phương án về thời hạn?', alternatives: ['Từ năm 2027', 'Từ năm 2028'], atMost: 1 },
    ],
    documents: [
      ...others.map((each, i) => (i === 0 ? { ...each, title: `${each.title}, bản sửa đổi` } : each)),
      ...(first ? [{ ...first, pages: 3 }] : []),
    ],
  }
  const next = contentFrom(changed)
  ledger.perform('lanhdao-vp', {
    kind: 'amend-ballot',
    body: {
      ballot: former.ballot,
      contentHash: next.hash,
      deadlineAt: at('2026-11-24', 17),
      reason: 'Tiếp thu ý kiến về lộ trình: tách riêng thời hạn của cấp xã.',
    },
    openings: [next.opening],
  })

  const waits = issue('waits', given(1), { from: at('2026-11-16', 9), to: at('2026-11-18', 17) })
  ledger.close(waits.ballot, { from: at('2026-11-18', 15, 12), to: at('2026-11-18', 16, 48) })

  issue('overdue', given(2), { from: at('2026-11-17', 9), to: at('2026-11-19', 9, 30) })
  issue('urgent', given(2), { from: at('2026-11-17', 9), to: at('2026-11-19', 12) })
  issue('long', longWords, { from: at('2026-11-18', 9), to: at('2026-11-20', 17) })
  const answered = issue('answered', given(3), { from: at('2026-11-18', 9), to: at('2026-11-23', 17) })
  say(answered, [against])
  issue('rejected', given(0), { from: at('2026-11-18', 9), to: at('2026-11-23', 17) })
  issue('refused', given(4), { from: at('2026-11-18', 9), to: at('2026-11-23', 17) })
  ledger.at(nowAt)
  return ledger
}

const longWords: DemoWords = {
  ...given(6),
  title:
    'Dự thảo Nghị quyết của Chính phủ về các nhiệm vụ, giải pháp chủ yếu thực hiện Kế hoạch phát triển kinh tế - xã hội và Dự toán ngân sách nhà nước, cải thiện môi trường kinh doanh, nâng cao năng lực cạnh tranh quốc gia năm 2027 và định hướng đến năm 2030',
  issues: [
    ...given(6).issues,
    {
      question: 'Chọn các phương án chấp nhận được về nguồn vốn?',
      alternatives: ['Ngân sách trung ương', 'Ngân sách địa phương', 'Vốn vay ưu đãi', 'Xã hội hóa'],
      atMost: 2,
    },
  ],
}

const deviceOf = (account: string, no: number): Device => ({
  kind: 'device',
  id: DeviceId.parse(`${account}-${no}`),
  person: PersonId.parse(account),
  label: no === 1 ? 'iPad phòng làm việc' : `Máy tính bảng số ${no}`,
  publicKey: base64(new Uint8Array(65)),
  askedAt: at('2026-11-09', 8),
  phase: { state: 'pending' },
})
const enrolled = (account: string, no: number) => {
  const device = deviceOf(account, no)
  return [
    { kind: 'device-asked' as const, device },
    { kind: 'device-enrolled' as const, device: device.id },
  ]
}

export const idOf = (id: string): BallotId => ballotId(id)

import { expect, test } from 'vitest'
import { AgencyId, DayField } from '../../../shared/domain/id.ts'
import { device, hashOf, person } from '../../../shared/domain/testing/cabinet.ts'
import { itemId, meetingId } from '../../../shared/domain/testing/meeting-office.ts'
import { SessionOffice } from '../../../shared/domain/testing/session-office.ts'
import { canonicalJson } from '../../../shared/lib/canonical-json.ts'
import { instant, minuteMs } from '../../../shared/lib/time.ts'
import { minutesFacts } from '../../app/minutes-facts.ts'
import { meetingTablet } from '../../app/testing/meeting-tablet.ts'
import { createWords } from '../../ui/i18n.ts'
import { draftedSections } from './drafted-sections.ts'

const pass = (office: SessionOffice, minutes: number) => {
  office.now = instant(office.now + minutes * minuteMs)
}

/** A session in which everything happens that minutes can tell. */
function heldSession(): SessionOffice {
  const office = new SessionOffice().gathered('m4')
  office.mustTake(office.open())
  pass(office, 5)
  office.mustTake(office.join('m4', 'remote'))
  office.mustTake(office.startItem('a'))
  const asked = office.ask('m2')
  office.mustTake(asked)
  office.mustTake(office.call(asked))
  pass(office, 4)
  office.mustTake(office.ofItem('finish-speaker', 'pm'))
  office.mustTake(office.record({ what: 'spoke', person: person('m3'), from: office.now, to: null }))
  office.mustTake(office.openVote())
  office.mustTake(office.cast('m2', 'agree'))
  office.mustTake(office.cast('m3', 'disagree'))
  office.mustTake(office.enterPaper('m5', 'agree'))
  office.mustTake(office.closeVote())
  office.mustTake(office.ofItem('propose-for-block', 'pm', 'b'))
  office.mustTake(office.ofItem('adopt-in-block', 'pm', 'b'))
  const conclusion = {
    text: 'Giao hoàn thiện.',
    assignments: [
      {
        agency: AgencyId.parse('byt'),
        text: 'Trình lại',
        deadline: DayField.parse('2026-04-01'),
        product: 'Tờ trình',
      },
    ],
  }
  const contentHash = hashOf(canonicalJson(conclusion))
  office.conclusionContents.set(contentHash, conclusion)
  office.mustTake(office.act('conclude-item', 'pm', { meeting: meetingId, item: itemId('a'), contentHash }))
  office.mustTake(office.mark('m5', 'left'))
  const handOver = office.act('hand-over-chair', 'pm', { meeting: meetingId, person: person('m2') })
  const from = office.now
  pass(office, 1)
  office.mustTake(handOver)
  office.mustTake(office.record({ from }, 'm2'))
  office.mustTake(office.record({ what: 'item-finished', from }))
  pass(office, 10)
  office.mustTake(office.act('end-session', 'm2', { meeting: meetingId }))
  return office
}

const draftedOn = async (office: SessionOffice, who: string) => {
  const tablet = await meetingTablet(office, who)
  const me = { person: person(who), device: device(`${who}-1`) }
  const facts = minutesFacts(meetingId, { copy: tablet.copy, me, clock: { now: () => office.now } })
  if (!facts) throw new Error('no session')
  return draftedSections(facts, createWords('en').getFixedT('vi'))
}

test('[M1][M5][M6][M8][M9] minutes tell who was there and when, who conducted, spoke, voted and how, what was adopted, concluded and noted', async () => {
  const sections = await draftedOn(heldSession(), 'sec')
  const text = new Map(sections.map((section) => [section.key, section.text]))
  const said: Record<string, string[]> = {
    opening: ['khai mạc lúc', 'Chủ trì: pm', 'pm', 'chuyển quyền chủ trì cho m2'],
    attendance: [
      'Khi khai mạc có mặt 4 trên 5 thành viên Chính phủ, cần ít nhất 4.',
      'Thành viên Chính phủ dự họp (5):',
      'đến sau khi khai mạc',
      'từ 08:00 đến khi bế mạc',
      'rời trước khi bế mạc',
      'Thành viên Chính phủ vắng mặt (0).',
    ],
    'item/a': [
      'Phát biểu (1 lượt):',
      '4 phút, được mời 5 phút',
      'Biểu quyết “',
      'Kết quả: Không được thông qua.',
      '- Tán thành (1): m2',
      '- Không tán thành (1): m3',
      '- Không biểu quyết (3):',
      'Kết luận: Giao hoàn thiện.',
      ': Trình lại; thời hạn 01/04/2026; sản phẩm: Tờ trình',
      'Ghi tại máy của người chủ trì khi mất kết nối, theo giờ của máy đó:\n- ghi chép lúc 08:09',
      'Ghi tại máy của pm, prime-minister (chủ trì đến 08:10) khi mất kết nối, theo giờ của máy đó:\n- ',
      'kết thúc bàn lúc 08:09: Mất mạng (máy chủ ghi nhận lúc 08:10)',
      'phát biểu',
      'Mất mạng',
    ],
    'item/b': ['Không bàn riêng.', 'Được thông qua cùng khối', 'Chưa có kết luận riêng.'],
    closing: ['m2, minister bế mạc phiên họp lúc'],
  }
  for (const [key, words] of Object.entries(said)) {
    const found = text.get(key) ?? ''
    expect([key, words.filter((one) => !found.includes(one))]).toEqual([key, []])
  }
})

test('[O2] two devices draft the same words', async () => {
  const office = heldSession()
  expect(await draftedOn(office, 'head')).toEqual(await draftedOn(office, 'sec'))
})

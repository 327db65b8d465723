import { expect, test } from 'vitest'
import { person } from '../../shared/domain/testing/cabinet.ts'
import { itemId, meetingId } from '../../shared/domain/testing/meeting-office.ts'
import { SessionOffice } from '../../shared/domain/testing/session-office.ts'
import { meetingTablet } from '../app/testing/meeting-tablet.ts'
import { createWords } from '../ui/i18n.ts'
import { toldOfWord } from './returned-word-words.ts'

const of = { meeting: meetingId, item: itemId('a') }

test.each([
  [
    'vi',
    'Ghi chép của chủ trì',
    'Không được ghi nhận',
    'bắt đầu bàn: Vẫn ghi ở máy cũ',
    'không còn là người chủ trì',
  ],
  ['en', 'The chair’s record', 'Not recorded', 'discussion begins: Vẫn ghi ở máy cũ', 'no longer chaired'],
] as const)(
  '[O1] [M8] a record that came back is told with its words, why, and what to do (%s)',
  async (language, what, sign, said, why) => {
    const office = new SessionOffice().started()
    const tablet = await meetingTablet(office, 'pm')
    office.mustTake(office.act('hand-over-chair', 'pm', { meeting: meetingId, person: person('m2') }))
    await tablet.conduct.record(of, {
      ...{ what: 'item-started', person: null, to: null },
      ...{ from: office.now, note: 'Vẫn ghi ở máy cũ' },
    })
    await tablet.send()
    await tablet.pull()
    const [word] = tablet.sessions.returned()
    const told = word && toldOfWord(createWords(language).getFixedT(language), word, (id) => id)
    expect([told?.what, told?.sign, told?.tone]).toEqual([what, sign, 'urgent'])
    expect(told?.said).toContain(said)
    expect(told?.why).toContain(why)
    expect(told?.remedy).not.toBe('')
  },
)

test('[O6] whatever was refused has words of its own, and never a name of the program’s', async () => {
  const office = new SessionOffice().started()
  const away = await meetingTablet(office, 'm2')
  await away.sessions.requestToSpeak(of, 'order')
  await away.sessions.leave(meetingId)
  office.mustTake(office.act('end-session', 'pm', { meeting: meetingId }))
  await away.send()
  await away.pull()
  const { t } = createWords('vi')
  const told = away.sessions.returned().map((word) => toldOfWord(t, word, (id) => id))
  expect(told.map(({ what, said, why }) => [what, said, why])).toEqual([
    ['Ghi rời phiên họp', '', 'Khi tới Văn phòng thì phiên họp đã bế mạc.'],
    ['Đăng ký phát biểu', 'Ý kiến về thủ tục', 'Khi tới Văn phòng thì phiên họp đã bế mạc.'],
  ])
})

import type { Page } from '@playwright/test'
import type { RoomStage, RoomView } from '../../shared/domain/room-view.ts'
import { hourMs, type Instant, instant, minuteMs, secondMs } from '../../shared/lib/time.ts'
import { type RoomScreenReply, roomScreenPath } from '../../shared/protocol/room-screen.ts'
import type { Camera } from './camera.ts'

/** The display in the hall in each of its states, with the longest names that it must bear; what the server says is ours. */

type Item = Extract<RoomStage, { kind: 'item' }>
type Closed = Extract<NonNullable<Item['vote']>, { state: 'closed' }>

/** 60 letters. */
const longName = (no: number): string =>
  `Nguyễn Phúc Thị Hoàng Diễm Quỳnh Như Ngọc Trâm Anh Thư ${String(no).padStart(2, '0')}`.padEnd(60, 'ê')
const post = 'Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc và các vấn đề tôn giáo của Chính phủ'
const chair = { name: 'Thủ tướng Chính phủ', post: '' }
const question =
  'Đồng chí có tán thành thông qua Nghị quyết về khắc phục hậu quả bão và lũ quét tại các tỉnh miền núi không?'

const itemAt = (now: Instant, given: Partial<Item> = {}): RoomStage => ({
  kind: 'item',
  no: 3,
  title:
    'Dự thảo Nghị quyết của Chính phủ về các giải pháp cấp bách khắc phục hậu quả bão số 10, lũ quét, sạt lở đất và hỗ trợ tái định cư cho đồng bào các tỉnh trung du và miền núi phía Bắc năm 2026',
  presenter: 'Bộ trưởng Bộ Nông nghiệp và Môi trường',
  plannedMinutes: 30,
  usedMs: 0,
  since: instant(now - 12 * minuteMs),
  speaker: null,
  vote: null,
  ...given,
})

const speakingAt = (now: Instant, sinceMs: number): Partial<Item> => ({
  speaker: {
    ...{ who: { name: longName(7), post }, minutes: 5, what: 'speak' },
    calledAt: instant(now - sinceMs),
  },
})

const posts = [
  'Phó Thủ tướng phụ trách khoa học, công nghệ và chuyển đổi số',
  'Bộ trưởng Bộ Y tế',
  'Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ',
  'Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch',
]
const usualName = (no: number): string => `${posts[no % posts.length]} ${no}`

const entriesOf = (length: number, nameOf: (no: number) => string): Closed['entries'] =>
  Array.from({ length }, (_, i) => ({
    ...{ name: nameOf(i + 1), post },
    said: { kind: i % 9 === 4 ? 'disagree' : i % 13 === 6 ? 'other' : i % 11 === 10 ? 'not-voted' : 'agree' },
  }))

const resultOf = (now: Instant, entries: Closed['entries']): RoomStage =>
  itemAt(now, { vote: { state: 'closed', question, options: [], result: 'adopted', chosen: null, entries } })

const stages: Readonly<Record<string, (now: Instant) => RoomStage>> = {
  waiting: (now) => ({
    ...{ kind: 'before', startsAt: instant(now + 10 * minuteMs) },
    quorum: { present: 15, members: 27, needed: 18 },
  }),
  item: (now) => itemAt(now),
  speaker: (now) => itemAt(now, speakingAt(now, 2 * minuteMs)),
  'speaker-over': (now) => itemAt(now, { ...speakingAt(now, 7 * minuteMs), since: instant(now - hourMs) }),
  vote: (now) =>
    itemAt(now, {
      vote: { state: 'open', question, cast: 19, members: 27, closesAt: instant(now + 47 * secondMs) },
    }),
  result: (now) => resultOf(now, entriesOf(27, usualName)),
  'result-long': (now) => resultOf(now, entriesOf(27, longName)),
  'result-60': (now) => resultOf(now, entriesOf(60, usualName)),
  hidden: () => ({ kind: 'hidden' }),
  paused: (now) => ({ kind: 'paused', since: instant(now - 4 * minuteMs) }),
  ended: (now) => ({ kind: 'ended', at: now }),
}

/** @param page of a context of its own; @param base where the program is served */
export async function takeRoom(take: Camera, page: Page, base: string): Promise<void> {
  let stage = stages['waiting']
  await page.route('**/api/room-screens/**', async (route) => {
    const now = instant(Date.now())
    const view: RoomView = {
      title: 'Phiên họp Chính phủ thường kỳ tháng 10 năm 2026',
      place: 'Phòng họp số 1, Trụ sở Chính phủ',
      chair,
      stage: stage?.(now) ?? { kind: 'between' },
    }
    const json: RoomScreenReply = { now, version: 'a'.repeat(16), view }
    await route.fulfill({ json })
  })
  const open = async (language: string, next: typeof stage) => {
    stage = next
    // Its address differs in the fragment alone: the page would stay.
    await page.goto('about:blank')
    await page.goto(`${base}${roomScreenPath({ meeting: 'meeting', token: 'a'.repeat(64), language })}`)
    await page.locator('.ec-hall-picture').waitFor()
  }
  for (const [name, next] of Object.entries(stages)) {
    await open('vi', next)
    await take(page, `room-${name}`, ['hall'])
  }
  await open('en', stages['result'])
  await take(page, 'room-result-en', ['hall'])
  await page.unroute('**/api/room-screens/**')
  await page.route('**/api/room-screens/**', (route) => route.abort())
  await page.getByRole('alert').waitFor()
  await take(page, 'room-network-gone', ['hall'])
}

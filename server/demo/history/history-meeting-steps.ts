import { AgendaItemId, Hash, MeetingId } from '../../../shared/domain/id.ts'
import { ConclusionContent } from '../../../shared/domain/item-session.ts'
import { utf8 } from '../../../shared/lib/bytes.ts'
import { canonicalJson } from '../../../shared/lib/canonical-json.ts'
import { sha256Hex } from '../../../shared/lib/sha256.ts'
import { instant, minuteMs } from '../../../shared/lib/time.ts'
import type { DemoCalendar } from '../demo-calendar.ts'
import { demoMembers, demoPerson } from '../demo-people.ts'
import type { DemoStep } from '../demo-step.ts'
import { officeStepsOf, prepareMeeting } from '../meeting-steps.ts'
import type { ActDraft } from '../software-device.ts'
import type { PastMeeting } from './history-meetings.ts'

/** A meeting of the past: prepared, held with the members who came, each item concluded. */
export function pastMeetingSteps(past: PastMeeting, calendar: DemoCalendar): DemoStep[] {
  const { demo, beginsAfter, took } = past
  const prepared = prepareMeeting(demo, () => [[]], calendar)
  const meeting = MeetingId.parse(demo.id)
  const opens = prepared.startsAt + beginsAfter * minuteMs
  const step = (at: number, by: string, draft: ActDraft, of = ''): DemoStep => ({
    at: instant(at),
    label: `${meeting}/${draft.kind}${of}`,
    by,
    draft,
    prev: [],
  })
  const { chair } = demo
  const [secretary] = demo.handlers
  const came = demoMembers.map(({ account }, p) =>
    step(
      opens - (30 - p) * minuteMs,
      secretary,
      {
        kind: 'mark-presence',
        body: { meeting, person: demoPerson(account), presence: 'in-room' },
        openings: [],
      },
      `/${account}`,
    ),
  )
  const each = Math.floor(took / demo.items.length)
  const items = demo.items.flatMap(({ id, title }, n) => {
    const item = AgendaItemId.parse(id)
    const concluded = conclusionOf(title)
    const begins = opens + (1 + n * each) * minuteMs
    const body = { meeting, item }
    return [
      step(begins, chair, { kind: 'start-item', body, openings: [] }, `/${id}`),
      step(
        begins + (each - 5) * minuteMs,
        chair,
        { kind: 'conclude-item', body: { ...body, contentHash: concluded.commit }, openings: [concluded] },
        `/${id}`,
      ),
    ]
  })
  const ends = opens + took * minuteMs
  const body = { meeting }
  return [
    ...officeStepsOf(prepared, calendar),
    ...came,
    step(opens, chair, { kind: 'open-session', body, openings: [] }),
    ...items,
    step(ends, chair, { kind: 'end-session', body, openings: [] }),
    step(ends + 60 * minuteMs, 'lanhdao-vp', { kind: 'conclude-meeting', body, openings: [] }),
  ]
}

function conclusionOf(title: string) {
  const text = `Chính phủ thống nhất nội dung: ${title}. Giao cơ quan trình hoàn thiện theo ý kiến tại phiên họp.`
  const value = canonicalJson(ConclusionContent.parse({ text, assignments: [] }))
  return { commit: Hash.parse(sha256Hex(utf8(value))), salt: '', value }
}

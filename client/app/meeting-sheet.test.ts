import { describe, expect, it } from 'vitest'
import { AgendaItem, AgendaItemContent } from '../../shared/domain/agenda-item.ts'
import { AgencyId, AgendaItemId, DocumentId, type Hash, MeetingId } from '../../shared/domain/id.ts'
import { MatterSource } from '../../shared/domain/matter-source.ts'
import { MeetingContent } from '../../shared/domain/meeting.ts'
import { at, day, hashOf, person, post, someone } from '../../shared/domain/testing/cabinet.ts'
import { accepted } from '../../shared/domain/verdict.ts'
import { ok } from '../../shared/lib/result.ts'
import {
  blankItem,
  blankSecret,
  contentOfItem,
  type EditorItem,
  editorItemOf,
  gapsInItem,
  itemPrint,
} from './agenda-item-editing.ts'
import { meetingChanges, toldOf } from './meeting-changes.ts'
import {
  blankMeeting,
  contentOfMeeting,
  type EditorMeeting,
  gapsInMeeting,
  meetingPrint,
  startingOn,
} from './meeting-editing.ts'
import {
  isNothing,
  type KeptSheet,
  type MeetingSheet,
  nothingKept,
  overtaken,
  parseKept,
  pruned,
  sheetOver,
  withItem,
  withMeeting,
  withMovedItem,
  withoutItem,
  withoutSent,
  withStored,
} from './meeting-sheet.ts'
import { storeSheet } from './store-sheet.ts'

const now = at('2026-03-01', 9)
const people = [
  someone('pm', post('prime-minister')),
  someone('m2', post('minister')),
  someone('sec', post('secretary')),
]
const meeting = (part: Partial<EditorMeeting> = {}): EditorMeeting => {
  const written = {
    ...blankMeeting(person('sec'), now, people),
    title: 'Phiên họp',
    place: 'Phòng 1',
    ...part,
  }
  return { ...written, basedOn: meetingPrint(written) }
}
const id = (text: string) => AgendaItemId.parse(text)
const item = (name: string, rank: string, part: Partial<EditorItem> = {}): EditorItem => {
  const written = {
    ...blankItem(id(name), rank),
    title: name,
    presenter: 'Bộ trưởng Bộ Y tế',
    leadAgency: AgencyId.parse('byt'),
    ...part,
  }
  return { ...written, basedOn: itemPrint(written) }
}
const paper = (name: string) => {
  return {
    id: DocumentId.parse(name),
    title: name,
    kind: 'draft',
    hash: hashOf(name),
    size: 9,
    pages: 3,
  } as const
}
const base = (): MeetingSheet => ({
  meeting: meeting(),
  items: [item('a', 'B'), item('b', 'C'), item('c', 'D')],
})
const titles = (kept: KeptSheet) => sheetOver(base(), kept).items.map(({ title }) => title)

describe('a meeting being written', () => {
  it('[M1] begins a week from now, on no weekend, under the Prime Minister, and is fit once it has a title and a place', () => {
    const blank = blankMeeting(person('sec'), now, people)
    expect(blank).toMatchObject({ chair: 'pm', day: '2026-03-09', handlers: ['sec'] })
    expect(gapsInMeeting(blank, { now, people }).map(({ kind }) => kind)).toEqual([
      'title-missing',
      'place-missing',
    ])
    expect(gapsInMeeting(meeting(), { now, people })).toEqual([])
    expect(MeetingContent.safeParse(contentOfMeeting(meeting())).success).toBe(true)
  })

  const faults: [string, Partial<EditorMeeting>][] = [
    ['start-passed', { day: day('2026-02-27') }],
    ['ends-before-start', { endHour: '07:59' }],
    ['start-missing', { day: null }],
    ['chair-not-member', { chair: person('sec') }],
    ['handler-missing', { handlers: [] }],
  ]
  it.each(faults)('[M1] [M11] [G4] it says what is wrong: %s', (kind, part) => {
    const gaps = gapsInMeeting({ ...meeting(), ...part }, { now, people })
    expect(gaps.map((gap) => gap.kind)).toContain(kind)
  })

  it('[G4] another day to begin on takes the end along, unless the end lies later already', () => {
    const one = meeting()
    expect(startingOn(one, day('2026-03-20'), '08:00')).toMatchObject({ endDay: '2026-03-20' })
    const two = meeting({ endDay: day('2026-03-30') })
    expect(startingOn(two, day('2026-03-20'), '08:00')).not.toHaveProperty('endDay')
  })

  it('[O7] only what differs is kept, and what is as the Office has it again is forgotten', () => {
    const kept = withMeeting(base(), nothingKept, { title: 'Khác' })
    expect(sheetOver(base(), kept).meeting.title).toBe('Khác')
    expect(isNothing(withMeeting(base(), kept, { title: ' Phiên  họp ' }))).toBe(true)
    const changed = withItem(base(), nothingKept, item('b', 'C', { title: 'B' }))
    expect(titles(changed)).toEqual(['a', 'B', 'c'])
    expect(isNothing(withItem(base(), changed, item('b', 'C')))).toBe(true)
    expect(parseKept(JSON.parse(JSON.stringify(changed)))).toEqual(changed)
    expect(parseKept({ items: 1 })).toBeNull()
  })

  it('[M1] an item that is moved is one change; one that is taken off comes back by undoing', () => {
    const kept = withMovedItem(base(), nothingKept, 2, 0)
    expect(titles(kept)).toEqual(['c', 'a', 'b'])
    expect(kept.items).toHaveLength(1)
    const without = withoutItem(base(), kept, id('a'))
    expect(titles(without)).toEqual(['c', 'b'])
    expect(without.dropped).toEqual(['a'])
    const fresh = withItem(base(), nothingKept, item('new', 'Z'))
    expect(isNothing(withoutItem(base(), fresh, id('new')))).toBe(true)
  })

  it('[O7] two officers at two items: each goes on, and only the same item is a matter between them', () => {
    const mine = withItem(base(), nothingKept, { ...item('b', 'C'), title: 'của tôi' })
    const others: MeetingSheet = {
      ...base(),
      items: [item('a', 'B', { title: 'của họ' }), item('b', 'C'), item('c', 'D')],
    }
    expect(sheetOver(others, mine).items.map(({ title }) => title)).toEqual(['của họ', 'của tôi', 'c'])
    expect(overtaken(others, mine)).toEqual([])
    const same: MeetingSheet = {
      ...base(),
      items: [item('a', 'B'), item('b', 'C', { title: 'họ' }), item('c', 'D')],
    }
    expect(overtaken(same, mine)).toEqual(['b'])
  })

  it('[O7] what was stored is neither overtaken nor kept once the Office shows it', () => {
    const written = { ...item('b', 'C'), title: 'mới' }
    const kept = withStored(withItem(base(), nothingKept, written), id('b'), itemPrint(written))
    expect(overtaken(base(), kept)).toEqual([])
    const stored: MeetingSheet = {
      ...base(),
      items: [item('a', 'B'), item('b', 'C', { title: 'mới' }), item('c', 'D')],
    }
    expect(isNothing(pruned(stored, kept))).toBe(true)
  })

  const source = MatterSource.parse({ kind: 'ballot', ballot: 'a'.repeat(32) })
  it.each([null, source])(
    '[O7] what was sent leaves nothing behind, though the feed has not brought it: %j',
    async (from) => {
      const before: MeetingSheet = { ...base(), items: [item('a', 'B', { source: from }), item('b', 'C')] }
      const written = item('a', 'B', { source: from, title: 'mới' })
      let kept = withoutItem(before, withItem(before, nothingKept, written), id('b'))
      kept = withMeeting(before, kept, { place: 'Phòng 2' })
      const take = () => Promise.resolve(ok(accepted()))
      const desk = { storeMeeting: take, storeItem: take, removeItem: take }
      const what = {
        meeting: MeetingId.parse('m'.repeat(32)),
        isNew: false,
        base: before,
        kept,
        reason: 'đổi',
      }
      const sent = kept
      const stored = (part: AgendaItemId | null, print: Hash) => {
        kept = withStored(kept, part, print)
      }
      await storeSheet(desk, what, { stored, progress: () => undefined })
      expect(isNothing(pruned(before, kept))).toBe(false)
      expect(isNothing(withoutSent(kept, sent))).toBe(true)
      const later = withItem(before, kept, { ...written, title: 'mới hơn' })
      expect(withoutSent(later, sent)).toMatchObject({
        items: [{ title: 'mới hơn' }],
        meeting: null,
        dropped: [],
      })
    },
  )

  it.each([null, source])(
    '[O7] [B4] what the feed brought is what was sent, with and without what it continues: %j',
    (from) => {
      const written = item('a', 'B', { source: from, documents: [paper('x')] })
      const { rank, leadAgency, minutes: plannedMinutes, readers } = written
      const content = AgendaItemContent.parse(JSON.parse(JSON.stringify(contentOfItem(written))))
      const row = AgendaItem.parse({
        ...{ kind: 'agenda-item', meeting: 'm'.repeat(32), id: 'a', contentHash: hashOf('words') },
        ...{
          rank,
          leadAgency,
          plannedMinutes,
          readers,
          admissions: [],
          versions: [],
          withdrawn: null,
          files: [],
        },
      })
      const now: MeetingSheet = { ...base(), items: [editorItemOf(row, content)] }
      expect(isNothing(pruned(now, withItem(base(), nothingKept, written)))).toBe(true)
    },
  )
})

describe('an item being written', () => {
  it('[D3] a secret paper has a number and a custodian, and no file lies beside it', () => {
    const secret = blankSecret(() => 'p1')
    expect(gapsInItem(item('a', 'B', { secrets: [secret] }))).toEqual([{ kind: 'secret-incomplete', no: 1 }])
    const named = { ...secret, number: '12/TTr-BQP', custodian: 'Văn thư mật' }
    expect(gapsInItem(item('a', 'B', { secrets: [named] }))).toEqual([])
    const both = item('a', 'B', { secrets: [named], documents: [paper('x')] })
    expect(gapsInItem(both)).toEqual([{ kind: 'secret-with-files' }])
    expect(AgendaItemContent.safeParse(contentOfItem(item('a', 'B', { secrets: [named] }))).success).toBe(
      true,
    )
  })

  it('[M1] [D2] it says what is missing: presenter, agency, readers, minutes', () => {
    const gaps = gapsInItem({ ...blankItem(id('a'), 'B'), readers: [], minutes: 0 })
    expect(gaps.map(({ kind }) => kind)).toEqual([
      'title-missing',
      'presenter-missing',
      'agency-missing',
      'minutes-wrong',
      'no-reader',
    ])
    expect(gapsInItem(item('a', 'B', { title: 'ế'.repeat(301) }))).toEqual([
      { kind: 'too-long', field: 'title', over: 1 },
    ])
  })
})

describe('what changes after approval', () => {
  const before: MeetingSheet = {
    meeting: meeting(),
    items: [item('a', 'B', { documents: [paper('x')] }), item('b', 'C', { readers: [person('m2')] })],
  }

  it('[M1] is said part by part', () => {
    const after: MeetingSheet = {
      meeting: meeting({ hour: '09:00', place: 'Phòng 2' }),
      items: [
        item('b', 'A', { readers: [person('m2')] }),
        item('a', 'B', { minutes: 30, documents: [{ ...paper('x'), hash: hashOf('y') }, paper('z')] }),
        item('new', 'D'),
      ],
    }
    const changes = meetingChanges(before, after)
    expect(changes.map(({ kind }) => kind)).toEqual(['words', 'hours', 'item-moved', 'item', 'item-added'])
    expect(changes.find(({ kind }) => kind === 'item')).toMatchObject({
      no: 2,
      parts: [
        { kind: 'minutes', was: 20, is: 30 },
        { kind: 'document-replaced', title: 'x' },
        { kind: 'document-added', title: 'z' },
      ],
    })
    expect(toldOf(changes, before, after)).toBeNull()
  })

  it('[D2] of an item only those hear who read it, before or after, and the chair', () => {
    const [a] = before.items
    const after: MeetingSheet = { ...before, items: a ? [a] : [] }
    const changes = meetingChanges(before, after)
    expect(changes).toEqual([{ kind: 'item-withdrawn', no: 2, item: 'b', title: 'b' }])
    expect(toldOf(changes, before, after)?.sort()).toEqual(['m2', 'pm'])
  })

  it('[M1] nothing changes where nothing differs', () => {
    expect(meetingChanges(before, before)).toEqual([])
  })
})

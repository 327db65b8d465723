import type { TFunction } from 'i18next'
import type { AgendaItemId } from '../../../shared/domain/id.ts'
import type { Person } from '../../../shared/domain/people.ts'
import { summaryGap } from '../../../shared/domain/summary-rule.ts'
import type { Instant } from '../../../shared/lib/time.ts'
import { gapsInItem, type ItemGap } from '../../app/agenda-item-editing.ts'
import { gapsInMeeting, type MeetingGap } from '../../app/meeting-editing.ts'
import type { MeetingSheet } from '../../app/meeting-sheet.ts'
import { type UploadGap, uploadGaps } from '../shared/upload-gaps.ts'
import type { UploadItem } from '../shared/use-uploads.ts'

/** What a meeting being written lacks, and where. `at` counts items from 1. */
export type SheetGap =
  | { of: 'meeting'; gap: MeetingGap | { kind: 'agenda-empty' } }
  | {
      of: 'item'
      id: AgendaItemId
      at: number
      gap: ItemGap | { kind: 'summary-missing' | 'summary-too-long' }
    }
  | { of: 'upload'; gap: UploadGap }

/** What stands between the sheet and its storing. */
export function gapsToStore(
  { meeting, items }: MeetingSheet,
  rules: { now: Instant; people: readonly Person[] },
): SheetGap[] {
  return [
    ...gapsInMeeting(meeting, rules).map((gap): SheetGap => ({ of: 'meeting', gap })),
    ...items.flatMap((item, i) =>
      gapsInItem(item).map((gap): SheetGap => ({ of: 'item', id: item.id, at: i + 1, gap })),
    ),
  ]
}

/** And what more before it goes out (M2). */
export function gapsToSend({ items }: MeetingSheet, uploads: readonly UploadItem[]): SheetGap[] {
  return [
    ...(items.length === 0 ? [{ of: 'meeting', gap: { kind: 'agenda-empty' } } as const] : []),
    ...items.flatMap(({ id, documents }, i): SheetGap[] => {
      const kind = summaryGap(documents)
      return kind ? [{ of: 'item', id, at: i + 1, gap: { kind } }] : []
    }),
    ...uploadGaps(uploads).map((gap): SheetGap => ({ of: 'upload', gap })),
  ]
}

export function sheetGapWords(t: TFunction, found: SheetGap): string {
  if (found.of === 'upload') return t(`editor.gap.${found.gap.kind}`, { name: '', ...found.gap })
  if (found.of === 'meeting') {
    const { gap } = found
    const field = gap.kind === 'too-long' ? t(`agenda.${gap.field}`) : ''
    return t(`agenda.gap.${gap.kind}`, { over: 0, ...gap, field })
  }
  const { gap, at } = found
  const field = gap.kind === 'too-long' ? t(`agenda.item.${gap.field}`) : ''
  const paper = 'no' in gap ? gap.no : 0
  return t(`agenda.itemGap.${gap.kind}`, { over: 0, ...gap, no: at, field, paper })
}

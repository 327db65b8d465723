import { SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { memo } from 'react'
import { PersonId } from '../../../shared/domain/id.ts'
import { MeetingType } from '../../../shared/domain/meeting.ts'
import { membersOn } from '../../../shared/domain/people.ts'
import { dayOf } from '../../../shared/lib/time.ts'
import { type EditorMeeting, meetingLimits, startIn, startingOn } from '../../app/meeting-editing.ts'
import { foldedFilter } from '../../ui/folded-filter.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { byRank } from '../by-rank.ts'
import { DeadlineInput } from '../shared/deadline-input.tsx'
import { useDirectory } from '../use-directory.ts'
import { LateNotice } from './late-notice.tsx'
import { type SheetGap, sheetGapWords } from './sheet-gaps.ts'

type EditorFactsProps = {
  meeting: EditorMeeting
  mode: 'draft' | 'change'
  /** Empty until somebody asked for the next step. */
  gaps: readonly SheetGap[]
  onChange: (part: Partial<EditorMeeting>) => void
}

/** What kind of meeting, when, where, under whom (M1, M11, G4). Left alone while an item is written. */
export const EditorFacts = memo(function EditorFacts({ meeting, mode, gaps, onChange }: EditorFactsProps) {
  const app = useApp()
  const { t } = useWords()
  const { people, postOf } = useDirectory()
  const startsAt = startIn(meeting)
  const day = dayOf(startsAt ?? app.now())
  const members = membersOn(people, day).sort(byRank(day))
  const errorFor = (...kinds: SheetGap['gap']['kind'][]) => {
    const found = gaps.find(({ of, gap }) => of === 'meeting' && kinds.includes(gap.kind))
    return found && sheetGapWords(t, found)
  }
  const tooLong = (field: 'title' | 'place' | 'remarks') => {
    const found = gaps.find(({ of, gap }) => of === 'meeting' && 'field' in gap && gap.field === field)
    return found && sheetGapWords(t, found)
  }
  const hint = (field: 'title' | 'place' | 'remarks', usual?: string) => {
    const left = meetingLimits[field] - meeting[field].length
    // How much is left is news only near the end.
    return left < meetingLimits[field] / 5 ? t('agenda.left', { count: Math.max(0, left) }) : usual
  }
  const hourFit = (word: string | undefined) =>
    word === undefined ? null : { tone: 'urgent' as const, word }
  return (
    <section className="ec-editor-part" aria-label={t('agenda.facts')}>
      <h2>{t('agenda.facts')}</h2>
      {mode === 'draft' && (
        <div>
          <SegmentedControl
            aria-label={t('agenda.type')}
            size="md"
            data={MeetingType.options.map((value) => ({ value, label: t(`officeMeeting.type.${value}`) }))}
            value={meeting.type}
            onChange={(type) => onChange({ type: MeetingType.parse(type) })}
          />
        </div>
      )}
      <Textarea
        label={t('agenda.title')}
        description={hint('title', t('agenda.titleHint'))}
        required
        autosize
        minRows={1}
        maxRows={6}
        value={meeting.title}
        error={errorFor('title-missing') ?? tooLong('title')}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <div className="ec-meeting-hours">
        <fieldset className="ec-editor-deadline">
          <legend>{t('agenda.start')}</legend>
          <DeadlineInput
            day={meeting.day}
            hour={meeting.hour}
            now={app.now()}
            fit={hourFit(errorFor('start-missing', 'start-passed'))}
            onChange={(next, hour) => onChange(startingOn(meeting, next, hour))}
          />
        </fieldset>
        <fieldset className="ec-editor-deadline">
          <legend>{t('agenda.end')}</legend>
          <DeadlineInput
            day={meeting.endDay}
            hour={meeting.endHour}
            now={app.now()}
            fit={hourFit(errorFor('end-missing', 'ends-before-start'))}
            onChange={(endDay, endHour) => onChange({ endDay, endHour })}
          />
        </fieldset>
      </div>
      <LateNotice startsAt={startsAt} />
      <TextInput
        label={t('agenda.place')}
        description={hint('place', t('agenda.placeHint'))}
        required
        value={meeting.place}
        error={errorFor('place-missing') ?? tooLong('place')}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
      />
      <Select
        label={t('agenda.chair')}
        required
        searchable
        allowDeselect={false}
        filter={foldedFilter}
        placeholder={t('agenda.chooseChair')}
        data={members.map((person) => ({ value: person.id, label: named(person.name, postOf(person)) }))}
        value={meeting.chair}
        error={errorFor('chair-missing', 'chair-not-member')}
        onChange={(chair) => chair !== null && onChange({ chair: PersonId.parse(chair) })}
      />
      <Textarea
        label={t('agenda.remarks')}
        description={hint('remarks')}
        autosize
        minRows={2}
        maxRows={12}
        value={meeting.remarks}
        error={tooLong('remarks')}
        onChange={(event) => onChange({ remarks: event.currentTarget.value })}
      />
    </section>
  )
})

const named = (name: string, post: string) => (post === '' ? name : `${name}, ${post}`)

import './meeting-filter-fields.css'
import { Select } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { FindField } from '../ui/find-field.tsx'
import { foldedFilter } from '../ui/folded-filter.ts'
import { useWords } from '../ui/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { agenciesIn, type FilteredMeeting, type MeetingFilter, spansOf } from './meeting-filter.ts'
import { useDirectory } from './use-directory.ts'
import type { useMeetingFilter } from './use-meeting-filter.ts'

type MeetingFilterFieldsProps = {
  /** Of the whole list: what can be chosen. */
  views: readonly FilteredMeeting[]
  filter: MeetingFilter
} & Pick<ReturnType<typeof useMeetingFilter>, 'set' | 'setText'>

export function MeetingFilterFields({ views, filter, set, setText }: MeetingFilterFieldsProps) {
  const { t } = useWords()
  const { agencyOf } = useDirectory()
  const { from, to, agency, text } = filter
  return (
    <>
      <DatePickerInput
        type="range"
        className="ec-filter-days"
        aria-label={t('meeting.filter.days')}
        placeholder={t('meeting.filter.anyDay')}
        leftSection={<Icon name="meeting" size={20} />}
        valueFormat="DD/MM/YYYY"
        clearable
        allowSingleDateInRange
        value={[from, to]}
        presets={spansOf(views).map(({ days, year, month }) => ({
          value: days,
          label:
            month === null ? t('meeting.filter.year', { year }) : t('meeting.filter.month', { year, month }),
        }))}
        onChange={([first, last]) => set({ from: first, to: last })}
      />
      <Select
        className="ec-filter-agency"
        aria-label={t('meeting.filter.agency')}
        placeholder={t('meeting.filter.anyAgency')}
        clearable
        searchable
        filter={foldedFilter}
        data={agenciesIn(views).map((value) => ({ value, label: agencyOf(value) }))}
        value={agency}
        onChange={(next) => set({ agency: next })}
      />
      <FindField label={t('meeting.filter.find')} value={text} onFind={setText} />
    </>
  )
}

import { MultiSelect, Select } from '@mantine/core'
import { foldedFilter } from '../ui/folded-filter.ts'
import { useWords } from '../ui/i18n.ts'
import { useAgencyChoice } from './agency-choice.ts'

type AgencyFieldsProps = {
  lead: string | null
  supporting: string[]
  /** Why the lead agency cannot stay as it is. */
  fault?: string | undefined
  onLead: (lead: string | null) => void
  onSupporting: (supporting: string[]) => void
}

/** Which agency leads a task, and which support it (T1). */
export function AgencyFields({ lead, supporting, fault, onLead, onSupporting }: AgencyFieldsProps) {
  const { t } = useWords()
  const agencies = useAgencyChoice()
  return (
    <>
      <Select
        label={t('tasks.form.lead')}
        required
        searchable
        filter={foldedFilter}
        data={agencies}
        value={lead}
        error={fault}
        onChange={onLead}
      />
      <MultiSelect
        label={t('tasks.form.supporting')}
        searchable
        filter={foldedFilter}
        maxValues={60}
        data={agencies.filter(({ value }) => value !== lead)}
        value={supporting}
        onChange={onSupporting}
      />
    </>
  )
}

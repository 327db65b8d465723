import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { parseDay } from '../../../shared/lib/time.ts'
import type { DraftAssignment } from '../../app/conclusion-draft.ts'
import { DayField } from '../../ui/day-field.tsx'
import { foldedFilter } from '../../ui/folded-filter.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { useAgencyChoice } from '../agency-choice.ts'

/** One assignment being written: who, what, until when, with which product (M9). */
export function ConclusionLine({
  no,
  line,
  onChange,
  onRemove,
}: {
  no: number
  line: DraftAssignment
  onChange: (part: Partial<DraftAssignment>) => void
  onRemove: () => void
}) {
  const agencies = useAgencyChoice()
  const { t } = useWords()
  return (
    <fieldset className="ec-console-assignment">
      <legend className="ec-unseen">
        {t('session.console.assignments')} {no}
      </legend>
      <Select
        label={t('session.console.assignmentAgency')}
        data={agencies}
        searchable
        filter={foldedFilter}
        allowDeselect={false}
        value={line.agency}
        onChange={(agency) => onChange({ agency })}
      />
      <Textarea
        label={t('session.console.assignmentText')}
        value={line.text}
        maxLength={2000}
        autosize
        minRows={1}
        maxRows={4}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <div className="ec-console-row">
        <DayField
          label={t('session.console.assignmentDeadline')}
          value={line.deadline === null ? null : parseDay(line.deadline)}
          onChange={(deadline) => onChange({ deadline })}
        />
        <TextInput
          label={t('session.console.assignmentProduct')}
          value={line.product}
          maxLength={500}
          onChange={(event) => onChange({ product: event.currentTarget.value })}
        />
        <Button
          variant="subtle"
          color="gray"
          aria-label={t('session.console.assignmentRemove', { no })}
          onClick={onRemove}
        >
          <Icon name="remove" size={20} />
        </Button>
      </div>
    </fieldset>
  )
}

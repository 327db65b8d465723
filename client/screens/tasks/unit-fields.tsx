import './task-units.css'
import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { foldedFilter } from '../../ui/folded-filter.ts'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { UnitsSheet } from './units-sheet.tsx'
import type { ChosenTasks, SetTaskFilter } from './use-task-filter.ts'

/** By which unit an agency's desk looks at its list, and in which order; and where it keeps their names. */
export function UnitFields({ chosen: { filter, sort }, set }: { chosen: ChosenTasks; set: SetTaskFilter }) {
  const app = useApp()
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const agency = app.units.keeps()
  if (agency === null) return null
  const units = app.units.units(agency)
  return (
    <div className="ec-unit-chosen ec-no-print">
      {units.length > 0 && (
        <>
          <Select
            className="ec-task-field"
            clearable
            searchable
            filter={foldedFilter}
            aria-label={t('units.filter')}
            placeholder={t('units.any')}
            data={units.map(({ id, name }) => ({ value: id, label: name }))}
            value={filter.unit}
            onChange={(unit) => set({ unit })}
          />
          <Select
            className="ec-task-field"
            allowDeselect={false}
            aria-label={t('units.sort')}
            data={[
              { value: 'deadline', label: t('units.byDeadline') },
              { value: 'unit', label: t('units.byUnit') },
            ]}
            value={sort?.by === 'unit' ? 'unit' : 'deadline'}
            onChange={(by) => set({ sort: by === 'unit' ? by : null })}
          />
        </>
      )}
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('units.open')}
      </Button>
      {isOpen && <UnitsSheet agency={agency} onClose={() => setOpen(false)} />}
    </div>
  )
}

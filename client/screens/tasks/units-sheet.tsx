import './task-units.css'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AgencyId, UnitId } from '../../../shared/domain/id.ts'
import { cleanText, foldText } from '../../../shared/lib/text.ts'
import { ConfirmSheet } from '../../ui/confirm-sheet.tsx'
import { useWords } from '../../ui/i18n.ts'
import { useApp, useAppVersion } from '../app-context.tsx'
import { useDirectory } from '../use-directory.ts'
import { useQueued } from '../use-say.ts'

/** The names of an agency's units: entered, renamed and retired by its desk, offline too (decision 0036). */
export function UnitsSheet({ agency, onClose }: { agency: AgencyId; onClose: () => void }) {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const { agencyOf } = useDirectory()
  const queued = useQueued()
  const [name, setName] = useState('')
  const [renamed, setRenamed] = useState<{ id: UnitId; name: string } | null>(null)
  const [isBusy, setBusy] = useState(false)
  const units = app.units.units(agency)
  const words = { saved: t('units.saved'), recorded: t('units.recorded') }
  const named = cleanText(name).trim()
  const isTaken = units.some((unit) => unit.id !== renamed?.id && foldText(unit.name) === foldText(named))
  const isReady = named !== '' && !isTaken && !isBusy
  const set = async (id: UnitId | null, called: string, isRetired: boolean) => {
    setBusy(true)
    const isDone = await queued(() => app.units.setUnit(agency, id, called, isRetired), words)
    setBusy(false)
    return isDone
  }
  const save = async () => {
    const before = units.find(({ id }) => id === renamed?.id)
    if (!(await set(renamed?.id ?? null, named, before?.isRetired ?? false))) return
    setName('')
    setRenamed(null)
  }
  return (
    <ConfirmSheet
      opened
      title={t('units.title', { agency: agencyOf(agency) })}
      confirm={t(renamed ? 'units.rename' : 'units.add')}
      cancel={t('interface.close')}
      busy={isBusy}
      disabled={!isReady}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      <p className="ec-quiet">{t('units.text')}</p>
      {units.length === 0 ? (
        <p>{t('units.none')}</p>
      ) : (
        <ul className="ec-units">
          {units.map((unit) => (
            <li key={unit.id}>
              <span className="ec-unit-name">
                {unit.name}
                {unit.isRetired && <span className="ec-quiet"> ({t('units.retired')})</span>}
                {unit.isWaiting && <span className="ec-quiet"> · {t('units.waiting')}</span>}
              </span>
              <Button
                variant="default"
                aria-label={t('units.renameOf', { name: unit.name })}
                onClick={() => {
                  setRenamed(unit)
                  setName(unit.name)
                }}
              >
                {t('units.rename')}
              </Button>
              <Button
                variant="default"
                disabled={isBusy}
                aria-label={t(unit.isRetired ? 'units.reviveOf' : 'units.retireOf', { name: unit.name })}
                onClick={() => void set(unit.id, unit.name, !unit.isRetired)}
              >
                {t(unit.isRetired ? 'units.revive' : 'units.retire')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {units.length > 0 && <p className="ec-quiet">{t('units.retiredText')}</p>}
      <TextInput
        label={renamed ? t('units.renaming', { name: renamed.name }) : t('units.name')}
        maxLength={200}
        autoComplete="off"
        value={name}
        error={named !== '' && isTaken ? t('units.nameTaken') : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && isReady) void save()
        }}
      />
    </ConfirmSheet>
  )
}

import { Button, Modal, Select } from '@mantine/core'
import { useState } from 'react'
import { PersonId } from '../../../shared/domain/id.ts'
import { appointmentsOn } from '../../../shared/domain/people.ts'
import type { HandedCode } from '../../../shared/protocol/api.ts'
import { dateAndHour } from '../../ui/date-text.tsx'
import { foldedFilter } from '../../ui/folded-filter.ts'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.tsx'
import { networkWords } from '../authority-problem.ts'
import { useServerReach } from '../server-reach.tsx'
import { useDirectory } from '../use-directory.ts'

/** A one-time code for one person's device: shown once, large, and as a slip to be handed over (O3). */
export function CodeSheet({ onClose }: { onClose: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const { people, nameOf, postOf } = useDirectory()
  const canReach = useServerReach()
  const [person, setPerson] = useState<PersonId | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [handed, setHanded] = useState<HandedCode | null>(null)

  const today = app.today()
  const choices = people
    .filter((each) => appointmentsOn(each, today).length > 0)
    .map((each) => ({ value: each.id, label: [each.name, postOf(each)].filter(Boolean).join(', ') }))
    .sort((a, b) => a.label.localeCompare(b.label, 'vi'))

  const make = async () => {
    if (person === null) return
    setBusy(true)
    setProblem(null)
    const reply = await app.devices.handOutCode(person)
    setBusy(false)
    if (reply.ok) setHanded(reply.value)
    else setProblem(networkWords(t, reply.error))
  }
  return (
    <Modal
      opened
      className="ec-devices-dialog"
      size={680}
      title={t('devices.code.title')}
      onClose={onClose}
      // The code cannot be shown again: no stray tap outside takes it away.
      closeOnClickOutside={handed === null}
      closeOnEscape={handed === null}
      classNames={{ title: 'ec-confirm-title', content: 'ec-confirm-content' }}
      closeButtonProps={{ 'aria-label': t('interface.close') }}
    >
      {handed && person !== null ? (
        <div className="ec-devices-slip">
          <h2 className="ec-devices-slip-only">{t('devices.code.slipTitle')}</h2>
          <p>
            {t('devices.code.forPerson')} <strong>{nameOf(person)}</strong>
          </p>
          <div className="ec-devices-slip-only">
            <p>{t('devices.code.slipStep1')}</p>
            <p>{t('devices.code.slipStep2')}</p>
            <p>{t('devices.code.slipStep3')}</p>
          </div>
          <output className="ec-devices-code">{handed.code}</output>
          <p>{t('devices.code.expires', { when: dateAndHour(handed.expiresAt) })}</p>
          <p className="ec-devices-slip-only">{t('devices.code.slipKeep')}</p>
          <div className="ec-devices-buttons ec-no-print">
            <Button leftSection={<Icon name="print" size={20} />} variant="default" onClick={() => print()}>
              {t('devices.code.print')}
            </Button>
            <Button onClick={onClose}>{t('devices.code.finish')}</Button>
          </div>
        </div>
      ) : (
        <div className="ec-devices-slip">
          <p>{t('devices.code.text')}</p>
          <Select
            label={t('devices.code.person')}
            placeholder={t('devices.code.choose')}
            nothingFoundMessage={t('devices.code.noPerson')}
            searchable
            filter={foldedFilter}
            required
            data={choices}
            value={person}
            onChange={(next) => setPerson(next === null ? null : PersonId.parse(next))}
          />
          {problem !== null && (
            <div role="alert">
              <Notice tone="urgent" title={t('devices.code.notMade')}>
                {problem}
              </Notice>
            </div>
          )}
          <div className="ec-devices-buttons">
            <Button loading={isBusy} disabled={person === null || !canReach} onClick={() => void make()}>
              {t('devices.code.make')}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  )
}

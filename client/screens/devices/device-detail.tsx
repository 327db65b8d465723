import { ActionIcon, Button } from '@mantine/core'
import { useState } from 'react'
import { permit } from '../../../shared/domain/access.ts'
import { keyCode } from '../../../shared/lib/key-code.ts'
import { dateAndHour, When } from '../../ui/date-text.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import { useServerReach } from '../server-reach.tsx'
import { useDirectory } from '../use-directory.ts'
import { type DeviceRow, DeviceSign } from './device-sign.tsx'
import { RevokeSheet } from './revoke-sheet.tsx'

/** One device: what is known of it, and what may be done. */
export function DeviceDetail({ row, onClose }: { row: DeviceRow; onClose: () => void }) {
  const app = useApp()
  const { t } = useWords()
  const { nameOf } = useDirectory()
  const canReach = useServerReach()
  const [asks, setAsks] = useState<'propose' | 'confirm' | 'revoke' | null>(null)
  const { device, proposal } = row
  const { phase, label } = device
  const { subject } = app.me()
  const name = nameOf(device.person)
  const about = { about: 'device' as const }
  const mayPropose = permit(subject, { action: 'propose', ...about, person: null }).allow
  const mayConfirm = proposal && permit(subject, { action: 'confirm', ...about, person: proposal.by }).allow
  const mayRevoke = permit(subject, { action: 'revoke-device', owner: device.person }).allow
  const isOwn = proposal !== null && proposal.by === subject.person
  const close = () => setAsks(null)
  return (
    <section className="ec-devices-detail" aria-label={label}>
      <div className="ec-devices-head">
        <DeviceSign row={row} />
        <ActionIcon aria-label={t('interface.close')} onClick={onClose}>
          <Icon name="close" size={20} />
        </ActionIcon>
      </div>
      <h2>{label}</h2>
      <p>
        {name} {row.isThis && <span className="ec-quiet">({t('devices.thisDevice')})</span>}
      </p>
      <Facts row={row} />
      {phase.state === 'pending' && (
        <Notice
          tone="waiting"
          sign="people"
          title={t(proposal ? 'devices.phase.proposed' : 'devices.phase.pending')}
        >
          {proposal
            ? t('devices.detail.proposedBy', { name: nameOf(proposal.by), when: dateAndHour(proposal.at) })
            : t('devices.detail.pendingText')}{' '}
          {isOwn && t('devices.detail.ownProposal')}
        </Notice>
      )}
      <div className="ec-devices-buttons">
        {phase.state === 'pending' && !proposal && mayPropose && (
          <Button disabled={!canReach} onClick={() => setAsks('propose')}>
            {t('devices.propose')}
          </Button>
        )}
        {phase.state === 'pending' && mayConfirm && (
          <Button disabled={!canReach} onClick={() => setAsks('confirm')}>
            {t('devices.confirm')}
          </Button>
        )}
        {phase.state !== 'revoked' && mayRevoke && (
          <Button variant="default" disabled={!canReach} onClick={() => setAsks('revoke')}>
            {t('devices.revoke')}
          </Button>
        )}
      </div>
      {asks === 'revoke' && <RevokeSheet row={row} name={name} onClose={close} />}
      {asks === 'propose' && (
        <AuthoritySheet
          title={t('devices.proposeSheet.title', { name, label })}
          confirm={t('devices.proposeSheet.confirm')}
          done={t('devices.proposeSheet.done')}
          perform={() => app.devices.proposeEnrolment(device.id)}
          onClose={close}
        >
          <p>{t('devices.proposeSheet.text')}</p>
          <SameKey publicKey={device.publicKey} />
        </AuthoritySheet>
      )}
      {asks === 'confirm' && proposal && (
        <AuthoritySheet
          title={t('devices.confirmSheet.title', { name, label })}
          confirm={t('devices.confirmSheet.confirm')}
          done={t('devices.confirmSheet.done')}
          perform={() => app.devices.confirm(proposal.id)}
          onClose={close}
        >
          <p>{t('devices.confirmSheet.text', { name, by: nameOf(proposal.by) })}</p>
          <SameKey publicKey={device.publicKey} />
        </AuthoritySheet>
      )}
    </section>
  )
}

/** The same code stands on the screen of the device that waits: only then is it the one that is spoken of (O3). */
function SameKey({ publicKey }: { publicKey: string }) {
  const { t } = useWords()
  return (
    <p>
      {t('devices.sameKey')} <strong className="ec-devices-key">{keyCode(publicKey)}</strong>
    </p>
  )
}

function Facts({ row: { device } }: { row: DeviceRow }) {
  const { t } = useWords()
  const { phase } = device
  const items = [
    { term: t('devices.detail.askedAt'), value: <When at={device.askedAt} /> },
    ...(phase.state === 'active'
      ? [{ term: t('devices.detail.activeSince'), value: <When at={phase.since} /> }]
      : []),
    ...(phase.state === 'revoked'
      ? [
          { term: t('devices.detail.revokedAt'), value: <When at={phase.at} /> },
          { term: t('devices.detail.reason'), value: phase.reason },
          {
            term: t('devices.detail.wipe'),
            value: !phase.wipe
              ? t('devices.detail.wipeNot')
              : phase.wipedAt === null
                ? t('devices.detail.wipeWaits')
                : t('devices.detail.wipedAt', { when: dateAndHour(phase.wipedAt) }),
          },
        ]
      : []),
    {
      term: t('devices.detail.key'),
      value: <span className="ec-devices-key">{keyCode(device.publicKey)}</span>,
    },
  ]
  return <DefinitionList stacked items={items} />
}

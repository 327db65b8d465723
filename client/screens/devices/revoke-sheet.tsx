import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../ui/i18n.ts'
import { useApp } from '../app-context.tsx'
import { AuthoritySheet } from '../authority-sheet.tsx'
import type { DeviceRow } from './device-sign.tsx'

type RevokeSheetProps = { row: DeviceRow; name: string; onClose: () => void }

/** A device is cut off, with or without wiping what it holds (O5). */
export function RevokeSheet({ row: { device, isThis }, name, onClose }: RevokeSheetProps) {
  const app = useApp()
  const { t } = useWords()
  const [wipes, setWipes] = useState(false)
  return (
    <AuthoritySheet
      title={
        isThis
          ? t('devices.revokeSheet.titleThis')
          : t('devices.revokeSheet.title', { label: device.label, name })
      }
      warning={t('devices.revokeSheet.warning')}
      confirm={t('devices.revokeSheet.confirm')}
      done={t('devices.revokeSheet.done')}
      reason={{ most: 500 }}
      perform={(reason) => app.devices.revoke(device.id, reason, wipes)}
      onClose={onClose}
    >
      <p>{t('devices.revokeSheet.text')}</p>
      <Checkbox
        label={t('devices.revokeSheet.wipe')}
        description={t(wipes ? 'devices.revokeSheet.wipeText' : 'devices.revokeSheet.keepText')}
        checked={wipes}
        onChange={(event) => setWipes(event.currentTarget.checked)}
      />
    </AuthoritySheet>
  )
}

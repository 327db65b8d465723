import { keyCode } from '../../../shared/lib/key-code.ts'
import type { DeviceIdentity } from '../../app/ports.ts'
import { useWords } from '../../ui/i18n.ts'

/**
 * Which device this is, for its owner and for the Office on the telephone. All that may stand on a locked screen: the name
 * that its owner gave it for that, and the code of its public key. Whose it is and what is on it lies sealed.
 */
export function ThisDevice({ identity }: { identity: DeviceIdentity }) {
  const { t } = useWords()
  return (
    <p className="ec-quiet">
      {identity.label !== null && <span>{t('entry.device.label', { label: identity.label })} · </span>}
      <span className="ec-nowrap">{t('entry.device.code', { code: keyCode(identity.publicKey) })}</span>
    </p>
  )
}

import type { TFunction } from 'i18next'
import { apiErrorKinds } from '../../shared/protocol/api-error.ts'
import type { NetworkFault } from '../app/ports.ts'

type Refused = Extract<NetworkFault, { kind: 'refused' }>

/** Every error reply in words; the code of help is there where only the administrator can help. */
export function serverErrorWords(t: TFunction, { status, error }: Refused): string {
  const kind = apiErrorKinds.find((known) => known === error.kind)
  if (kind === undefined) return t('serverError.unknown', { code: `${status} ${error.kind}` })
  const id = typeof error['id'] === 'string' ? error['id'].slice(0, 8) : ''
  return t(`serverError.${kind}`, { code: id === '' ? String(status) : id })
}

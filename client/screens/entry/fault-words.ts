import type { TFunction } from 'i18next'
import { unreachable } from '../../../shared/lib/unreachable.ts'
import type { NetworkFault } from '../../app/ports.ts'

/** Why coming in did not work; `step` tells a wrong password from a wrong code, which the server answers alike. */
export function networkFaultWords(t: TFunction, fault: NetworkFault, step: 'sign-in' | 'enrol'): string {
  switch (fault.kind) {
    case 'unreachable':
      return t('entry.problem.unreachable')
    case 'signed-out':
      return t(step === 'sign-in' ? 'entry.problem.wrongSignIn' : 'entry.problem.signedOut')
    case 'not-understood':
      return t('entry.problem.notUnderstood')
    case 'refused':
      return refusedWords(t, fault, step)
    default:
      return unreachable(fault)
  }
}

function refusedWords(
  t: TFunction,
  { status, error }: Extract<NetworkFault, { kind: 'refused' }>,
  step: 'sign-in' | 'enrol',
): string {
  if (status === 429) return t('entry.problem.tooMany')
  if (status === 401 || status === 403 || status === 404) {
    return t(step === 'sign-in' ? 'entry.problem.wrongSignIn' : 'entry.problem.wrongCode')
  }
  return t('entry.problem.refused', { code: `${status} ${error.kind}` })
}

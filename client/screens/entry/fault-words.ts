import type { TFunction } from 'i18next'
import { unreachable } from '../../../shared/lib/unreachable.ts'
import type { NetworkFault } from '../../app/ports.ts'
import { serverErrorWords } from '../server-error-words.ts'

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
  fault: Extract<NetworkFault, { kind: 'refused' }>,
  step: 'sign-in' | 'enrol',
): string {
  const { status, error } = fault
  // Words of its own, for nothing that somebody typed is wrong then.
  const isOfForm = (status === 401 || status === 403 || status === 404) && error.kind !== 'foreign-site'
  if (!isOfForm) return serverErrorWords(t, fault)
  return t(step === 'sign-in' ? 'entry.problem.wrongSignIn' : 'entry.problem.wrongCode')
}

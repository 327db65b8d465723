import type { TFunction } from 'i18next'
import { Rejection } from '../../shared/protocol/api.ts'

/** Why the server did not take an act, with its code for whoever is asked for help. */
export function rejectionWord(t: TFunction, code: string): string {
  const kind = Rejection.safeParse(code).data
  return kind ? `${t(`returned.why.${kind}`)} (${code})` : code
}

import type { TFunction } from 'i18next'
import type { Act } from '../../../shared/domain/act.ts'
import type { Refusal } from '../../../shared/domain/verdict.ts'
import { problemWords } from '../authority-problem.ts'

/** Why the Office did not take what a desk said; an extension that came too late has words of its own (T4). */
export const deskRefusal = (t: TFunction, kind: Act['kind'], reason: Refusal): string =>
  kind === 'ask-extension' && reason.kind === 'deadline-passed'
    ? t('extension.refusedLate')
    : problemWords(t, { kind: 'verdict', reason })

import type { TFunction } from 'i18next'
import type { Directive } from '../../shared/domain/directive.ts'

/** As a paper is called: "Chỉ thị số 12/CT-TTg". */
export function directiveName(t: TFunction, { type, number }: Pick<Directive, 'type' | 'number'>): string {
  const name = t(`directives.type.${type}`)
  return number === ''
    ? t('directives.noNumber', { type: name })
    : t('directives.named', { type: name, number })
}

import type { TFunction } from 'i18next'
import { uploadMaxBytes, uploadMaxPages } from '../../../shared/protocol/api.ts'
import type { Language } from '../../ui/i18n.ts'
import { networkWords } from '../authority-problem.ts'
import { fileSize } from '../file-size.ts'
import type { UploadItem } from './use-uploads.ts'

type Fault = Extract<UploadItem['state'], { kind: 'failed' }>['fault']

/** Reasons of server/intake that have words of their own. */
const reasons = [
  'not-a-pdf',
  'not-attachable',
  'macros',
  'damaged',
  'too-many-pages',
  'encrypted',
  'javascript',
  'launch-action',
  'embedded-files',
  'xfa-form',
  'broken',
  'no-pages',
  'page-size',
  'too-complex',
] as const

/** Why a file was not taken, and what to do. */
export function uploadFaultWords(
  t: TFunction,
  fault: Fault,
  file: { size: number; language: Language },
): string {
  const { size, language } = file
  const tooLarge = { size: fileSize(size, language), limit: `${uploadMaxBytes / 2 ** 20} MB` }
  switch (fault.kind) {
    case 'empty':
    case 'unreadable':
    case 'file-changed':
    case 'stopped':
      return t(`editor.fault.${fault.kind}`)
    case 'file-too-large':
      return t('editor.fault.file-too-large', tooLarge)
    case 'duplicate':
      return t('editor.fault.duplicate', { title: fault.title })
    case 'file-refused': {
      const code = kindOf(fault.reason)
      if (code === 'too-large') return t('editor.fault.too-large', tooLarge)
      if (code === 'too-many-pages')
        return t('editor.fault.too-many-pages', { limit: String(uploadMaxPages) })
      const known = reasons.find((reason) => reason === code)
      return known && known !== 'too-many-pages'
        ? t(`editor.fault.${known}`)
        : t('editor.fault.other', { code })
    }
    default:
      return networkWords(t, fault)
  }
}

/** Whether sending the same file once more may help. */
export const mayTryAgain = ({ kind }: Fault): boolean =>
  kind !== 'empty' && kind !== 'file-too-large' && kind !== 'duplicate' && kind !== 'file-refused'

const kindOf = (reason: unknown): string =>
  typeof reason === 'object' && reason !== null && 'kind' in reason ? String(reason.kind) : 'unknown'

import type { TFunction } from 'i18next'

const kinds = [
  ...(['task-assigned', 'task-urged', 'ballot-issued', 'ballot-reminder', 'ballot-closed'] as const),
  ...(['meeting-invited', 'meeting-changed', 'meeting-cancelled', 'meeting-tomorrow'] as const),
  ...(['digest', 'test'] as const),
]

/** A newer server may write letters of which this program does not know. */
export function noticeWords(t: TFunction, notice: string): string {
  const kind = kinds.find((known) => known === notice)
  return kind === undefined ? notice : t(`mail.notice.${kind}`)
}

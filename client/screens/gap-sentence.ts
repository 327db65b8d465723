import type { TFunction } from 'i18next'
import type { BallotContent } from '../../shared/domain/ballot.ts'
import { opinionTextMax } from '../../shared/domain/choice.ts'
import type { DraftGap } from '../app/answer-draft.ts'

/** What keeps an answer from being signed, in one line: "Còn thiếu: nội dung ý kiến khác ở Vấn đề 1". */
export function gapSentence(
  t: TFunction,
  { issues }: Pick<BallotContent, 'issues'>,
  gaps: readonly DraftGap[],
): string {
  const no = (gap: DraftGap) => issues.findIndex(({ id }) => id === gap.issue.id) + 1
  const missing = gaps.flatMap((gap) =>
    gap.kind === 'text-too-long' ? [] : [t(`answer.gap.${gap.kind}`, { no: no(gap) })],
  )
  const tooLong = gaps.flatMap((gap) =>
    gap.kind === 'text-too-long'
      ? [t('answer.gap.text-too-long', { no: no(gap), count: opinionTextMax })]
      : [],
  )
  return [
    ...(missing.length > 0 ? [t('answer.gap.missing', { what: missing.join('; ') })] : []),
    ...tooLong,
  ].join('. ')
}

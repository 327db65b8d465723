import type { TFunction } from 'i18next'
import { unreachable } from '../../shared/lib/unreachable.ts'
import type { CameBack } from '../app/came-back.ts'
import type { Tone } from '../ui/tone.ts'
import { rejectionWord } from './rejection-word.ts'

type Words = TFunction

/** What happened, what it means, what to do. */
type Told = { tone: Tone; title: string; text: readonly string[]; remedy: string }

export function toldOf(t: Words, item: CameBack): Told {
  switch (item.kind) {
    case 'held':
      return heldTold(t, item)
    case 'refused':
      return {
        tone: 'urgent',
        title: t('returned.refused.title'),
        text: [refusedWords(t, item), t('returned.refused.meaning')],
        remedy: t('returned.refused.remedy'),
      }
    case 'former-version':
      return {
        tone: 'waiting',
        title: t('returned.former.title'),
        text: [t('returned.former.text', { reason: item.view.version.reason })],
        remedy: t('returned.former.remedy'),
      }
    case 'conflict':
      return {
        tone: 'urgent',
        title: t('returned.conflict.title'),
        text: [t('returned.conflict.text')],
        remedy: t('returned.conflict.remedy'),
      }
    case 'rejected':
      return {
        tone: 'urgent',
        title: t('returned.rejected.title'),
        text: [t('returned.rejected.text', { why: rejectionWord(t, item.why) })],
        remedy: t('returned.rejected.remedy'),
      }
    case 'recalled':
      return {
        tone: 'quiet',
        title: t('returned.recalled.title'),
        text: [t('returned.recalled.text', { reason: item.reason })],
        remedy: t('returned.recalled.remedy'),
      }
    case 'unsigned':
      return {
        tone: 'waiting',
        title: t('returned.unsigned.title'),
        text: [t('returned.unsigned.text')],
        remedy: t('returned.unsigned.remedy'),
      }
    default:
      return unreachable(item)
  }
}

function heldTold(t: Words, { reason, view: { counted } }: Extract<CameBack, { kind: 'held' }>): Told {
  if (counted === 'counted-by-ruling' || counted === 'held-by-ruling') {
    const isCounted = counted === 'counted-by-ruling'
    return {
      tone: isCounted ? 'good' : 'quiet',
      title: t(`returned.ruled.${isCounted ? 'counted' : 'notCounted'}`),
      text: [t(`answer.count.${counted}`)],
      remedy: t('returned.ruled.remedy'),
    }
  }
  switch (reason.kind) {
    case 'late':
      return {
        tone: 'waiting',
        title: t('returned.late.title'),
        text: [t(reason.claimedInTime ? 'returned.late.claimed' : 'returned.late.notClaimed')],
        remedy: t('returned.late.remedy'),
      }
    case 'conflict':
      return {
        tone: 'urgent',
        title: t('returned.heldConflict.title'),
        text: [t('returned.heldConflict.text')],
        remedy: t('returned.heldConflict.remedy'),
      }
    case 'former-version':
      return {
        tone: 'waiting',
        title: t('returned.heldFormer.title'),
        text: [t('returned.heldFormer.text', { no: reason.versionNo })],
        remedy: t('returned.heldFormer.remedy'),
      }
    case 'recalled':
      return {
        tone: 'quiet',
        title: t('returned.heldRecalled.title'),
        text: [t('returned.heldRecalled.text')],
        remedy: t('returned.heldRecalled.remedy'),
      }
    case 'device-revoked':
      return {
        tone: 'urgent',
        title: t('returned.heldRevoked.title'),
        text: [t('returned.heldRevoked.text')],
        remedy: t('returned.heldRevoked.remedy'),
      }
    default:
      return unreachable(reason)
  }
}

function refusedWords(t: Words, { reason }: Extract<CameBack, { kind: 'refused' }>): string {
  switch (reason.kind) {
    case 'not-allowed':
      return t('returned.refused.notAllowed')
    case 'answer-is-final':
      return t('returned.refused.final')
    case 'not-found':
    case 'unknown-version':
      return t('returned.refused.unknown')
    case 'wrong-state':
    case 'deadline-passed':
      return t('returned.refused.state')
    default:
      return t('returned.refused.content')
  }
}

import type { HeldReason } from '../../shared/domain/answer.ts'
import type { Refusal } from '../../shared/domain/verdict.ts'
import { answerDraftName } from './answer-draft.ts'
import type { BallotView } from './ballot.ts'
import type { Drafts } from './drafts.ts'
import type { LocalMarks } from './local-marks.ts'
import type { MyAnswer } from './my-answer.ts'

/** What returned to the member and waits until it is dealt with (B12, B13): each with its reason, none swallowed. */
export type CameBack = {
  /** Names this return; "dealt with" is remembered by it. */
  key: string
  view: BallotView
  /** Whether "dealt with" may be said; a conflict or an amended ballot still open asks for an answer instead. */
  canClose: boolean
  /** Whether its ballot is still open, so that an answer now still counts. */
  isOpen: boolean
} & (
  | { kind: 'held'; mine: Extract<MyAnswer, { kind: 'held' }>; reason: HeldReason }
  | { kind: 'refused'; mine: Extract<MyAnswer, { kind: 'refused' }>; reason: Refusal }
  | { kind: 'former-version'; mine: Extract<MyAnswer, { kind: 'former-version' }> }
  | { kind: 'conflict'; mine: Extract<MyAnswer, { kind: 'conflict' }> }
  | { kind: 'rejected'; mine: Extract<MyAnswer, { kind: 'saved' }>; why: string }
  | { kind: 'recalled'; reason: string }
  /** Closed while an answer stood written and unsigned here. */
  | { kind: 'unsigned' }
)

export function cameBackOf(view: BallotView, drafts: Drafts): CameBack | null {
  const { ballot, mine } = view
  const isOpen = ballot.phase.state === 'issued' || ballot.phase.state === 'closing-waits'
  const hasDraft = drafts.of(answerDraftName(ballot.id)) !== undefined
  if (mine.kind === 'saved' && mine.rejected !== null) {
    return {
      kind: 'rejected',
      key: `rejected/${mine.said.act}`,
      view,
      isOpen,
      canClose: false,
      mine,
      why: mine.rejected,
    }
  }
  if (mine.kind === 'saved') return null
  if (mine.kind === 'conflict') {
    const key = `conflict/${mine.heads.map(({ act }) => act).join('/')}`
    return { kind: 'conflict', key, view, isOpen, canClose: !isOpen, mine }
  }
  if (mine.kind === 'refused') {
    return {
      kind: 'refused',
      key: `refused/${mine.said.act}`,
      view,
      isOpen,
      canClose: true,
      mine,
      reason: mine.reason,
    }
  }
  if (mine.kind === 'held') {
    // Ruled on it is another word, told again to who had dealt with the first.
    const ruled = view.counted?.endsWith('-by-ruling') ? `/${view.counted}` : ''
    const key = `held/${mine.said.act}${ruled}`
    return { kind: 'held', key, view, isOpen, canClose: !isOpen, mine, reason: mine.reason }
  }
  if (ballot.phase.state === 'recalled') {
    if (mine.kind === 'none' && !view.isOpened && !hasDraft) return null
    const key = `recalled/${ballot.id}`
    return { kind: 'recalled', key, view, isOpen, canClose: true, reason: ballot.phase.reason }
  }
  if (mine.kind === 'former-version') {
    const key = `former-version/${mine.said.act}/${view.version.hash}`
    return { kind: 'former-version', key, view, isOpen, canClose: !isOpen, mine }
  }
  if (mine.kind === 'none' && ballot.phase.state === 'closed' && hasDraft) {
    return { kind: 'unsigned', key: `unsigned/${ballot.id}`, view, isOpen, canClose: true }
  }
  return null
}

/** Everything not yet dealt with, by urgency: open ballots by their deadline, then what is over, the latest first. */
export const cameBack = (views: readonly BallotView[], dealt: LocalMarks, drafts: Drafts): CameBack[] =>
  views
    .flatMap((view) => {
      const item = cameBackOf(view, drafts)
      return item && !dealt.has(item.key) ? [item] : []
    })
    .sort(byUrgency)

function byUrgency(one: CameBack, other: CameBack): number {
  if (one.isOpen !== other.isOpen) return one.isOpen ? -1 : 1
  const { deadlineAt } = one.view.ballot
  return one.isOpen ? deadlineAt - other.view.ballot.deadlineAt : overAt(other) - overAt(one)
}

/** When its ballot was recalled or closed. */
function overAt({ view: { ballot } }: CameBack): number {
  const { phase } = ballot
  return phase.state === 'closed' || phase.state === 'recalled' ? phase.at : ballot.deadlineAt
}

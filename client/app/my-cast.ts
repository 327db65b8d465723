import type { Act, ActOf } from '../../shared/domain/act.ts'
import { type HeldReason, headRevisions } from '../../shared/domain/answer.ts'
import type { SealedAnswer } from '../../shared/domain/ballot.ts'
import { type Choice, parseChoice } from '../../shared/domain/choice.ts'
import { decide } from '../../shared/domain/decide.ts'
import type { DecideContext } from '../../shared/domain/decide-context.ts'
import type { ActId, PersonId } from '../../shared/domain/id.ts'
import type { Refusal, Verdict } from '../../shared/domain/verdict.ts'
import { castKey, type VoteContent, type VoteName } from '../../shared/domain/vote.ts'
import type { Instant } from '../../shared/lib/time.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import type { WorkingCopy } from './working-copy.ts'

/**
 * A member's own vote as this tablet may honestly show it (O1): "saved" is what lies here, "recorded" what a receipt or a proven
 * row says; held or in conflict as the Office took it (M6, B12).
 */

/** Null for a choice whose words this device does not hold. */
export type SaidCast = { act: ActId; choice: Choice | null; text: string }

export type MyCast =
  | { kind: 'none' }
  | { kind: 'saved'; said: SaidCast; storedAt: Instant; outlook: Verdict; rejected: string | null }
  | { kind: 'recorded'; said: SaidCast; n: number; at: Instant }
  | { kind: 'held'; said: SaidCast; reason: HeldReason; n: number; at: Instant }
  | { kind: 'refused'; said: SaidCast; reason: Refusal; n: number; at: Instant }
  | { kind: 'conflict'; heads: SaidCast[] }

type Sources = { copy: Pick<WorkingCopy, 'outbox' | 'settled'>; context: DecideContext }

const isCastIn =
  ({ meeting, item, vote }: VoteName) =>
  (act: Act): act is ActOf<'cast-vote'> =>
    act.kind === 'cast-vote' &&
    act.body.vote === vote &&
    act.body.item === item &&
    act.body.meeting === meeting

export function myCast(
  name: VoteName,
  { issue }: VoteContent,
  me: PersonId,
  { copy, context }: Sources,
): MyCast {
  const isMine = isCastIn(name)
  const saidIn = (act: ActId, { choiceCommit, textCommit }: SealedAnswer): SaidCast => {
    const value = context.opened(choiceCommit)
    const choice = value === undefined ? null : parseChoice(value, issue.form)
    return { act, choice, text: context.opened(textCommit) ?? '' }
  }
  const pending = copy.outbox().findLast(({ act }) => isMine(act))
  if (pending && isMine(pending.act)) {
    const { act, storedAt, rejected } = pending
    const said = saidIn(act.id, act.body.answer)
    return { kind: 'saved', said, storedAt, outlook: decide(act, context), rejected }
  }
  const row = context.reader.get('cast', castKey(name, me))
  const told = new Set(row?.revisions.map(({ act }) => act))
  const untold = copy.settled().flatMap(({ act, receipt }) => {
    const entry = isMine(act) && !told.has(act.id) ? parseEntry(receipt.leaf) : null
    return isMine(act) && entry?.kind === 'act' ? [{ act, entry }] : []
  })
  const last = untold.sort((a, b) => a.entry.n - b.entry.n).at(-1)
  if (last && last.entry.n > (row?.revisions.at(-1)?.n ?? -1)) {
    const { n, at, verdict } = last.entry
    const said = saidIn(last.act.id, last.act.body.answer)
    if (verdict.kind === 'refused') return { kind: 'refused', said, reason: verdict.reason, n, at }
    if (verdict.kind === 'held') return { kind: 'held', said, reason: verdict.reason, n, at }
    return { kind: 'recorded', said, n, at }
  }
  if (!row) return { kind: 'none' }
  const of = (revision: (typeof row.revisions)[number]) => {
    const [answer] = revision.answers
    return answer ? [saidIn(revision.act, answer)] : []
  }
  const heads = headRevisions(row)
  if (heads.length > 1) return { kind: 'conflict', heads: heads.flatMap(of) }
  const one = heads[0] ?? row.revisions.at(-1)
  const [said] = one ? of(one) : []
  if (!one || !said) return { kind: 'none' }
  const { n, at, held } = one
  return held && heads.length === 0
    ? { kind: 'held', said, reason: held, n, at }
    : { kind: 'recorded', said, n, at }
}

/** What a new cast revises: every head that this tablet knows of, its own waiting ones included. */
export function castsKnown(name: VoteName, me: PersonId, { copy, context }: Sources): ActId[] {
  const heads = context.reader.get('cast', castKey(name, me))?.heads ?? []
  const pending = copy.outbox().flatMap(({ act }) => (isCastIn(name)(act) ? [act] : []))
  const named = new Set(pending.flatMap(({ prev }) => prev))
  return [...heads, ...pending.map(({ id }) => id)].filter((id) => !named.has(id))
}

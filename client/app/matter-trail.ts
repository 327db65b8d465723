import type { AgendaItem } from '../../shared/domain/agenda-item.ts'
import { type Ballot, type BallotState, currentVersion, type Issue } from '../../shared/domain/ballot.ts'
import type { AgendaItemId, BallotId, MeetingId } from '../../shared/domain/id.ts'
import { itemSessionKey } from '../../shared/domain/item-session.ts'
import { sourceKey } from '../../shared/domain/matter-source.ts'
import { meetingKey } from '../../shared/domain/meeting.ts'
import type { IssueTally } from '../../shared/domain/tally.ts'
import { voteTallyKey } from '../../shared/domain/vote.ts'
import { nameOfVote } from '../../shared/domain/vote-count.ts'
import type { Instant } from '../../shared/lib/time.ts'
import { type DirectiveStep, directiveStep } from './directive-step.ts'
import {
  conclusionContentIn,
  contentIn,
  itemContentIn,
  meetingContentIn,
  voteContentIn,
} from './tablet-context.ts'
import { type TaskStep, taskStep } from './task-step.ts'
import {
  isOfDirective,
  isOfTask,
  placeKey,
  resolutionLinks,
  type TrailPlace,
  taskLinks,
} from './trail-links.ts'
import type { WorkingCopy } from './working-copy.ts'

/**
 * What became of one matter across ballots and meetings, walked both ways from wherever one stands. It is made of the rows that
 * this device holds and of nothing else: of what its person may not read there is no entry, and no gap that would tell of one (D2).
 */

/** A question that was counted, and how. */
export type Decided = { issue: Issue; tally: IssueTally }

export type TrailStep = { key: string; isHere: boolean; at: Instant } & (
  | {
      kind: 'ballot'
      ballot: BallotId
      number: string | null
      title: string
      state: BallotState
      closedAt: Instant | null
      outcome: Ballot['outcome']
      decided: Decided[]
    }
  | {
      kind: 'item'
      meeting: MeetingId
      item: AgendaItemId
      title: string
      meetingTitle: string
      state: 'planned' | 'under-way' | 'discussed' | 'concluded' | 'withdrawn' | 'cancelled'
      adoptedInBlock: boolean
      decided: Decided[]
      conclusion: string | null
    }
  | DirectiveStep
  | TaskStep
)

type Copy = Pick<WorkingCopy, 'reader' | 'opened'>

/** In the order of their days; empty where the matter stands alone. */
export function matterTrail(here: TrailPlace, copy: Copy): TrailStep[] {
  const place = placeKey(here)
  const steps = new Map<string, TrailStep>()
  const links: [string, string][] = []
  for (const ballot of copy.reader.list('ballot')) {
    const step = ballotStep(ballot, copy)
    if (!step) continue
    steps.set(step.key, step)
    const source = wordsOf(ballot, copy)?.source
    if (source) links.push([step.key, sourceKey(source)])
  }
  for (const item of copy.reader.list('agenda-item')) {
    const step = itemStep(item, copy)
    if (!step) continue
    steps.set(step.key, step)
    const source = itemContentIn(copy, item.contentHash)?.source
    if (source) links.push([step.key, sourceKey(source)])
  }
  links.push(...resolutionLinks(copy.reader))
  const sources = new Map<string, string[]>()
  for (const [task, source] of taskLinks(here, copy.reader)) {
    sources.set(task, [...(sources.get(task) ?? []), source])
    links.push([task, source])
  }
  const found = linkedTo(place, links)
  for (const key of found) {
    const step = taskStep(key, sources.get(key) ?? [], copy) ?? directiveStep(key, copy)
    if (step) steps.set(key, { key, isHere: false, ...step })
  }
  const trail = [...found]
    .flatMap((key) => steps.get(key) ?? [])
    .sort((a, b) => a.at - b.at || stepsBefore(a.key, links) - stepsBefore(b.key, links))
  if (trail.length < 2) return []
  return trail.map((step) => ({ ...step, isHere: step.key === place }))
}

/** Of two of one meeting the one that goes on from the other comes after it. */
function stepsBefore(start: string, links: readonly [string, string][]): number {
  const seen = new Set<string>()
  for (let key: string | undefined = start; key !== undefined && !seen.has(key); ) {
    seen.add(key)
    const of: string = key
    key = links.find(([one]) => one === of)?.[1]
  }
  return seen.size
}

function linkedTo(start: string, links: readonly [string, string][]): Set<string> {
  const found = new Set([start])
  const next = [start]
  for (let key = next.pop(); key !== undefined; key = next.pop()) {
    for (const [one, other] of links) {
      const beside = one === key ? other : other === key ? one : null
      if (beside === null || found.has(beside)) continue
      // A conclusion notice holds all of a meeting: what else came of it is told where one stands at it.
      if (key !== start && isOfDirective(key) && isOfTask(beside)) continue
      found.add(beside)
      next.push(beside)
    }
  }
  return found
}

function wordsOf(ballot: Ballot, copy: Copy) {
  const hash = currentVersion(ballot)?.hash ?? ballot.draft?.hash
  return hash === undefined ? undefined : contentIn(copy, hash)
}

function ballotStep(ballot: Ballot, copy: Copy): TrailStep | null {
  const content = wordsOf(ballot, copy)
  if (!content) return null
  const round = copy.reader.get('tally', `tally/${ballot.id}`)?.rounds.at(-1)
  return {
    kind: 'ballot',
    key: sourceKey({ kind: 'ballot', ballot: ballot.id }),
    isHere: false,
    at: ballot.versions[0]?.at ?? ballot.deadlineAt,
    ballot: ballot.id,
    number: ballot.number,
    title: content.title,
    state: ballot.phase.state,
    closedAt: ballot.phase.state === 'closed' ? ballot.phase.at : null,
    outcome: ballot.outcome,
    decided: (round?.issues ?? []).flatMap((tally) => {
      const issue = content.issues.find(({ id }) => id === tally.issue)
      return issue ? [{ issue, tally }] : []
    }),
  }
}

function itemStep(item: AgendaItem, copy: Copy): TrailStep | null {
  const { reader } = copy
  const content = itemContentIn(copy, item.contentHash)
  const meeting = reader.get('meeting', meetingKey(item.meeting))
  const words = meeting && meetingContentIn(copy, meeting.contentHash)
  if (!content || !meeting || !words) return null
  const session = reader.get('item-session', itemSessionKey(item.meeting, item.id))
  const last = session?.conclusions.at(-1)
  const isOver = meeting.phase.state === 'ended' || meeting.phase.state === 'concluded'
  const state =
    item.withdrawn !== null
      ? 'withdrawn'
      : meeting.phase.state === 'cancelled'
        ? 'cancelled'
        : last
          ? 'concluded'
          : session?.spans.some(({ to }) => to === null)
            ? 'under-way'
            : isOver || (session?.spans.length ?? 0) > 0
              ? 'discussed'
              : 'planned'
  return {
    kind: 'item',
    key: sourceKey({ kind: 'item', meeting: item.meeting, item: item.id }),
    isHere: false,
    at: meeting.startsAt,
    meeting: item.meeting,
    item: item.id,
    title: content.title,
    meetingTitle: words.title,
    state,
    adoptedInBlock: (session?.block?.adopted ?? null) !== null,
    conclusion: (last && conclusionContentIn(copy, last.contentHash)?.text) ?? null,
    decided: reader.list('vote', `vote/${item.meeting}/${item.id}/`).flatMap((vote) => {
      const tally = reader.get('vote-tally', voteTallyKey(nameOfVote(vote)))?.rounds.at(-1)?.tally
      const issue = voteContentIn(copy, vote.contentHash)?.issue
      return tally && issue ? [{ issue, tally }] : []
    }),
  }
}

import type { Instant } from '../lib/time.ts'
import { dayOf, yearOf } from '../lib/time.ts'
import type { Act, ActOf } from './act.ts'
import { standingFor } from './answer.ts'
import { type Ballot, type BallotContent, type BallotState, currentVersion, openStates } from './ballot.ts'
import type { DecideContext } from './decide-context.ts'
import { progressKey } from './entity.ts'
import { admitLate } from './late.ts'
import { membersOn } from './people.ts'
import { summaryGap } from './summary-rule.ts'
import { accepted, type Refusal, refused, type Verdict } from './verdict.ts'
import { addWorkingDays } from './working-day.ts'

/** A ballot's life in the Office's hands (B1, B3-B5). Every act needs the server at that moment (O9). */

type OfficeAct = Extract<
  Act,
  {
    kind:
      | 'draft-ballot'
      | 'submit-ballot'
      | 'return-ballot'
      | 'issue-ballot'
      | 'amend-ballot'
      | 'extend-ballot'
      | 'recall-ballot'
      | 'close-ballot'
      | 'resolve-ballot'
      | 'send-ballot-to-meeting'
  }
>

const statesByKind: Readonly<Record<OfficeAct['kind'], ReadonlySet<BallotState>>> = {
  'draft-ballot': new Set(['draft', 'returned']),
  'submit-ballot': new Set(['draft', 'returned']),
  'return-ballot': new Set(['submitted']),
  'issue-ballot': new Set(['submitted']),
  'amend-ballot': new Set(['issued']),
  'extend-ballot': new Set(['issued', 'closing-waits']),
  'recall-ballot': openStates,
  'close-ballot': new Set(['issued', 'closing-waits']),
  'resolve-ballot': new Set(['closed']),
  'send-ballot-to-meeting': new Set(['closed']),
}

export function decideBallot(act: OfficeAct, context: DecideContext): Verdict {
  const ballot = context.reader.get('ballot', `ballot/${act.body.ballot}`)
  if (act.kind === 'draft-ballot') {
    if (ballot && !statesByKind['draft-ballot'].has(ballot.phase.state)) return wrongState(ballot)
    return decideDraft(act, context)
  }
  if (!ballot) return refused({ kind: 'not-found' })
  if (!statesByKind[act.kind].has(ballot.phase.state)) return wrongState(ballot)
  const common = { ballot: ballot.id, by: act.person }
  switch (act.kind) {
    case 'submit-ballot':
      return decideSubmission(act, ballot, context)
    case 'return-ballot':
      return accepted({ kind: 'ballot-returned', ...common, reason: act.body.reason })
    case 'issue-ballot':
      return decideIssue(act, ballot, context)
    case 'amend-ballot':
      return decideAmendment(act, ballot, context)
    case 'extend-ballot':
      if (act.body.deadlineAt <= context.at) return refused({ kind: 'deadline-passed' })
      if (act.body.deadlineAt <= ballot.deadlineAt) return refused({ kind: 'deadline-not-later' })
      return accepted(
        { kind: 'deadline-extended', ...common, deadlineAt: act.body.deadlineAt, reason: act.body.reason },
        ...admitLate(ballot, context),
      )
    case 'recall-ballot':
      return accepted({ kind: 'ballot-recalled', ...common, reason: act.body.reason })
    case 'close-ballot':
      return decideClosing(act, ballot, context)
    case 'resolve-ballot': {
      // Again to mend a number or a day.
      const { number, date } = act.body
      return accepted({ kind: 'ballot-resolved', ...common, number, date })
    }
    case 'send-ballot-to-meeting':
      return ballot.outcome
        ? refused({ kind: 'already-done' })
        : accepted({ kind: 'ballot-sent-to-meeting', ...common })
  }
}

const wrongState = (ballot: Ballot): Verdict => refused({ kind: 'wrong-state', state: ballot.phase.state })

function decideDraft(act: ActOf<'draft-ballot'>, context: DecideContext): Verdict {
  const { contentHash, ...body } = act.body
  const content = context.content(contentHash)
  if (!content) return refused({ kind: 'content-malformed' })
  const fault = faultOfFiles(content, context)
  if (fault) return refused(fault)
  const files = content.documents.map((document) => document.hash)
  return accepted({
    kind: 'ballot-drafted',
    ...body,
    by: act.person,
    contentHash,
    files: [...new Set(files)],
  })
}

/** A draft may still lack its summary; what goes to the head of office may not (M2). */
function decideSubmission(act: ActOf<'submit-ballot'>, ballot: Ballot, { content }: DecideContext): Verdict {
  if (act.body.contentHash !== ballot.draft?.hash) return refused({ kind: 'stale-content' })
  const gap = summaryGap(content(ballot.draft.hash)?.documents ?? [])
  if (gap) return refused({ kind: gap })
  return accepted({ kind: 'ballot-submitted', ballot: ballot.id, by: act.person })
}

function faultOfFiles(content: BallotContent, { file }: DecideContext): Refusal | null {
  for (const { hash, size, pages } of content.documents) {
    const known = file(hash)
    if (known?.size !== size || known.pages !== pages) return { kind: 'file-missing', hash }
  }
  return null
}

/** B3: outside the window only with the reason that the secretary wrote and the head of office, issuing, makes their own. */
function faultOfWindow(
  deadlineAt: Instant,
  reason: string,
  { at, calendar, settings }: DecideContext,
): Refusal | null {
  if (deadlineAt <= at) return { kind: 'deadline-passed' }
  const earliestAt = addWorkingDays(calendar, at, settings.windowMinDays)
  const latestAt = addWorkingDays(calendar, at, settings.windowMaxDays)
  const isInside = earliestAt <= deadlineAt && deadlineAt <= latestAt
  return isInside || reason.trim() !== '' ? null : { kind: 'deadline-outside-window', earliestAt, latestAt }
}

function decideIssue(act: ActOf<'issue-ballot'>, ballot: Ballot, context: DecideContext): Verdict {
  if (act.body.contentHash !== ballot.draft?.hash) return refused({ kind: 'stale-content' })
  const fault = faultOfWindow(ballot.deadlineAt, ballot.draft.windowReason, context)
  if (fault) return refused(fault)
  const year = yearOf(context.at)
  const serial = (context.reader.get('numbering', `numbering/${year}`)?.last ?? 0) + 1
  const { contentHash } = act.body
  return accepted({ kind: 'ballot-issued', ballot: ballot.id, by: act.person, year, serial, contentHash })
}

/** B5: a new version, and at least two working days to answer it, or the old deadline where that is later. */
function decideAmendment(act: ActOf<'amend-ballot'>, ballot: Ballot, context: DecideContext): Verdict {
  const { contentHash, deadlineAt, reason } = act.body
  const content = context.content(contentHash)
  if (!content) return refused({ kind: 'content-malformed' })
  if (ballot.versions.some(({ hash }) => hash === contentHash)) return refused({ kind: 'already-done' })
  const fault = faultOfFiles(content, context)
  if (fault) return refused(fault)
  const gap = summaryGap(content.documents)
  if (gap) return refused({ kind: gap })
  const earliestAt = addWorkingDays(context.calendar, context.at, context.settings.amendMinDays)
  if (deadlineAt < earliestAt) {
    const latestAt = addWorkingDays(context.calendar, context.at, context.settings.windowMaxDays)
    return refused({ kind: 'deadline-outside-window', earliestAt, latestAt })
  }
  if (deadlineAt < ballot.deadlineAt) return refused({ kind: 'deadline-not-later' })
  const files = [...new Set(content.documents.map((document) => document.hash))]
  const common = { ballot: ballot.id, by: act.person }
  return accepted({ kind: 'ballot-amended', ...common, contentHash, files, deadlineAt, reason })
}

/** By hand only after a downtime (B8), or when everybody has answered the version that would be counted: else it would make consent before its hour. */
function decideClosing(act: ActOf<'close-ballot'>, ballot: Ballot, context: DecideContext): Verdict {
  if (ballot.phase.state === 'issued') {
    const version = currentVersion(ballot)
    const silent = membersOn(context.reader.list('person'), dayOf(context.at)).filter((member) => {
      const progress = context.reader.get('progress', progressKey(ballot.id, member.id))
      return !version || !progress || standingFor(progress, version.hash) !== 'answered'
    })
    if (silent.length > 0) return refused({ kind: 'members-still-silent', count: silent.length })
  }
  return accepted({ kind: 'ballot-closed', ballot: ballot.id, by: act.person, reason: act.body.reason })
}

import { z } from 'zod'
import type { Ballot, BallotContent } from '../../shared/domain/ballot.ts'
import {
  AgencyId,
  AlternativeId,
  type BallotId,
  DayField,
  Hash,
  IssueId,
  PersonId,
} from '../../shared/domain/id.ts'
import { MatterSource } from '../../shared/domain/matter-source.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { dayOf, formatHour, type Instant } from '../../shared/lib/time.ts'
import { instantOf } from './deadline-window.ts'
import { type DocumentGap, EditorDocument, gapsInDocuments } from './editor-document.ts'
import { hashOpening } from './make-act.ts'
import { line, words } from './typed-text.ts'

/** A ballot being written: whatever a person has typed so far, complete or not, kept by name in the drafts of this device. */

const EditorIssue = z.strictObject({
  id: IssueId,
  question: z.string(),
  kind: z.enum(['opinion', 'alternatives']),
  alternatives: z.array(z.strictObject({ id: AlternativeId, label: z.string() })),
  atMost: z.int(),
})
export type EditorIssue = z.infer<typeof EditorIssue>

const BallotEditing = z.strictObject({
  title: z.string(),
  reason: z.string(),
  summary: z.string(),
  advice: z.string(),
  leadAgency: AgencyId.nullable(),
  handlers: z.array(PersonId),
  day: DayField.nullable(),
  /** `HH:mm`, Viet Nam. */
  hour: z.string(),
  windowReason: z.string(),
  issues: z.array(EditorIssue),
  documents: z.array(EditorDocument),
  source: MatterSource.nullable().default(null),
  /** The content at the Office from which this went on; null for a ballot of which the Office knows nothing. */
  basedOn: Hash.nullable(),
})
export type BallotEditing = z.infer<typeof BallotEditing>

export const editingName = (ballot: BallotId): string => `ballot/${ballot}`

export function parseEditing(value: unknown): BallotEditing | null {
  const parsed = BallotEditing.safeParse(value)
  return parsed.success ? parsed.data : null
}

type NewId = () => string

export function blankEditing(me: PersonId, deadlineAt: Instant, newId: NewId): BallotEditing {
  return {
    title: '',
    reason: '',
    summary: '',
    advice: '',
    leadAgency: null,
    handlers: [me],
    day: dayOf(deadlineAt),
    hour: formatHour(deadlineAt),
    windowReason: '',
    issues: [blankIssue(newId)],
    documents: [],
    source: null,
    basedOn: null,
  }
}

export const blankIssue = (newId: NewId): EditorIssue => ({
  id: IssueId.parse(newId()),
  question: '',
  kind: 'opinion',
  alternatives: [],
  atMost: 1,
})

export const blankAlternative = (newId: NewId) => ({ id: AlternativeId.parse(newId()), label: '' })

export function editingOf(ballot: Ballot, content: BallotContent, basedOn: Hash): BallotEditing {
  const { title, reason, summary, advice, documents, source = null } = content
  return {
    title,
    reason,
    summary,
    advice,
    leadAgency: ballot.leadAgency,
    handlers: ballot.handlers,
    day: dayOf(ballot.deadlineAt),
    hour: formatHour(ballot.deadlineAt),
    windowReason: ballot.draft?.windowReason ?? '',
    issues: content.issues.map(({ id, question, form }) => ({
      id,
      question,
      kind: form.kind,
      alternatives: form.kind === 'alternatives' ? form.alternatives : [],
      atMost: form.kind === 'alternatives' ? form.atMost : 1,
    })),
    documents,
    source,
    basedOn,
  }
}

/** Whether two would be stored alike, wherever they began. */
export function isSameEditing(one: BallotEditing, other: BallotEditing): boolean {
  const stored = (editing: BallotEditing) => {
    const { leadAgency, handlers, day, hour } = editing
    const content = contentOfEditing(editing)
    return canonicalJson({ content, leadAgency, handlers, day, hour, reason: windowReasonIn(editing) })
  }
  return stored(one) === stored(other)
}

/** The name that the words of an editing will have once they are stored. */
export const contentHashOf = (editing: BallotEditing): Hash =>
  hashOpening(canonicalJson(contentOfEditing(editing))).commit

export const deadlineIn = ({ day, hour }: BallotEditing): Instant | null =>
  day === null ? null : instantOf(day, hour)

/** What is still missing or too long before the Office can store it. `no` counts from 1. */
export type EditingGap =
  | { kind: 'title-missing' | 'lead-agency-missing' | 'deadline-missing' | 'handler-missing' | 'no-issue' }
  | { kind: 'too-long'; field: 'title' | 'reason' | 'summary' | 'advice' | 'windowReason'; over: number }
  | { kind: 'question-missing' | 'alternatives-too-few' | 'too-many-choices'; no: number }
  | { kind: 'question-too-long'; no: number; over: number }
  | { kind: 'alternative-missing' | 'alternative-too-long'; no: number; alternative: number }
  | DocumentGap

export const textLimits = {
  title: 300,
  reason: 2000,
  summary: 8000,
  advice: 4000,
  windowReason: 1000,
  question: 2000,
  alternative: 500,
} as const

export function gapsInEditing(editing: BallotEditing): EditingGap[] {
  const gaps: EditingGap[] = []
  if (line(editing.title) === '') gaps.push({ kind: 'title-missing' })
  for (const field of ['title', 'reason', 'summary', 'advice', 'windowReason'] as const) {
    const over = words(editing[field]).length - textLimits[field]
    if (over > 0) gaps.push({ kind: 'too-long', field, over })
  }
  if (editing.leadAgency === null) gaps.push({ kind: 'lead-agency-missing' })
  if (editing.handlers.length === 0) gaps.push({ kind: 'handler-missing' })
  if (deadlineIn(editing) === null) gaps.push({ kind: 'deadline-missing' })
  if (editing.issues.length === 0) gaps.push({ kind: 'no-issue' })
  editing.issues.forEach((issue, i) => {
    gaps.push(...gapsInIssue(issue, i + 1))
  })
  return [...gaps, ...gapsInDocuments(editing.documents)]
}

function gapsInIssue(issue: EditorIssue, no: number): EditingGap[] {
  const question = words(issue.question)
  const over = question.length - textLimits.question
  const gaps: EditingGap[] = []
  if (question === '') gaps.push({ kind: 'question-missing', no })
  if (over > 0) gaps.push({ kind: 'question-too-long', no, over })
  if (issue.kind === 'opinion') return gaps
  if (issue.alternatives.length < 2) gaps.push({ kind: 'alternatives-too-few', no })
  if (issue.atMost > issue.alternatives.length) gaps.push({ kind: 'too-many-choices', no })
  issue.alternatives.forEach(({ label }, i) => {
    const { length } = line(label)
    if (length === 0) gaps.push({ kind: 'alternative-missing', no, alternative: i + 1 })
    if (length > textLimits.alternative) gaps.push({ kind: 'alternative-too-long', no, alternative: i + 1 })
  })
  return gaps
}

/** The words as they will be signed; fit where `gapsInEditing` is empty. */
export function contentOfEditing(editing: BallotEditing): BallotContent {
  return {
    title: line(editing.title),
    reason: words(editing.reason),
    summary: words(editing.summary),
    advice: words(editing.advice),
    issues: editing.issues.map(({ id, question, kind, alternatives, atMost }) => ({
      id,
      question: words(question),
      form:
        kind === 'opinion'
          ? { kind }
          : { kind, alternatives: alternatives.map((a) => ({ ...a, label: line(a.label) })), atMost },
    })),
    documents: editing.documents.map((document) => ({ ...document, title: line(document.title) })),
    ...(editing.source && { source: editing.source }),
  }
}

export const windowReasonIn = (editing: BallotEditing): string => words(editing.windowReason)

import { z } from 'zod'
import {
  ActId,
  AgendaItemId,
  BallotId,
  DirectiveId,
  DocumentId,
  Hash,
  InstantField,
  MeetingId,
  PersonId,
  TaskId,
} from './id.ts'

/**
 * Where a task comes from within this program (M9), the page of a document among it. A row of its own, for who reads the item,
 * the ballot or the directive: the agency that has the task need not know that it exists (D2). Walked both ways: it is found by
 * the item, and it names the task.
 */

/** A page from which the task was assigned; `quoteCommit` opens to the words that were marked there. */
export const DocumentPage = z.strictObject({
  document: DocumentId,
  /** The version that was read (D1). */
  file: Hash,
  /** From 1. */
  number: z.int().min(1).max(100_000),
  quoteCommit: Hash.nullable(),
})
export type DocumentPage = z.infer<typeof DocumentPage>

/** What holds the document of that page. */
export const PageHolder = z.union([
  z.strictObject({ ballot: BallotId }),
  z.strictObject({ meeting: MeetingId, item: AgendaItemId }),
  z.strictObject({ directive: DirectiveId }),
])
export type PageHolder = z.infer<typeof PageHolder>

const OfItem = z.strictObject({
  kind: z.literal('task-origin'),
  task: TaskId,
  meeting: MeetingId,
  item: AgendaItemId,
  /** Which of the conclusion's assignments, from 0. */
  assignment: z.int().min(0).max(49),
})
const LinkChange = z.strictObject({
  act: ActId.nullable(),
  at: InstantField,
  by: PersonId.nullable(),
  isLinked: z.boolean(),
  /** Null where the link was written into a draft again. */
  noteCommit: Hash.nullable(),
})
export type LinkChange = z.infer<typeof LinkChange>

const OfBallot = z.strictObject({
  kind: z.literal('task-origin'),
  task: TaskId,
  ballot: BallotId,
  /** What the Office put right afterwards, the last one in force; missing where nothing was. */
  changes: z.array(LinkChange).optional(),
})
const ofPage = { kind: z.literal('task-origin'), task: TaskId, page: DocumentPage }
const OfBallotPage = z.strictObject({ ...ofPage, ballot: BallotId })
const OfItemPage = z.strictObject({ ...ofPage, meeting: MeetingId, item: AgendaItemId })
const OfDirectivePage = z.strictObject({ ...ofPage, directive: DirectiveId })

export const TaskOrigin = z.union([OfItem, OfBallot, OfBallotPage, OfItemPage, OfDirectivePage])
export type TaskOrigin = z.infer<typeof TaskOrigin>

export const OriginFacts = z.union([
  OfItem.omit({ kind: true, task: true }),
  OfBallot.omit({ kind: true, task: true, changes: true }),
  OfBallotPage.omit({ kind: true, task: true }),
  OfItemPage.omit({ kind: true, task: true }),
  OfDirectivePage.omit({ kind: true, task: true }),
])
export type OriginFacts = z.infer<typeof OriginFacts>

export function originKey(task: TaskId, origin: OriginFacts | TaskOrigin): string {
  if ('ballot' in origin) return `task-origin/${origin.ballot}/${task}`
  if ('directive' in origin) return `task-origin/${origin.directive}/${task}`
  return `task-origin/${origin.meeting}/${origin.item}/${task}`
}

export const changesOf = (origin: TaskOrigin): readonly LinkChange[] =>
  'changes' in origin ? (origin.changes ?? []) : []

/** Whether the task still comes from there; else it was a mistake, and only its history tells of it. */
export const isLinked = (origin: TaskOrigin): boolean => changesOf(origin).at(-1)?.isLinked ?? true

/** The row after a link was written, or taken off. */
export function changedLink(
  before: TaskOrigin | undefined,
  { task, ballot, ...change }: { task: TaskId; ballot: BallotId } & LinkChange,
): TaskOrigin {
  const changes = before ? changesOf(before) : []
  return { kind: 'task-origin', task, ballot, changes: [...changes, change] }
}

export const quoteOf = (origin: TaskOrigin): Hash | null =>
  'page' in origin ? origin.page.quoteCommit : null

export const hashesOfOrigin = (origin: TaskOrigin): Hash[] =>
  [quoteOf(origin), ...changesOf(origin).map(({ noteCommit }) => noteCommit)].flatMap((hash) => hash ?? [])

import { AgendaItemContent } from '../domain/agenda-item.ts'
import { BallotContent } from '../domain/ballot.ts'
import { choiceValue } from '../domain/choice.ts'
import type { DecideContext } from '../domain/decide-context.ts'
import { answersKey, type EntityReader } from '../domain/entity.ts'
import type { Event } from '../domain/event.ts'
import type { Hash } from '../domain/id.ts'
import { ConclusionContent } from '../domain/item-session.ts'
import { MeetingContent } from '../domain/meeting.ts'
import { MinutesContent } from '../domain/minutes.ts'
import type { IssueTally, TallyEntry } from '../domain/tally.ts'
import { TaskContent } from '../domain/task.ts'
import { VoteContent } from '../domain/vote.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import type { Opening } from '../protocol/envelope.ts'

/** Where the rules find texts while a bundle is gone through again. */
export type Words = Pick<
  DecideContext,
  | 'opened'
  | 'content'
  | 'file'
  | 'meetingContent'
  | 'agendaItemContent'
  | 'voteContent'
  | 'conclusionContent'
  | 'taskContent'
  | 'directiveContent'
  | 'minutesContent'
> & {
  /** Told before an entry is judged; @returns false where what it says of a choice contradicts what was said before. */
  meet(events: readonly Event[], reader: EntityReader): boolean
}

/** From openings, already checked against their hashes. */
export function openWords(openings: readonly Opening[]): Words {
  const values = new Map(openings.map(({ commit, value }) => [commit, value]))
  const plain = openings.filter(({ salt }) => salt === '')
  const contents = contentsIn(plain, BallotContent)
  const items = contentsIn(plain, AgendaItemContent)
  const meetings = contentsIn(plain, MeetingContent)
  const votes = contentsIn(plain, VoteContent)
  const conclusions = contentsIn(plain, ConclusionContent)
  const tasks = contentsIn(plain, TaskContent)
  const minutes = contentsIn(plain, MinutesContent)
  const documents = [...contents.values(), ...items.values()].flatMap((content) => content.documents)
  const files = new Map(documents.map(({ hash, size, pages }) => [hash, { size, pages }]))
  return {
    opened: (commit) => values.get(commit),
    content: (hash) => contents.get(hash),
    meetingContent: (hash) => meetings.get(hash),
    agendaItemContent: (hash) => items.get(hash),
    voteContent: (hash) => votes.get(hash),
    conclusionContent: (hash) => conclusions.get(hash),
    taskContent: (hash) => tasks.get(hash),
    // No act of a meeting or a ballot speaks of one.
    directiveContent: () => undefined,
    minutesContent: (hash) => minutes.get(hash),
    file: (hash) => files.get(hash),
    meet: () => true,
  }
}

/** Those that are such a content, in canonical form. */
function contentsIn<T>(
  openings: readonly Opening[],
  schema: { safeParse(value: unknown): { data?: T } },
): Map<Hash, T> {
  const contents = new Map<Hash, T>()
  for (const { commit, value } of openings) {
    const content = contentIn(value, schema)
    if (content !== null) contents.set(commit, content)
  }
  return contents
}

function contentIn<T>(text: string, schema: { safeParse(value: unknown): { data?: T } }): T | null {
  try {
    const { data } = schema.safeParse(JSON.parse(text))
    return data !== undefined && canonicalJson(data) === text ? data : null
  } catch {
    return null
  }
}

/** The variant without texts is of a ballot alone: no act in it speaks of a meeting. */
const noMeetings = {
  meetingContent: () => undefined,
  agendaItemContent: () => undefined,
  voteContent: () => undefined,
  conclusionContent: () => undefined,
  taskContent: () => undefined,
  directiveContent: () => undefined,
  minutesContent: () => undefined,
}

/**
 * For who may read no text: what a choice was is taken from the count, which is in the ledger, and everything else is
 * checked around it. Contents are stand-ins with the issues and files that the ledger itself names.
 */
export function sealedWords(): Words {
  const choices = new Map<Hash, string>()
  const issuesByVersion = new Map<Hash, string>()
  let content: BallotContent | undefined
  return {
    opened: (commit) => choices.get(commit),
    content: () => content,
    ...noMeetings,
    file: () => ({ size: 1, pages: 1 }),
    meet: (events, reader) => {
      let fits = true
      for (const event of events) {
        if ('files' in event) content = standIn([], event.files)
        if (event.kind !== 'tallied') continue
        fits &&= hasEveryIssue(event, reader, issuesByVersion)
        content = standIn(event.issues, [])
        for (const { issue, byOption, entries } of event.issues) {
          for (const { person, act, entry } of entries) {
            const value = committedValue(entry, Object.keys(byOption))
            const revisions = reader.get('answers', answersKey(event.ballot, person))?.revisions ?? []
            const answers = revisions.find((revision) => revision.act === act)?.answers
            const commit = answers?.find((answer) => answer.issue === issue)?.choiceCommit
            if (commit === undefined || value === null) continue
            fits &&= (choices.get(commit) ?? value) === value || entry.kind === 'held'
            choices.set(commit, value)
          }
        }
      }
      return fits
    },
  }
}

/** The issues of a version are those that each answer to it names, and in every count the same, with the same options. */
function hasEveryIssue(
  { ballot, versionHash, issues }: Extract<Event, { kind: 'tallied' }>,
  reader: EntityReader,
  issuesByVersion: Map<Hash, string>,
): boolean {
  const said = canonicalJson(issues.map(({ issue, byOption }) => [issue, Object.keys(byOption).sort()]))
  const before = issuesByVersion.get(versionHash) ?? said
  issuesByVersion.set(versionHash, said)
  const named = (list: readonly { issue: string }[]) =>
    list
      .map(({ issue }) => issue)
      .sort()
      .join()
  const isEach = reader
    .list('answers', `answers/${ballot}/`)
    .flatMap(({ revisions }) => revisions)
    .every((revision) => revision.versionHash !== versionHash || named(revision.answers) === named(issues))
  return isEach && said === before
}

/** The committed value behind a counted entry; null where the entry does not tell it. */
function committedValue(entry: TallyEntry, options: readonly string[]): string | null {
  switch (entry.kind) {
    case 'agree':
    case 'disagree':
    case 'other':
      return entry.kind
    case 'alternatives':
      return choiceValue(entry)
    case 'held':
      if (entry.why !== 'former-agree') return null
      return options.length === 0 ? 'agree' : canonicalJson(options.slice(0, 1))
    default:
      return null
  }
}

function standIn(issues: readonly IssueTally[], files: readonly Hash[]): BallotContent {
  return BallotContent.parse({
    title: '-',
    reason: '',
    summary: '',
    advice: '',
    issues:
      issues.length === 0
        ? [{ id: '-', question: '-', form: { kind: 'opinion' } }]
        : issues.map(({ issue, byOption }) => ({ id: issue, question: '-', form: formOf(byOption) })),
    documents: files.map((hash, i) => ({
      id: `d${i}`,
      title: '-',
      kind: 'other',
      hash,
      size: 1,
      pages: 1,
    })),
  })
}

function formOf(byOption: IssueTally['byOption']) {
  const ids = Object.keys(byOption)
  if (ids.length === 0) return { kind: 'opinion' }
  return {
    kind: 'alternatives',
    alternatives: ids.map((id) => ({ id, label: '-' })),
    atMost: Math.min(20, ids.length),
  }
}

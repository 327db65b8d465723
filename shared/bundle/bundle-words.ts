import { BallotContent } from '../domain/ballot.ts'
import { choiceValue } from '../domain/choice.ts'
import type { DecideContext } from '../domain/decide-context.ts'
import { answersKey, type EntityReader } from '../domain/entity.ts'
import type { Event } from '../domain/event.ts'
import type { Hash } from '../domain/id.ts'
import type { IssueTally, TallyEntry } from '../domain/tally.ts'
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
> & {
  /** Told before an entry is judged; @returns false where what it says of a choice contradicts what was said before. */
  meet(events: readonly Event[], reader: EntityReader): boolean
}

/** From openings, already checked against their hashes. */
export function openWords(openings: readonly Opening[]): Words {
  const values = new Map(openings.map(({ commit, value }) => [commit, value]))
  const contents = new Map<Hash, BallotContent>()
  for (const { commit, salt, value } of openings) {
    const content = salt === '' ? contentIn(value) : null
    if (content) contents.set(commit, content)
  }
  const documents = [...contents.values()].flatMap((content) => content.documents)
  const files = new Map(documents.map(({ hash, size, pages }) => [hash, { size, pages }]))
  return {
    opened: (commit) => values.get(commit),
    content: (hash) => contents.get(hash),
    ...noMeetings,
    file: (hash) => files.get(hash),
    meet: () => true,
  }
}

/** A bundle is of a ballot: no act in it speaks of a meeting or a task. */
const noMeetings = {
  meetingContent: () => undefined,
  agendaItemContent: () => undefined,
  voteContent: () => undefined,
  conclusionContent: () => undefined,
  taskContent: () => undefined,
}

function contentIn(text: string): BallotContent | null {
  try {
    const parsed = BallotContent.safeParse(JSON.parse(text))
    return parsed.success && canonicalJson(parsed.data) === text ? parsed.data : null
  } catch {
    return null
  }
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

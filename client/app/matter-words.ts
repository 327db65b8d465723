import type { AgendaItem, AgendaItemContent } from '../../shared/domain/agenda-item.ts'
import type { BallotContent } from '../../shared/domain/ballot.ts'
import type { DirectiveContent } from '../../shared/domain/directive.ts'
import { itemSessionKey } from '../../shared/domain/item-session.ts'
import type { MeetingContent } from '../../shared/domain/meeting.ts'
import { type FoundWord, foundWords, type Word } from './found-words.ts'
import { conclusionContentIn, voteContentIn } from './tablet-context.ts'
import type { WorkingCopy } from './working-copy.ts'

/**
 * The words of a ballot, of a directive, of a meeting and of an item, as far as this device holds them: rows whose readers one is not among are
 * not here (D2), so nothing can be found that may not be read.
 */

export type BallotWord = 'number' | 'title' | 'reason' | 'summary' | 'advice' | 'issue' | 'alternative'
export type DirectiveWord = 'directive' | 'abstract' | 'issuer' | 'signer'
export type MeetingWord = 'title' | 'place' | 'remarks'
export type ItemWord =
  | 'item'
  | 'presenter'
  | 'summary'
  | 'question'
  | 'alternative'
  | 'adopted'
  | 'conclusion'
  | 'assignment'

export const wordsOfBallot = (number: string | null, content: BallotContent): Word<BallotWord>[] => [
  { kind: 'number', text: number ?? '' },
  { kind: 'title', text: content.title },
  ...content.issues.flatMap(({ question, form }): Word<BallotWord>[] => [
    { kind: 'issue', text: question },
    ...labelsOf(form),
  ]),
  { kind: 'reason', text: content.reason },
  { kind: 'summary', text: content.summary },
  { kind: 'advice', text: content.advice },
]

export const wordsOfDirective = (number: string, content: DirectiveContent): Word<DirectiveWord>[] => [
  { kind: 'directive', text: number },
  { kind: 'abstract', text: content.abstract },
  { kind: 'issuer', text: content.issuer },
  { kind: 'signer', text: content.signer },
]

export const wordsOfMeeting = ({ title, place, remarks }: MeetingContent): Word<MeetingWord>[] => [
  { kind: 'title', text: title },
  { kind: 'place', text: place },
  { kind: 'remarks', text: remarks },
]

/** What it is about, what was voted on, and what was concluded in the end. */
export function wordsOfItem(
  { item, content }: { item: AgendaItem; content: AgendaItemContent },
  copy: Pick<WorkingCopy, 'reader' | 'opened'>,
): Word<ItemWord>[] {
  const { reader } = copy
  const last = reader.get('item-session', itemSessionKey(item.meeting, item.id))?.conclusions.at(-1)
  const conclusion = last && conclusionContentIn(copy, last.contentHash)
  const votes = reader
    .list('vote', `vote/${item.meeting}/${item.id}/`)
    .flatMap(({ contentHash }) => voteContentIn(copy, contentHash) ?? [])
  return [
    { kind: 'item', text: content.title },
    { kind: 'conclusion', text: conclusion?.text ?? '' },
    ...(conclusion?.assignments ?? []).map(({ text, product }) => ({
      kind: 'assignment' as const,
      text: product === '' ? text : `${text}\n${product}`,
    })),
    ...votes.flatMap(({ issue, text }): Word<ItemWord>[] => [
      { kind: 'question', text: issue.question },
      ...labelsOf(issue.form),
      { kind: 'adopted', text },
    ]),
    { kind: 'presenter', text: content.presenter },
    { kind: 'summary', text: content.summary },
  ]
}

const labelsOf = (form: BallotContent['issues'][number]['form']) =>
  form.kind === 'opinion'
    ? []
    : form.alternatives.map(({ label }) => ({ kind: 'alternative' as const, text: label }))

type WholeMeeting = {
  content: MeetingContent | null
  items: readonly { item: AgendaItem; content: AgendaItemContent | null }[]
}

/** Everything in a meeting that holds these words, itself first; empty where nothing does. */
export function foundInMeeting(
  { content, items }: WholeMeeting,
  query: string,
  copy: Pick<WorkingCopy, 'reader' | 'opened'>,
): FoundWord<MeetingWord | ItemWord>[] {
  const ofItems = items.flatMap(({ item, content: words }) =>
    words ? foundWords(wordsOfItem({ item, content: words }, copy), query) : [],
  )
  return [...(content ? foundWords(wordsOfMeeting(content), query) : []), ...ofItems]
}

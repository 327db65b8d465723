import type { BallotContent, BallotDocument, Issue, IssueForm } from '../../shared/domain/ballot.ts'

/** One thing in which two versions of a ballot differ (B5); numbers are as the reader sees them, from 1. */
export type ContentChange =
  | { kind: 'words'; field: 'title' | 'reason' | 'summary' | 'advice'; was: string; is: string }
  | { kind: 'issue-added'; no: number; issue: Issue }
  | { kind: 'issue-removed'; no: number; issue: Issue }
  | { kind: 'question'; no: number; was: string; is: string }
  | { kind: 'alternative-added' | 'alternative-removed'; no: number; label: string }
  | { kind: 'alternative'; no: number; was: string; is: string }
  | { kind: 'at-most'; no: number; was: number; is: number }
  /** From agree and disagree to alternatives, or back. */
  | { kind: 'form'; no: number; was: IssueForm; is: IssueForm }
  | { kind: 'document-added' | 'document-removed'; title: string; pages: number }
  /** `file`: how many pages it had and has, where its bytes are others. */
  | { kind: 'document'; was: string; is: string; file: { was: number; is: number } | null }
  | { kind: 'order'; of: 'issues' | 'alternatives' | 'documents' }

const fields = ['title', 'reason', 'summary', 'advice'] as const

/** Everything in which a version of a ballot differs from a former one, in the order in which one reads it. */
export function contentChanges(was: BallotContent, is: BallotContent): ContentChange[] {
  return [
    ...fields.flatMap((field): ContentChange[] =>
      was[field] === is[field] ? [] : [{ kind: 'words', field, was: was[field], is: is[field] }],
    ),
    ...issueChanges(was.issues, is.issues),
    ...documentChanges(was.documents, is.documents),
  ]
}

function issueChanges(was: readonly Issue[], is: readonly Issue[]): ContentChange[] {
  const changes = is.flatMap((issue, index): ContentChange[] => {
    const no = index + 1
    const before = was.find(({ id }) => id === issue.id)
    if (!before) return [{ kind: 'issue-added', no, issue }]
    return [
      ...(before.question === issue.question
        ? []
        : [{ kind: 'question' as const, no, was: before.question, is: issue.question }]),
      ...formChanges(no, before.form, issue.form),
    ]
  })
  const removed = was.flatMap((issue, index): ContentChange[] =>
    is.some(({ id }) => id === issue.id) ? [] : [{ kind: 'issue-removed', no: index + 1, issue }],
  )
  return [...changes, ...removed, ...(isReordered(was, is) ? [{ kind: 'order', of: 'issues' } as const] : [])]
}

function formChanges(no: number, was: IssueForm, is: IssueForm): ContentChange[] {
  if (was.kind !== 'alternatives' || is.kind !== 'alternatives') {
    return was.kind === is.kind ? [] : [{ kind: 'form', no, was, is }]
  }
  const removed = was.alternatives.filter(({ id }) => is.alternatives.every((other) => other.id !== id))
  return [
    ...is.alternatives.flatMap(({ id, label }): ContentChange[] => {
      const before = was.alternatives.find((other) => other.id === id)
      if (!before) return [{ kind: 'alternative-added', no, label }]
      return before.label === label ? [] : [{ kind: 'alternative', no, was: before.label, is: label }]
    }),
    ...removed.map(({ label }) => ({ kind: 'alternative-removed' as const, no, label })),
    ...(was.atMost === is.atMost ? [] : [{ kind: 'at-most' as const, no, was: was.atMost, is: is.atMost }]),
    ...(isReordered(was.alternatives, is.alternatives)
      ? [{ kind: 'order' as const, of: 'alternatives' as const }]
      : []),
  ]
}

function documentChanges(was: readonly BallotDocument[], is: readonly BallotDocument[]): ContentChange[] {
  const changes = is.flatMap((document): ContentChange[] => {
    const before = was.find(({ id }) => id === document.id)
    const { title, pages } = document
    if (!before) return [{ kind: 'document-added', title, pages }]
    const file = before.hash === document.hash ? null : { was: before.pages, is: pages }
    const isSame = file === null && before.title === title && before.kind === document.kind
    return isSame ? [] : [{ kind: 'document', was: before.title, is: title, file }]
  })
  const removed = was.flatMap(({ id, title, pages }): ContentChange[] =>
    is.some((other) => other.id === id) ? [] : [{ kind: 'document-removed', title, pages }],
  )
  const moved = isReordered(was, is) ? [{ kind: 'order', of: 'documents' } as const] : []
  return [...changes, ...removed, ...moved]
}

/** Whether what both have stands in another order. */
function isReordered(was: readonly { id: string }[], is: readonly { id: string }[]): boolean {
  const kept = (list: readonly { id: string }[], others: readonly { id: string }[]) =>
    list.map(({ id }) => id).filter((id) => others.some((other) => other.id === id))
  return kept(was, is).join('/') !== kept(is, was).join('/')
}

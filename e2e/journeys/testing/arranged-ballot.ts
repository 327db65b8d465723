import { expect } from '@playwright/test'
import { hashOpening } from '../../../client/app/make-act.ts'
import { uploadFile } from '../../../client/sync/upload.ts'
import { makeDocument } from '../../../server/demo/documents/make-document.ts'
import { random } from '../../../server/machine.ts'
import { BallotContent, type BallotDocument } from '../../../shared/domain/ballot.ts'
import { AgencyId, BallotId, DocumentId, Hash, IssueId } from '../../../shared/domain/id.ts'
import { hex } from '../../../shared/lib/bytes.ts'
import { canonicalJson } from '../../../shared/lib/canonical-json.ts'
import { dayMs, dayOf, type Instant, instant, secondMs } from '../../../shared/lib/time.ts'
import { need, type Officer, rowsOf } from './officer.ts'

/** A submission unless told. */
export type Paper = { title: string; bytes: Uint8Array; kind?: BallotDocument['kind'] }

/** A ballot that a story finds issued: prepared, submitted and issued by officers, with one real paper of two pages. */
export type ArrangedBallot = {
  id: BallotId
  title: string
  /** The bytes of its one document. */
  paper: Uint8Array
  /** As first issued. */
  deadlineAt: Instant
  /** A new version with another summary, open for a week; where told with another file in the place of one, or one more. */
  amend(summary: string, replaced?: { id: DocumentId; paper: Paper }): Promise<void>
  recall(): Promise<void>
}

export type Officers = { secretary: Officer; head: Officer }

type Wish = {
  title: string
  summary?: string
  question?: string
  /** What its document is called, and what it is about where that is not the title. */
  documentTitle?: string
  about?: string
  /** Instead of the one paper: a dossier of these, in their order. */
  papers?: readonly Paper[]
  /** From now, ms; a week unless told. */
  openMs?: number
}

const usualQuestion = 'Đồng chí có đồng ý ban hành Nghị định không?'

export async function issueBallot({ secretary, head }: Officers, wish: Wish): Promise<ArrangedBallot> {
  const { title, summary = 'Nghị định gồm 4 chương, 21 điều.', openMs = 7 * dayMs } = wish
  const { question = usualQuestion, documentTitle = 'Tờ trình số 45/TTr-BYT', about = title } = wish
  const paper = await makePaper(about)
  const documents: BallotDocument[] = []
  for (const [i, given] of (wish.papers ?? [{ title: documentTitle, bytes: paper }]).entries())
    documents.push(await uploadPaper(secretary, given, DocumentId.parse(`d${i + 1}`)))
  const wordsOf = (text: string) => {
    const content = BallotContent.parse({
      title,
      reason: 'Bộ Y tế trình tại Tờ trình số 45/TTr-BYT.',
      summary: text,
      advice: 'Các bộ cơ bản thống nhất.',
      issues: [{ id: IssueId.parse('i1'), question, form: { kind: 'opinion' } }],
      documents,
    })
    return hashOpening(canonicalJson(content))
  }
  const ballot = BallotId.parse(hex(random(16)))
  const deadlineAt = instant(Date.now() + openMs)
  const words = wordsOf(summary)
  const body = { ballot, contentHash: words.commit }
  await secretary.perform({
    kind: 'draft-ballot',
    body: {
      ...body,
      leadAgency: AgencyId.parse('byt'),
      handlers: [secretary.person],
      deadlineAt,
      windowReason: 'Cần ban hành khẩn cấp.',
    },
    openings: [words],
  })
  await secretary.perform({ kind: 'submit-ballot', body })
  await head.perform({ kind: 'issue-ballot', body })
  return {
    id: ballot,
    title,
    paper,
    deadlineAt,
    amend: async (next, replaced) => {
      const at = documents.findIndex(({ id }) => id === replaced?.id)
      if (replaced)
        documents[at < 0 ? documents.length : at] = await uploadPaper(secretary, replaced.paper, replaced.id)
      const opening = wordsOf(next)
      const reason = 'Tiếp thu ý kiến thẩm định của Bộ Tư pháp.'
      const body = { ballot, contentHash: opening.commit, deadlineAt: instant(deadlineAt + dayMs), reason }
      await head.perform({
        kind: 'amend-ballot',
        body,
        openings: [opening],
      })
    },
    recall: async () => {
      await head.perform({
        kind: 'recall-ballot',
        body: { ballot, reason: 'Bộ Y tế xin rút hồ sơ để hoàn thiện.' },
      })
    },
  }
}

/** By the server's clock. */
export async function untilClosed(officer: Officer, { id, deadlineAt }: ArrangedBallot): Promise<void> {
  const timeout = deadlineAt - Date.now() + 30 * secondMs
  const state = async () => (await rowsOf(officer, 'ballot')).find((row) => row.id === id)?.phase.state
  await expect.poll(state, { timeout }).toBe('closed')
}

export async function uploadPaper(
  { api }: Officer,
  { title, bytes, kind = 'submission' }: Paper,
  id: DocumentId,
): Promise<BallotDocument> {
  const uploaded = need(
    await uploadFile({
      api,
      file: { size: bytes.length, slice: async (from, to) => bytes.slice(from, to) },
      timers: { after: () => () => {} },
      random,
      onProgress: () => {},
      signal: new AbortController().signal,
    }),
  )
  const { hash, size, pages } = uploaded
  return { id, title, kind, hash: Hash.parse(hash), size, pages }
}

/** A submission as ministries write it, of two pages unless told. */
export const makePaper = (about: string, pages = 2): Promise<Uint8Array> =>
  makeDocument({
    kind: 'submission',
    title: about,
    agency: 'Bộ Y tế',
    number: '45/TTr-BYT',
    day: dayOf(instant(Date.now())),
    pages,
    seed: 1,
  })

import { commitOpening, hashOpening } from '../../../client/app/make-act.ts'
import { subjectOn } from '../../../shared/domain/access.ts'
import type { BallotContent } from '../../../shared/domain/ballot.ts'
import {
  type ActId,
  AgencyId,
  AlternativeId,
  BallotId,
  DocumentId,
  IssueId,
  PersonId,
  TaskId,
} from '../../../shared/domain/id.ts'
import type { Person, Role } from '../../../shared/domain/people.ts'
import { canonicalJson } from '../../../shared/lib/canonical-json.ts'
import { addDays, dayMs, dayOf, hourMs, instant } from '../../../shared/lib/time.ts'
import type { Opening } from '../../../shared/protocol/envelope.ts'
import { createPointsFor } from '../point.ts'
import { createBundleOffice } from './bundle-office.ts'

/** One closed ballot with everything that a bundle has to prove, through the real intake, on stand-ins for signatures. */

const roles: Readonly<Record<string, Role>> = {
  pm: 'prime-minister',
  m2: 'minister',
  m3: 'minister',
  m4: 'minister',
  m5: 'minister',
  m6: 'minister',
  sec: 'secretary',
  head: 'head-of-office',
  head2: 'head-of-office',
  aud: 'auditor',
  adm: 'admin',
  desk: 'clerk',
}
const ballot = BallotId.parse('b1')
const opinion = IssueId.parse('i1')
const choice = IssueId.parse('i2')

const contentOf = (title: string): BallotContent => ({
  title,
  reason: '',
  summary: '',
  advice: '',
  issues: [
    { id: opinion, question: 'Đồng ý ban hành?', form: { kind: 'opinion' } },
    {
      id: choice,
      question: 'Chọn phương án nào?',
      form: {
        kind: 'alternatives',
        alternatives: ['a', 'b'].map((id) => ({ id: AlternativeId.parse(id), label: `Phương án ${id}` })),
        atMost: 1,
      },
    },
  ],
  documents: [],
})

export type BundleStory = Awaited<ReturnType<typeof tellBundleStory>>

export async function tellBundleStory() {
  const office = await createBundleOffice(roles)
  const { act, random, monday, plain, clock, subjectOf } = office
  const [first, second] = ['Dự thảo Nghị định', 'Dự thảo Nghị định (sửa)'].map((title) =>
    hashOpening(canonicalJson(contentOf(title))),
  )
  if (!first || !second) throw new Error('no words')

  const answer = (
    who: string,
    value: 'agree' | 'disagree' | 'other',
    words: Opening,
    more: { prev?: ActId[]; device?: string } = {},
  ) => {
    const said = [value, value === 'agree' ? '' : `Ý kiến của ${who}`, '["a"]', ''].map((text) =>
      commitOpening(random, text),
    )
    const [choiceOf, textOf, pickOf, noteOf] = said
    if (!choiceOf || !textOf || !pickOf || !noteOf) throw new Error('no answer')
    const answers = [
      { issue: opinion, choiceCommit: choiceOf.commit, textCommit: textOf.commit },
      { issue: choice, choiceCommit: pickOf.commit, textCommit: noteOf.commit },
    ]
    return act(
      who,
      'answer-ballot',
      { ballot, versionHash: words.commit, answers },
      { ...more, openings: said },
    )
  }
  const deadlineAt = instant(monday + 3 * dayMs)
  const reason = 'Lý do'

  const tablet = await office.enrolSecond('m2')

  const draft = {
    ballot,
    leadAgency: AgencyId.parse('health'),
    handlers: [PersonId.parse('sec')],
    windowReason: '',
  }
  /** What names the ballot, and is no part of how it was decided. */
  const besidesIt = async () => {
    const health = { kind: 'agency', id: draft.leadAgency, name: 'Bộ Y tế' } as const
    await office.serve('agency', [{ kind: 'agency-set', agency: health }])
    const document = DocumentId.parse('d1')
    await act('m2', 'share-layer', { ballot, document, readers: [PersonId.parse('m3')] })
    const words = hashOpening(canonicalJson({ text: 'Báo cáo', abstract: 'Chỉ thị', product: '' }))
    const task = {
      ...{ task: TaskId.parse('task'), contentHash: words.commit, leadAgency: draft.leadAgency },
      ...{ supporting: [], security: 'none' as const, assigner: PersonId.parse('pm') },
      ...{ deadline: null, ballot },
    }
    const source = { kind: 'directive', number: '1/CT-TTg', date: dayOf(monday) } as const
    await act('sec', 'draft-task', { ...task, source }, { openings: [words] })
    const compared = { ballot, from: first.commit, to: second.commit, added: 1, removed: 0, changed: 0 }
    const derived = [{ kind: 'changes', hash: words.commit, size: 1 } as const]
    await office.serve('compared', [{ kind: 'document-compared', ...compared, derived }])
  }
  /** After the count the agency's desk responds to each point. */
  const responses = async () => {
    const post = {
      ...{ role: 'clerk' as const, title: 'Đầu mối', agency: draft.leadAgency },
      ...{ from: addDays(dayOf(monday), -60), to: null },
    }
    const desk: Person = { kind: 'person', id: PersonId.parse('desk'), name: 'desk', appointments: [post] }
    await office.serve('desk', [{ kind: 'person-set', person: desk }])
    const points = await createPointsFor(office.database.ledger.read)(subjectOn(desk, null, clock.now()))
    for (const { issue, point } of points) {
      const openings = ['Đã có trong dự thảo', 'khoản 2 Điều 7'].map((text) => commitOpening(random, text))
      const [note, place] = openings
      if (!note || !place) throw new Error('no words')
      const words = { noteCommit: note.commit, placeCommit: place.commit }
      const said = { ballot, issue, point, outcome: 'partly' as const, replaces: null, ...words }
      await act('desk', 'respond-to-point', said, { openings })
    }
  }
  /** Long after it the agency becomes another, and its desk with it. */
  const merger = async () => {
    const [agency, into] = [draft.leadAgency, AgencyId.parse('welfare')]
    await act('adm', 'add-agency', { agency: into, name: 'Bộ Dân số' })
    await act('adm', 'merge-agency', { agency, into, from: dayOf(monday) })
  }
  await act('sec', 'draft-ballot', { ...draft, contentHash: first.commit, deadlineAt }, { openings: [first] })
  await act('sec', 'submit-ballot', { ballot, contentHash: first.commit })
  await act('head', 'issue-ballot', { ballot, contentHash: first.commit })
  await answer('m6', 'disagree', first)
  await act(
    'head',
    'amend-ballot',
    { ballot, contentHash: second.commit, deadlineAt, reason },
    { openings: [second] },
  )
  for (const who of ['pm', 'm2', 'm3', 'm5']) {
    await act(who, 'mark-delivered', { ballot, versionHash: second.commit })
  }
  await act('m5', 'mark-opened', { ballot, versionHash: second.commit })
  await answer('pm', 'agree', second)
  const before = await answer('m2', 'agree', second)
  await answer('m2', 'disagree', second, { device: tablet, prev: [before] })
  await answer('m3', 'agree', second)
  await answer('m3', 'other', second)
  await besidesIt()
  await office.passTo(instant(deadlineAt + hourMs))
  const late = await answer('m5', 'disagree', second)
  const ruling = { ballot, person: PersonId.parse('m5'), act: late, counts: true, reason }
  const proposed = await act('head', 'propose', { proposal: { kind: 'rule-held', ...ruling } })
  const early = await office.bundleOf({ ballot }, 'sec')
  await act('head2', 'confirm', { proposal: proposed })

  const [open, sealed] = [await office.bundleOf({ ballot }, 'sec'), await office.bundleOf({ ballot }, 'aud')]
  const ledger = office.database.ledger.read
  const leaves = await office.leaves()
  await responses()
  await merger()
  const later = [await office.bundleOf({ ballot }, 'sec'), await office.bundleOf({ ballot }, 'aud')]
  return { plain, leaves, early, open, sealed, later, ledger, clock, ballot, subjectOf }
}

import { commitOpening, hashOpening } from '../../../client/app/make-act.ts'
import { type AgendaItemContent, agendaHash } from '../../../shared/domain/agenda-item.ts'
import { conclusionsHash, readsOfConclusions } from '../../../shared/domain/conclusions-hash.ts'
import { readerOver } from '../../../shared/domain/entity.ts'
import {
  type ActId,
  AgencyId,
  AgendaItemId,
  DocumentId,
  Hash,
  IssueId,
  MeetingId,
  PersonId,
  TaskId,
  VoteId,
} from '../../../shared/domain/id.ts'
import type { Role } from '../../../shared/domain/people.ts'
import { utf8 } from '../../../shared/lib/bytes.ts'
import { canonicalJson, type Json } from '../../../shared/lib/canonical-json.ts'
import { sha256Hex } from '../../../shared/lib/sha256.ts'
import { hourMs, instant, minuteMs } from '../../../shared/lib/time.ts'
import { createBundleOffice } from './bundle-office.ts'

/** One concluded meeting with everything that a bundle has to prove, through the real intake, on stand-ins for signatures. */

const roles: Readonly<Record<string, Role>> = {
  pm: 'prime-minister',
  m2: 'minister',
  m3: 'minister',
  m4: 'minister',
  m5: 'minister',
  m6: 'minister',
  sub: 'substitute',
  guest: 'guest',
  sec: 'secretary',
  head: 'head-of-office',
  head2: 'head-of-office',
  aud: 'auditor',
}
const meeting = MeetingId.parse('meeting')
const itemOf = (id: string) => ({ meeting, item: AgendaItemId.parse(id) })
const voteOf = (item: string, vote: string) => ({ ...itemOf(item), vote: VoteId.parse(vote) })
const person = (id: string) => PersonId.parse(id)
const issue = { id: IssueId.parse('i1'), question: 'Tán thành dự thảo?', form: { kind: 'opinion' as const } }
const wordsOf = (content: Json) => hashOpening(canonicalJson(content))

export async function tellMeetingBundleStory() {
  const office = await createBundleOffice(roles)
  const { act, random, monday, plain, database, clock } = office
  const startsAt = instant(monday + 4 * hourMs)
  const endsAt = instant(startsAt + 3 * hourMs)
  const reason = 'Lý do'

  const upload = async (name: string): Promise<Hash> => {
    const bytes = utf8(name)
    const hash = Hash.parse(sha256Hex(bytes))
    await database.blobs.begin(hash, bytes.length, person('sec'), clock.now())
    await database.blobs.write(hash, 0, bytes)
    await database.blobs.markReady(hash, 1)
    return hash
  }
  const matter = async (id: string, title: string, readers: readonly string[] | null) => {
    const hash = await upload(title)
    const content: AgendaItemContent = {
      title,
      presenter: 'Bộ trưởng',
      summary: '',
      documents: [
        { id: DocumentId.parse('d1'), title, kind: 'draft', hash, size: utf8(title).length, pages: 1 },
      ],
      secrets: [],
    }
    const words = wordsOf(content)
    const body = {
      ...{ ...itemOf(id), contentHash: words.commit, rank: id, leadAgency: AgencyId.parse('health') },
      ...{ plannedMinutes: 20, readers: readers?.map(person) ?? null },
    }
    return { body, openings: [words] }
  }
  const noted = (text: string) => commitOpening(random, text)
  const take = (who: string, item: string, contentHash: Hash, stance: 'objection' | 'no-objection') => {
    const note = noted(`Ghi chú của ${who}`)
    const said = { ...itemOf(item), member: person(who), contentHash, stance, noteCommit: note.commit }
    return act(who, 'take-position', said, { openings: [note] })
  }
  const ballotPaper = (choice: string) => {
    const openings = [noted(choice), noted(choice === 'other' ? 'Đề nghị lùi thời hạn' : '')]
    const [choiceOf, textOf] = openings
    if (!choiceOf || !textOf) throw new Error('no answer')
    return { openings, answer: { issue: issue.id, choiceCommit: choiceOf.commit, textCommit: textOf.commit } }
  }
  const question = wordsOf({ issue, text: 'Thông qua Nghị quyết' })
  const cast = (
    who: string,
    choice: string,
    of = voteOf('a', 'v1'),
    more: { prev?: ActId[]; device?: string } = {},
  ) => {
    const { openings, answer } = ballotPaper(choice)
    return act(who, 'cast-vote', { ...of, contentHash: question.commit, answer }, { ...more, openings })
  }
  const onPaper = async (who: string, choice: string, of = voteOf('a', 'v1')) => {
    const { openings, answer } = ballotPaper(choice)
    const paper = await upload(`phiếu của ${who}`)
    const entry = await act(
      'sec',
      'enter-paper-vote',
      { ...of, person: person(who), answer, paper, reason },
      { openings },
    )
    await act('head', 'confirm-paper-vote', { ...of, person: person(who), entry })
  }
  const conclude = (item: string) => {
    const agency = AgencyId.parse('health')
    const assignments = [{ agency, text: `Hoàn thiện nội dung ${item}`, deadline: null, product: '' }]
    const words = wordsOf({ text: `Kết luận về nội dung ${item}`, assignments })
    return act('pm', 'conclude-item', { ...itemOf(item), contentHash: words.commit }, { openings: [words] })
  }
  /** A member assigns from a page: it came of the meeting, and decides nothing of it. */
  const taskFrom = async (item: string) => {
    const leadAgency = AgencyId.parse('health')
    await office.serve('agency', [
      { kind: 'agency-set', agency: { kind: 'agency', id: leadAgency, name: 'Bộ Y tế' } },
    ])
    const words = wordsOf({ text: 'Báo cáo tác động', abstract: 'Về nội dung a', product: '' })
    const [quote, file] = [noted('đánh giá tác động'), await upload(`Nội dung ${item}`)]
    const page = { document: DocumentId.parse('d1'), file, number: 1, quoteCommit: quote.commit }
    const asked = {
      ...{ task: TaskId.parse('asked'), contentHash: words.commit, leadAgency, supporting: [] },
      ...{ deadline: null, holder: itemOf(item), page },
    }
    const source = { kind: 'conclusion' as const, number: '', date: null }
    await act('m2', 'ask-task', { ...asked, source }, { openings: [words, quote] })
  }

  const tablet = await office.enrolSecond('m5')
  const content = wordsOf({ title: 'Phiên họp thường kỳ', place: 'Phòng 1', remarks: '' })
  const schedule = { meeting, contentHash: content.commit, startsAt, endsAt, chair: person('pm') }
  await act(
    'sec',
    'draft-meeting',
    { ...schedule, type: 'regular', handlers: [person('sec')] },
    { openings: [content] },
  )
  const [a, b] = [await matter('a', 'Nội dung a', null), await matter('b', 'Nội dung b', ['m2', 'm3'])]
  const [c] = [await matter('c', 'Nội dung c', null)]
  for (const each of [a, b, c]) await act('sec', 'draft-agenda-item', each.body, { openings: each.openings })
  const rows = (await database.ledger.read.rows([`meeting/${meeting}`, `agenda-item/${meeting}/`])).map(
    ({ entity }) => entity,
  )
  const row = rows.find((entity) => entity.kind === 'meeting')
  if (!row) throw new Error('no meeting')
  const agenda = {
    meeting,
    agendaHash: agendaHash(
      row,
      rows.filter((entity) => entity.kind === 'agenda-item'),
    ),
  }
  await act('sec', 'submit-meeting', agenda)
  await act('head', 'approve-meeting', agenda)
  await act('sec', 'invite-to-meeting', { meeting })

  await act('m2', 'mark-item-delivered', { ...itemOf('a'), contentHash: a.body.contentHash })
  await take('m2', 'a', a.body.contentHash, 'objection')
  // No part of how it was decided.
  await act('m2', 'share-item-layer', {
    ...itemOf('a'),
    document: DocumentId.parse('d1'),
    readers: [person('m3')],
  })
  await taskFrom('a')
  await office.serve('past-papers', [
    { kind: 'past-papers-recorded', of: itemOf('a'), papers: [{ kind: 'draft', documents: 2, copies: 30 }] },
  ])
  await take('m3', 'c', c.body.contentHash, 'no-objection')
  const to = instant(startsAt + hourMs)
  const substitute = { kind: 'substitute', reason, person: person('sub'), letter: '15/GUQ' } as const
  const reply = { ...substitute, items: [itemOf('a').item], from: monday, to }
  await act('m6', 'reply-to-invitation', { meeting, reply })
  await act('sec', 'admit-to-item', {
    ...itemOf('a'),
    ...{ person: person('sub'), member: person('m6'), from: monday, to },
  })
  const late = await matter('b', 'Nội dung b, bản sửa', ['m2', 'm3'])
  await act('head', 'change-agenda-item', { ...late.body, reason }, { openings: late.openings })

  await office.passTo(startsAt)
  for (const who of ['pm', 'm2', 'm3', 'm4', 'm5'])
    await act(who, 'join-session', { meeting, how: 'in-room' })
  await act('pm', 'open-session', { meeting })
  await act('pm', 'start-item', itemOf('a'))
  const request = await act('m2', 'request-to-speak', { ...itemOf('a'), what: 'speak' })
  await act('pm', 'call-speaker', { ...itemOf('a'), request, person: person('m2'), minutes: 5 })
  await act('pm', 'finish-speaker', itemOf('a'))
  await act(
    'pm',
    'open-vote',
    { ...voteOf('a', 'v1'), contentHash: question.commit, seconds: 60 },
    { openings: [question] },
  )
  await cast('m2', 'disagree')
  await cast('pm', 'agree')
  await cast('m3', 'other')
  const before = await cast('m5', 'agree')
  await cast('m5', 'disagree', voteOf('a', 'v1'), { device: tablet, prev: [before] })
  await office.passTo(instant(clock.now() + 2 * minuteMs))
  await cast('m4', 'agree')
  await onPaper('m6', 'agree')
  await conclude('a')
  await act('pm', 'start-item', itemOf('b'))
  await act('pm', 'open-vote', { ...voteOf('b', 'v2'), contentHash: question.commit, seconds: 60 })
  await cast('m2', 'agree', voteOf('b', 'v2'))
  await cast('m3', 'agree', voteOf('b', 'v2'))
  await act('pm', 'close-vote', voteOf('b', 'v2'))
  await conclude('b')
  await act('pm', 'finish-item', itemOf('b'))
  await act('pm', 'propose-for-block', itemOf('c'))
  await act('pm', 'adopt-in-block', itemOf('c'))
  await office.passTo(instant(to + minuteMs))
  await act('pm', 'end-session', { meeting })
  const standing = await database.ledger.read.rows(readsOfConclusions(meeting))
  const reader = readerOver(new Map(standing.map(({ key, entity }) => [key, entity])))
  await act('head', 'conclude-meeting', { meeting, conclusions: conclusionsHash(reader, meeting) })
  const early = await office.bundleOf({ meeting }, 'sec')
  await cast('m3', 'agree', voteOf('a', 'v1'))

  const open = await office.bundleOf({ meeting }, 'sec')
  return { plain, leaves: await office.leaves(), early, open }
}

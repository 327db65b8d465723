import type { Issue } from '../../shared/domain/ballot.ts'
import type { OpenAnswer } from '../../shared/domain/choice.ts'
import type { PersonId } from '../../shared/domain/id.ts'
import type { IssueTally, TallyEntry } from '../../shared/domain/tally.ts'
import type { BallotReportFacts, Voice } from '../app/ballot-report.ts'
import {
  choiceWords,
  entryKindWords,
  entryWords,
  heldWords,
  hourAndDay,
  resultWords,
  ruleWords,
} from './ballot-report-words.ts'
import type { MemberNames } from './member-names.ts'
import { bold, type Cell, heading, type PaperBlock, paragraph, plain } from './official-paper.ts'

type IssueParts = {
  readonly no: number
  readonly issue: Issue
  readonly counted: IssueTally
  readonly members: number
  readonly facts: BallotReportFacts
  readonly names: MemberNames
  /** Whether two officers may still rule so that another result comes of it. */
  readonly isOpen: boolean
}

/** One issue: its result and the sentence that decided, counts and names per option, and what was said, word for word (B14). */
export function issueBlocks(parts: IssueParts): PaperBlock[] {
  const { no, issue, counted, members, facts, isOpen } = parts
  const { explicit, deemed } = counted
  const isSplit = issue.form.kind === 'opinion' && facts.settings.deemed === 'in-favour' && deemed > 0
  return [
    heading(2, `${no}. ${issue.question}`),
    paragraph(
      bold(`Kết quả${isOpen ? ' (tạm tính)' : ''}: ${resultWords(issue, counted)}. `),
      plain(ruleWords(counted, members)),
      ...(isSplit ? [plain(` Tán thành gồm ${explicit} đồng ý rõ ràng và ${deemed} coi như đồng ý.`)] : []),
    ),
    countTable(parts),
    ...opinionBlocks(parts),
  ]
}

const noNames: Cell = [plain('-')]

function countTable({ issue, counted, names, members }: IssueParts): PaperBlock {
  const byWord = new Map<string, PersonId[]>(rowsAlwaysShown(issue).map((word) => [word, []]))
  for (const { person, entry } of counted.entries) {
    for (const word of entryWords(issue, entry)) byWord.set(word, [...(byWord.get(word) ?? []), person])
  }
  const order = wordsInOrder(issue, byWord)
  return {
    kind: 'table',
    columns: [
      { head: 'Cách trả lời', share: 0.28, align: 'left' },
      { head: 'Số lượng', share: 0.12, align: 'centre' },
      { head: 'Thành viên Chính phủ', share: 0.6, align: 'left' },
    ],
    rows: [
      ...order.map((word): Cell[] => {
        const people = [...(byWord.get(word) ?? [])].sort(names.byRank)
        const list = people.map(names.nameOf).join('; ')
        return [[plain(word)], [plain(String(people.length))], people.length === 0 ? noNames : [plain(list)]]
      }),
      [[bold('Tổng số thành viên Chính phủ')], [bold(String(members))], [plain('')]],
    ],
  }
}

/** Options stand there with nobody in them, too; what is an exception only where it happened. */
function rowsAlwaysShown({ form }: Issue): string[] {
  const { agree, deemed, disagree, other, held } = entryKindWords
  const options =
    form.kind === 'opinion'
      ? [agree, deemed, disagree, other]
      : [...form.alternatives.map(({ label }) => label), deemed]
  return [...options, entryKindWords['not-reached'], held]
}

/** An exception right behind its rule, or instead of it: "Đồng ý", then "Đồng ý (đến muộn, được tính)". */
function wordsInOrder(issue: Issue, byWord: ReadonlyMap<string, readonly PersonId[]>): string[] {
  return rowsAlwaysShown(issue).flatMap((rule) => {
    const exceptions = [...byWord.keys()].filter((word) => word.startsWith(`${rule} (`))
    return exceptions.length > 0 && byWord.get(rule)?.length === 0 ? exceptions : [rule, ...exceptions]
  })
}

type Said = { readonly voice: Voice; readonly answer: OpenAnswer; readonly entry: TallyEntry | null }

function opinionBlocks({ issue, counted, facts, names }: IssueParts): PaperBlock[] {
  const said = facts.voices
    .flatMap((voice): Said[] => {
      const answer = voice.answers.find((each) => each.issue === issue.id)
      const counting = counted.entries.find(({ person }) => person === voice.person)
      const entry = counting?.act === voice.act ? counting.entry : null
      return answer && answer.text.trim() !== '' ? [{ voice, answer, entry }] : []
    })
    .sort((one, other) => names.byRank(one.voice.person, other.voice.person) || one.voice.n - other.voice.n)
  const others = said.filter(({ answer }) => answer.choice.kind === 'other')
  const comments = said.filter(({ answer }) => answer.choice.kind !== 'other')
  const lost = counted.entries.filter(
    ({ person, entry }) => entry.kind === 'other' && !others.some(({ voice }) => voice.person === person),
  )
  return [
    ...(others.length > 0 ? [heading(3, `Ý kiến khác, nguyên văn (${others.length})`)] : []),
    ...others.flatMap((one) => voiceBlocks(one, issue, facts, names)),
    ...lost.map(({ person }) =>
      paragraph(plain(`${names.nameOf(person)}: nội dung ý kiến không còn được lưu giữ theo quy định.`)),
    ),
    ...(comments.length > 0
      ? [heading(3, `Ý kiến kèm theo trả lời khác, nguyên văn (${comments.length})`)]
      : []),
    ...comments.flatMap((one) => voiceBlocks(one, issue, facts, names)),
  ]
}

function voiceBlocks(
  { voice, answer, entry }: Said,
  issue: Issue,
  { ballot }: BallotReportFacts,
  { nameOf }: MemberNames,
): PaperBlock[] {
  const version = ballot.versions.find(({ hash }) => hash === voice.versionHash)?.no
  const facts = [
    ...(answer.choice.kind === 'other' ? [] : [inLowerCase(choiceWords(issue, answer.choice))]),
    ...(ballot.versions.length > 1 && version !== undefined ? [`bản ${version}`] : []),
    ...(entry === null || entry.kind === 'held' ? [`tạm giữ: ${heldWords(voice.held)}`] : []),
    ...(entry !== null && 'late' in entry && entry.late ? ['đến muộn, được tính'] : []),
    `ghi nhận lúc ${hourAndDay(voice.at)}, mục số ${voice.n}`,
  ]
  return [
    heading(4, `${nameOf(voice.person)} (${facts.join('; ')}):`),
    { kind: 'quotation', text: answer.text.trim() },
  ]
}

const inLowerCase = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

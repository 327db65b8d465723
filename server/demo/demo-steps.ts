import { AgencyId, BallotId } from '../../shared/domain/id.ts'
import { type Instant, instant, minuteMs } from '../../shared/lib/time.ts'
import type { Random } from '../app/ports.ts'
import type { DemoBallot } from './demo-ballot.ts'
import { byDaylight, type DemoCalendar } from './demo-calendar.ts'
import { type DemoContent, sealAnswers } from './demo-content.ts'
import { demoMembers, demoPerson } from './demo-people.ts'
import type { DemoStep } from './demo-step.ts'
import { responseSteps, saltsOf } from './response-steps.ts'
import type { ActDraft } from './software-device.ts'

type Version = DemoContent & { no: number; from: Instant }

const officer = 'lanhdao-vp'
const minutes = (count: number) => count * minuteMs

/** @param contents of the first version and, where there is an amendment, of the second. */
export function stepsOf(
  ballot: DemoBallot,
  contents: readonly DemoContent[],
  calendar: DemoCalendar,
  random: Random,
): DemoStep[] {
  const { amendment } = ballot
  const hours = [ballot.issuedOn, ...(amendment ? [amendment.on] : [])]
  const versions = hours.flatMap((hour, i): Version[] => {
    const content = contents[i]
    return content ? [{ ...content, no: i + 1, from: calendar.at(hour) }] : []
  })
  const answers = answerSteps(ballot, versions, calendar, random)
  return [
    ...officeSteps(ballot, versions, calendar),
    ...versions.flatMap((version) => markSteps(ballot, version)),
    ...answers,
    ...responseSteps(ballot, answers, calendar, random),
  ]
}

export const deadlineOf = ({ deadline, amendment }: DemoBallot, calendar: DemoCalendar): Instant => {
  if (amendment) return calendar.at(amendment.deadline)
  return deadline === 'soon' ? calendar.soon : calendar.at(deadline)
}

function officeSteps(ballot: DemoBallot, versions: readonly Version[], calendar: DemoCalendar): DemoStep[] {
  const [first, second] = versions
  if (!first) return []
  const id = BallotId.parse(ballot.id)
  const [day] = ballot.issuedOn
  const handlers = ballot.handlers.map(demoPerson)
  const leadAgency = AgencyId.parse(ballot.leadAgency)
  const [by] = ballot.handlers
  const { deadline, amendment } = ballot
  const deadlineAt = deadline === 'soon' ? calendar.soon : calendar.at(deadline)
  const contentHash = first.hash
  const drafted = { ballot: id, contentHash, leadAgency, handlers, deadlineAt, windowReason: '' }
  const step = (at: Instant, person: string, draft: ActDraft): DemoStep => {
    return { at, label: `${id}/${draft.kind}`, by: person, draft, prev: [] }
  }
  return [
    step(calendar.at([day - 1, '14:30']), by, {
      kind: 'draft-ballot',
      body: drafted,
      openings: [first.opening],
    }),
    step(calendar.at([day - 1, '15:10']), by, {
      kind: 'submit-ballot',
      body: { ballot: id, contentHash },
      openings: [],
    }),
    step(first.from, officer, { kind: 'issue-ballot', body: { ballot: id, contentHash }, openings: [] }),
    ...(amendment && second
      ? [
          step(second.from, officer, {
            kind: 'amend-ballot',
            body: {
              ballot: id,
              contentHash: second.hash,
              deadlineAt: calendar.at(amendment.deadline),
              reason: amendment.reason,
            },
            openings: [second.opening],
          }),
        ]
      : []),
  ]
}

const reachable = ({ replies }: DemoBallot): string[] =>
  demoMembers.map(({ account }) => account).filter((account) => !replies.away.includes(account))

const deliveredAt = ({ from }: Version, place: number) => instant(from + minutes(4 + 7 * place))
const openedAt = (version: Version, place: number) =>
  instant(deliveredAt(version, place) + minutes(18 + 11 * (place % 5)))

function markSteps(ballot: DemoBallot, version: Version): DemoStep[] {
  const body = { ballot: BallotId.parse(ballot.id), versionHash: version.hash }
  const label = (what: string, account: string) => `${ballot.id}/${version.no}/${what}/${account}`
  return reachable(ballot).flatMap((by, place) => {
    const delivered: DemoStep = {
      at: deliveredAt(version, place),
      label: label('delivered', by),
      by,
      draft: { kind: 'mark-delivered', body, openings: [] },
      prev: [],
    }
    if (ballot.replies.silent.includes(by)) return [delivered]
    const opened: DemoStep = {
      at: openedAt(version, place),
      label: label('opened', by),
      by,
      draft: { kind: 'mark-opened', body, openings: [] },
      prev: [],
    }
    const files = version.content.documents.map(({ hash }) => hash)
    // Some read the whole dossier, others only what they are asked about.
    const read = files.slice(0, 1 + ((place * 2) % Math.max(1, files.length)))
    if (read.length === 0) return [delivered, opened]
    const papers: DemoStep = {
      at: instant(opened.at + minutes(6)),
      label: label('papers', by),
      by,
      draft: { kind: 'mark-documents-opened', body: { ballot: body.ballot, files: read }, openings: [] },
      prev: [],
    }
    return [delivered, opened, papers]
  })
}

function answerSteps(
  ballot: DemoBallot,
  versions: readonly Version[],
  calendar: DemoCalendar,
  random: Random,
): DemoStep[] {
  const { replies, amendment } = ballot
  const last = versions.at(-1)
  const [first] = versions
  if (!first || !last) return []
  const all = reachable(ballot)
  const before = amendment?.answeredBefore ?? {}
  const late = replies.late ?? {}
  const deadlineAt = deadlineOf(ballot, calendar)
  const end = instant(Math.min(deadlineAt, calendar.now) - minutes(5))
  const quiet = [...replies.silent, ...replies.reading]
  const answer = (
    by: string,
    at: Instant,
    version: Version,
    said: DemoBallot['replies']['usual'],
    again = false,
  ) => {
    const label = `${ballot.id}/answer/${by}`
    const isRespondedTo = ballot.responses?.given.some(({ to }) => to === by) ?? false
    const { answers, openings } = sealAnswers(version, said, isRespondedTo ? saltsOf(label) : random)
    const body = { ballot: BallotId.parse(ballot.id), versionHash: version.hash, answers }
    return {
      at,
      label: again ? `${label}/again` : label,
      by,
      draft: { kind: 'answer-ballot' as const, body, openings },
      prev: again ? [label] : [],
    }
  }
  return all.flatMap((by, place): DemoStep[] => {
    const lateWords = late[by]
    if (lateWords) return [answer(by, instant(deadlineAt + minutes(25)), last, lateWords)]
    if (quiet.includes(by)) return []
    const earlier = before[by]
    const version = earlier ? first : last
    const until = earlier ? instant(last.from - minutes(10)) : end
    const opened = openedAt(version, place)
    const share = (((place * 5) % all.length) + 1) / (all.length + 2)
    const at = byDaylight(instant(opened + Math.floor((until - opened) * share)), opened)
    const said = earlier ?? replies.differing[by] ?? replies.usual
    const again = replies.revised?.[by]
    if (!again) return [answer(by, at, version, said)]
    const from = Math.max(at, openedAt(last, place))
    const againAt = byDaylight(instant(from + Math.floor((end - from) * 0.6)), instant(from))
    return [answer(by, at, version, said), answer(by, againAt, last, again, true)]
  })
}

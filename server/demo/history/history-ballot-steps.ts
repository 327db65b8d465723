import { AgencyId, BallotId } from '../../../shared/domain/id.ts'
import { dayOf, hourMs, instant, minuteMs } from '../../../shared/lib/time.ts'
import type { Random } from '../../app/ports.ts'
import { contentOf, sealAnswers } from '../demo-content.ts'
import { demoPerson } from '../demo-people.ts'
import type { DemoStep } from '../demo-step.ts'
import type { ActDraft } from '../software-device.ts'
import type { PastBallot } from './history-ballots.ts'

const officer = 'lanhdao-vp'

/** A ballot of the past from its draft to what came of it. */
export function pastBallotSteps(past: PastBallot, random: Random): DemoStep[] {
  const ballot = BallotId.parse(past.id)
  const content = contentOf(past.words, [])
  const [secretary] = past.handlers
  const { issuedAt, deadlineAt, windowReason, closedAt, outcome } = past
  const contentHash = content.hash
  const step = (at: number, by: string, draft: ActDraft, of = ''): DemoStep => ({
    at: instant(at),
    label: `${ballot}/${draft.kind}${of}`,
    by,
    draft,
    prev: [],
  })
  const body = { ballot, versionHash: contentHash }
  const members = past.members.flatMap(({ account, deliveredAt, reply }): DemoStep[] => {
    if (reply.kind === 'away') return []
    const delivered = step(
      deliveredAt,
      account,
      { kind: 'mark-delivered', body, openings: [] },
      `/${account}`,
    )
    if (reply.kind === 'silent') return [delivered]
    const { answers, openings } = sealAnswers(content, [reply.said, 'agree'], random)
    const said = { kind: 'answer-ballot' as const, body: { ...body, answers }, openings }
    return [delivered, step(reply.at, account, said, `/${account}`)]
  })
  const drafted = {
    ballot,
    contentHash,
    leadAgency: AgencyId.parse(past.leadAgency),
    handlers: past.handlers.map(demoPerson),
    deadlineAt,
    windowReason,
  }
  const came = (): ActDraft =>
    outcome?.number
      ? {
          kind: 'resolve-ballot',
          body: { ballot, number: outcome.number, date: dayOf(outcome.at) },
          openings: [],
        }
      : { kind: 'send-ballot-to-meeting', body: { ballot }, openings: [] }
  const named = { ballot, contentHash }
  return [
    step(issuedAt - 2 * hourMs, secretary, {
      kind: 'draft-ballot',
      body: drafted,
      openings: [content.opening],
    }),
    step(issuedAt - 20 * minuteMs, secretary, { kind: 'submit-ballot', body: named, openings: [] }),
    step(issuedAt, officer, { kind: 'issue-ballot', body: named, openings: [] }),
    ...members,
    ...(closedAt === null
      ? []
      : [
          step(closedAt, officer, {
            kind: 'close-ballot',
            body: { ballot, reason: 'Tất cả thành viên Chính phủ đã trả lời.' },
            openings: [],
          }),
        ]),
    ...(outcome ? [step(outcome.at, officer, came())] : []),
  ]
}

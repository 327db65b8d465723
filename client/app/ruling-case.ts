import type { Ballot } from '../../shared/domain/ballot.ts'
import type { ActId, PersonId } from '../../shared/domain/id.ts'
import type { Proposal, ProposalBody } from '../../shared/domain/proposal.ts'
import type { RevisionSaid, WatchLine } from './office-ballot.ts'

/** What waits for two officers once a ballot is closed: who was not reached, what came late, what stands in conflict (B8, B9, B12). */
export type RulingCase = {
  line: WatchLine
  /** Opened by one officer, waiting for another. */
  proposal: Proposal | null
  /** The last word of two officers, if there was one. */
  ruling: WatchLine['rulings'][number] | null
} & ({ kind: 'not-reached'; why: 'not-delivered' | 'successor' } | { kind: 'held'; revision: RevisionSaid })

export function rulingCases(lines: readonly WatchLine[], proposals: readonly Proposal[]): RulingCase[] {
  return lines.flatMap((line): RulingCase[] => {
    const person = line.member.id
    const { silence } = line
    const held = line.said.filter((revision) => needsRuling(revision, line))
    // Who spoke, though late, is no longer a matter of silence.
    if (held.length === 0 && line.said.length === 0 && silence?.kind === 'not-reached') {
      const proposal = proposals.find(({ body }) => isAbout(body, person, null)) ?? null
      const ruling = line.rulings.filter(({ decision }) => decision.kind !== 'count-late').at(-1) ?? null
      return [{ kind: 'not-reached', why: silence.why, line, proposal, ruling }]
    }
    return held.map((revision) => ({
      kind: 'held',
      revision,
      line,
      proposal: proposals.find(({ body }) => isAbout(body, person, revision.act)) ?? null,
      ruling: line.rulings.at(-1) ?? null,
    }))
  })
}

/** An answer to a former version stands as it is (B5); what is late, of a revoked device, or one of two heads does not. */
function needsRuling({ held, isHead }: RevisionSaid, { standing }: WatchLine): boolean {
  if (held === null) return standing === 'conflict' && isHead
  return held.kind === 'late' || held.kind === 'device-revoked' || (held.kind === 'conflict' && isHead)
}

function isAbout(body: ProposalBody, person: PersonId, act: ActId | null): boolean {
  if (body.kind === 'rule-silence') return act === null && body.person === person
  return body.kind === 'rule-held' && body.person === person && body.act === act
}

/** Nobody rules once it is told what came of the ballot (B4). */
export const mayBeRuled = ({ phase, outcome }: Pick<Ballot, 'phase' | 'outcome'>): boolean =>
  phase.state === 'closed' && !outcome

/** Two officers have not spoken yet, or are about to speak again. */
export const openRulings = (
  ballot: Pick<Ballot, 'phase' | 'outcome'>,
  lines: readonly WatchLine[],
  proposals: readonly Proposal[],
): RulingCase[] =>
  mayBeRuled(ballot)
    ? rulingCases(lines, proposals).filter(({ ruling, proposal }) => ruling === null || proposal !== null)
    : []

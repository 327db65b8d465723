import type { ActId, DeviceId, PersonId } from '../../shared/domain/id.ts'
import type { Person } from '../../shared/domain/people.ts'
import { accepted, type Verdict } from '../../shared/domain/verdict.ts'
import { ok, type Result } from '../../shared/lib/result.ts'
import type { RulingCase } from './ruling-case.ts'

/**
 * What two officers settle in one go, where silence is alike and the reason is one: each member keeps a proposal, a ruling and
 * an entry of their own (B8).
 */

/** Who was not reached, and of whom nobody has proposed anything. */
export const silentTogether = (cases: readonly RulingCase[]): Person[] =>
  cases.flatMap(({ kind, line, proposal, ruling }) =>
    kind === 'not-reached' && proposal === null && ruling === null ? [line.member] : [],
  )

/** One officer's proposals on silence that say the same, for one reason. */
export type ProposedTogether = {
  by: PersonId
  counts: boolean
  reason: string
  proposals: { id: ActId; member: Person }[]
}

/** Those of others, as `me` may confirm them; a single one stands at its case. */
export function proposedTogether(
  cases: readonly RulingCase[],
  me: { person: PersonId; device: DeviceId },
): ProposedTogether[] {
  const groups = new Map<string, ProposedTogether>()
  for (const { proposal, line } of cases) {
    if (proposal?.body.kind !== 'rule-silence') continue
    const { id, by, device } = proposal
    const { counts, reason } = proposal.body
    if (by === me.person || device === me.device) continue
    const key = JSON.stringify([by, counts, reason])
    const group = groups.get(key) ?? { by, counts, reason, proposals: [] }
    group.proposals.push({ id, member: line.member })
    groups.set(key, group)
  }
  return [...groups.values()].filter(({ proposals }) => proposals.length > 1)
}

/**
 * One act after the other, up to the first that is not taken.
 * @param taken what has been: left out when somebody tries once more
 */
export async function eachInTurn<Item, Fault>(
  items: readonly Item[],
  taken: Set<Item>,
  perform: (item: Item) => Promise<Result<Verdict, Fault>>,
): Promise<Result<Verdict, Fault>> {
  for (const item of items.filter((each) => !taken.has(each))) {
    const result = await perform(item)
    if (!result.ok || !isSettled(result.value)) return result
    taken.add(item)
  }
  return ok(accepted())
}

/** Another officer was quicker: what was wanted has been done. */
const isSettled = (verdict: Verdict): boolean =>
  verdict.kind === 'accepted' || (verdict.kind === 'refused' && verdict.reason.kind === 'already-done')

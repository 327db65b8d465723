import type { BallotProgress } from '../../shared/domain/answer.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import type { WatchLine } from './office-ballot.ts'

type Silence = NonNullable<BallotProgress['silence']>

/** One silent member as the newest count has them; `ruling`: the last word of two officers, if there was one (B8). */
export type SilentLine = {
  member: WatchLine['member']
  silence: Silence
  openings: WatchLine['openings']
  ruling: WatchLine['rulings'][number] | null
}

/** What silence was recorded as at closing is not what it counts as: rulings came in between. */
export function silentLines(
  lines: readonly WatchLine[],
  tally: Tally | null,
): { deemed: SilentLine[]; notReached: SilentLine[] } {
  // Silence is the same on every issue.
  const entries = tally?.rounds.at(-1)?.issues[0]?.entries ?? []
  const silent = lines.flatMap(({ member, silence, openings, rulings, said }) => {
    if (silence === null || said.length > 0) return []
    const counted = entries.find(({ person }) => person === member.id)?.entry.kind ?? silence.kind
    return [{ line: { member, silence, openings, ruling: rulings.at(-1) ?? null }, counted }]
  })
  const of = (kind: Silence['kind']) =>
    silent.filter(({ counted }) => counted === kind).map(({ line }) => line)
  return { deemed: of('deemed'), notReached: of('not-reached') }
}

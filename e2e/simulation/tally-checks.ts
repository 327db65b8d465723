import type { ActOf } from '../../shared/domain/act.ts'
import type { ActId, BallotId, PersonId } from '../../shared/domain/id.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import { entryEvents } from '../../shared/protocol/leaf.ts'
import type { LedgerEntry } from './ledger-checks.ts'
import { headsOf, isNamed, type Said, stands } from './said.ts'
import { isPrefix, type TreeRoots } from './tree-roots.ts'
import type { World } from './world.ts'

/** What was said, in plain words from the tablets themselves, against what was counted. */

export async function checkTallies(
  world: World,
  entries: readonly LedgerEntry[],
  roots: TreeRoots,
): Promise<void> {
  const ledger = world.fleet.reader.ledger.read
  const admitted = new Set(
    entries.flatMap((entry) =>
      entry.kind === 'act' && entry.verdict.kind === 'accepted'
        ? entry.verdict.events.flatMap((event) => (event.kind === 'late-admitted' ? event.acts : []))
        : [],
    ),
  )
  for (const { entity } of await ledger.rowsOfKind('tally')) {
    const [row] = await ledger.rows([`ballot/${entity.ballot}`])
    if (row?.entity.kind !== 'ballot' || row.entity.phase.state !== 'closed') continue
    for (const person of peopleIn(entity)) {
      const said = saidBy(world, entries, { ballot: entity.ballot, person, admitted, roots })
      checkPerson(world, entity, person, { said, ruled: ruledOf(entries, entity.ballot, person) })
    }
  }
}

const peopleIn = (tally: Tally): PersonId[] =>
  tally.rounds.at(-1)?.issues[0]?.entries.map(({ person }) => person) ?? []

/** The act that two officers have ruled to count, at last; null where they have not, or have thought better of it (B9). */
function ruledOf(entries: readonly LedgerEntry[], ballot: BallotId, person: PersonId): ActId | null {
  const rulings = entries
    .flatMap(entryEvents)
    .filter((event) => event.kind === 'ruled' && event.ballot === ballot && event.person === person)
  const last = rulings.at(-1)
  return last?.kind === 'ruled' && last.ruling.decision.kind === 'count-late'
    ? last.ruling.decision.act
    : null
}

type Asked = { ballot: BallotId; person: PersonId; admitted: ReadonlySet<ActId>; roots: TreeRoots }

function saidBy(
  { witness }: World,
  entries: readonly LedgerEntry[],
  { ballot, person, admitted, roots }: Asked,
): Said[] {
  return entries.flatMap((entry): Said[] => {
    if (entry.kind !== 'act' || entry.act.kind !== 'answer-ballot' || entry.verdict.kind === 'refused')
      return []
    const { act, verdict, n } = entry
    if (act.person !== person || act.body.ballot !== ballot) return []
    const held = verdict.kind === 'held' && !admitted.has(act.id) ? verdict.reason : null
    const openings = witness.saved.get(act.id)?.item.openings ?? []
    return [
      {
        id: act.id,
        n,
        prev: act.prev,
        seen: isPrefix(roots, act.anchor) ? act.anchor.size : 0,
        versionHash: act.body.versionHash,
        byIssue: wordsOf(act, openings),
        held,
      },
    ]
  })
}

function wordsOf(act: ActOf<'answer-ballot'>, openings: readonly { commit: string; value: string }[]) {
  const open = (commit: string) => openings.find((opening) => opening.commit === commit)?.value ?? commit
  return new Map(
    act.body.answers.map(({ issue, choiceCommit, textCommit }) => [
      issue as string,
      { choice: open(choiceCommit), text: open(textCommit) },
    ]),
  )
}

function checkPerson(
  { witness, outcomes }: World,
  tally: Tally,
  person: PersonId,
  { said: all, ruled }: { said: readonly Said[]; ruled: ActId | null },
): void {
  const round = tally.rounds.at(-1)
  if (!round) return
  const standing = all.filter(stands)
  const heads = headsOf(all)
  for (const { issue, entries } of round.issues) {
    const line = entries.find((one) => one.person === person)
    if (!line) continue
    const { entry } = line
    outcomes.add(`counted ${entry.kind}${entry.kind === 'held' ? ` ${entry.why}` : ''}`)
    for (const one of all) {
      const choice = one.byIssue.get(issue)?.choice
      if (choice !== 'disagree' && choice !== 'other') continue
      // What came late does not undo what was said in time; but whoever spoke, however late, is not deemed to agree.
      const isOpen = stands(one)
        ? !isNamed(one, standing, all)
        : heads.length === 0 && !isNamed(one, all, all)
      const isConsent = (entry.kind === 'agree' && !entry.late) || (entry.kind === 'deemed' && !entry.ruled)
      if ((isOpen && isConsent) || entry.kind === 'deemed') {
        witness.blame('B8 an objection is counted as consent', {
          person,
          ballot: tally.ballot,
          act: one.id,
          entry,
        })
      }
    }
    // What two officers rule counts, whatever it says and whatever else was said (B9).
    if (ruled !== null) {
      if (line.act !== ruled) witness.blame('B9 a ruling is not followed', { person, ruled, line })
      continue
    }
    const [only, ...more] = heads
    const choice = only?.byIssue.get(issue)?.choice
    if (!only || more.length > 0 || choice === undefined) continue
    if ((choice === 'disagree' || choice === 'other') && entry.kind !== choice) {
      witness.blame('B5 an objection does not stand', { person, ballot: tally.ballot, act: only.id, entry })
    }
    if (choice === 'agree' && only.versionHash === round.versionHash && entry.kind !== 'agree') {
      witness.blame('B6 an answer is not counted', { person, ballot: tally.ballot, act: only.id, entry })
    }
  }
}

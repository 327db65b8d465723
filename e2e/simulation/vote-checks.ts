import type { ActId, PersonId } from '../../shared/domain/id.ts'
import { memberAppointmentOn, type Person } from '../../shared/domain/people.ts'
import { defaultSettings } from '../../shared/domain/settings.ts'
import { type Vote, type VoteTally, voteKey, voteTallyKey } from '../../shared/domain/vote.ts'
import { nameOfVote } from '../../shared/domain/vote-count.ts'
import { dayOf } from '../../shared/lib/time.ts'
import { entryEvents } from '../../shared/protocol/leaf.ts'
import type { LedgerEntry } from './ledger-checks.ts'
import { headsOf, type Said, stands } from './said.ts'
import { isPrefix, type TreeRoots } from './tree-roots.ts'
import type { World } from './world.ts'

/** Votes in session: every word that the ledger took in is in the end of its vote once, and the count is what a small model says. */
export async function checkVotes(
  world: World,
  entries: readonly LedgerEntry[],
  roots: TreeRoots,
): Promise<void> {
  const ledger = world.fleet.reader.ledger.read
  checkOrder(world, entries)
  const people = (await ledger.rowsOfKind('person')).map(({ entity }) => entity)
  const tallies = new Map((await ledger.rowsOfKind('vote-tally')).map(({ key, entity }) => [key, entity]))
  for (const { entity: vote } of await ledger.rowsOfKind('vote')) {
    world.outcomes.add(`vote ${vote.phase.state}`)
    const said = await saidTo(world, vote, { entries, roots, people })
    checkRow(world, vote, said)
    const tally = tallies.get(voteTallyKey(nameOfVote(vote)))
    if ((vote.phase.state === 'closed') !== (tally !== undefined)) {
      world.witness.blame('M6 counted though it is not closed, or not counted', { vote, tally })
    }
    if (vote.phase.state === 'closed' && tally) await checkCount(world, { vote, tally, said, people })
  }
}

type SaidBy = ReadonlyMap<PersonId, readonly Said[]>

async function saidTo(
  { fleet, witness, restored }: World,
  vote: Vote,
  {
    entries,
    roots,
    people,
  }: { entries: readonly LedgerEntry[]; roots: TreeRoots; people: readonly Person[] },
): Promise<SaidBy> {
  const said = new Map<PersonId, Said[]>()
  for (const { kind, n, ...entry } of entries) {
    if (kind !== 'act' || !('act' in entry) || entry.act.kind !== 'cast-vote') continue
    const { act, verdict } = entry
    const { answer, contentHash, ...name } = act.body
    if (voteKey(name) !== voteKey(nameOfVote(vote))) continue
    if (verdict.kind === 'refused') {
      const caster = people.find(({ id }) => id === act.person)
      // Whose post ended before it came may not even know that there is such a meeting (G1, O3).
      const isMember = caster !== undefined && memberAppointmentOn(caster, dayOf(entry.at)) !== undefined
      const mayBe = [
        'not-allowed',
        ...(restored ? ['unknown-version'] : []),
        ...(restored || !isMember ? ['not-found'] : []),
      ]
      const isOwn = witness.saved.has(act.id)
      if (isOwn && !mayBe.includes(verdict.reason.kind)) {
        witness.blame('M6 a vote is not taken in', { n, reason: verdict.reason })
      }
      continue
    }
    const openings = await fleet.reader.ledger.read.openings([answer.choiceCommit, answer.textCommit])
    const open = (commit: typeof answer.choiceCommit) => openings.get(commit)?.value ?? commit
    const words = { choice: open(answer.choiceCommit), text: open(answer.textCommit) }
    const one: Said = {
      ...{ id: act.id, n, prev: act.prev, versionHash: contentHash },
      seen: isPrefix(roots, act.anchor) ? act.anchor.size : 0,
      byIssue: new Map([[answer.issue, words]]),
      held: verdict.kind === 'held' ? verdict.reason : null,
    }
    said.set(act.person, [...(said.get(act.person) ?? []), one])
  }
  return said
}

/** What the row tells all: who has voted, and every word that came and is not counted. */
function checkRow({ witness }: World, vote: Vote, said: SaidBy): void {
  const all = [...said.values()].flat()
  const cast = [...said].filter(([, words]) => words.some(stands)).map(([person]) => person)
  if (cast.sort().join() !== [...vote.castBy].sort().join()) {
    witness.blame('M6 who has voted', { vote: vote.id, cast, told: vote.castBy })
  }
  const held = all.filter((one) => !stands(one)).map(({ id }) => id)
  const told = vote.held.map(({ act }) => act)
  if (held.sort().join() !== [...told].sort().join()) {
    witness.blame('M6 a word that came late is not told', { vote: vote.id, held, told })
  }
}

type Count = { vote: Vote; tally: VoteTally; said: SaidBy; people: readonly Person[] }

const memberRoles = ['prime-minister', 'deputy-prime-minister', 'minister']

/** G1, G2, M6: the last round against what the tablets said, line by line and in sum. */
async function checkCount(world: World, { vote, tally, said, people }: Count): Promise<void> {
  const { witness, outcomes } = world
  const round = tally.rounds.at(-1)
  if (!round || vote.phase.state !== 'closed') return
  const blame = (rule: string, facts: object) => witness.blame(rule, { vote: vote.id, ...facts })
  const day = dayOf(vote.phase.at)
  const holds = (person: Person, roles: readonly string[]) =>
    person.appointments.some(
      ({ role, from, to }) => roles.includes(role) && from <= day && (to === null || day <= to),
    )
  const members = people.filter((person) => holds(person, memberRoles)).map(({ id }) => id)
  const { entries } = round.tally
  if (members.sort().join() !== entries.map(({ person }) => person).join()) {
    blame('G1 another list of members', { members, entries })
  }
  for (const { person, act, entry } of entries) {
    const before = (said.get(person) ?? []).filter(({ n }) => n < round.n)
    const paper = await paperOf(world, vote, person)
    const wanted = wantedFor(before, paper)
    outcomes.add(`voted ${wanted.what}`)
    const what = entry.kind === 'held' ? `held ${entry.why}` : entry.kind
    if (wanted.what !== what || wanted.act !== act) {
      blame('M6 a vote is not counted as it was cast', { person, wanted, act, entry })
    }
  }
  const share = (kind: string) => entries.filter(({ entry }) => entry.kind === kind).length
  const inFavour = share('agree') + (defaultSettings.other === 'in-favour' ? share('other') : 0)
  const chief = people.find((person) => holds(person, ['prime-minister']))?.id
  const tie = entries.find(({ person }) => person === chief)?.entry.kind
  const byTie = tie === 'agree' ? 'adopted' : tie === 'disagree' ? 'not-adopted' : 'undecided'
  const ahead = 2 * inFavour - members.length
  const result = ahead > 0 ? 'adopted' : ahead < 0 ? 'not-adopted' : byTie
  if (round.tally.inFavour !== inFavour || round.tally.result.kind !== result) {
    blame('G2 another result', { inFavour, result, told: round.tally })
  }
}

type Wanted = { what: string; act: ActId | null }

function wantedFor(said: readonly Said[], paper: Wanted | null): Wanted {
  const [head, ...more] = headsOf(said)
  if (head && more.length > 0) return { what: 'held conflict', act: null }
  if (head) return { what: [...head.byIssue.values()][0]?.choice ?? '', act: head.id }
  if (paper) return paper
  const last = said.at(-1)
  if (!last) return { what: 'not-voted', act: null }
  return { what: `held ${last.held?.kind === 'late' ? 'late' : 'device-revoked'}`, act: last.id }
}

async function paperOf({ fleet }: World, vote: Vote, person: PersonId): Promise<Wanted | null> {
  const ledger = fleet.reader.ledger.read
  const name = nameOfVote(vote)
  const [row] = await ledger.rows([`paper-vote/${name.meeting}/${name.item}/${name.vote}/${person}`])
  if (row?.entity.kind !== 'paper-vote' || !row.entity.confirmed) return null
  const { act, answer } = row.entity
  const openings = await ledger.openings([answer.choiceCommit])
  return { what: openings.get(answer.choiceCommit)?.value ?? '', act }
}

type Open = { from: number; closesAt: number }

/** Nothing slips in between the end of a vote's time and its closing; and it closes by itself only where nobody was kept away. */
function checkOrder({ fleet, witness }: World, entries: readonly LedgerEntry[]): void {
  const open = new Map<string, Open>()
  const closed = new Set<string>()
  for (const entry of entries) {
    const due = [...open].filter(([, { closesAt }]) => closesAt < entry.at)
    if (entry.kind === 'act' && due.length > 0) {
      witness.blame('M6 an entry before the closing of a vote that is due', { n: entry.n, due })
    }
    for (const event of entryEvents(entry)) {
      if (event.kind === 'vote-cast' && closed.has(voteKey(event)) && event.held?.kind !== 'late') {
        if (event.held?.kind !== 'device-revoked')
          witness.blame('M6 cast after closing and not held', { n: entry.n })
      }
      if (event.kind === 'vote-closed') closed.add(voteKey(event))
      if (event.kind === 'vote-opened' || event.kind === 'vote-extended') {
        open.set(voteKey(event), { from: entry.at, closesAt: event.closesAt })
      }
      if (event.kind === 'vote-closed' && event.by === null) {
        const span = open.get(voteKey(event))
        const down =
          span && fleet.outages()?.find((outage) => overlap(outage, span) > defaultSettings.voteDowntimeMs)
        if (down) witness.blame('M6 closed by itself though the server was away', { n: entry.n, span, down })
      }
      if (event.kind === 'vote-closed' || event.kind === 'vote-cancelled' || event.kind === 'vote-waits') {
        open.delete(voteKey(event))
      }
    }
  }
}

const overlap = (outage: { from: number; to: number }, { from, closesAt }: Open): number =>
  Math.min(outage.to, closesAt) - Math.max(outage.from, from)

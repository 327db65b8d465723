import { setTimeout as wait } from 'node:timers/promises'
import { type ActId, IssueId, VoteId } from '../../shared/domain/id.ts'
import { type VoteName, voteKey, voteTallyKey } from '../../shared/domain/vote.ts'
import type { KillableServer } from '../kills/killable-server.ts'
import type { BenchMeeting } from './meeting-prepare.ts'
import {
  accepted,
  type Choice,
  type MeetingTablet,
  nowMs,
  type WholeTablet,
  whenSo,
} from './meeting-tablet.ts'

export type Voted = {
  /** From the chair's tap to the vote on each tablet. */
  openedMs: number[]
  /** Casts that lay on tablets alone when the server was killed. */
  unsettledAtKill: number
  /** From the kill until it answered again. */
  awayMs: number
  /** From the last cast of a tablet that has a line until all are in the row of the vote. */
  allInMs: number
  /** From the chair's tap to the result by name on each tablet that has a line. */
  resultMs: number[]
  counted: number
  held: number
  lost: number
  twice: number
}

type Said = { tablet: MeetingTablet; act: ActId; choice: Choice }

const seconds = 900
/** Tablets of other threads have to hear first what they are to look out for. */
const settingOutMs = 150

/**
 * Everybody votes within so long, every tenth twice; half-way the server is killed with -9 and started again. Some tablets
 * lose their line before they cast and come back after the chair has closed: theirs must be held, and told.
 */
export async function voteAll(
  chair: WholeTablet,
  tablets: readonly MeetingTablet[],
  of: BenchMeeting & { withinMs: number; cutOff: number; server: KillableServer; port: number },
): Promise<Voted> {
  const { meeting, items, withinMs, server, port } = of
  const item = items.at(-1)
  if (item === undefined) throw new Error('a meeting without items')
  const away = tablets.filter((tablet) => tablet !== chair).slice(-of.cutOff)
  const withLine = tablets.filter((tablet) => !away.includes(tablet))
  await startItem(chair, { meeting, item })
  const { name, openedMs } = await openVote(chair, tablets, { meeting, item })
  for (const tablet of away) tablet.setLine(false)

  const last = new Map<MeetingTablet, Said>()
  let lastSaidAt = 0
  const cast = async (tablet: MeetingTablet, choice: Choice) => {
    last.set(tablet, { tablet, act: await tablet.cast(name, choice), choice })
    if (!away.includes(tablet)) lastSaidAt = nowMs()
  }
  const casting = Promise.all(
    tablets.map(async (tablet, i) => {
      await wait((i * withinMs) / tablets.length)
      await cast(tablet, i % 3 === 0 ? 'disagree' : 'agree')
      if (i % 10 !== 0) return
      await wait(withinMs / 20)
      await cast(tablet, 'agree')
    }),
  )
  await wait(withinMs / 2)
  const waiting = await Promise.all(withLine.map((tablet) => tablet.isWaiting()))
  const unsettledAtKill = waiting.filter((isWaiting) => isWaiting).length
  const killedAt = nowMs()
  await server.kill('server')
  server.launch()
  const awayMs = (await untilAnswering(port)) - killedAt
  await casting
  const { copy } = chair.app()
  const vote = () => copy.reader.get('vote', voteKey(name))
  const allInAt = await whenSo(copy, 'every cast', () => (vote()?.castBy.length ?? 0) >= withLine.length)
  const resultMs = await closeVote(chair, withLine, name)
  for (const tablet of away) tablet.setLine(true)
  await whenSo(copy, 'what came late', () => (vote()?.held.length ?? 0) >= away.length)
  const ends = endsOf(chair, [...last.values()], name)
  return { openedMs, unsettledAtKill, awayMs, allInMs: allInAt - lastSaidAt, resultMs, ...ends }
}

async function startItem(
  chair: WholeTablet,
  of: { meeting: VoteName['meeting']; item: VoteName['item'] },
): Promise<void> {
  const done = await chair.app().conduct.startItem(of)
  if (!done.ok) throw new Error(`the item: ${done.error.kind}`)
}

async function openVote(
  chair: WholeTablet,
  tablets: readonly MeetingTablet[],
  { meeting, item }: { meeting: VoteName['meeting']; item: VoteName['item'] },
): Promise<{ name: VoteName; openedMs: number[] }> {
  const issue = {
    id: IssueId.parse('i1'),
    question: 'Đồng chí có đồng ý thông qua?',
    form: { kind: 'opinion' as const },
  }
  const arrivals = tablets.map((tablet) => tablet.until({ is: 'vote', meeting, item }))
  await wait(settingOutMs)
  const tappedAt = nowMs()
  await accepted('vote', chair.app().conduct.openVote({ meeting, item }, { issue, text: '' }, seconds))
  const openedMs = (await Promise.all(arrivals)).map((at) => at - tappedAt)
  const [vote] = chair.app().copy.reader.list('vote', `vote/${meeting}/${item}/`)
  return { name: { meeting, item, vote: VoteId.parse(vote?.id) }, openedMs }
}

async function closeVote(
  chair: WholeTablet,
  tablets: readonly MeetingTablet[],
  name: VoteName,
): Promise<number[]> {
  const arrivals = tablets.map((tablet) => tablet.until({ is: 'result', name }))
  await wait(settingOutMs)
  const tappedAt = nowMs()
  await accepted('closing', chair.app().conduct.closeVote(name))
  return (await Promise.all(arrivals)).map((at) => at - tappedAt)
}

async function untilAnswering(port: number): Promise<number> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null)
    if (answer?.ok) return nowMs()
    await wait(20)
  }
}

/** What became of everybody's last word, by the names of the count and by what the row of the vote says is held. */
function endsOf(chair: WholeTablet, said: readonly Said[], name: VoteName) {
  const { reader } = chair.app().copy
  const entries = reader.get('vote-tally', voteTallyKey(name))?.rounds.at(-1)?.tally.entries ?? []
  const heldActs = new Set(reader.get('vote', voteKey(name))?.held.map(({ act }) => act))
  const isCounted = ({ act, choice }: Said) =>
    entries.some((one) => one.act === act && one.entry.kind === choice)
  const counted = said.filter(isCounted).length
  const held = said.filter(({ act }) => heldActs.has(act)).length
  const people = new Set(entries.map(({ person }) => person))
  return { counted, held, lost: said.length - counted - held, twice: entries.length - people.size }
}

import type { SessionView } from '../../client/app/session.ts'
import type { Choice } from '../../shared/domain/choice.ts'
import { IssueId, type MeetingId } from '../../shared/domain/id.ts'
import type { Vote } from '../../shared/domain/vote.ts'
import { isUnderWay } from '../../shared/domain/vote.ts'
import { nameOfVote } from '../../shared/domain/vote-count.ts'
import { dayMs, secondMs } from '../../shared/lib/time.ts'
import { fileHash } from './cabinet.ts'
import type { Dice } from './dice.ts'
import { appOf, told } from './office-moves.ts'
import { wait } from './virtual-time.ts'
import { type Desk, memberDesks, type World } from './world.ts'

/** What is done in a session with votes, by the chair and by members, each as their own tablet shows it (M6, M7). */
type Move = (world: World, dice: Dice, of: Conducted) => Promise<void> | void

type Conducted = { meeting: MeetingId; chair: NonNullable<ReturnType<typeof appOf>>; view: SessionView }

export async function oneOfVotes(world: World, dice: Dice, meeting: MeetingId): Promise<void> {
  const chair = appOf(world, dice.chance(0.8) ? 'pm-1' : 'pm-2')
  const view = chair?.sessions.get(meeting)
  // Without their chair members still cast what they hold open.
  if (!chair || !view) return await castSomewhere(world, dice)
  const moves = view.voting ? whileOpen : betweenVotes
  let at = dice.between(
    1,
    moves.reduce((sum, [weight]) => sum + weight, 0),
  )
  const found = moves.find(([weight]) => {
    at -= weight
    return at <= 0
  })
  await found?.[1](world, dice, { meeting, chair, view })
}

const openVote: Move = async (world, dice, { meeting, chair, view }) => {
  const [first, second] = view.items
  if (!first) return
  const item = view.current ?? (dice.chance(0.5) ? (second ?? first) : first)
  if (!view.current) return void (await told(world, chair.conduct.startItem({ meeting, item: item.item.id })))
  const issue = {
    id: IssueId.parse('i1'),
    question: 'Đồng chí có đồng ý thông qua?',
    form: { kind: 'opinion' as const },
  }
  const seconds = dice.pick([15, 30, 60, 300, 3600])
  await told(world, chair.conduct.openVote({ meeting, item: item.item.id }, { issue, text: '' }, seconds))
}

const closeVote: Move = async (world, _dice, { chair, view }) => {
  if (view.voting) await told(world, chair.conduct.closeVote(nameOfVote(view.voting.view.vote)))
}

const extendVote: Move = async (world, dice, { chair, view }) => {
  const seconds = dice.pick([15, 120, 600])
  if (view.voting) await told(world, chair.conduct.extendVote(nameOfVote(view.voting.view.vote), seconds))
}

const cancelVote: Move = async (world, _dice, { chair, view }) => {
  if (view.voting) await told(world, chair.conduct.cancelVote(nameOfVote(view.voting.view.vote), 'hỏi sai'))
}

const castSomewhere = async (world: World, dice: Dice) => {
  await castOn(world, dice, dice.pick(memberDesks(world)))
}

/** Both tablets of one member, whatever either knows of the other (B12). */
const castTwice: Move = (world, dice) => {
  const second = memberDesks(world).filter(({ seat }) => seat.label.endsWith('-2'))
  if (second.length === 0) return
  const { seat } = dice.pick(second)
  for (const desk of memberDesks(world)) {
    if (desk.seat.person === seat.person) void castOn(world, dice, desk)
  }
}

/** Cast while the tablet has no line, and closed meanwhile: it comes late and is held (M6). */
const closeBehind: Move = async (world, dice, of) => {
  const desk = dice.pick(memberDesks(world))
  const { link } = desk.browser
  link.set('down', true)
  const steps = [() => castOn(world, dice, desk), () => closeVote(world, dice, of)]
  for (const step of dice.chance(0.5) ? steps : steps.reverse()) await step()
  await wait(world.time, dice.between(1, 20) * secondMs)
  link.set('up', true)
}

/** A tablet whose clock is behind casts into what is closed: its hour proves nothing (O8). */
const backdate: Move = async (world, dice) => {
  const desk = dice.pick(memberDesks(world))
  desk.browser.setClock(-dayMs)
  const closed = votesOn(desk).find(({ phase }) => phase.state === 'closed')
  if (closed) await castOn(world, dice, desk, closed)
  await wait(world.time, 2 * secondMs)
  desk.browser.setClock(0)
}

/** One officer enters a member's word on paper, another confirms (M7); sometimes while the member casts after all. */
const paper: Move = async (world, dice, { view }) => {
  const secretary = appOf(world, 'sec-1')
  const head = appOf(world, 'head-1')
  const votes = view.items.flatMap(({ votes: of }) => of.map(({ vote }) => vote))
  if (!secretary || !head || votes.length === 0) return
  const name = nameOfVote(dice.pick(votes))
  const { person } = dice.pick(memberDesks(world)).seat
  const said = { choice: choiceFor(dice), text: 'trên giấy', person, paper: fileHash, reason: 'máy hỏng' }
  if (!(await told(world, secretary.conduct.enterPaper(name, said)))) return
  await wait(world.time, 2 * secondMs)
  const entered = head.copy.reader.list('paper-vote').find((row) => row.person === person && !row.confirmed)
  if (entered && (await told(world, head.conduct.confirmPaper(entered)))) world.outcomes.add('paper vote')
}

/** No server for longer than a vote closes by itself over (M6). */
const outage: Move = async ({ fleet, time, outcomes }, dice) => {
  fleet.killAll()
  outcomes.add('server killed')
  await wait(time, dice.between(6, 40) * secondMs)
  if (fleet.hosts().length === 0) await fleet.start()
}

const cast: Move = (world, dice) => castSomewhere(world, dice)

const whileOpen: readonly [number, Move][] = [
  [10, cast],
  [3, castTwice],
  [3, closeBehind],
  [2, closeVote],
  [1, extendVote],
  [1, cancelVote],
  [1, outage],
  [1, paper],
]
const betweenVotes: readonly [number, Move][] = [
  [8, openVote],
  [2, cast],
  [2, backdate],
  [1, paper],
]

const votesOn = ({ browser }: Desk): Vote[] => browser.app()?.copy.reader.list('vote') ?? []

async function castOn(world: World, dice: Dice, desk: Desk, given: Vote | null = null): Promise<void> {
  const app = desk.browser.app()
  const votes = votesOn(desk)
  const open = votes.filter(isUnderWay)
  const list = open.length > 0 && !dice.chance(0.05) ? open : votes
  const vote = given ?? (list.length === 0 ? null : dice.pick(list))
  if (!app || !vote) return
  const choice = choiceFor(dice)
  const text = choice.kind === 'other' ? 'đề nghị bổ sung Điều 5' : ''
  const said = await app.sessions.cast(nameOfVote(vote), { choice, text })
  if (said.ok) {
    world.witness.said(desk.browser, said.value)
    world.outcomes.add(`cast while ${vote.phase.state}`)
  } else if (said.error.kind !== 'not-stored') {
    // A tablet refuses nothing that is well formed; only its own disk may fail it.
    world.witness.blame('M6 a tablet refused a vote', { label: desk.browser.label, error: said.error })
  }
}

const choiceFor = (dice: Dice): Choice => ({ kind: dice.pick(['agree', 'agree', 'disagree', 'other']) })

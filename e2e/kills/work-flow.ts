import { unattended } from '../../client/app/unattended.ts'
import type { BallotContent } from '../../shared/domain/ballot.ts'
import type { Choice } from '../../shared/domain/choice.ts'
import { AgencyId, type BallotId, IssueId } from '../../shared/domain/id.ts'
import { dayMs, instant } from '../../shared/lib/time.ts'
import type { Dice } from '../simulation/dice.ts'
import type { KillTablet } from './kill-tablet.ts'

/** An Office at work without end: ballots are issued, two members answer and answer again, what is full is closed. */

export type Cast = { secretary: KillTablet; head: KillTablet; members: readonly KillTablet[] }

export const agency = 'byt'
/** Of one member to one ballot: more, and the proofs of the row would be most of the traffic. */
const answersPerBallot = 25

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

export function startWork({ secretary, head, members }: Cast, dice: Dice) {
  let isOver = false
  let isPaused = false
  let answered = 0
  let issued = 0
  let closed = 0
  const full: BallotId[] = []

  const contentOf = (): BallotContent => ({
    title: `Dự thảo Nghị định ${secretary.app().office.newId()}`,
    reason: '',
    summary: '',
    advice: '',
    issues: [
      { id: IssueId.parse('i1'), question: 'Đồng chí có đồng ý ban hành?', form: { kind: 'opinion' } },
    ],
    documents: [],
  })

  /** One step towards an issued ballot, whatever became of the last one; its answer may have been lost on the way. */
  async function advance(id: BallotId): Promise<boolean> {
    const { office, me } = secretary.app()
    const state = head.app().office.get(id)?.ballot.phase.state ?? office.get(id)?.ballot.phase.state
    const { person } = me()
    if (state === 'issued' || !person) return state === 'issued'
    if (state === undefined) {
      await office.saveDraft({
        ballot: id,
        content: contentOf(),
        leadAgency: AgencyId.parse(agency),
        handlers: [person.id],
        deadlineAt: instant(Date.now() + 30 * dayMs),
        windowReason: 'để thử',
      })
    } else if (state === 'draft') await office.submit(id)
    else if (state === 'submitted') await head.app().office.issue(id)
    return false
  }

  async function officeWork(): Promise<void> {
    let next = secretary.app().office.newBallot()
    while (!isOver) {
      await pause(dice.between(20, 200))
      if (isPaused) continue
      const [done] = full
      if (done !== undefined) {
        const state = head.app().office.get(done)?.ballot.phase.state
        if (state === 'issued') await head.app().office.close(done, 'đủ ý kiến')
        if (state === 'closed') {
          closed += 1
          full.shift()
        }
      }
      const open = head
        .app()
        .office.list()
        .filter(({ ballot }) => ballot.phase.state === 'issued')
      if (open.length - full.length >= 2) continue
      if (await advance(next)) {
        issued += 1
        next = secretary.app().office.newBallot()
      }
    }
  }

  async function memberWork(tablet: KillTablet): Promise<void> {
    const given = new Map<BallotId, number>()
    while (!isOver) {
      await pause(dice.between(10, 150))
      if (isPaused) continue
      const { ballots } = tablet.app()
      const open = ballots
        .list()
        .filter(
          ({ ballot }) => ballot.phase.state === 'issued' && (given.get(ballot.id) ?? 0) < answersPerBallot,
        )
      if (open.length === 0) continue
      const { ballot, version } = dice.pick(open)
      const choice: Choice = { kind: dice.pick(['agree', 'disagree', 'other'] as const) }
      const text = choice.kind === 'other' ? 'đề nghị bổ sung Điều 5' : ''
      const said = await ballots.answer({
        ballot: ballot.id,
        versionHash: version.hash,
        answers: [{ issue: IssueId.parse('i1'), choice, text }],
      })
      if (!said.ok) throw new Error(`an answer was not taken: ${said.error.kind}`)
      answered += 1
      const count = (given.get(ballot.id) ?? 0) + 1
      given.set(ballot.id, count)
      if (count === answersPerBallot && !full.includes(ballot.id)) full.push(ballot.id)
    }
  }

  for (const work of [officeWork(), ...members.map(memberWork)]) unattended(work)

  return {
    /** Between two kills, while all is looked at: nobody taps. */
    pause: () => {
      isPaused = true
    },
    goOn: () => {
      isPaused = false
    },
    end: () => {
      isOver = true
    },
    counts: () => ({ answered, issued, closed }),
  }
}

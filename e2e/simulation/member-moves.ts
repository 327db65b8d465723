import type { BallotView } from '../../client/app/ballot.ts'
import { asStoreFault } from '../../client/app/store-fault.ts'
import type { Issue } from '../../shared/domain/ballot.ts'
import type { Choice, OpenAnswer } from '../../shared/domain/choice.ts'
import { passPhrase } from './cabinet.ts'
import type { Dice } from './dice.ts'
import { type Desk, memberDesks, type World } from './world.ts'

/** What members do, as their screens let them. */

export async function answer(world: World): Promise<void> {
  const { dice } = world
  const desk = dice.pick(memberDesks(world))
  const view = pickBallot(desk, dice)
  if (view) await answerOn(world, desk, view)
}

/** Both tablets of one member, one after the other, whatever either knows of the other (B12). */
export async function answerTwice(world: World): Promise<void> {
  const { dice, desks } = world
  const second = memberDesks(world).filter(({ seat }) => seat.label.endsWith('-2'))
  if (second.length === 0) return
  const { seat } = dice.pick(second)
  for (const desk of desks.filter((one) => one.seat.person === seat.person)) {
    const view = pickBallot(desk, dice)
    if (view) void answerOn(world, desk, view)
  }
}

/** Whoever is shown two answers of their own chooses (B12). */
export async function settleConflict(world: World): Promise<void> {
  const { dice } = world
  for (const desk of memberDesks(world)) {
    const conflict = desk.browser
      .app()
      ?.ballots.list()
      .find(({ mine }) => mine.kind === 'conflict')
    if (!conflict || !dice.chance(0.7)) continue
    world.outcomes.add('settled a conflict')
    await answerOn(world, desk, conflict)
  }
}

export async function openBallot(world: World): Promise<void> {
  const { dice } = world
  const desk = dice.pick(memberDesks(world))
  const app = desk.browser.app()
  const view = pickBallot(desk, dice)
  if (!app || !view) return
  await app.ballots.markOpened(view.ballot.id)
  for (const { hash } of view.content.documents) await app.openedDocuments.add(view.ballot.id, hash)
  // A tablet that is put down at this moment tells when it is taken up again.
  if (dice.chance(0.7)) await app.openedDocuments.tell()
}

export async function answerOn(world: World, { browser }: Desk, view: BallotView): Promise<void> {
  const app = browser.app()
  if (!app) return
  const { dice, witness, outcomes } = world
  const answers = view.content.issues.map((issue) => answerTo(issue, dice))
  const before = view.mine.kind
  const result = await app.ballots.answer({
    ballot: view.ballot.id,
    versionHash: view.version.hash,
    answers,
  })
  if (result.ok) {
    witness.said(browser, result.value)
    outcomes.add(`answered after ${before}`)
    if (view.ballot.phase.state === 'issued' && app.now() > view.ballot.deadlineAt) {
      outcomes.add('answered past the deadline of its own clock')
    }
    return
  }
  outcomes.add(`answer not taken: ${result.error.kind}`)
  // A tablet refuses nothing that is well formed (B13); only its own disk may fail it.
  if (result.error.kind !== 'not-stored') {
    witness.blame('B13 a tablet refused an answer', { label: browser.label, error: result.error })
  }
}

export function pickBallot({ browser }: Desk, dice: Dice): BallotView | null {
  const views = browser.app()?.ballots.list() ?? []
  const open = views.filter(
    ({ ballot }) => ballot.phase.state !== 'closed' && ballot.phase.state !== 'recalled',
  )
  const list = open.length > 0 && !dice.chance(0.1) ? open : views
  return list.length === 0 ? null : dice.pick(list)
}

function answerTo(issue: Issue, dice: Dice): OpenAnswer {
  const choice = choiceFor(issue, dice)
  const text = choice.kind === 'other' ? 'đề nghị bổ sung Điều 5' : dice.pick(['', '', 'nhất trí về cơ bản'])
  return { issue: issue.id, choice, text }
}

function choiceFor({ form }: Issue, dice: Dice): Choice {
  if (form.kind === 'opinion') return { kind: dice.pick(['agree', 'agree', 'disagree', 'disagree', 'other']) }
  const chosen = form.alternatives.filter(() => dice.chance(0.5)).slice(0, form.atMost)
  const [first] = form.alternatives
  return {
    kind: 'alternatives',
    chosen: (chosen.length > 0 || !first ? chosen : [first]).map(({ id }) => id),
  }
}

/** Unlocks whatever stands locked, as its owner does when they take it up; tries again where the disk fails. */
export async function unlock(desk: Desk, world: World): Promise<void> {
  const tab = desk.browser.leading()
  const phase = tab?.application.phase().kind
  if (!tab || (phase !== 'locked' && phase !== 'pending')) return
  try {
    const opened = await tab.application.unlock(passPhrase)
    world.outcomes.add(opened.ok ? 'unlocked' : `not unlocked: ${opened.error.kind}`)
  } catch (error) {
    const fault = asStoreFault(error)
    if (!fault) throw error
    world.outcomes.add(`not unlocked: ${fault.kind}`)
  }
}

export async function takeUp(world: World): Promise<void> {
  const desk = world.dice.pick(world.desks)
  if (desk.browser.tabs().length === 0) desk.browser.openTab()
  await world.time.rest()
  await unlock(desk, world)
}

export function lock({ dice, desks }: World): void {
  dice.pick(desks).browser.leading()?.application.lock()
}

/** A word half written, and a wrong pass phrase: neither may disturb what else is under way. */
export async function fumble({ dice, desks }: World): Promise<void> {
  const { browser } = dice.pick(desks)
  await browser.app()?.drafts.keep('answer/x', { at: browser.label })
  const tab = browser.leading()
  if (tab?.application.phase().kind === 'locked')
    await tab.application.unlock('sai mật khẩu rồi').catch(() => {})
}

export async function checkReceipt({ dice, desks, witness }: World): Promise<void> {
  const { browser } = dice.pick(desks)
  const app = browser.app()
  const settled = app?.copy.settled() ?? []
  if (!app || settled.length === 0) return
  const { id, receipt } = dice.pick(settled)
  const checked = await app.receipts.check(receipt)
  if (!checked.isValid) witness.blame('O10 a kept receipt does not verify', { label: browser.label, id })
}

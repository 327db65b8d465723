import type { OpenApp } from '../../client/app/open-app.ts'
import { rulingCases } from '../../client/app/ruling-case.ts'
import type { Ballot, BallotContent } from '../../shared/domain/ballot.ts'
import { AlternativeId, DocumentId, Hash, IssueId, PersonId } from '../../shared/domain/id.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import type { Result } from '../../shared/lib/result.ts'
import { hourMs, type Instant, instant, minuteMs } from '../../shared/lib/time.ts'
import { agency, file, fileHash, isMemberSeat } from './cabinet.ts'
import type { Dice } from './dice.ts'
import { wait } from './virtual-time.ts'
import type { World } from './world.ts'

/** What the Office does: prepares, issues, amends, closes, rules; every act needs the server at that moment (O9). */

export const appOf = ({ desks }: World, label: string): OpenApp | null =>
  desks.find(({ seat }) => seat.label === label)?.browser.app() ?? null

export async function draft(world: World): Promise<void> {
  const { dice, drafted } = world
  const app = appOf(world, dice.pick(['sec-1', 'sec-1', 'sec2-1']))
  if (!app) return
  const known = app.office.list().filter(({ ballot }) => ballot.versions.length === 0)
  const again = known.length > 0 && dice.chance(0.2) ? dice.pick(known).ballot.id : null
  const ballot = again ?? app.office.newBallot()
  if (drafted.length >= 4 && again === null) return
  drafted.push(ballot)
  const handlers = dice.chance(0.2) ? ['sec2'] : dice.chance(0.3) ? ['sec', 'sec2'] : ['sec']
  await told(
    world,
    app.office.saveDraft({
      ballot,
      content: contentFor(dice, app),
      leadAgency: agency,
      handlers: handlers.map((id) => PersonId.parse(id)),
      deadlineAt: deadlineFor(dice, app),
      windowReason: dice.chance(0.85) ? 'cần ý kiến gấp' : '',
    }),
  )
  if (dice.chance(0.2)) return
  // The desk submits what its own row shows.
  await wait(world.time, 2000)
  await told(world, app.office.submit(ballot))
}

export async function submit(world: World): Promise<void> {
  const app = appOf(world, 'sec-1')
  const ballot = pick(world, app, ['draft', 'returned', 'submitted'])
  if (app && ballot) await told(world, app.office.submit(ballot.id))
}

export async function issue(world: World): Promise<void> {
  const app = appOf(world, 'head-1')
  const ballot = pick(world, app, ['submitted'])
  if (!app || !ballot) return
  const isGood = !world.dice.chance(0.07)
  await told(world, isGood ? app.office.issue(ballot.id) : app.office.giveBack(ballot.id, 'thiếu hồ sơ'))
}

export async function amend(world: World): Promise<void> {
  const { dice } = world
  const app = appOf(world, 'head-1')
  const ballot = pick(world, app, ['issued'])
  if (!app || !ballot) return
  const before = app.office.get(ballot.id)?.content
  // Mostly the same questions in other words: an objection to the former ones must stand.
  const next =
    before && dice.chance(0.7) ? { ...before, title: `${before.title} (sửa)` } : contentFor(dice, app)
  const content = before && dice.chance(0.05) ? before : next
  const deadlineAt = instant(ballot.deadlineAt + dice.pick([0, 1, 24, 60]) * hourMs)
  await told(world, app.office.amend({ ballot: ballot.id, content, deadlineAt, reason: 'tiếp thu ý kiến' }))
}

export async function extend(world: World): Promise<void> {
  const app = appOf(world, 'head-1')
  const ballot = pick(world, app, ['issued', 'closing-waits', 'closing-waits'])
  if (!app || !ballot) return
  const later = world.dice.pick([-1, 2, 2, 8]) * hourMs
  const deadlineAt = instant(Math.max(ballot.deadlineAt, app.now()) + later)
  await told(world, app.office.extend(ballot.id, deadlineAt, 'gia hạn'))
}

export async function recall(world: World): Promise<void> {
  const app = appOf(world, 'head-1')
  const ballot = pick(world, app, ['issued', 'submitted'])
  if (app && ballot) await told(world, app.office.recall(ballot.id, 'rút hồ sơ'))
}

export async function close(world: World): Promise<void> {
  const app = appOf(world, 'head-1')
  const ballot = pick(world, app, ['issued', 'closing-waits', 'closed'])
  if (app && ballot) await told(world, app.office.close(ballot.id, 'đóng phiếu'))
}

/** One officer proposes what to do with a silence or a late answer, another confirms; sometimes the same one tries. */
export async function rule(world: World): Promise<void> {
  const { dice } = world
  const app = appOf(world, dice.pick(['head-1', 'sec-1']))
  if (!app) return
  const open = app.office.proposals()
  if (open.length > 0 && dice.chance(0.6)) {
    const confirmed = await told(world, app.office.confirm(dice.pick(open).id))
    if (confirmed) world.outcomes.add('two officers')
    return
  }
  const ballot = pick(world, app, ['closed'])
  if (!ballot) return
  const cases = rulingCases(app.office.watch(ballot.id), open)
  if (cases.length === 0) return
  const found = dice.pick(cases)
  const person = found.line.member.id
  const common = { ballot: ballot.id, person, counts: dice.chance(0.7), reason: 'có lý do chính đáng' }
  const body =
    found.kind === 'held'
      ? { kind: 'rule-held' as const, ...common, act: found.revision.act }
      : { kind: 'rule-silence' as const, ...common }
  await told(world, app.office.propose(body))
}

type Loss = { label: string; wipe: boolean }

export async function revoke(world: World, loss: Loss | null = null): Promise<void> {
  const { dice, desks } = world
  const app = appOf(world, 'head-1')
  const members = desks.filter(({ seat }) => isMemberSeat(seat) && (loss?.label ?? seat.label) === seat.label)
  const owner = dice.pick(members).browser.profile.owner()
  if (!app || !owner) return
  const wipe = loss?.wipe ?? dice.chance(0.5)
  const done = await told(world, app.devices.revoke(owner.device, 'máy bị mất', wipe))
  if (done) world.outcomes.add(wipe ? 'revoked with wipe' : 'revoked')
}

export async function told(
  world: World,
  doing: Promise<Result<Verdict, { kind: string }>>,
): Promise<boolean> {
  const done = await doing
  const name = done.ok
    ? `office ${done.value.kind}${done.value.kind === 'refused' ? ` ${done.value.reason.kind}` : ''}`
    : `office fault ${done.error.kind}`
  world.outcomes.add(name)
  return done.ok && done.value.kind === 'accepted'
}

function pick({ dice }: World, app: OpenApp | null, states: readonly string[]): Ballot | null {
  const list = app?.office.list().filter(({ ballot }) => states.includes(ballot.phase.state)) ?? []
  return list.length === 0 ? null : dice.pick(list).ballot
}

/** An hour to five days: the short ones need a reason (B3), and make for more in a schedule. */
function deadlineFor(dice: Dice, app: OpenApp): Instant {
  const hours = dice.pick([0.7, 1, 1, 2, 3, 6, 12, 60, 80, 110])
  return instant(app.now() + hours * hourMs + dice.below(10) * minuteMs)
}

function contentFor(dice: Dice, app: OpenApp): BallotContent {
  const { newId } = app.office
  const document = {
    id: DocumentId.parse('d1'),
    title: 'Tờ trình',
    kind: 'submission' as const,
    hash: dice.chance(0.95) ? fileHash : Hash.parse('0'.repeat(64)),
    size: file.length,
    pages: 1,
  }
  const opinion = (id: string) => ({
    id: IssueId.parse(id),
    question: 'Đồng chí có đồng ý ban hành?',
    form: { kind: 'opinion' as const },
  })
  const choice = {
    id: IssueId.parse('i3'),
    question: 'Chọn phương án',
    form: {
      kind: 'alternatives' as const,
      alternatives: ['a', 'b', 'c'].map((id) => ({ id: AlternativeId.parse(id), label: `Phương án ${id}` })),
      atMost: dice.pick([1, 2]),
    },
  }
  const issues = dice.pick([
    [opinion('i1')],
    [opinion('i1')],
    [opinion('i1'), opinion('i2')],
    [opinion('i1'), choice],
  ])
  return {
    title: `Dự thảo Nghị định ${newId()}`,
    reason: '',
    summary: 'Tóm tắt',
    advice: '',
    issues,
    documents: dice.chance(0.3) ? [document] : [],
  }
}

import type { OpenApp } from '../../client/app/open-app.ts'
import type { PerformFault } from '../../client/app/perform.ts'
import { unattended } from '../../client/app/unattended.ts'
import { replayLedger } from '../../server/app/replay.ts'
import { announceRestore } from '../../server/app/restore.ts'
import { deliveryByKind } from '../../shared/domain/act.ts'
import type { Verdict } from '../../shared/domain/verdict.ts'
import type { Result } from '../../shared/lib/result.ts'
import { secondMs } from '../../shared/lib/time.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import { createDice } from './dice.ts'
import * as episode from './episodes.ts'
import { heal } from './heal.ts'
import { calm } from './link.ts'
import * as member from './member-moves.ts'
import * as mishap from './mishaps.ts'
import * as office from './office-moves.ts'
import { passTime } from './pass-time.ts'
import { checkTablets } from './tablet-checks.ts'
import { rootsOf } from './tree-roots.ts'
import { enterVirtualTime } from './virtual-globals.ts'
import type { Fault } from './witness.ts'
import { createWorld, type World } from './world.ts'

/**
 * The declared variant of a restore: an Office at work with what goes wrong, a backup, more work; the backup restored and
 * announced, declared by two officers' own clients, every tablet back in reach, ended; more work, then peace. What was recorded
 * once is recorded in the end, once. (The undeclared one is of schedule.ts.)
 */
export type RestoreRan = { seed: string; faults: Fault[]; counts: Record<string, number> }

const moves: readonly ((world: World) => Promise<void> | void)[] = [
  member.answer,
  member.answer,
  member.answer,
  member.answerTwice,
  member.settleConflict,
  member.openBallot,
  member.takeUp,
  office.draft,
  office.draft,
  office.issue,
  office.issue,
  office.amend,
  office.extend,
  office.close,
  office.rule,
  episode.amendBehind,
  mishap.network,
  mishap.cutLine,
  mishap.killServer,
  mishap.killTab,
]

export async function runDeclaredRestore(seed: string): Promise<RestoreRan> {
  const faults: Fault[] = []
  const others = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  const onRejection = (error: unknown) => void faults.push({ rule: 'nothing throws', error: String(error) })
  process.on('unhandledRejection', onRejection)
  process.setMaxListeners(0)
  let leave = () => {}
  try {
    const world = await createWorld(seed)
    leave = enterVirtualTime(world.time, createDice(`${seed}/global`))
    await play(world)
    for (const { browser } of world.desks) browser.kill()
    world.fleet.killAll()
    return { seed, faults: [...faults, ...world.witness.faults], counts: world.outcomes.counts() }
  } finally {
    leave()
    process.off('unhandledRejection', onRejection)
    for (const listener of others) process.on('unhandledRejection', listener)
  }
}

async function play(world: World): Promise<void> {
  const { time, dice, fleet, witness, outcomes } = world
  for (const { browser } of world.desks) browser.openTab()
  await time.run(200)
  for (const desk of world.desks) unattended(member.unlock(desk, world))
  await time.run(2000)
  await work(world, dice.between(3, 10))
  const restore = fleet.backUp()
  await work(world, dice.between(4, 14))

  fleet.killAll()
  await witness.loseAll()
  restore()
  world.restored = true
  const { ledger } = fleet.reader
  await announceRestore('hỏng đĩa', { store: ledger, crypto: world.crypto.server })
  await time.until(fleet.start())
  await reachAll(world)
  await twoOfficers(
    world,
    async (app) => {
      const report = await app.restore.report()
      const { epoch, announced } = report.ok ? report.value : { epoch: 0, announced: null }
      return announced ? await app.restore.proposeBegin({ epoch, ...announced }, 'hỏng đĩa') : null
    },
    'declared',
  )
  await reachAll(world)
  await work(world, dice.between(0, 4))
  await reachAll(world)
  await everybodyHandsIn(world)
  const kept = await ledger.read.handedIn()
  if (kept.length > 0) outcomes.add('leaves handed in')
  await twoOfficers(
    world,
    async (app) => {
      const report = await app.restore.report()
      const missing = report.ok ? report.value.missing : []
      const count = missing.reduce((sum, { from, to }) => sum + to - from + 1, 0)
      if (count > 0) outcomes.add('numbers missing')
      return report.ok ? await app.restore.proposeEnd(report.value.epoch, count, 'đủ rồi') : null
    },
    'ended',
  )
  await work(world, dice.between(0, 6))
  await heal(world)
  await checkRestored(world)
}

async function work(world: World, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const made = world.dice.pick(moves)(world)
    if (made) unattended(made)
    await passTime(world)
  }
}

/** Every machine up, every line up, everybody unlocked. */
async function reachAll(world: World): Promise<void> {
  const { time, fleet, desks } = world
  if (fleet.hosts().length === 0) await time.until(fleet.start())
  for (const { browser } of desks) {
    browser.link.setWeather(calm)
    browser.link.set('up', true)
    for (const tab of browser.tabs()) {
      tab.killAfter(Number.POSITIVE_INFINITY)
      if (tab !== browser.leading()) tab.kill()
    }
    if (browser.tabs().length === 0) browser.openTab()
  }
  await time.run(2 * secondMs)
  for (const desk of desks) unattended(member.unlock(desk, world))
  await time.run(5 * secondMs)
}

type Asked = Promise<Result<Verdict, PerformFault> | null>

/** One proposes on their own tablet, another confirms on theirs; what is cut on the way is asked again. */
async function twoOfficers(
  world: World,
  propose: (app: OpenApp) => Asked,
  phase: 'declared' | 'ended',
): Promise<void> {
  const { time, desks, witness } = world
  const appOf = (label: string) => desks.find(({ seat }) => seat.label === label)?.browser.app() ?? null
  for (let i = 0; i < 10; i++) {
    const [first, second] = [appOf('sec-1'), appOf('head-1')]
    if (first && second) {
      await time.until(propose(first))
      const seen = await time.until(second.restore.report())
      const [proposal] = seen.ok ? seen.value.proposals : []
      if (proposal) await time.until(second.restore.confirm(proposal.id))
      const now = await time.until(second.restore.report())
      if (now.ok && now.value.phase === phase) return
    }
    await reachAll(world)
  }
  witness.blame('O9 two officers in reach cannot do it', { phase })
}

/** Nothing but a tablet that is out for good keeps a restore from being complete. */
async function everybodyHandsIn(world: World): Promise<void> {
  const { time, desks, fleet, witness } = world
  const { epoch } = await fleet.reader.ledger.read.head()
  const behind = () => desks.filter(({ browser }) => browser.profile.disk.cursor.epoch < epoch)
  for (let i = 0; i < 20 && behind().length > 0; i++) {
    await time.run(30 * secondMs)
    await reachAll(world)
  }
  for (const { browser } of behind()) {
    const { cursor } = browser.profile.disk
    if (cursor.tree !== null)
      witness.blame('O4 a tablet does not move on', { label: browser.label, status: browser.app()?.status() })
  }
}

async function checkRestored(world: World): Promise<void> {
  const { fleet, witness, crypto } = world
  const { read } = fleet.reader.ledger
  const { size } = await read.head()
  const leaves = await read.leavesFrom(0, size)
  const { faults } = await replayLedger(read, crypto.server.ledgerKey, crypto.verifyEd25519)
  if (faults.length > 0) witness.blame('O4 the ledger does not replay', { faults: faults.slice(0, 3) })
  const acts = leaves.flatMap(({ actId }) => actId ?? [])
  const there = new Set<string>(acts)
  if (there.size < acts.length) witness.blame('O2 twice in the ledger', {})
  for (const text of witness.lost) {
    const entry = parseEntry(text)
    if (entry?.kind !== 'act' || deliveryByKind[entry.act.kind] !== 'queue') continue
    if (!there.has(entry.act.id)) {
      witness.blame('O2 a recorded act is lost', { n: entry.n, kind: entry.act.kind, id: entry.act.id })
    }
  }
  for (const [id, { label, item }] of witness.saved) {
    if (!there.has(id)) witness.blame('O2 a saved act is lost', { label, id, kind: item.act.kind })
  }
  await checkTablets(world, rootsOf(leaves.map(({ text }) => text)))
}

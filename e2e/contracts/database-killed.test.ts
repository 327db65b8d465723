import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LedgerPage } from '../../shared/protocol/api.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import { actOf, answerFor, sealAct } from './testing/act-forge.ts'
import { openSocket, sendFrames } from './testing/hostile-socket.ts'
import { createHostileWorld, type HostileWorld } from './testing/hostile-world.ts'

let world: HostileWorld
beforeAll(async () => {
  world = await createHostileWorld()
})
afterAll(() => world.destroy())

/** Of every act in the ledger, in its order. */
async function recordedIds(): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0, more = true; more; ) {
    const { text } = await world.people.kiemtra.ask('GET', `/api/ledger?from=${from}&limit=500`)
    const { leaves } = LedgerPage.parse(JSON.parse(text))
    for (const leaf of leaves) {
      const entry = parseEntry(leaf)
      if (entry?.kind === 'act') ids.push(entry.act.id)
    }
    from += leaves.length
    more = leaves.length === 500
  }
  return ids
}

it('[O2] [O6] PostgreSQL killed under the running server: "later" is all that anybody hears, and nothing is lost', async () => {
  const { botruong } = world.people
  const feed = '/api/feed?epoch=0&after=-1&tree=0'
  const answers = async () => {
    const { answer, openings } = answerFor('i1', 'agree')
    const act = actOf(botruong, 'answer-ballot', { ...world.ballot.body, answers: [answer] })
    const acts = [await sealAct(botruong, act, openings)]
    return { acts, ...(await world.ask('POST', '/api/acts', { json: { acts } })) }
  }
  const room = openSocket(world, `notes/${botruong.person}/d1`, { cookie: botruong.cookie })
  await room.opened
  const pid = Number(
    (await readFile(join(world.dataDir, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0],
  )
  process.kill(pid, 'SIGKILL')

  const statuses = new Set<number>()
  const sent: Awaited<ReturnType<typeof answers>>[] = []
  // Asked until it has come back, by more than one way at once, as tablets do.
  for (let isBack = false; !isBack; ) {
    const [answer, page, health] = await Promise.all([
      answers(),
      botruong.ask('GET', feed),
      world.ask('GET', '/api/health'),
    ])
    sent.push(answer)
    for (const { status } of [answer, page, health]) statuses.add(status)
    isBack = statuses.has(503) && [answer, page, health].every(({ status }) => status === 200)
  }
  expect([...statuses].sort()).toEqual([200, 503])
  // Whatever was not answered is sent again, and counts once.
  const acts = sent.flatMap((one) => one.acts)
  for (let from = 0; from < acts.length; from += 50) {
    expect(await world.verdicts(...acts.slice(from, from + 50))).not.toContain('id-taken')
  }
  const ids = await recordedIds()
  for (const { id } of acts) expect([id, ids.filter((known) => known === id).length]).toEqual([id, 1])
  room.socket.terminate()
  expect(await sendFrames(world, `notes/${botruong.person}/d1`, botruong.cookie, [])).toBe(null)
  expect(world.server.exitCode()).toBe(null)
})

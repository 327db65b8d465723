import { Agent } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Hash } from '../../shared/domain/id.ts'
import { utf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { ActsReply, LedgerPage } from '../../shared/protocol/api.ts'
import { FeedPage } from '../../shared/protocol/feed.ts'
import { startCluster } from './postgres-cluster.ts'
import { actOf, answerFor, type Sealed, sealAct } from './testing/act-forge.ts'
import { updateOf } from './testing/hostile-frames.ts'
import { openSocket } from './testing/hostile-socket.ts'
import { createHostileWorld, type HostileWorld } from './testing/hostile-world.ts'
import { createAsk } from './testing/real-person.ts'
import { type RealServer, startRealServer } from './testing/real-server.ts'

/** Two server processes on one database: one ledger, one numbering, and each hears of the other. */

let cluster: Awaited<ReturnType<typeof startCluster>>
let world: HostileWorld
let second: RealServer
const agent = new Agent({ keepAlive: true })

beforeAll(async () => {
  cluster = await startCluster()
  world = await createHostileWorld({ DATABASE_URL: await cluster.freshUrl() })
  second = await startRealServer(world.env)
})
afterAll(async () => {
  agent.destroy()
  await second.end('SIGTERM')
  await world.destroy()
  await cluster.stop()
})

const askSecond = (cookie: string | null) => createAsk(second.port, agent, cookie, () => undefined)
const postSecond = async (...acts: readonly Sealed[]) =>
  ActsReply.parse(JSON.parse((await askSecond(null)('POST', '/api/acts', { json: { acts } })).text)).outcomes

async function answer(): Promise<Sealed> {
  const { thutuong } = world.people
  const { answer: sealed, openings } = answerFor('i1', 'agree')
  const act = actOf(thutuong, 'answer-ballot', { ...world.ballot.body, answers: [sealed] })
  return await sealAct(thutuong, act, openings)
}

it('[O2] an act that comes to both at once has one leaf, and numbers have no gap', async () => {
  const acts = await Promise.all(Array.from({ length: 20 }, answer))
  const both = await Promise.all(acts.map((act) => Promise.all([world.post(act), postSecond(act)])))
  for (const [[first], [other]] of both) {
    const leaf = (outcome: typeof first) => (outcome?.kind === 'recorded' ? outcome.leaf : null)
    expect([leaf(first) !== null, leaf(first)]).toEqual([true, leaf(other)])
  }
  const { text } = await askSecond(world.people.kiemtra.cookie)('GET', '/api/ledger?from=0&limit=1000')
  const { leaves } = LedgerPage.parse(JSON.parse(text))
  expect(leaves.map((leaf) => JSON.parse(leaf).n)).toEqual(leaves.map((_, n) => n))
})

it('[B1] ballots issued at both at once are numbered in one series', async () => {
  const { vanphong, lanhdao } = world.people
  const issues = await Promise.all(
    ['a', 'b', 'c', 'd'].map(async (ballot) => {
      const content = canonicalJson({
        title: `Phiếu ${ballot}`,
        reason: '',
        summary: '',
        advice: '',
        issues: [{ id: 'i1', question: 'Đồng ý không?', form: { kind: 'opinion' } }],
        documents: [],
      })
      const contentHash = Hash.parse(sha256Hex(utf8(content)))
      const draft = actOf(vanphong, 'draft-ballot', { ...world.ballot.draft, ballot, contentHash })
      const told = await world.verdicts(
        await sealAct(vanphong, draft, [{ commit: contentHash, salt: '', value: content }]),
        await sealAct(vanphong, actOf(vanphong, 'submit-ballot', { ballot, contentHash })),
      )
      expect(told).toEqual(['accepted', 'accepted'])
      return await sealAct(lanhdao, actOf(lanhdao, 'issue-ballot', { ballot, contentHash }))
    }),
  )
  await Promise.all(issues.map((act, i) => (i % 2 === 0 ? world.post(act) : postSecond(act))))
  const page = await askSecond(lanhdao.cookie)('GET', '/api/feed?epoch=0&after=-1&tree=0')
  const numbers = FeedPage.parse(JSON.parse(page.text)).rows.flatMap(({ value }) =>
    value.kind === 'ballot' ? [value.number?.slice(0, 4)] : [],
  )
  expect(numbers.sort()).toEqual(['0001', '0002', '0003', '0004', '0005'])
})

it('[A3] [O5] news, notes and a revocation at one reach the sockets at the other', async () => {
  const { botruong, lanhdao } = world.people
  const { cookie } = botruong
  const room = `notes/${botruong.person}/d1`
  const news = openSocket({ server: second }, `news/${lanhdao.device}`, { cookie: lanhdao.cookie })
  const reader = openSocket({ server: second }, room, { cookie })
  const writer = openSocket(world, room, { cookie })
  // The room's first word: by then its reader is in it.
  await Promise.all([reader.heard(() => true), writer.heard(() => true), news.opened])

  const note = reader.heard((frame) => frame[0] === 0 && frame[1] === 2)
  writer.socket.send(updateOf((doc) => doc.getText('t').insert(0, 'ghi chú')))
  await note
  const poke = news.heard((frame) => frame[0] === 101)
  const isPoked = poke.then(() => true)
  // Until it is let in, a news socket hears nothing.
  for (let heard = false; !heard; ) {
    await world.post(await answer())
    heard = await Promise.race([isPoked, world.ask('GET', '/api/health').then(() => false)])
  }
  const revoke = { device: botruong.device, reason: 'mất', wipe: false }
  const act = await sealAct(lanhdao, actOf(lanhdao, 'revoke-device', revoke))
  expect(await world.verdicts(act)).toEqual(['accepted'])
  expect(await reader.closed).toBe(4401)
  expect((await askSecond(cookie)('GET', '/api/session')).status).toBe(401)
  expect([world.server.errors(), second.errors()]).toEqual([[], []])
  news.socket.terminate()
})

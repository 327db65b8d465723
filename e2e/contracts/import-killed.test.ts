import { Agent } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeWorkbook } from '../../server/intake/testing/make-workbook.ts'
import { sha256Hex } from '../../shared/lib/sha256.ts'
import { ActsReply } from '../../shared/protocol/api.ts'
import { FeedPage } from '../../shared/protocol/feed.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import { ImportPreview, ImportProgress } from '../../shared/protocol/task-import.ts'
import { actOf, type Sealed, sealAct } from './testing/act-forge.ts'
import { createHostileWorld, type HostileWorld } from './testing/hostile-world.ts'
import { type Ask, createAsk } from './testing/real-person.ts'
import { type RealServer, startRealServer } from './testing/real-server.ts'

let world: HostileWorld
let again: RealServer | null = null
const agent = new Agent({ keepAlive: false })
beforeAll(async () => {
  world = await createHostileWorld()
})
afterAll(async () => {
  agent.destroy()
  if (again) await again.end('SIGTERM')
  await world.destroy()
})

const count = 1000
const head = ['Số, ký hiệu', 'Ngày VB', 'Trích yếu', 'Nội dung nhiệm vụ', 'Chủ trì', 'Hạn']
const lines = Array.from({ length: count }, (_, i) => [
  ...[`${i}/CT-TTg`, '01/02/2026', 'Về thiên tai', `Rà soát khu vực ${i}`, 'Bộ thử nghiệm', '31/12/2030'],
])
const file = makeWorkbook([{ name: 'Sổ', rows: [head, ...lines] }])
const hash = sha256Hex(file)

async function tasksIn(ask: Ask): Promise<number> {
  const keys = new Set<string>()
  for (let after = -1, more = true; more; ) {
    const page = FeedPage.parse(
      JSON.parse((await ask('GET', `/api/feed?epoch=0&after=${after}&tree=0`)).text),
    )
    for (const { key } of page.rows) if (key.startsWith('task/')) keys.add(key)
    after = page.upTo
    more = page.more
  }
  return keys.size
}

const previewOf = async (ask: Ask, assigner: string): Promise<ImportPreview> => {
  const query = `assign=false&assigner=${assigner}`
  return ImportPreview.parse(JSON.parse((await ask('GET', `/api/task-imports/${hash}?${query}`)).text))
}

async function verdictOf(ask: Ask, act: Sealed): Promise<string | undefined> {
  const reply = ActsReply.parse(JSON.parse((await ask('POST', '/api/acts', { json: { acts: [act] } })).text))
  const [outcome] = reply.outcomes
  if (outcome?.kind !== 'recorded') return outcome?.reason
  const entry = parseEntry(outcome.leaf)
  return entry?.kind === 'act' ? entry.verdict.kind : undefined
}

it('[O2] [T8] the server killed in the middle of an import: all rows or none, and the same file and the same act are told truthfully', async () => {
  const { vanphong, thutuong } = world.people
  const { ask } = vanphong
  await ask('POST', '/api/uploads', { json: { hash, size: file.length } })
  await ask('PUT', `/api/uploads/${hash}?offset=0`, {
    body: file,
    headers: { 'Content-Type': 'application/octet-stream' },
  })
  expect((await ask('POST', `/api/uploads/${hash}/finish?as=workbook`)).status).toBe(200)
  const seen = await previewOf(ask, thutuong.person)
  expect(seen.rows.filter(({ outcome }) => outcome === 'new').length).toBe(count)
  const choices = { assign: false, assigner: thutuong.person, withoutProblems: false }
  const body = { file: hash, planHash: seen.planHash, rows: count, ...choices }
  const act = await sealAct(vanphong, actOf(vanphong, 'import-tasks', body))

  let isAnswered = false
  const sent = ask('POST', '/api/acts', { json: { acts: [act] } })
    .catch(() => null)
    .finally(() => {
      isAnswered = true
    })
  for (let isWriting = false; !isWriting && !isAnswered; ) {
    const { status, text } = await ask('GET', `/api/task-imports/${hash}/progress`)
    const progress = status === 200 ? ImportProgress.parse(JSON.parse(text)).progress : null
    isWriting = progress !== null && progress.done > 0
  }
  expect(await world.server.end('SIGKILL')).toBe(null)
  await sent

  again = await startRealServer(world.env)
  const asked = createAsk(again.port, agent, vanphong.cookie, () => {})
  const held = await tasksIn(asked)
  expect([0, count]).toContain(held)
  const told = await previewOf(asked, thutuong.person)
  const expected = held === 0 ? 'new' : 'same'
  expect(new Set(told.rows.map(({ outcome }) => outcome))).toEqual(new Set([expected]))
  // The very same act again is what it was, or happens now: once in either case.
  expect(await verdictOf(asked, act)).toBe('accepted')
  expect(await tasksIn(asked)).toBe(count)
  const after = await previewOf(asked, thutuong.person)
  expect(new Set(after.rows.map(({ outcome }) => outcome))).toEqual(new Set(['same']))
  expect(again.errors()).toEqual([])
})

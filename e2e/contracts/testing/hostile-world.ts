import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onePage, rawPdf } from '../../../server/intake/testing/raw-pdf.ts'
import { Hash } from '../../../shared/domain/id.ts'
import { utf8 } from '../../../shared/lib/bytes.ts'
import { canonicalJson } from '../../../shared/lib/canonical-json.ts'
import { sha256Hex } from '../../../shared/lib/sha256.ts'
import { dayMs } from '../../../shared/lib/time.ts'
import { ActsReply, LedgerPage } from '../../../shared/protocol/api.ts'
import { FeedPage } from '../../../shared/protocol/feed.ts'
import { parseEntry } from '../../../shared/protocol/leaf.ts'
import { layCluster } from '../../testing/cluster-template.ts'
import { actOf, answerFor, type Sealed, sealAct } from './act-forge.ts'
import { type Asked, createAsk, enrolPerson, type RealPerson } from './real-person.ts'
import { startRealServer } from './real-server.ts'

/** A small office on a real server with one issued ballot, and everything needed to see that an attack changed nothing. */
export type HostileWorld = Awaited<ReturnType<typeof createHostileWorld>>

const roles = {
  quantri: 'admin',
  lanhdao: 'head-of-office',
  vanphong: 'secretary',
  botruong: 'minister',
  thutuong: 'prime-minister',
  kiemtra: 'auditor',
  daumoi: 'clerk',
} as const
export type Account = keyof typeof roles

const accounts = Object.keys(roles) as Account[]

const firstPeople = {
  agencies: [{ id: 'bo', name: 'Bộ thử nghiệm' }],
  people: Object.entries(roles).map(([account, role]) => ({
    account,
    name: `Người dùng ${account}`,
    appointments: [{ role, title: role, agency: 'bo', from: '2024-01-01', to: null }],
  })),
}

/** @param settings beside the folder: none for the embedded PostgreSQL. */
export async function createHostileWorld(settings: Readonly<Record<string, string>> = {}) {
  // Short and open: the path of a Unix socket is limited, and PostgreSQL may run as another user.
  const folder = await mkdtemp(join(tmpdir(), 'hostile-'))
  await chmod(folder, 0o755)
  await writeFile(join(folder, 'people.json'), JSON.stringify(firstPeople))
  const dataDir = join(folder, 'data')
  if (settings['DATABASE_URL'] === undefined) await layCluster(dataDir)
  const env = { DATA_DIR: dataDir, DEMO: 'off', LOG_LEVEL: 'info', ...settings }
  const server = await startRealServer(env, '--bootstrap', join(folder, 'people.json'))
  const agent = new Agent({ keepAlive: true, maxSockets: 50 })
  const failures: Asked[] = []
  const onAnswer = (asked: Asked) => {
    if (asked.status >= 500) failures.push(asked)
  }
  const enrol = (account: Account) => enrolPerson(server, account, agent, onAnswer)
  const people = Object.fromEntries(
    await Promise.all(accounts.map(async (account) => [account, await enrol(account)] as const)),
  ) as Record<Account, RealPerson>
  const ask = createAsk(server.port, agent, null, onAnswer)

  const post = async (...acts: readonly Sealed[]) => {
    const answer = await ask('POST', '/api/acts', { json: { acts } })
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
    return ActsReply.parse(JSON.parse(answer.text)).outcomes
  }

  /** What became of each act: why it was turned away, or its verdict with the refusal's kind. */
  const verdicts = async (...acts: readonly Sealed[]): Promise<string[]> =>
    (await post(...acts)).map((outcome) => {
      if (outcome.kind === 'rejected') return outcome.reason
      const entry = parseEntry(outcome.leaf)
      if (entry?.kind !== 'act') throw new Error(`a receipt of no act: ${outcome.leaf}`)
      return entry.verdict.kind === 'accepted' ? 'accepted' : entry.verdict.reason.kind
    })

  const ballot = await issueBallot(people, verdicts)

  /** How many leaves the ledger has, and every row that anybody may see, but for what the Office reads out of files. */
  const state = async () => {
    const rows = new Map<string, string>()
    for (const account of accounts) {
      for (let after = -1, more = true; more; ) {
        const page = await people[account].ask('GET', `/api/feed?epoch=0&after=${after}&tree=0`)
        const parsed = FeedPage.parse(JSON.parse(page.text))
        for (const { key, value } of parsed.rows)
          if (value.kind !== 'document') rows.set(`${account} ${key}`, canonicalJson(value))
        after = parsed.upTo
        more = parsed.more
      }
    }
    return { size: await ledgerSize(people.kiemtra), rows }
  }

  return {
    server,
    env,
    dataDir,
    people,
    ask,
    askAs: (cookie: string | null) => createAsk(server.port, agent, cookie, onAnswer),
    post,
    verdicts,
    ballot,
    state,
    /** Answers of 5xx so far. */
    failures,
    residentAtStart: await server.residentBytes(),
    destroy: async () => {
      agent.destroy()
      if (server.exitCode() === null) await server.end('SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The Office reads files on its own and notes it whenever it is done: that is nobody's doing. */
export function isOfReading(leaf: string): boolean {
  const entry = parseEntry(leaf)
  return entry?.kind === 'server' && entry.id.startsWith('document-processed/')
}

async function ledgerSize({ ask }: RealPerson): Promise<number> {
  let size = 0
  for (let from = 0; ; ) {
    const { leaves } = LedgerPage.parse(JSON.parse((await ask('GET', `/api/ledger?from=${from}`)).text))
    from += leaves.length
    size += leaves.filter((leaf) => !isOfReading(leaf)).length
    if (leaves.length < 500) return size
  }
}

export const pdf = rawPdf(onePage())

/** @returns how many pages intake found, or the error reply. */
export async function upload({ ask }: RealPerson, bytes: Uint8Array): Promise<Asked> {
  const hash = sha256Hex(bytes)
  await ask('POST', '/api/uploads', { json: { hash, size: bytes.length } })
  await ask('PUT', `/api/uploads/${hash}?offset=0`, {
    body: bytes,
    headers: { 'Content-Type': 'application/octet-stream' },
  })
  return await ask('POST', `/api/uploads/${hash}/finish`)
}

/** The words of a ballot with that one document. */
export const wordsOfBallot = (documentTitle: string): string =>
  canonicalJson({
    title: 'Phiếu thử',
    reason: '',
    summary: '',
    advice: '',
    issues: [{ id: 'i1', question: 'Đồng ý không?', form: { kind: 'opinion' } }],
    documents: [
      {
        id: 'd1',
        title: documentTitle,
        kind: 'submission',
        hash: sha256Hex(pdf),
        size: pdf.length,
        pages: 1,
      },
    ],
  })

async function issueBallot(
  { vanphong, lanhdao, botruong }: Record<Account, RealPerson>,
  verdicts: (...acts: readonly Sealed[]) => Promise<string[]>,
) {
  await upload(vanphong, pdf)
  const file = Hash.parse(sha256Hex(pdf))
  const content = wordsOfBallot('Tờ trình')
  const contentHash = Hash.parse(sha256Hex(utf8(content)))
  const id = 'phieu-1'
  const draft = {
    ballot: id,
    contentHash,
    leadAgency: 'bo',
    handlers: [vanphong.person],
    deadlineAt: Date.now() + 4 * dayMs,
    windowReason: 'Việc gấp',
  }
  const opening = { commit: contentHash, salt: '', value: content }
  const { answer, openings } = answerFor('i1', 'agree')
  const body = { ballot: id, versionHash: contentHash, answers: [answer] }
  const answered = actOf(botruong, 'answer-ballot', body)
  const told = await verdicts(
    await sealAct(vanphong, actOf(vanphong, 'draft-ballot', draft), [opening]),
    await sealAct(vanphong, actOf(vanphong, 'submit-ballot', { ballot: id, contentHash })),
    await sealAct(lanhdao, actOf(lanhdao, 'issue-ballot', { ballot: id, contentHash })),
    await sealAct(botruong, answered, openings),
  )
  if (told.some((verdict) => verdict !== 'accepted')) throw new Error(told.join())
  return { id, contentHash, file, answered, openings, body, draft }
}

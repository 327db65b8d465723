import type { OpenApp } from '../../client/app/open-app.ts'
import type { ConfirmedRow, OutboxItem, SettledAct } from '../../client/app/ports.ts'
import type { Database } from '../../server/app/database.ts'
import type { ActId } from '../../shared/domain/id.ts'
import { type VoteTally, voteKey } from '../../shared/domain/vote.ts'
import { actTextOf, parseLeaf } from '../../shared/ledger/entry.ts'
import { type Bytes, fromUtf8 } from '../../shared/lib/bytes.ts'
import { canonicalJson } from '../../shared/lib/canonical-json.ts'
import { ActsReply } from '../../shared/protocol/api.ts'
import { parseEntry } from '../../shared/protocol/leaf.ts'
import type { Browser } from './browser.ts'

/**
 * Sees what every disk was made to hold and what every screen shows, at the moment it does, and compares it with what is
 * committed: nothing shown as recorded that is not, nothing shown as saved that is not, no answer of another before closing.
 */
export type Witness = ReturnType<typeof createWitness>

export type Fault = { rule: string; [fact: string]: unknown }

export type Saved = { label: string; item: OutboxItem }

export function createWitness({ reader }: { reader: Pick<Database, 'ledger'> }) {
  const faults: Fault[] = []
  const saved = new Map<ActId, Saved>()
  /** Leaves that were committed once and went with a restore. */
  const lost = new Set<string>()
  const wiped = new Set<string>()
  const ledger = reader.ledger.read

  const blame = (rule: string, facts: Record<string, unknown>) => void faults.push({ rule, ...facts })

  const isCommitted = async (n: number, text: string): Promise<boolean> => {
    if (lost.has(text)) return true
    const [leaf] = await ledger.leaves([n])
    return leaf?.text === text
  }

  async function checkSettled(label: string, { id, act, receipt }: SettledAct): Promise<void> {
    const leaf = parseLeaf(receipt.leaf)
    if (
      leaf === null ||
      actTextOf(leaf) !== canonicalJson(act) ||
      !(await isCommitted(leaf.n, receipt.leaf))
    ) {
      blame('O1 settled without a leaf', { label, id, leaf: receipt.leaf })
    }
  }

  async function checkRow(browser: Browser, { key, entity }: ConfirmedRow): Promise<void> {
    if (entity.kind === 'numbering') blame('a row for nobody', { label: browser.label, key })
    if (entity.kind === 'cast' && entity.person !== browser.profile.owner()?.person) {
      blame('M6 a vote of another', { label: browser.label, key })
    }
    if (entity.kind === 'vote-tally') await checkCounted(browser, key, entity)
    if (entity.kind !== 'answers' || entity.person === browser.profile.owner()?.person) return
    const [row] = await ledger.rows([`ballot/${entity.ballot}`])
    const isClosed = row?.entity.kind === 'ballot' && row.entity.phase.state === 'closed'
    const isOffice = /^(sec|head)/.test(browser.label)
    if (!isOffice || (!isClosed && lost.size === 0)) {
      blame('B11 an answer of another', { label: browser.label, key, state: row?.entity })
    }
  }

  /** M6: what anybody said is seen by others once the vote is closed. */
  async function checkCounted(browser: Browser, key: string, tally: VoteTally): Promise<void> {
    const { meeting, item, vote } = tally
    const [row] = await ledger.rows([voteKey({ meeting, item, vote })])
    const isClosed = row?.entity.kind === 'vote' && row.entity.phase.state === 'closed'
    if (!isClosed && lost.size === 0) blame('M6 a count before closing', { label: browser.label, key })
  }

  async function checkShown(label: string, shown: { act: ActId; n: number; verdict: string | null }) {
    const { act, n, verdict } = shown
    const [stored] = await ledger.leaves([n])
    const fits = (text: string) => {
      const entry = parseEntry(text)
      return (
        entry?.kind === 'act' &&
        entry.act.id === act &&
        (verdict ?? entry.verdict.kind) === entry.verdict.kind
      )
    }
    if ((stored && fits(stored.text)) || [...lost].some(fits)) return
    blame('O1 shown as recorded', { label, ...shown })
  }

  return {
    faults,
    saved,
    lost,
    wiped,
    blame,
    watch(browser: Browser) {
      const { label, profile } = browser
      profile.watch({
        saved: (item) => {
          if (item.rejected === null) saved.set(item.id, { label, item })
        },
        settled: (act) => void checkSettled(label, act),
        row: (row) => void checkRow(browser, row),
        wiped: (left) => {
          wiped.add(label)
          for (const id of left) {
            void ledger.leafOfAct(id).then((leaf) => {
              if (!leaf && lost.size === 0) blame('O2 wiped with an act that nobody has', { label, id })
            })
          }
        },
      })
    },
    /** What one screen shows at this moment. */
    async look(browser: Browser, app: OpenApp): Promise<void> {
      const { label, profile } = browser
      const { disk } = profile
      const shown: { act: ActId; n: number; verdict: string | null }[] = []
      const votes = app.copy.reader.list('session').flatMap(({ meeting }) => app.sessions.get(meeting) ?? [])
      const inSession = votes.flatMap(({ items }) => items.flatMap((item) => item.votes))
      for (const { mine } of [...app.ballots.list(), ...inSession]) {
        if (mine.kind === 'saved' && !disk.outbox.has(mine.said.act) && !disk.settled.has(mine.said.act)) {
          blame('O1 shown as saved', { label, act: mine.said.act })
        }
        if (mine.kind === 'held' || mine.kind === 'refused') {
          shown.push({ act: mine.said.act, n: mine.n, verdict: mine.kind })
        }
        if (mine.kind === 'recorded' || mine.kind === 'former-version') {
          shown.push({ act: mine.said.act, n: mine.n, verdict: null })
        }
      }
      for (const one of shown) await checkShown(label, one)
    },
    /** A verdict goes out after its commit, and only then. */
    checkReply(body: Bytes): void {
      const reply = ActsReply.safeParse(JSON.parse(fromUtf8(body)))
      for (const outcome of reply.data?.outcomes ?? []) {
        if (outcome.kind !== 'recorded') continue
        void isCommitted(parseLeaf(outcome.leaf)?.n ?? -1, outcome.leaf).then((isThere) => {
          if (!isThere) blame('O1 a verdict before its commit', { leaf: outcome.leaf })
        })
      }
    },
    /** Right after a screen was told "saved". */
    said(browser: Browser, act: ActId): void {
      const { disk } = browser.profile
      if (!disk.outbox.has(act) && !disk.settled.has(act))
        blame('O1 said saved', { label: browser.label, act })
    },
    /** What is committed at this moment is about to be lost to a restore. */
    async loseAll(): Promise<void> {
      const { size } = await ledger.head()
      for (const { text } of await ledger.leavesFrom(0, size)) lost.add(text)
    },
  }
}

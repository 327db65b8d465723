import { z } from 'zod'
import { leafHash, rootOf } from '../ledger/merkle.ts'
import { hex, utf8 } from '../lib/bytes.ts'
import { canonicalJson } from '../lib/canonical-json.ts'
import { parseEntry } from '../protocol/leaf.ts'
import type { Bundle } from './bundle.ts'
import type { BundleFault } from './bundle-fault.ts'
import { isOfMatter } from './of-matter.ts'

/** The whole ledger as an auditor's device saves it. */
const LedgerFile = z.looseObject({
  v: z.literal(1),
  what: z.literal('e-cabinet ledger'),
  leaves: z.array(z.string()),
})
export type LedgerFile = z.infer<typeof LedgerFile>

export function parseLedgerFile(text: string): LedgerFile | null {
  try {
    const parsed = LedgerFile.safeParse(JSON.parse(text))
    return parsed.success && canonicalJson(parsed.data) === text ? parsed.data : null
  } catch {
    return null
  }
}

export type LedgerCover = {
  faults: BundleFault[]
  /** Acts about it that were refused: they change nothing and stand in no bundle, but somebody signed them. */
  refused: { n: number; act: string; kind: string; person: string; reason: string }[]
}

/** What a bundle cannot prove by itself: that the ledger holds nothing more of its matter. */
export function coverByLedger(
  bundle: Bundle,
  tree: { size: number; root: string },
  ledger: LedgerFile,
): LedgerCover {
  const all = ledger.leaves.slice(0, tree.size)
  const root = hex(rootOf(all.map((leaf) => leafHash(utf8(leaf)))))
  if (all.length !== tree.size || root !== tree.root) {
    return { faults: [{ check: 'completeness', kind: 'other-ledger' }], refused: [] }
  }
  const here = new Set(bundle.leaves.map(({ n }) => n))
  const faults: BundleFault[] = []
  const refused: LedgerCover['refused'] = []
  for (const [n, leaf] of all.entries()) {
    const entry = parseEntry(leaf)
    if (!entry || here.has(n) || !isOfMatter(entry, bundle)) continue
    if (entry.kind === 'act' && entry.verdict.kind === 'refused') {
      const { id, kind, person } = entry.act
      refused.push({ n, act: id, kind, person, reason: entry.verdict.reason.kind })
    } else faults.push({ check: 'completeness', kind: 'leaf-missing', n })
  }
  return { faults, refused }
}

import { readerOver } from '../../shared/domain/entity.ts'
import type { Hash } from '../../shared/domain/id.ts'
import { matterOf } from '../../shared/domain/proposal.ts'
import { restoreKey, restorePhase } from '../../shared/domain/restore.ts'
import { entryEvents, parseEntry } from '../../shared/protocol/leaf.ts'
import type { RestoreReport } from '../../shared/protocol/restore.ts'
import type { LedgerReads } from './ledger-port.ts'

/** What two officers look at before they declare a restore, and before they end it. */
export async function restoreReport(ledger: LedgerReads): Promise<RestoreReport> {
  const { epoch } = await ledger.head()
  const rows = await ledger.rows(['restore/', 'proposal/', 'device/', 'ballot/'])
  const reader = readerOver(new Map(rows.map(({ key, entity }) => [key, entity])))
  const announced = epoch === 0 ? null : await ledger.announced()
  const handedIn = epoch === 0 ? [] : await ledger.handedIn()
  const checkIns = epoch === 0 ? [] : await ledger.checkIns()
  const size = announced?.size ?? 0
  const seen = Math.max(size, ...checkIns.map((one) => one.seen))
  const back = new Set(handedIn.flatMap(({ epoch: of, n }) => (of === epoch - 1 ? [n] : [])))
  const drafted = handedIn.flatMap(({ leaf }) => filesIn(leaf))
  const files = new Set([...reader.list('ballot').flatMap((ballot) => ballot.files), ...drafted])
  const proposals = reader
    .list('proposal')
    .filter(({ confirmed, body }) => confirmed === null && matterOf(body) === 'restore')
    .filter(({ body }) => 'epoch' in body && body.epoch === epoch)
  return {
    epoch,
    phase: restorePhase(epoch, reader.get('restore', restoreKey(epoch))),
    announced: announced && {
      size: announced.size,
      root: announced.root,
      keptTo: announced.keptTo,
      reason: announced.reason,
    },
    proposals: proposals.map(({ id, by, device, at, body }) => ({ id, by, device, at, body })),
    seen,
    missing: gapsIn(size, seen, back),
    handedIn: handedIn.filter(({ state }) => state !== 'apart').length,
    apart: handedIn.flatMap((row) => (row.state === 'apart' ? [{ epoch: row.epoch, n: row.n }] : [])),
    devices: reader
      .list('device')
      .filter(({ phase }) => phase.state === 'active')
      .map(({ id, person, label }) => {
        const found = checkIns.find(({ device }) => device === id)
        return { device: id, person, label, at: found?.isDone ? found.at : null, leaves: found?.leaves ?? 0 }
      }),
    files: epoch === 0 ? [] : await absentFiles(files, ledger),
  }
}

/** Numbers in [from, to) that are not in the set, as ranges with both ends included. */
function gapsIn(from: number, to: number, there: ReadonlySet<number>): RestoreReport['missing'] {
  const gaps: RestoreReport['missing'] = []
  let next = from
  for (const n of [...there].filter((one) => one >= from && one < to).sort((a, b) => a - b)) {
    if (n > next) gaps.push({ from: next, to: n - 1 })
    next = n + 1
  }
  if (to > next) gaps.push({ from: next, to: to - 1 })
  return gaps
}

const filesIn = (leaf: string): Hash[] => {
  const entry = parseEntry(leaf)
  return entry ? entryEvents(entry).flatMap((event) => ('files' in event ? event.files : [])) : []
}

async function absentFiles(files: ReadonlySet<Hash>, ledger: Pick<LedgerReads, 'file'>): Promise<Hash[]> {
  const absent: Hash[] = []
  for (const hash of files) if (!(await ledger.file(hash))) absent.push(hash)
  return absent
}

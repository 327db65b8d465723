import { compareBundles } from '../shared/bundle/compare-bundles.ts'
import { canonicalJson } from '../shared/lib/canonical-json.ts'
import { runVerifier, verifyArguments, verifyFile } from './verify/verify-arguments.ts'
import { isGood } from './verify/verify-lines.ts'

/** `npm run verify-diff -- OLD NEW [--key KEY] [--json]`: whether two bundles of one ballot can both be true. */
await runVerifier(async () => {
  const asked = verifyArguments(process.argv.slice(2), 2)
  const [oldPath = '', newPath = ''] = asked.files
  const older = await verifyFile(oldPath, asked)
  const newer = await verifyFile(newPath, asked)
  const [old, now] = [older.seen, newer.seen]
  if (!isGood(old) || !isGood(now) || !old.tree || !now.tree) {
    console.log('SAI: hãy chạy verify cho từng gói / BAD: run verify on each')
    return false
  }
  const { differences, added, textsGone, textsAdded } = compareBundles(
    { bundle: older.bundle, tree: old.tree },
    { bundle: newer.bundle, tree: now.tree },
  )
  const isSame = differences.length === 0
  if (asked.json) {
    const outcome = isSame ? 'consistent' : 'differs'
    console.log(canonicalJson({ outcome, differences, added, textsGone, textsAdded }))
    return isSame
  }
  for (const [i, difference] of differences.entries()) console.log(`${i + 1}. ${canonicalJson(difference)}`)
  console.log(`Mục mới ghi thêm / Entries recorded since: ${added.length === 0 ? '0' : added.join(', ')}`)
  console.log(`Nội dung / Texts: −${textsGone} +${textsAdded}`)
  console.log(
    isSame
      ? 'NHẤT QUÁN: cả hai cùng một sổ / CONSISTENT: both are of one ledger'
      : `KHÁC NHAU: ${differences.length} điểm / DIFFERS: ${differences.length}`,
  )
  return isSame
})

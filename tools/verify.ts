import { canonicalJson } from '../shared/lib/canonical-json.ts'
import { runVerifier, takeHomeAt, verifyArguments, verifyFile } from './verify/verify-arguments.ts'
import { isGood, verifyLines } from './verify/verify-lines.ts'
import { takeHomeLines, verifyTakeHome } from './verify/verify-take-home.ts'

/**
 * `npm run verify -- FILE [--key KEY] [--ledger LEDGER] [--json]`: no network, no database. FILE is an archive bundle
 * (docs/bundle.md) or what a member took home (docs/take-home.md).
 */
await runVerifier(async () => {
  const asked = verifyArguments(process.argv.slice(2), 1)
  const [path = ''] = asked.files
  const taken = takeHomeAt(path, asked)
  if (taken) {
    const outcome = await verifyTakeHome(taken.file, taken.given)
    const json = { outcome: outcome.isGood ? 'good' : 'bad', ...outcome.seen }
    console.log(asked.json ? canonicalJson(json) : takeHomeLines(outcome).join('\n'))
    return outcome.isGood
  }
  const { seen } = await verifyFile(path, asked)
  const outcome = isGood(seen) ? 'good' : 'bad'
  console.log(asked.json ? canonicalJson({ outcome, ...seen }) : verifyLines(seen).join('\n'))
  return isGood(seen)
})

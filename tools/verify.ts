import { canonicalJson } from '../shared/lib/canonical-json.ts'
import { runVerifier, verifyArguments, verifyFile } from './verify/verify-arguments.ts'
import { isGood, verifyLines } from './verify/verify-lines.ts'

/** `npm run verify -- BUNDLE [--key KEY] [--ledger LEDGER] [--json]`: no network, no database (docs/bundle.md). */
await runVerifier(async () => {
  const asked = verifyArguments(process.argv.slice(2), 1)
  const { seen } = await verifyFile(asked.files[0] ?? '', asked)
  const outcome = isGood(seen) ? 'good' : 'bad'
  console.log(asked.json ? canonicalJson({ outcome, ...seen }) : verifyLines(seen).join('\n'))
  return isGood(seen)
})

import { ensureClient } from './build-client.ts'
import { requireChromium } from './find-chromium.ts'
import { runCommand } from './run-command.ts'

/** The journey of a dossier of ten, with 500 pages and a scan of 50 MB; `npm run test:dossier -- small` with 40 and 2. */

await ensureClient({ force: false })
const { code } = await runCommand(
  'playwright',
  ['test', '-c', 'e2e/playwright.config.ts', '--project', 'dossier'],
  { env: { CHROMIUM_PATH: await requireChromium(), DOSSIER: process.argv[2] ?? 'full' }, live: true },
)
process.exitCode = code

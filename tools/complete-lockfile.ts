import { readFile, writeFile } from 'node:fs/promises'
import { missingOptional, parseLockfile, withOptional } from './lockfile/lockfile.ts'

const text = await readFile('package-lock.json', 'utf8')
const lockfile = parseLockfile(text)
const missing = missingOptional(lockfile)
if (missing.length > 0)
  await writeFile(
    'package-lock.json',
    `${JSON.stringify({ ...JSON.parse(text), ...withOptional(lockfile) }, null, 2)}\n`,
  )
console.log(`${missing.length} packages for other platforms added to the lockfile`)

import { readFile, writeFile } from 'node:fs/promises'
import { missingOptional, parseLockfile, withOptional } from './lockfile/lockfile.ts'

const lockfile = parseLockfile(await readFile('package-lock.json', 'utf8'))
const missing = missingOptional(lockfile)
if (missing.length > 0)
  await writeFile('package-lock.json', `${JSON.stringify(withOptional(lockfile), null, 2)}\n`)
console.log(`${missing.length} packages for other platforms added to the lockfile`)

import { readHouseFiles } from './house-files.ts'
import { findingsIn } from './house-rules.ts'

const files = await readHouseFiles(process.cwd())
const findings = findingsIn(files)
for (const { rule, path, detail } of findings) console.error(`${path}: ${rule} (${detail})`)
console.log(`${files.length} files read, ${findings.length} findings`)
if (files.length === 0 || findings.length > 0) process.exitCode = 1

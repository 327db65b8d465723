import { vietnamese } from '../../client/ui/words/vietnamese.ts'
import { readHouseFiles } from './house-files.ts'
import { findingsIn } from './house-rules.ts'
import { styleFindings } from './style-rules.ts'
import { wordFindings } from './word-rules.ts'

const files = await readHouseFiles(process.cwd())
const findings = [...findingsIn(files), ...styleFindings(files), ...wordFindings(files, vietnamese)]
for (const { rule, path, detail } of findings) console.error(`${path}: ${rule} (${detail})`)
console.log(`${files.length} files read, ${findings.length} findings`)
if (files.length === 0 || findings.length > 0) process.exitCode = 1

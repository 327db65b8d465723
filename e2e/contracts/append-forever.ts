import { appendOne } from '../../server/app/testing/ledger-rows.ts'
import { openDatabase } from '../../server/store/open-database.ts'

/**
 * A server process that appends until it is killed, and tells each number once it is acknowledged. On SIGINT it writes
 * once more, so that its database must still be there, and closes.
 */
const result = await openDatabase({
  databaseUrl: null,
  dataDir: process.argv[2] ?? '',
  onProgress: ({ step }) => console.log(`progress ${step}`),
  log: (level, event) => console.log(`log ${level} ${event}`),
})
if (!result.ok) {
  console.log(`fault ${result.error.kind}`)
  process.exit(1)
}
const { ledger, rooms, close } = result.value
let isEnding = false
process.on('SIGINT', () => {
  isEnding = true
})
for (let turn = 0; ; turn++) {
  try {
    const n = await ledger.write((writes) => appendOne(writes))
    const room = `notes/an/${turn % 3}`
    const seqs = await rooms.append([
      { room, update: Uint8Array.of(n % 256) },
      { room, update: Uint8Array.of(0) },
    ])
    console.log(`acknowledged ${n} ${room} ${seqs.join(' ')}`)
    if (isEnding) break
  } catch (error) {
    console.log(`failed ${error instanceof Error ? error.message : error}`)
    await new Promise((resume) => setTimeout(resume, 20))
  }
}
await close()
console.log('closed')
process.exit(0)

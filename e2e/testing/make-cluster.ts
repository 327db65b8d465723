import { openDatabase } from '../../server/store/open-database.ts'

/** Makes a PostgreSQL with the present schema and nothing in it, as the program does at its first start: `make-cluster.ts FOLDER`. */
const result = await openDatabase({
  databaseUrl: null,
  dataDir: process.argv[2] ?? '',
  onProgress: () => {},
  log: () => {},
})
if (!result.ok) throw new Error(JSON.stringify(result.error))
await result.value.close()

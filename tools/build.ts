import { ensureClient } from './build-client.ts'

await ensureClient({ force: true })

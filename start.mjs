// Plain JavaScript that any Node can read: an old one has to get this far to say that it is too old.
import { existsSync } from 'node:fs'

const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `Cần Node.js 24 trở lên (đang chạy ${process.version}). Hãy chạy bằng "npm start" sau "npm ci"; nếu vẫn thấy dòng này, hãy cài Node.js 24. / ` +
      `Node.js 24 or newer is needed (this is ${process.version}). Run "npm start" after "npm ci"; if this line stays, install Node.js 24.`,
  )
  process.exit(1)
}

if (!existsSync(new URL('./node_modules/vite', import.meta.url))) {
  console.error('Chưa cài đặt: hãy chạy "npm ci" trước. / Not installed yet: run "npm ci" first.')
  process.exit(1)
}

const { ensureClient } = await import('./tools/build-client.ts')
await ensureClient({ force: false })
await import('./server/main.ts')

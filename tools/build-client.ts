import { existsSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build, type Plugin } from 'vite'
import { hashClientSources } from './client-sources.ts'

const root = resolve(import.meta.dirname, '..')
const outDir = join(root, 'dist/client')
const hashFile = join(root, 'dist/client.sha256')

/**
 * Builds the client into dist/client unless what is there was built from the same sources.
 * The folder is replaced only by a whole build, so a failed or stopped one leaves the former client in place.
 */
export async function ensureClient({ force }: { readonly force: boolean }): Promise<void> {
  const hash = await hashClientSources(root)
  if (!force && existsSync(join(outDir, 'index.html')) && (await builtFrom()) === hash) return
  const startedAt = performance.now()
  console.log('Đang dựng ứng dụng, chỉ lần đầu hoặc sau khi mã nguồn đổi… / Building the client…')
  const fresh = `${outDir}.${process.pid}`
  try {
    await build({
      root: join(root, 'client'),
      configFile: join(root, 'vite.config.ts'),
      configLoader: 'native',
      logLevel: 'warn',
      build: { outDir: fresh, emptyOutDir: true },
      plugins: [progress()],
    })
    await rm(hashFile, { force: true })
    await rm(outDir, { recursive: true, force: true })
    await rename(fresh, outDir)
    await writeFile(hashFile, hash)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`Đã dựng xong ứng dụng sau ${seconds} giây. / Client built in ${seconds} s.`)
}

async function builtFrom(): Promise<string | undefined> {
  return existsSync(hashFile) ? readFile(hashFile, 'utf8') : undefined
}

function progress(): Plugin {
  let modules = 0
  return {
    name: 'build-progress',
    moduleParsed() {
      modules += 1
      if (modules % 500 === 0) console.log(`  ${modules} mô-đun… / modules…`)
    },
    generateBundle() {
      console.log(`  ${modules} mô-đun, đang ghi tệp… / modules, writing files…`)
    },
  }
}

import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const packageFolder = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))
const folders = ['cmaps', 'standard_fonts', 'wasm', 'iccs']
const workers = ['legacy/build/pdf.worker.min.mjs', 'legacy/build/pdf.renderer.min.mjs']
/** The scripting sandbox is never started, licences are not fetched by anybody. */
const leftOut = /quickjs|^LICENSE/

/**
 * Puts what pdf.js fetches while it runs under `/pdfjs/`: its two workers, `cmaps/`, `standard_fonts/`, `wasm/` and
 * `iccs/`, from our own origin and precached, so that documents open offline.
 */
export function pdfjsAssets(): Plugin {
  return {
    name: 'pdfjs-assets',
    apply: 'build',
    async generateBundle() {
      const listed = await Promise.all(
        folders.map(async (folder) =>
          (await readdir(join(packageFolder, folder))).map((name) => join(folder, name)),
        ),
      )
      for (const path of listed.flat()) {
        if (!leftOut.test(basename(path))) await emit.call(this, path, path)
      }
      for (const path of workers) await emit.call(this, path, basename(path))
    },
  }
}

type Emitter = { emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): unknown }

async function emit(this: Emitter, from: string, to: string): Promise<void> {
  const fileName = `pdfjs/${to.replaceAll('\\', '/')}`
  this.emitFile({ type: 'asset', fileName, source: await readFile(join(packageFolder, from)) })
}

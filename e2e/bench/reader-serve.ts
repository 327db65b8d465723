import { once } from 'node:events'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { build } from 'vite'
import { pdfjsAssets } from '../../tools/pdfjs-assets.ts'

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
}

/** A page with what it needs, bundled as the product is, by address; nothing is written. */
async function bundle(name: 'our' | 'stock'): Promise<Map<string, Uint8Array>> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    base: `/${name}/`,
    plugins: [pdfjsAssets()],
    build: {
      write: false,
      target: 'esnext',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: join(import.meta.dirname, `reader-${name}-page.ts`),
        output: { entryFileNames: 'page.js' },
      },
    },
  })
  const files = new Map<string, Uint8Array>()
  const styles: string[] = []
  for (const each of Array.isArray(built) ? built : [built]) {
    if (!('output' in each)) continue
    for (const file of each.output) {
      const address = file.fileName.startsWith('pdfjs/') ? `/${file.fileName}` : `/${name}/${file.fileName}`
      files.set(address, Buffer.from(file.type === 'chunk' ? file.code : file.source))
      if (address.endsWith('.css')) styles.push(address)
    }
  }
  const links = styles.map((address) => `<link rel="stylesheet" href="${address}">`).join('')
  const page = `<!doctype html><html lang="vi"><title>${name}</title>${links}<body><script type="module" src="/${name}/page.js"></script>`
  return files.set(`/${name}/`, Buffer.from(page))
}

/** Both pages and the documents. @param port 0 for any */
export async function serveReaders(files: ReadonlyMap<string, Uint8Array>, port: number) {
  const all = new Map([...files, ...(await bundle('stock')), ...(await bundle('our'))])
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const found = all.get(path)
    const type = path.startsWith('/files/') ? 'application/octet-stream' : types[extname(path)]
    response.writeHead(found ? 200 : 404, { 'Content-Type': type ?? 'text/html; charset=utf-8' })
    response.end(found)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    origin: `http://localhost:${typeof address === 'object' && address !== null ? address.port : port}`,
    close: () => server.close(),
  }
}

import { fileURLToPath } from 'node:url'
import type { BrowserContext } from '@playwright/test'
import { build } from 'vite'

/** Never reached: every request is answered here. The name alone makes it a secure context. */
export const tabletAddress = 'http://localhost:1/'

/** Bundles tablet-page.ts as the product is bundled, without a file written. */
export async function bundleTabletPage(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL('./tablet-page.ts', import.meta.url)), formats: ['es'] },
    },
  })
  const [first] = Array.isArray(built) ? built : [built]
  const chunk = first && 'output' in first ? first.output[0] : undefined
  if (!chunk) throw new Error('nothing was bundled')
  return chunk.code
}

export async function serveTabletPage(context: BrowserContext, script: string): Promise<void> {
  await context.route(`${tabletAddress}**`, async (route) => {
    const isScript = route.request().url().endsWith('.js')
    await route.fulfill(
      isScript
        ? { contentType: 'text/javascript', body: script }
        : {
            contentType: 'text/html; charset=utf-8',
            body: '<!doctype html><title>tablet</title><script type="module" src="/page.js"></script>',
          },
    )
  })
}

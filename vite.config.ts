import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { pdfjsAssets } from './tools/pdfjs-assets.ts'
import { pwa } from './tools/pwa.ts'

/** The oldest tablet served runs iPadOS 16.4; desktops of the same year. */
const target = ['safari16.4', 'chrome111', 'edge111', 'firefox114']

export default defineConfig({
  root: join(import.meta.dirname, 'client'),
  base: '/',
  plugins: [react(), pdfjsAssets(), ...pwa({ target })],
  worker: { format: 'es' },
  build: {
    outDir: join(import.meta.dirname, 'dist/client'),
    emptyOutDir: true,
    target,
    // The content security policy allows neither inline script nor data: addresses of code.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      // @hpke/common asks for Node's crypto only where the browser has none.
      onLog: (level, log, say) => {
        if (!log.message.includes('Module "crypto" has been externalized')) say(level, log)
      },
      input: ['index.html', 'room-screen.html'].map((page) => join(import.meta.dirname, 'client', page)),
      output: {
        // An update then fetches only what changed: the viewer and the libraries seldom do.
        codeSplitting: {
          groups: [
            { name: 'pdfjs', test: /node_modules[\\/]pdfjs-dist[\\/]/, priority: 2 },
            // Both what starts and what exports use it; in either's file it would bring that to the other.
            { name: 'tslib', test: /node_modules[\\/]tslib[\\/]/, priority: 3 },
            // Fetched when notes are exported, with what only they use.
            {
              name: 'pdf-lib',
              test: /node_modules[\\/](@cantoo|culori|node-html-better-parser|html-entities|fflate|brotli|dfa|restructure)[\\/]/,
              priority: 2,
            },
            { name: 'libraries', test: /node_modules[\\/]/, priority: 1 },
          ],
        },
      },
    },
  },
})

import type { PluginOption } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const icon = (size: number, purpose: 'any' | 'maskable') => ({
  src: `/icons/${purpose === 'any' ? 'icon' : 'maskable'}-${size}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
})

/**
 * The only file that knows the PWA plug-in: the manifest, and `/service-worker.js` built from client/sw with the list
 * of what is precached. Registering and asking before an update are the client's own code (O7).
 */
export function pwa({ target }: { readonly target: readonly string[] }): PluginOption[] {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'sw',
    filename: 'service-worker.ts',
    injectRegister: false,
    manifest: {
      id: '/',
      name: 'Phòng họp Chính phủ không giấy',
      short_name: 'e-Cabinet',
      description: 'Phiên họp, phiếu lấy ý kiến và nhiệm vụ được giao, dùng được cả khi mất mạng',
      lang: 'vi',
      dir: 'ltr',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      orientation: 'any',
      background_color: '#fbf8f3',
      theme_color: '#fbf8f3',
      icons: [icon(192, 'any'), icon(512, 'any'), icon(192, 'maskable'), icon(512, 'maskable')],
    },
    integration: {
      // The worker is a build of its own, which would otherwise talk at every start.
      configureCustomSWViteBuild: (inner) => {
        inner.logLevel = 'warn'
      },
    },
    injectManifest: {
      rollupFormat: 'iife',
      target: [...target],
      globPatterns: [
        'index.html',
        'assets/**/*.{js,mjs,css,woff2,svg,png}',
        // Letters that exported notes take with them.
        'assets/be-vietnam-pro-{latin,latin-ext,vietnamese}-500-normal-*.woff',
        'pdfjs/**/*',
      ],
      // Names under assets/ carry a hash of their content already.
      dontCacheBustURLsMatching: /^assets\//,
      maximumFileSizeToCacheInBytes: 16 * 1024 * 1024,
    },
  })
}

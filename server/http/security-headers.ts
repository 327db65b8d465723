/** trust.md, "The web": on every reply, errors and worker scripts too. */

const closed = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

const plainHost = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:[0-9]{1,5})?$/i

/** pdf.js decodes JPEG 2000, JBIG2 and colours by WebAssembly; Mantine writes style elements. */
const policyFor = (sockets: string) =>
  [
    `default-src 'none'`,
    `script-src 'self' 'wasm-unsafe-eval'`,
    `worker-src 'self'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    `connect-src 'self'${sockets}`,
    `manifest-src 'self'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types default`,
  ].join('; ')

const constant = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': closed.map((feature) => `${feature}=()`).join(', '),
}

/**
 * @param host the request's Host header: older Safari does not count sockets of the same host as 'self'.
 * @param isTls whether the browser's connection is encrypted, here or by a proxy in front.
 */
export function securityHeaders(host: string | undefined, isTls: boolean): Record<string, string> {
  const isPlain = host !== undefined && plainHost.test(host)
  const headers: Record<string, string> = {
    ...constant,
    'Content-Security-Policy': policyFor(isPlain ? ` ${isTls ? 'wss' : 'ws'}://${host}` : ''),
  }
  // On this very machine it would bind every other server of "localhost" to HTTPS as well.
  if (isTls && !/^localhost(:|$)/i.test(host ?? '')) headers['Strict-Transport-Security'] = 'max-age=31536000'
  return headers
}

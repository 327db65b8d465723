import type { L10n } from 'pdfjs-dist/types/web/l10n.js'

/**
 * pdf.js speaks through a library that writes HTML, which the content security policy forbids; what it says to screen
 * readers is said by our own words instead.
 */
const silent = {
  getLanguage: () => 'vi',
  getDirection: () => 'ltr',
  get: async () => '',
  translate: async () => undefined,
  translateOnce: async () => undefined,
  destroy: async () => undefined,
  pause: () => undefined,
  resume: () => undefined,
}

/** The class hides a private field, so that nothing written here would ever count as one. */
export const silentL10n = silent as unknown as L10n

import type { SameKeys } from './same-keys.ts'
import type { viewerVi } from './viewer.vi.ts'

export const viewerEn = {
  label: 'The open document',
  opening: 'Opening the document',
  page: 'Page',
  pageOf: 'of {{total}}',
  goTo: 'Go to page',
  previous: 'Previous page',
  next: 'Next page',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fitWidth: 'Fit the width',
  fitPage: 'Fit the page',
  percent: '{{percent}}%',
  notLoaded:
    'The reader of the application could not be fetched. The document is still on the device, your answer is not affected.',
  remedy: 'Please try again, or read another document.',
} as const satisfies SameKeys<typeof viewerVi>

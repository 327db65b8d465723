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
} as const satisfies SameKeys<typeof viewerVi>

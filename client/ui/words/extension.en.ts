import type { extensionVi } from './extension.vi.ts'
import type { SameKeys } from './same-keys.ts'

export const extensionEn: SameKeys<typeof extensionVi> = {
  sign_one: '{{count}} more day asked for, to {{day}}',
  sign_other: '{{count}} more days asked for, to {{day}}',
  title_one: 'An extension of {{count}} day is asked for: from {{from}} to {{to}}',
  title_other: 'An extension of {{count}} days is asked for: from {{from}} to {{to}}',
  forOffice: 'Waits for the Office',
  forAssigner: 'Laid before {{name}}, who decides',
  asked: '{{name}}, sent at {{when}}',
  reason: 'Reason: {{reason}}',
  onTheWay: 'The request lies on this device and waits to be sent.',
  one: 'One request at a time: you can ask again once this one has been answered.',
  understood: 'Understood',
  tooLate:
    'The deadline of {{day}} has passed, so no extension can be asked for. Please report progress, with the reason and the day on which it will be done.',
  refusedLate:
    'The request came after the due day, and nothing shows that it was written before. The deadline stays; please report progress with the reason.',
  report: 'Report progress',
  toAnswer_one: 'Extensions to answer ({{count}})',
  toAnswer_other: 'Extensions to answer ({{count}})',
  more_one: '{{count}} more request',
  more_other: '{{count}} more requests',
}

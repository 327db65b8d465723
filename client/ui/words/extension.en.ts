import type { extensionVi } from './extension.vi.ts'
import type { SameKeys } from './same-keys.ts'

export const extensionEn: SameKeys<typeof extensionVi> = {
  sign_one: '{{count}} more day requested, to {{day}}',
  sign_other: '{{count}} more days requested, to {{day}}',
  title_one: 'An extension of {{count}} day is requested: from {{from}} to {{to}}',
  title_other: 'An extension of {{count}} days is requested: from {{from}} to {{to}}',
  forOffice: 'Awaiting the Office',
  forAssigner: 'Submitted to {{name}} for decision',
  asked: '{{name}}, sent at {{when}}',
  reason: 'Reason: {{reason}}',
  onTheWay: 'The request is saved on this device and waits to be sent.',
  one: 'One request at a time: you can ask again once this one has been answered.',
  understood: 'Understood',
  tooLate:
    'The due date {{day}} has passed, so an extension can no longer be requested. Please report progress, with the reason for the delay and the expected day of completion.',
  refusedLate:
    'The request arrived after the due date, and nothing shows that it was written before. The due date stands; please report progress, with the reason for the delay.',
  report: 'Report progress',
  toAnswer_one: 'Extension requests to answer ({{count}})',
  toAnswer_other: 'Extension requests to answer ({{count}})',
  more_one: '{{count}} more request',
  more_other: '{{count}} more requests',
}

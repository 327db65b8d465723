import type { frameVi } from './frame.vi.ts'
import type { SameKeys } from './same-keys.ts'

export const frameEn = {
  title: 'Paperless Government meetings',
  navigation: 'Main navigation',
  person: {
    menu: 'Account of {{name}}',
    lock: 'Lock the screen',
    signOut: 'Sign out',
  },
  head: 'Top of the page',
  statusLine: 'Where things stand',
} as const satisfies SameKeys<typeof frameVi>

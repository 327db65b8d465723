/** A member's screens in every state, to be looked at and checked with axe; not part of the product. */
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router'
import { DeviceId, PersonId } from '../../../shared/domain/id.ts'
import { base64 } from '../../../shared/lib/base64.ts'
import { instant } from '../../../shared/lib/time.ts'
import type { Application } from '../../app/application.ts'
import type { DeviceIdentity } from '../../app/ports.ts'
import type { Updates } from '../../app/updates.ts'
import { createWords } from '../../ui/i18n.ts'
import { UiProvider } from '../../ui/ui-provider.tsx'
import { AppProvider } from '../app-context.tsx'
import { OtherTab, Pending, Starting, Wiped } from '../entry/other-states.tsx'
import { Revoked } from '../entry/revoked.tsx'
import { Unlock } from '../entry/unlock.tsx'
import { createRouter } from '../router.tsx'
import { createMemberApp } from './member-app.ts'

const query = new URLSearchParams(window.location.search)
const keep = (name: string): string => {
  const value = query.get(name) ?? sessionStorage.getItem(name) ?? ''
  sessionStorage.setItem(name, value)
  return value
}
const screen = keep('screen')
const problem = keep('problem')

const application: Application = {
  phase: () => ({ kind: 'starting' }),
  subscribe: () => () => undefined,
  start: async () => undefined,
  stop: () => undefined,
  signIn: async () => ({ ok: true, value: null }),
  enrol: async () => ({ ok: true, value: null }),
  unlock: async () => ({
    ok: false,
    error:
      problem === 'lease'
        ? { kind: 'lease-expired', syncedAt: instant(Date.UTC(2026, 10, 15, 2)) }
        : problem === 'pending'
          ? { kind: 'still-pending' }
          : { kind: 'wrong-pass-phrase', failures: 4, waitMs: 9500 },
  }),
  lock: () => undefined,
  checkIn: async () => undefined,
  signOut: async () => undefined,
  leaveEnrolment: () => undefined,
  registerAgain: () => undefined,
  goBack: () => undefined,
  leftBehind: () => 0,
}
const identity: DeviceIdentity = {
  person: PersonId.parse('minister'),
  device: DeviceId.parse('tablet'),
  label: 'iPad phòng làm việc',
  publicKey: base64(new Uint8Array(65).fill(4)),
  keys: { ledgerId: 'demo', ledgerKey: '', sealingKey: '' },
  state: 'active',
}
const updates: Updates = {
  isWaiting: () => keep('update') === '1',
  activate: () => undefined,
  subscribe: () => () => undefined,
}

async function shown() {
  if (screen === 'starting') return <Starting />
  if (screen === 'pending')
    return (
      <Pending
        application={application}
        identity={identity}
        since={instant(Date.UTC(2026, 10, 19, 2))}
        onUnlock={() => undefined}
      />
    )
  if (screen === 'wiped') return <Wiped onAgain={() => undefined} />
  if (screen === 'tab') return <OtherTab state="waiting" onTakeOver={() => undefined} />
  if (screen === 'unlock') {
    const Screen = problem === 'revoked' ? Revoked : Unlock
    return <Screen application={application} identity={identity} sending={{ waiting: 2, arrived: 1 }} />
  }
  const small = await fetch('/sample.pdf').then((reply) =>
    reply.ok ? reply.arrayBuffer() : new ArrayBuffer(4),
  )
  const files = [new Uint8Array(small), new TextEncoder().encode('%PDF-1.7 this is none')]
  const app = await createMemberApp({ offline: keep('offline') === '1', files })
  return (
    <AppProvider app={app}>
      <RouterProvider router={createRouter({ application, updates })} />
    </AppProvider>
  )
}

const place = document.getElementById('root')
if (place) {
  const screenShown = await shown()
  createRoot(place).render(
    <UiProvider words={createWords(keep('language') === 'en' ? 'en' : 'vi')}>{screenShown}</UiProvider>,
  )
}

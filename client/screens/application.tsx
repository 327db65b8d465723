import { useEffect, useState, useSyncExternalStore } from 'react'
import { RouterProvider } from 'react-router'
import { unreachable } from '../../shared/lib/unreachable.ts'
import type { Application } from '../app/application.ts'
import type { Phase } from '../app/phase.ts'
import type { Tabs } from '../app/tabs.ts'
import type { Updates } from '../app/updates.ts'
import { createWords } from '../ui/i18n.ts'
import { UiProvider } from '../ui/ui-provider.tsx'
import { AppProvider } from './app-context.tsx'
import { Enrol } from './entry/enrol.tsx'
import { OtherTab, Pending, Refused, Starting, Wiped } from './entry/other-states.tsx'
import { Revoked } from './entry/revoked.tsx'
import { SignIn } from './entry/sign-in.tsx'
import { Unlock } from './entry/unlock.tsx'
import { rememberedLanguage } from './language-memory.ts'
import { createRouter } from './router.tsx'

export type RootProps = { application: Application; tabs: Tabs; updates: Updates }

/** The whole program on the screen: which phase it is in, and what is shown for it. */
export function Root({ application, tabs, updates }: RootProps) {
  const [words] = useState(() => createWords(rememberedLanguage()))
  const tab = useSyncExternalStore(tabs.subscribe, tabs.state)
  const phase = useSyncExternalStore(application.subscribe, application.phase)
  const isOther = useSettled(tab !== 'leading')
  return (
    <UiProvider words={words}>
      {tab === 'leading' ? (
        <PhaseScreen phase={phase} application={application} updates={updates} />
      ) : isOther ? (
        <OtherTab state={tab} onTakeOver={tabs.takeOver} />
      ) : (
        <Starting />
      )}
    </UiProvider>
  )
}

/** The lock is granted within a moment where no other tab holds it: that moment is no news. */
const momentMs = 400

function useSettled(now: boolean): boolean {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    if (!now) {
      setSettled(false)
      return
    }
    const timer = setTimeout(() => setSettled(true), momentMs)
    return () => clearTimeout(timer)
  }, [now])
  return settled
}

function PhaseScreen({ phase, application, updates }: Omit<RootProps, 'tabs'> & { phase: Phase }) {
  const [asksPhrase, setAsksPhrase] = useState(false)
  switch (phase.kind) {
    case 'starting':
      return <Starting />
    case 'refused':
      return <Refused />
    case 'new':
      return <SignIn application={application} isAgain={phase.canGoBack} />
    case 'enrolling':
      return <Enrol application={application} />
    case 'pending':
      return asksPhrase ? (
        <Unlock application={application} identity={phase.identity} sending={null} />
      ) : (
        <Pending
          application={application}
          identity={phase.identity}
          since={phase.since}
          onUnlock={() => setAsksPhrase(true)}
        />
      )
    case 'locked': {
      const Screen = phase.wasRevoked ? Revoked : Unlock
      return <Screen application={application} identity={phase.identity} sending={phase.sending} />
    }
    case 'open':
      return (
        <AppProvider key={phase.app.identity.device} app={phase.app}>
          <Routes application={application} updates={updates} />
        </AppProvider>
      )
    case 'wiped':
      return <Wiped onAgain={() => location.assign('/')} />
    default:
      return unreachable(phase)
  }
}

function Routes({ application, updates }: Omit<RootProps, 'tabs'>) {
  const [router] = useState(() => createRouter({ application, updates }))
  useEffect(() => () => router.dispose(), [router])
  return <RouterProvider router={router} />
}

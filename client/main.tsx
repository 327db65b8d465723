import './app/no-eval.ts'
import { createRoot } from 'react-dom/client'
import { type Application, createApplication } from './app/application.ts'
import { createOfficeClock } from './app/office-clock.ts'
import { unattended } from './app/unattended.ts'
import { type Browser, createNotes, createSync, deliverLocked, idle, openLiveRooms } from './compose-sync.ts'
import { createTabs } from './compose-tabs.ts'
import { createUpdates } from './compose-updates.ts'
import { Root } from './screens/application.tsx'
import { Unsupported } from './screens/entry/unsupported.tsx'
import { Vanished } from './screens/entry/vanished.tsx'
import { createWorkerSearch } from './search/worker-search.ts'
import { createStorageFacts } from './store/storage-facts.ts'
import { createTablets } from './store/tablets.ts'
import { lackOf, random, verifyEd25519, verifyP256 } from './store/webcrypto.ts'
import { createApi } from './sync/http.ts'
import { networkEventsOf } from './sync/network-events.ts'
import { createSealEnvelope } from './sync/sealing.ts'
import { systemClock, systemTimers } from './system-time.ts'
import { installTrustedTypes } from './trusted-scripts.ts'

/** Composition root: the browser's parts, the application over them, the screens over that. */

installTrustedTypes(location.origin)

const officeClock = createOfficeClock(systemClock)

const browser: Browser = {
  api: createApi({
    fetch: (url, init) => fetch(url, init),
    baseUrl: '',
    timers: systemTimers,
    onHour: officeClock.heard,
  }),
  WebSocket,
  socketUrl: `${location.origin.replace(/^http/, 'ws')}/rooms`,
  clock: systemClock,
  timers: systemTimers,
  random,
  network: networkEventsOf(window),
  isOnline: () => navigator.onLine,
  isVisible: () => document.visibilityState === 'visible',
}

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no root')
const root = createRoot(place)
void lackOf(globalThis).then((lack) => {
  if (lack) root.render(<Unsupported lack={lack} />)
  else root.render(compose())
})

/** The storage was deleted under an open page: what its memory holds of signed acts is handed over before it ends. */
function vanish(application: Application): void {
  const phase = application.phase()
  if (phase.kind !== 'open') {
    location.reload()
    return
  }
  const unsent = phase.app.copy.outbox().map(({ id, sealed }) => ({ id, sealed }))
  application.stop()
  root.render(
    <Vanished
      unsent={unsent.length}
      handOver={async () => (await browser.api.sendActs(unsent)).ok}
      onAgain={() => location.assign('/')}
    />,
  )
}

/** A locked tablet that lies switched on asks for orders so often, in ms. */
const checkInEveryMs = 10 * 60_000

function compose() {
  const application: Application = createApplication({
    api: browser.api,
    crypto: { verifyEd25519, sealTo: createSealEnvelope },
    verifyP256,
    clock: browser.clock,
    officeClock,
    random,
    storage: createStorageFacts(navigator.storage, navigator.serviceWorker),
    tablets: createTablets({
      clock: browser.clock,
      random,
      caches: globalThis.caches,
      serviceWorker: navigator.serviceWorker,
      settings: [localStorage],
      onDamage: ({ table }) => console.warn('a stored record does not open', table),
      onNotice: ({ kind }) => {
        if (kind === 'superseded') location.reload()
        else if (kind === 'vanished') vanish(application)
      },
    }),
    createSync: (parts) => createSync(browser, parts),
    createNotes: (store) => createNotes(browser, store),
    deliverLocked: (parts) => deliverLocked(browser, parts),
    openLiveRoom: openLiveRooms(browser),
    createSearchIndex: createWorkerSearch,
    idle,
  })

  const checkIn = () => unattended(application.checkIn())
  browser.network.subscribe((isOnline) => isOnline && checkIn())
  setInterval(checkIn, checkInEveryMs)

  const tabs = createTabs(application, systemTimers)
  const updates = createUpdates(navigator.serviceWorker, () => location.reload())
  return <Root application={application} tabs={tabs} updates={updates} />
}

import './app/no-eval.ts'
import { createRoot } from 'react-dom/client'
import { parseRoomScreenLink } from '../shared/protocol/room-screen.ts'
import { createRoomDisplay } from './app/room-display.ts'
import { RoomScreen } from './screens/room-screen/room-screen.tsx'
import { createRoomLook } from './sync/room-look.ts'
import { systemTimers } from './system-time.ts'

/** The page of the display in the hall: no sign-in, no store, nothing but what its link is shown. */

const place = document.getElementById('root')
if (!place) throw new Error('room-screen.html has no root')
const root = createRoot(place)

function show(): void {
  const link = parseRoomScreenLink(location.hash)
  const display =
    link &&
    createRoomDisplay({
      look: createRoomLook(
        { fetch: (url, init) => fetch(url, init), baseUrl: '', timers: systemTimers },
        link,
      ),
      count: () => performance.now(),
      timers: systemTimers,
    })
  display?.start()
  root.render(<RoomScreen display={display} language={link?.language ?? 'vi'} />)
}

// Another link pasted into the same window.
addEventListener('hashchange', () => location.reload())
show()

/** The Office's screens over a ledger in the page, to be looked at and checked with axe; not part of the product. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, Outlet, RouterProvider } from 'react-router'
import { createWords, useWords } from '../../ui/i18n.ts'
import { UiProvider } from '../../ui/ui-provider.tsx'
import { AdminHome } from '../admin/admin-home.tsx'
import { AppProvider, useApp } from '../app-context.tsx'
import { AuditorHome } from '../auditor/auditor-home.tsx'
import { ClerkHome } from '../clerk/clerk-home.tsx'
import { Devices } from '../devices/devices.tsx'
import { Frame } from '../frame/frame.tsx'
import { BallotEditor } from '../office/ballot-editor.tsx'
import { OfficeBallot } from '../office/office-ballot.tsx'
import { OfficeBallots } from '../office/office-ballots.tsx'
import { OfficeHome } from '../office/office-home.tsx'
import { MeetingEditor } from '../office-meeting/meeting-editor.tsx'
import { OfficeMeeting } from '../office-meeting/office-meeting.tsx'
import { OfficeMeetings } from '../office-meeting/office-meetings.tsx'
import { placesOf } from '../places.ts'
import { createOfficeApp } from './office-app.ts'
import { officeWeek } from './office-cast.ts'

const query = new URLSearchParams(window.location.search)
const keep = (name: string, fallback: string): string => {
  const value = query.get(name) ?? sessionStorage.getItem(name) ?? fallback
  sessionStorage.setItem(name, value)
  return value
}
const app = createOfficeApp(officeWeek(Number(keep('members', '27'))), keep('as', 'lanhdao-vp'), {
  offline: keep('offline', '') === '1',
  fault: keep('fault', 'not-a-pdf'),
})

function Shell() {
  const { t } = useWords()
  const open = useApp()
  const { rail, menu } = placesOf(t, open.me().subject, 0)
  return (
    <Frame
      items={rail}
      menu={menu}
      statusLine={{ tone: 'good', text: 'Đã đồng bộ lúc 09:40', onTap: () => undefined }}
      user={{ name: open.me().person?.name ?? '', post: 'Văn phòng Chính phủ' }}
    >
      <Outlet />
    </Frame>
  )
}

const router = createBrowserRouter([
  {
    element: <Shell />,
    children: [
      { path: '/devices', element: <Devices /> },
      { path: '/people', element: <AdminHome /> },
      { path: '/agency', element: <ClerkHome /> },
      { path: '/ledger', element: <AuditorHome /> },
      { path: '/desk', element: <OfficeHome /> },
      { path: '/desk/ballots', element: <OfficeBallots /> },
      { path: '/desk/new', element: <BallotEditor /> },
      { path: '/desk/ballots/:ballot', element: <OfficeBallot /> },
      { path: '/desk/ballots/:ballot/edit', element: <BallotEditor /> },
      { path: '/desk/meetings', element: <OfficeMeetings /> },
      { path: '/desk/meetings/new', element: <MeetingEditor /> },
      { path: '/desk/meetings/:meeting', element: <OfficeMeeting /> },
      { path: '/desk/meetings/:meeting/edit', element: <MeetingEditor /> },
    ],
  },
])

const place = document.getElementById('root')
if (place)
  createRoot(place).render(
    <StrictMode>
      <UiProvider words={createWords(keep('language', 'vi') === 'en' ? 'en' : 'vi')}>
        <AppProvider app={app}>
          <RouterProvider router={router} />
        </AppProvider>
      </UiProvider>
    </StrictMode>,
  )

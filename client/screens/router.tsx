import { createBrowserRouter, Navigate } from 'react-router'
import type { Application } from '../app/application.ts'
import type { Updates } from '../app/updates.ts'
import { AdminHome } from './admin/admin-home.tsx'
import { AgenciesScreen } from './admin/agencies-screen.tsx'
import { MailScreen } from './admin/mail-screen.tsx'
import { AuditorHome } from './auditor/auditor-home.tsx'
import { BallotScreen } from './ballot/ballot-screen.tsx'
import { BallotsScreen } from './ballot/ballots-screen.tsx'
import { ClerkHome } from './clerk/clerk-home.tsx'
import { ConsoleScreen } from './console/console-screen.tsx'
import { Devices } from './devices/devices.tsx'
import { DirectiveScreen } from './directives/directive-screen.tsx'
import { DirectivesScreen } from './directives/directives-screen.tsx'
import { ForRole } from './for-role.tsx'
import { ItemScreen } from './meeting/item-screen.tsx'
import { MeetingScreen } from './meeting/meeting-screen.tsx'
import { MeetingsScreen } from './meeting/meetings-screen.tsx'
import { MinutesScreen } from './minutes/minutes-screen.tsx'
import { BallotEditor } from './office/ballot-editor.tsx'
import { OfficeBallot } from './office/office-ballot.tsx'
import { OfficeBallots } from './office/office-ballots.tsx'
import { OfficeHome } from './office/office-home.tsx'
import { RestorePage } from './office/restore-page.tsx'
import { MeetingEditor } from './office-meeting/meeting-editor.tsx'
import { OfficeMeeting } from './office-meeting/office-meeting.tsx'
import { OfficeMeetings } from './office-meeting/office-meetings.tsx'
import { Receipts } from './receipts/receipts.tsx'
import { SearchScreen } from './search/search-screen.tsx'
import { Shell } from './shell.tsx'
import { StatisticsScreen } from './statistics/statistics-screen.tsx'
import { Storage } from './storage/storage.tsx'
import { ImportScreen } from './tasks/import-screen.tsx'
import { TaskRegister } from './tasks/task-register.tsx'
import { TasksScreen } from './tasks/tasks-screen.tsx'
import { Triage } from './triage/triage.tsx'

const statisticsRoles = ['secretary', 'head-of-office', 'prime-minister', 'deputy-prime-minister'] as const

/** Every address and the screen behind it. */
export function createRouter(parts: { application: Application; updates: Updates }) {
  return createBrowserRouter([
    {
      element: <Shell {...parts} />,
      children: [
        { path: '/', element: <Triage /> },
        { path: '/ballots', element: <BallotsScreen /> },
        { path: '/ballots/:ballot', element: <BallotScreen /> },
        { path: '/meetings', element: <MeetingsScreen /> },
        { path: '/meetings/:meeting', element: <MeetingScreen /> },
        { path: '/meetings/:meeting/console', element: <ConsoleScreen /> },
        { path: '/meetings/:meeting/minutes', element: <MinutesScreen /> },
        { path: '/meetings/:meeting/:item', element: <ItemScreen /> },
        { path: '/tasks', element: <TasksScreen /> },
        { path: '/directives', element: <DirectivesScreen /> },
        { path: '/directives/:directive', element: <DirectiveScreen /> },
        { path: '/receipts', element: <Receipts /> },
        { path: '/search', element: <SearchScreen /> },
        { path: '/storage', element: <Storage application={parts.application} /> },
        {
          element: <ForRole roles={['secretary', 'head-of-office']} />,
          children: [
            { path: '/desk', element: <OfficeHome /> },
            { path: '/desk/ballots', element: <OfficeBallots /> },
            { path: '/desk/new', element: <BallotEditor /> },
            { path: '/desk/restore', element: <RestorePage /> },
            { path: '/desk/ballots/:ballot', element: <OfficeBallot /> },
            { path: '/desk/ballots/:ballot/edit', element: <BallotEditor /> },
            { path: '/desk/tasks', element: <TaskRegister /> },
            { path: '/desk/tasks/import', element: <ImportScreen /> },
            { path: '/desk/meetings', element: <OfficeMeetings /> },
            { path: '/desk/meetings/new', element: <MeetingEditor /> },
            { path: '/desk/meetings/:meeting', element: <OfficeMeeting /> },
            { path: '/desk/meetings/:meeting/edit', element: <MeetingEditor /> },
          ],
        },
        {
          element: <ForRole roles={statisticsRoles} />,
          children: [{ path: '/statistics', element: <StatisticsScreen /> }],
        },
        { path: '/devices', element: <Devices /> },
        {
          element: <ForRole roles={['clerk']} />,
          children: [{ path: '/agency', element: <ClerkHome /> }],
        },
        {
          element: <ForRole roles={['auditor']} />,
          children: [{ path: '/ledger', element: <AuditorHome /> }],
        },
        {
          element: <ForRole roles={['admin']} />,
          children: [
            { path: '/people', element: <AdminHome /> },
            { path: '/agencies', element: <AgenciesScreen /> },
            { path: '/mail', element: <MailScreen /> },
          ],
        },
        { path: '*', element: <Navigate to="/" replace /> },
      ],
    },
  ])
}

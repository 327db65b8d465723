import { useState } from 'react'
import { Navigate, useLocation, useNavigate } from 'react-router'
import { appointmentsOn, type Person } from '../../shared/domain/people.ts'
import { dayOf, type Instant } from '../../shared/lib/time.ts'
import type { Application } from '../app/application.ts'
import type { Updates } from '../app/updates.ts'
import { ConfirmSheet } from '../ui/confirm-sheet.tsx'
import { useWords } from '../ui/i18n.ts'
import { useApp, useAppVersion } from './app-context.tsx'
import { useAutoLock } from './auto-lock.ts'
import { Frame } from './frame/frame.tsx'
import { rememberLanguage } from './language-memory.ts'
import { paths } from './paths.ts'
import { homeOf, placesOf } from './places.ts'
import { RestoreBanner } from './restore-banner.tsx'
import { ReturnNews } from './return-news.tsx'
import { statusLine } from './status-line.ts'
import { toDo } from './to-do.ts'
import { unsentOf } from './unsent.ts'
import { UpdatePrompt } from './update-prompt.tsx'
import { useSettings } from './use-settings.ts'

/** What stands around every open screen, fed from the application. */
export function Shell({ application, updates }: { application: Application; updates: Updates }) {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { person, subject } = app.me()
  const now = app.now()
  const settings = useSettings()
  // Who listens in a session touches nothing, and must see a vote that opens (docs/decisions/0019-session.md).
  useAutoLock(application.lock, settings.autoLockMs * (app.sessions.isThere() ? 4 : 1))
  const [isLeaving, setLeaving] = useState(false)

  const views = subject.isMember ? app.ballots.list() : []
  const waiting = toDo(app, views)
  const home = homeOf(subject)
  // Before it is known who is here, where they begin is not either: a tap would be overtaken by the way there.
  const { rail, menu } = person ? placesOf(t, subject, waiting.count) : { rail: [], menu: [] }
  if (person && pathname === paths.home && home !== paths.home) return <Navigate to={home} replace />
  return (
    <Frame
      items={rail}
      menu={menu}
      statusLine={{
        ...statusLine(t, { status: app.status(), unsent: unsentOf(app), now }),
        onTap: () => void navigate(paths.storage),
      }}
      user={{
        name: person?.name ?? t('program.unknownPerson'),
        post: person ? postOf(person, now) : '',
      }}
      onLock={application.lock}
      onSignOut={() => {
        if (app.annotations.unsent().documents === 0) void application.signOut()
        else setLeaving(true)
      }}
      onLanguage={rememberLanguage}
      banner={
        <>
          <UpdatePrompt updates={updates} />
          <RestoreBanner />
          <ReturnNews toDo={waiting} home={home} />
          <ConfirmSheet
            opened={isLeaving}
            title={t('program.signOut.title')}
            confirm={t('program.signOut.confirm')}
            onConfirm={() => void application.signOut()}
            onClose={() => setLeaving(false)}
          >
            <p>{t('program.signOut.notes', { count: app.annotations.unsent().documents })}</p>
          </ConfirmSheet>
        </>
      }
    />
  )
}

/** Where a post is itself the name (the demonstration), it is not said twice. */
function postOf(person: Person, now: Instant): string {
  const title = appointmentsOn(person, dayOf(now))[0]?.title ?? ''
  return title === person.name ? '' : title
}

import { Outlet } from 'react-router'
import type { Role } from '../../shared/domain/people.ts'
import { NotAllowed } from '../ui/not-allowed.tsx'
import { Page } from '../ui/page.tsx'
import { CardsSkeleton } from '../ui/skeleton.tsx'
import { useApp, useAppVersion } from './app-context.tsx'

/** Screens for some roles; whoever else comes to its address learns nothing of it. What they may do, `permit` decides. */
export function ForRole({ roles }: { roles: readonly Role[] }) {
  const app = useApp()
  useAppVersion()
  const { person, subject } = app.me()
  // Before this device knows who sits at it, nobody is told that the address is not theirs.
  if (!person)
    return (
      <Page>
        <CardsSkeleton />
      </Page>
    )
  if (roles.some((role) => subject.roles.includes(role))) return <Outlet />
  return (
    <Page>
      <NotAllowed />
    </Page>
  )
}

import { Outlet } from 'react-router'
import type { Role } from '../../shared/domain/people.ts'
import { NotAllowed } from '../ui/not-allowed.tsx'
import { Page } from '../ui/page.tsx'
import { useApp, useAppVersion } from './app-context.tsx'

/** Screens for some roles; whoever else comes to its address learns nothing of it. What they may do, `permit` decides. */
export function ForRole({ roles }: { roles: readonly Role[] }) {
  const app = useApp()
  useAppVersion()
  const { subject } = app.me()
  if (roles.some((role) => subject.roles.includes(role))) return <Outlet />
  return (
    <Page>
      <NotAllowed />
    </Page>
  )
}

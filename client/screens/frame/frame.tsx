/**
 * What stands around every screen: the rail, the one line that says where things stand, the person. The program routes in
 * react-router's data mode (`createBrowserRouter`), without loaders: what is shown comes from the tablet's own tables, but
 * only this mode can hold back a departure from an unsigned draft (`useBlocker`). Addresses carry opaque ids and
 * `document.title` never changes, so that no history and no window list tells what was read.
 */
import './frame.css'
import { type ReactNode, useEffect } from 'react'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { ErrorBoundary } from '../../ui/error-boundary.tsx'
import { type Language, useWords } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Rail, type RailItem } from '../../ui/rail.tsx'
import { SyncLine, type SyncLineProps } from '../../ui/sync-line.tsx'
import { ToastPlace } from '../../ui/toast.tsx'
import { currentItem } from './current-item.ts'
import { PersonMenu } from './person-menu.tsx'

export type FrameProps = {
  items: readonly RailItem[]
  /** The places in the person's menu. */
  menu?: readonly RailItem[]
  statusLine: SyncLineProps
  user: { readonly name: string; readonly post: string }
  /** Without it there is nothing to lock (the Office's desktops hold nothing sealed). */
  onLock?: () => void
  onSignOut?: () => void
  onLanguage?: (language: Language) => void
  onError?: (error: unknown, code: string) => void
  /** Over the screen: a question about an update, a warning about storage. */
  banner?: ReactNode
  /** The routed screen unless told. */
  children?: ReactNode
}

export function Frame(props: FrameProps) {
  const { items, menu = [], statusLine, user, onLock, banner, children, onError } = props
  const { t } = useWords()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const current = currentItem([...items, ...menu], pathname)
  useEffect(() => {
    document.title = t('frame.title')
  }, [t])

  return (
    <div className="ec-frame">
      <a className="ec-frame-skip" href="#main">
        {t('interface.skipToContent')}
      </a>
      {/* No header element: a dialog has its own, and a page has one banner. */}
      <section className="ec-frame-line ec-no-print" aria-label={t('frame.head')}>
        <section aria-label={t('frame.statusLine')}>
          <SyncLine {...statusLine} />
        </section>
        <ToastPlace />
        <span className="ec-frame-person">
          {onLock && (
            <button
              type="button"
              className="ec-plain-button ec-square"
              aria-label={t('frame.person.lock')}
              onClick={onLock}
            >
              <Icon name="lock" />
            </button>
          )}
          <PersonMenu
            user={user}
            items={menu}
            current={current}
            onSignOut={props.onSignOut}
            onLanguage={props.onLanguage}
          />
        </span>
      </section>
      <Rail
        items={items}
        current={current}
        label={t('frame.navigation')}
        onOpen={(href) => void navigate(href)}
      />
      <main id="main" className="ec-frame-main" tabIndex={-1}>
        {banner !== undefined && <div className="ec-frame-banner">{banner}</div>}
        <div className="ec-frame-screen">
          <ErrorBoundary key={pathname} {...(onError && { onError })}>
            {children ?? <Outlet />}
          </ErrorBoundary>
        </div>
      </main>
    </div>
  )
}

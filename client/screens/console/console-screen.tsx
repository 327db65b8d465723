import './console.css'
import { useState } from 'react'
import { useParams } from 'react-router'
import { MeetingId } from '../../../shared/domain/id.ts'
import type { SessionView } from '../../app/session.ts'
import { useWords } from '../../ui/i18n.ts'
import { ThingSkeleton } from '../../ui/skeleton.tsx'
import { useApp, useAppVersion } from '../app-context.tsx'
import { NotHere } from '../not-here.tsx'
import { paths } from '../paths.ts'
import { useServerReach } from '../server-reach.tsx'
import { useSeconds } from '../use-seconds.ts'
import { ConsoleAgenda } from './console-agenda.tsx'
import { ConsoleBlock } from './console-block.tsx'
import { ConsoleHead } from './console-head.tsx'
import { ConsoleItem } from './console-item.tsx'
import { ConsoleQueue } from './console-queue.tsx'
import { LocalRecord } from './local-record.tsx'

/** The chair's console, and the table of the Office beside it; absent and forbidden look alike (D2). */
export function ConsoleScreen() {
  const app = useApp()
  useAppVersion()
  const { t } = useWords()
  const id = MeetingId.safeParse(useParams()['meeting'])
  const view = id.success ? app.sessions.get(id.data) : null
  useSeconds(view?.meeting.phase.state === 'in-session')
  if (!app.me().person) return <ThingSkeleton />
  if (!view?.mayConduct) {
    return (
      <NotHere
        title={t('session.console.notHere')}
        text={t('session.console.notHereText')}
        way={{ word: t('meeting.toList'), path: paths.meetings }}
      />
    )
  }
  return <Console view={view} />
}

/** One screen without scrolling at 1440 by 900: agenda, item with vote and conclusion, who speaks (screens.md). */
function Console({ view }: { view: SessionView }) {
  const { items, current, session } = view
  const canReach = useServerReach()
  const [chosen, setChosen] = useState<string | null>(null)
  // What is being discussed is looked at, until something else is chosen.
  const shown =
    items.find(({ item }) => item.id === chosen) ??
    current ??
    items.find(({ row }) => row.spans.length === 0 && !row.block?.adopted) ??
    items[0]
  return (
    <div className="ec-console">
      <ConsoleHead view={view} />
      {!canReach && shown && <LocalRecord view={view} item={shown} />}
      <div className="ec-console-panes">
        <ConsoleAgenda view={view} shown={shown?.item.id ?? null} onChoose={setChosen} />
        <div className="ec-console-middle">
          {session && !current && <ConsoleBlock view={view} />}
          {shown && <ConsoleItem key={shown.item.id} view={view} item={shown} />}
          {session && current && <ConsoleBlock view={view} />}
        </div>
        {shown && <ConsoleQueue view={view} item={current ?? shown} />}
      </div>
    </div>
  )
}
